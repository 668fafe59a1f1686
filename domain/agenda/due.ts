import * as z from 'zod/mini';
import type { LiaisonKind, Role } from '../../events/vocabulary.ts';
import type { EntryWithContent } from '../case.ts';
import { confides, findingsOf } from '../observations/confide.ts';
import { aboutObservation } from '../state.ts';
import {
  type AgendaChange,
  type Beginning,
  endedEarly,
  type MustAct,
  NOTHING,
  PUBLICATION,
  PUBLISH,
  TEAM,
} from './change.ts';
import type { AgendaContext } from './context.ts';
import { ofClosed, SUSTAINED } from './due-of-closed.ts';
import { COMMITTEE_TERM, ofBreach, ofCommittee } from './due-of-pact.ts';
import { ofRecommendations } from './due-of-recommendations.ts';
import { ofTip } from './due-of-tip.ts';
import type { AgendaItem } from './item.ts';

export const proposalItem = (person: string): string => `proposal:${person}`;
const declaration = (person: string): string => `declaration:${person}`;
const reply = (observation: string): string => `reply:${observation}`;
const grave = (observation: string): string => `escalation-of:${observation}`;
const question = (id: string): string => `question:${id}`;
const answer = (escalation: string): string => `answer:${escalation}`;
const furtherItem = (escalation: string): string => `next-tier:${escalation}`;
const comments = (report: string): string => `comments:${report}`;
const reveal = (draw: string, party: string): string => `reveal:${draw}:${party}`;
const publicValue = (draw: string): string => `public-value:${draw}`;
const act = (id: string): string => `act:${id}`;
const visit = (id: string): string => `visit:${id}`;

type EntryOf<T extends EntryWithContent['type']> = Extract<EntryWithContent, { type: T }>;

const TOLD_IN_CONTENT: readonly EntryWithContent['type'][] = [
  'process.imported.v1',
  'observation.filed.v1',
  'observation.corrected.v1',
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
  const change =
    ofTeam(context, entry) ??
    ofWatch(entry) ??
    ofDialogue(entry) ??
    ofReport(entry) ??
    ofRecommendations(entry) ??
    ofTip(entry);
  return change ?? ofBreach(entry) ?? ofCommittee(context, entry) ?? ofCourse(entry) ?? NOTHING;
};

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
    case 'accreditation.changed.v1':
    case 'accreditation.lapsed.v1':
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

const weighed = z.looseObject({
  type: z.string(),
  severity: z.optional(z.string()),
  escalationAwaited: z.optional(z.boolean()),
});

/** Somebody of the team without an impediment must escalate a grave finding, or say why not. */
const escalateOrExplain = (about: string, isOpen = false): Beginning => ({
  id: grave(about),
  kind: 'term',
  what: 'escalate-or-explain',
  about,
  // Everybody reads a finding that is open, and may know that it waits. That a sealed one does tells what the seal covers.
  audience: isOpen ? 'public' : 'confidential',
  who: { by: 'clear-team' },
  due: { term: 'escalation' },
});

/** The observation that a fact names, or confides to its content. A content that was erased tells nothing any more. */
const toldIn = ({
  data,
  content,
}: EntryWithContent & { readonly data: { readonly observation?: string | undefined } }): string | undefined =>
  data.observation ?? aboutObservation.safeParse(content).data?.observation;

/** What somebody was reminded of. What a seal covers is told in the content: only replies are such. */
const remindedIn = ({ data, content }: EntryOf<'term.reminded.v1'>): readonly string[] => {
  if (data.item !== undefined) return [data.item];
  const about = aboutObservation.safeParse(content).data?.observation;
  return about === undefined ? [] : [reply(about)];
};

const ofDialogue = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'observation.filed.v1': {
      // A content that was erased tells nothing any more.
      const { data } = weighed.safeParse(entry.content);
      if (data?.type !== 'finding' || data.severity !== 'grave') return NOTHING;
      return { begins: [escalateOrExplain(entry.data.observation, entry.data.visibility === 'public')] };
    }
    case 'observation.corrected.v1': {
      const { data } = weighed.safeParse(entry.content);
      if (data === undefined) return NOTHING;
      const about = entry.data.observation;
      return data.escalationAwaited === true
        ? { begins: [{ ...escalateOrExplain(about), unlessOpen: true }] }
        : { cancelled: [grave(about)] };
    }
    case 'observation.withdrawn.v1':
      return { cancelled: [grave(entry.data.observation)] };
    case 'non-escalation.reasoned.v1': {
      const { data } = aboutObservation.safeParse(entry.content);
      return data === undefined ? NOTHING : { done: [grave(data.observation)] };
    }
    case 'finding.notified.v1': {
      const about = toldIn(entry);
      if (about === undefined) return NOTHING;
      const audience = entry.data.observation === undefined ? 'undisclosed' : 'public';
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
        done: [
          ...findingsOf(entry).map(grave),
          ...(entry.data.follows === undefined ? [] : [furtherItem(entry.data.follows)]),
        ],
        begins: [{ ...item, who: { by: 'control-authority', of }, due: { term: 'control-answer' } }],
      };
    }
    case 'finding.escalation-overdue.v1':
      return { lapsed: [toldIn(entry)].flatMap((about) => (about === undefined ? [] : [grave(about)])) };
    default:
      return ofFurther(entry) ?? ofQuestions(entry);
  }
};

const proposed = (about: string, next: string | undefined): AgendaChange =>
  next === undefined
    ? {}
    : {
        begins: [
          {
            id: furtherItem(about),
            kind: 'term',
            what: 'choose-next-tier',
            about,
            audience: 'public',
            who: { by: 'clear-team' },
            due: { term: 'escalation' },
          },
        ],
      };

/** What an authority answered or left unanswered, and whether another is proposed after it. */
const ofFurther = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'escalation.answered.v1':
    case 'escalation.answer-revised.v1': {
      const { escalation, nextControlAuthority } = entry.data;
      return {
        done: [answer(escalation)],
        cancelled: [furtherItem(escalation)],
        ...proposed(escalation, nextControlAuthority),
      };
    }
    case 'escalation.lapsed.v1': {
      const { escalation, nextControlAuthority } = entry.data;
      return { lapsed: [answer(escalation)], ...proposed(escalation, nextControlAuthority) };
    }
    case 'escalation.next-tier-declined.v1':
      return { done: [furtherItem(entry.data.escalation)] };
    default:
      return undefined;
  }
};

/** That somebody was asked, and whether it was answered, is public; the words are not. */
const ofQuestions = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'question.asked.v1': {
      const { question: about, to } = entry.data;
      const item = { id: question(about), kind: 'term', about, audience: 'public' } as const;
      const due = { term: 'question-answer' } as const;
      const begun: Beginning =
        to === 'team'
          ? { ...item, what: 'answer-authority-question', who: { by: 'clear-team' }, due }
          : { ...item, what: 'answer-question', who: { by: 'contracting-authority' }, due };
      return { begins: [begun] };
    }
    case 'question.answered.v1':
      return { done: [question(entry.data.question)] };
    case 'answer.overdue.v1':
      return { lapsed: [question(entry.data.question)] };
    default:
      return undefined;
  }
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

/** Once a case is closed nobody can attend, visit or sign any more; who was asked for a reply or an answer still may. */
const CLOSED_DROPS: readonly AgendaItem['what'][] = [
  'answer-proposal',
  'attend-act',
  'visit-site',
  'sign-declaration',
  'escalate-or-explain',
  'answer-authority-question',
  'comment-on-report',
  'reveal-for-draw',
  'record-public-value',
  'answer-breach',
];

const ofCourse = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'term.reminded.v1':
      return { reminded: remindedIn(entry) };
    case 'sustained.checked.v1':
      return { done: [SUSTAINED] };
    case 'sustained.fell-due.v1':
      return { lapsed: [SUSTAINED] };
    case 'case.suspended.v1':
    case 'case.resumed.v1':
      return { refreshes: true };
    case 'process.ended.v1':
      return { ...endedEarly(entry.recordedAt), cancelled: [COMMITTEE_TERM] };
    case 'stage.advanced.v1':
      // From then on no committee can be extended or dissolved any more.
      if (entry.data.to === 'final-report') return { begins: [PUBLISH], cancelled: [COMMITTEE_TERM] };
      return entry.data.to === 'closed'
        ? {
            refreshes: true,
            drops: ({ what }) => CLOSED_DROPS.includes(what),
            begins: ofClosed(entry.data.sustainedDueAt),
          }
        : NOTHING;
    default:
      return undefined;
  }
};
