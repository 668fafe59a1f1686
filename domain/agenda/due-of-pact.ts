import * as z from 'zod/mini';
import { PACT_SIGNATORIES } from '../../events/vocabulary.ts';
import type { EntryWithContent } from '../case.ts';
import { type AgendaChange, endedEarly, type MustAct, NOTHING, TEAM } from './change.ts';
import { type AgendaContext, extended } from './context.ts';

const breach = (id: string): string => `breach:${id}`;
export const COMMITTEE_TERM = 'committee-term';

const accusation = z.looseObject({ accused: z.enum(PACT_SIGNATORIES), bidder: z.optional(z.string()) });

/** Who is accused of a breach is told to nobody else before the ruling. A content that was erased tells nothing any more. */
const accusedIn = ({ content }: EntryWithContent): MustAct | undefined => {
  const { data } = accusation.safeParse(content);
  if (data === undefined) return undefined;
  return data.bidder === undefined ? { by: 'contracting-authority' } : { by: 'bidder', of: data.bidder };
};

export const ofBreach = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'pact.breach-reported.v1': {
      const { breach: about } = entry.data;
      const who = accusedIn(entry);
      if (who === undefined) return NOTHING;
      const item = { id: breach(about), kind: 'term', what: 'answer-breach', about, audience: 'undisclosed' } as const;
      return { begins: [{ ...item, who, due: { term: 'finding-reply' } }] };
    }
    case 'pact.breach-answered.v1':
      return { done: [breach(entry.data.breach)] };
    case 'pact.breach-answer-lapsed.v1':
      return { lapsed: [breach(entry.data.breach)] };
    case 'pact.breach-ruled.v1':
      return { cancelled: [breach(entry.data.breach)] };
    default:
      return undefined;
  }
};

const DECIDE_ON_COMMITTEE = {
  id: COMMITTEE_TERM,
  kind: 'term',
  what: 'extend-or-dissolve',
  audience: 'public',
  who: TEAM,
} as const;

/** The term of a committee: until it is over, and after that until its members extended it or dissolved. */
export const ofCommittee = (context: AgendaContext, entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'committee.constituted.v1': {
      const { startedAt, endsAt, durationMonths: months } = entry.data;
      if (startedAt === undefined || endsAt === undefined) return NOTHING;
      return { begins: [{ ...DECIDE_ON_COMMITTEE, due: { lasts: { startedAt, months } } }] };
    }
    case 'committee.extended.v1':
      return { begins: [{ ...DECIDE_ON_COMMITTEE, due: { lasts: extended(context, entry.data) } }] };
    case 'committee.term-ended.v1':
      return { lapsed: [COMMITTEE_TERM] };
    case 'committee.dissolved.v1':
      return { ...endedEarly(entry.recordedAt), done: [COMMITTEE_TERM] };
    default:
      return undefined;
  }
};
