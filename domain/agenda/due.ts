import * as z from 'zod/mini';
import type { Instant } from '../../events/shapes.ts';
import { type LiaisonKind, PACT_SIGNATORIES, type Role } from '../../events/vocabulary.ts';
import type { EntryWithContent } from '../case.ts';
import { confides, findingsOf } from '../observations/confide.ts';
import type { TermName } from '../profiles/terms.ts';
import { aboutObservation } from '../state.ts';
import { type AgendaContext, extended } from './context.ts';
import type { AgendaItem } from './item.ts';

/** Who must act: named people, or whoever holds an office in the case. */
export type MustAct =
  | { readonly by: 'named'; readonly role: Role; readonly persons: readonly string[] }
  | { readonly by: 'team' | 'clear-team' | 'contracting-authority' }
  | { readonly by: 'control-authority' | 'bidder'; readonly of: string };

/**
 * An item that begins: by a term of the profile from the instant of its event, at an instant that the event names, or after months that
 * the case gave itself.
 */
export interface Beginning extends Pick<AgendaItem, 'id' | 'kind' | 'what' | 'about' | 'act' | 'audience'> {
  readonly who: MustAct;
  readonly due:
    | { readonly term: TermName }
    | { readonly at: Instant }
    | { readonly lasts: { readonly months: number; readonly startedAt: Instant } };
}

/** What an event does to the agenda of its case. */
export interface AgendaChange {
  readonly begins?: readonly Beginning[];
  readonly done?: readonly string[];
  readonly cancelled?: readonly string[];
  readonly lapsed?: readonly string[];
  readonly reminded?: readonly string[];
  /** Open items that were given another time. */
  readonly moved?: readonly { readonly id: string; readonly to: Instant }[];
  /** Every open item is looked at anew: who must act, whether it stands still, when it is due. */
  readonly refreshes?: true;
  /** Of the open items that are looked at anew, those that nobody asks for any more. */
  readonly drops?: (item: AgendaItem) => boolean;
}

const NOTHING: AgendaChange = {};

export const proposalItem = (person: string): string => `proposal:${person}`;
const declaration = (person: string): string => `declaration:${person}`;
const reply = (observation: string): string => `reply:${observation}`;
const grave = (observation: string): string => `escalation-of:${observation}`;
const answer = (escalation: string): string => `answer:${escalation}`;
const comments = (report: string): string => `comments:${report}`;
const reveal = (draw: string, party: string): string => `reveal:${draw}:${party}`;
const publicValue = (draw: string): string => `public-value:${draw}`;
const act = (id: string): string => `act:${id}`;
const visit = (id: string): string => `visit:${id}`;
const tip = (id: string): string => `tip:${id}`;
const breach = (id: string): string => `breach:${id}`;
const COMMITTEE_TERM = 'committee-term';
const PUBLICATION = 'publication';

const TOLD_IN_CONTENT: readonly EntryWithContent['type'][] = [
  'process.imported.v1',
  'observation.filed.v1',
  'non-escalation.reasoned.v1',
  'escalation.sent.v1',
  'pact.breach-reported.v1',
];

/** Events whose content the agenda needs: the title of the process, which finding is grave, who is accused, and what a seal lets no event name. */
export const needsContent = (entry: EntryWithContent): boolean =>
  TOLD_IN_CONTENT.includes(entry.type) || confides(entry);

/**
 * What an event does to what is due in its case. Every fact that names a due instant, or starts a term of the profile, begins an item
 * here; the event that settles it ends it.
 */
export const agendaChange = (context: AgendaContext, entry: EntryWithContent): AgendaChange => {
  const change = ofTeam(context, entry) ?? ofWatch(entry) ?? ofDialogue(entry) ?? ofReport(entry) ?? ofTip(entry);
  return change ?? ofBreach(entry) ?? ofCommittee(context, entry) ?? ofCourse(entry) ?? NOTHING;
};

const TEAM: MustAct = { by: 'team' };

const ofTeam = (context: AgendaContext, entry: EntryWithContent): AgendaChange | undefined => {
  const role: Role = context.instrument === 'integrity-pact' ? 'witness' : 'member';
  const alone = (person: string): MustAct => ({ by: 'named', role, persons: [person] });
  switch (entry.type) {
    case 'member.proposed.v1': {
      const { person } = entry.data;
      const item = { id: proposalItem(person), kind: 'term', what: 'answer-proposal', audience: 'case' } as const;
      return { begins: [{ ...item, who: alone(person), due: { term: 'proposal' } }] };
    }
    case 'member.accepted.v1': {
      const { person } = entry.data;
      const item = { id: declaration(person), kind: 'term', what: 'sign-declaration', audience: 'case' } as const;
      return {
        done: [proposalItem(person)],
        begins: [{ ...item, who: alone(person), due: { term: 'declaration' } }],
        refreshes: true,
      };
    }
    case 'member.declined.v1':
      return { done: [proposalItem(entry.data.person)] };
    case 'proposal.lapsed.v1':
      return { cancelled: [proposalItem(entry.data.person)] };
    case 'member.left.v1':
      return { cancelled: [declaration(entry.data.person)], refreshes: true };
    case 'declaration.signed.v1':
      return { done: [declaration(entry.data.person)], refreshes: true };
    case 'impediment.found.v1':
    case 'impediment.ruled.v1':
    case 'liaison.accredited.v1':
    case 'liaison.withdrawn.v1':
      return { refreshes: true };
    default:
      return ofDraw(context, entry);
  }
};

const ROLE_OF_LIAISON = {
  'contracting-authority': 'contracting-authority',
  bidder: 'bidder-representative',
  'control-authority': 'control-authority',
} as const satisfies Record<LiaisonKind, Role>;

/** A party to a draw is accredited in the case, or the coordinator who announced it. */
const roleOfParty = ({ liaisons }: AgendaContext, party: string): Role => {
  const liaison = liaisons.find(({ person }) => person === party);
  return liaison === undefined ? 'coordinator' : ROLE_OF_LIAISON[liaison.kind];
};

const ofDraw = (context: AgendaContext, entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'draw.announced.v1': {
      const { draw, source } = entry.data;
      const about = { kind: 'draw', about: draw, audience: 'public' } as const;
      const parties = source.kind === 'beacon' ? [] : source.parties;
      const revealBefore = source.kind === 'beacon' ? source.publishedAfter : source.revealBefore;
      return {
        begins: [
          ...parties.map(
            (party): Beginning => ({
              ...about,
              id: reveal(draw, party),
              what: 'reveal-for-draw',
              who: { by: 'named', role: roleOfParty(context, party), persons: [party] },
              due: { at: revealBefore },
            }),
          ),
          {
            ...about,
            id: publicValue(draw),
            what: 'record-public-value',
            who: { by: 'named', role: 'coordinator', persons: [] },
            due: { at: source.publishedAfter },
          },
        ],
      };
    }
    case 'draw.revealed.v1':
      return { done: [reveal(entry.data.draw, entry.data.party)] };
    case 'draw.reveal-failed.v1':
      return { cancelled: [reveal(entry.data.draw, entry.data.party)] };
    case 'draw.seeded.v1':
      return { done: [publicValue(entry.data.draw)] };
    default:
      return undefined;
  }
};

const ofWatch = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'act.scheduled.v1': {
      const { act: id, kind, heldAt } = entry.data;
      const audience = entry.data.public ? 'public' : 'case';
      const item = { id: act(id), kind: 'act', what: 'attend-act', about: id, act: kind, audience } as const;
      return { begins: [{ ...item, who: TEAM, due: { at: heldAt } }] };
    }
    case 'act.rescheduled.v1':
      return { moved: [{ id: act(entry.data.act), to: entry.data.heldAt }] };
    // That an act was held does not end what is asked of the team: to say whether it was there. A correction of what it said comes later.
    case 'act.attended.v1':
    case 'act.not-attended.v1':
      return { done: [act(entry.data.act)] };
    case 'act.cancelled.v1':
      return { cancelled: [act(entry.data.act)] };
    case 'site-visit.planned.v1': {
      const { visit: id, plannedAt } = entry.data;
      const item = { id: visit(id), kind: 'visit', what: 'visit-site', about: id, audience: 'case' } as const;
      return { begins: [{ ...item, who: TEAM, due: { at: plannedAt } }] };
    }
    case 'site-visit.rescheduled.v1':
      return { moved: [{ id: visit(entry.data.visit), to: entry.data.plannedAt }] };
    case 'site-visit.settled.v1':
      return { done: [visit(entry.data.visit)] };
    default:
      return undefined;
  }
};

const weighed = z.looseObject({ type: z.string(), severity: z.optional(z.string()) });

/** The observation that a fact names, or confides to its content. A content that was erased tells nothing any more. */
const toldIn = ({
  data,
  content,
}: EntryWithContent & { readonly data: { readonly observation?: string | undefined } }): string | undefined =>
  data.observation ?? aboutObservation.safeParse(content).data?.observation;

const ofDialogue = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'observation.filed.v1': {
      // A content that was erased tells nothing any more.
      const { data } = weighed.safeParse(entry.content);
      if (data?.type !== 'finding' || data.severity !== 'grave') return NOTHING;
      const about = entry.data.observation;
      const item = { id: grave(about), kind: 'term', what: 'escalate-or-explain', about } as const;
      return {
        begins: [{ ...item, audience: 'confidential', who: { by: 'clear-team' }, due: { term: 'escalation' } }],
      };
    }
    case 'non-escalation.reasoned.v1': {
      const { data } = aboutObservation.safeParse(entry.content);
      return data === undefined ? NOTHING : { done: [grave(data.observation)] };
    }
    case 'finding.notified.v1': {
      const about = toldIn(entry);
      if (about === undefined) return NOTHING;
      const audience = entry.data.observation === undefined ? 'confidential' : 'public';
      const item = { id: reply(about), kind: 'term', what: 'reply-to-finding', about, audience } as const;
      return { begins: [{ ...item, who: { by: 'contracting-authority' }, due: { term: 'finding-reply' } }] };
    }
    case 'finding.replied.v1':
      return { done: [toldIn(entry)].flatMap((about) => (about === undefined ? [] : [reply(about)])) };
    case 'reply.lapsed.v1':
      return { lapsed: [toldIn(entry)].flatMap((about) => (about === undefined ? [] : [reply(about)])) };
    case 'escalation.sent.v1': {
      const { escalation: about, controlAuthority: of } = entry.data;
      const item = { id: answer(about), kind: 'term', what: 'answer-escalation', about, audience: 'public' } as const;
      return {
        done: findingsOf(entry).map(grave),
        begins: [{ ...item, who: { by: 'control-authority', of }, due: { term: 'control-answer' } }],
      };
    }
    case 'escalation.answered.v1':
      return { done: [answer(entry.data.escalation)] };
    case 'escalation.lapsed.v1':
      return { lapsed: [answer(entry.data.escalation)] };
    default:
      return undefined;
  }
};

const accusation = z.looseObject({ accused: z.enum(PACT_SIGNATORIES), bidder: z.optional(z.string()) });

/** Who is accused of a breach is told to nobody else before the ruling. A content that was erased tells nothing any more. */
const accusedIn = ({ content }: EntryWithContent): MustAct | undefined => {
  const { data } = accusation.safeParse(content);
  if (data === undefined) return undefined;
  return data.bidder === undefined ? { by: 'contracting-authority' } : { by: 'bidder', of: data.bidder };
};

const ofBreach = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'pact.breach-reported.v1': {
      const { breach: about } = entry.data;
      const who = accusedIn(entry);
      if (who === undefined) return NOTHING;
      const item = { id: breach(about), kind: 'term', what: 'answer-breach', about, audience: 'confidential' } as const;
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
const ofCommittee = (context: AgendaContext, entry: EntryWithContent): AgendaChange | undefined => {
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

const PUBLISH: Beginning = {
  id: PUBLICATION,
  kind: 'term',
  what: 'publish-report',
  audience: 'public',
  who: TEAM,
  due: { term: 'publication' },
};

const ofReport = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'report.sent-for-reply.v1': {
      const about = entry.data.report;
      const item = { id: comments(about), kind: 'term', what: 'comment-on-report', about, audience: 'public' } as const;
      return { begins: [{ ...item, who: { by: 'contracting-authority' }, due: { term: 'report-reply' } }] };
    }
    case 'report.commented.v1':
      return { done: [comments(entry.data.report)] };
    case 'report.redrafted.v1':
    case 'report.adopted.v1':
      return { cancelled: [comments(entry.data.report)] };
    case 'report.published.v1':
      return entry.data.stage === 'final-report' ? { done: [PUBLICATION] } : NOTHING;
    default:
      return undefined;
  }
};

const ofTip = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'tip.received.v1': {
      const about = entry.data.tip;
      const item = { id: tip(about), kind: 'term', what: 'answer-tip', about, audience: 'case' } as const;
      return {
        begins: [{ ...item, who: { by: 'named', role: 'coordinator', persons: [] }, due: { term: 'tip-answer' } }],
      };
    }
    case 'tip.answered.v1':
      return { done: [tip(entry.data.tip)] };
    default:
      return undefined;
  }
};

/** Once a case is closed nobody can attend, visit or sign any more; who was asked for a reply or an answer still may. */
const CLOSED_DROPS: readonly AgendaItem['what'][] = [
  'answer-proposal',
  'attend-act',
  'visit-site',
  'sign-declaration',
  'escalate-or-explain',
  'comment-on-report',
  'reveal-for-draw',
  'record-public-value',
  'answer-breach',
];

/** A process that ended holds no more acts, and there is nothing left to visit; what was held before may still be accounted for. */
const isOfEndedProcess = ({ what, dueAt }: AgendaItem, endedAt: Instant): boolean =>
  what === 'visit-site' || (what === 'attend-act' && dueAt > endedAt);

/** Straight to the final report: with what is due still, and without what nobody asks for any more. */
const endedEarly = (at: Instant): AgendaChange => ({
  refreshes: true,
  drops: (item) => isOfEndedProcess(item, at),
  begins: [PUBLISH],
});

const ofCourse = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'term.reminded.v1':
      return { reminded: [entry.data.item] };
    case 'case.suspended.v1':
    case 'case.resumed.v1':
      return { refreshes: true };
    case 'process.ended.v1':
      return { ...endedEarly(entry.recordedAt), cancelled: [COMMITTEE_TERM] };
    case 'stage.advanced.v1':
      // From then on no committee can be extended or dissolved any more.
      if (entry.data.to === 'final-report') return { begins: [PUBLISH], cancelled: [COMMITTEE_TERM] };
      return entry.data.to === 'closed'
        ? { refreshes: true, drops: ({ what }) => CLOSED_DROPS.includes(what) }
        : NOTHING;
    default:
      return undefined;
  }
};
