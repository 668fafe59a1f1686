import type { FactType, PersonFactType, RosterFactType } from '../../events/catalogue.ts';
import { UNNAMED } from '../../events/shapes.ts';
import type { EntryWithContent } from '../case.ts';
import type { Recorded } from '../evolution.ts';
import { observationOf } from '../observations/confide.ts';
import { accusedIn, type Concern, peopleBehind, type Things, type Told } from './concern.ts';
import type { NoticeContext } from './context.ts';
import { mustActOn } from './reminded.ts';

/** Whom the facts of one type concern; or nobody, and why. */
type Rule<T extends FactType> =
  | {
      /** Things of the case that must be at hand to say it. */
      readonly things?: (entry: Recorded<T>) => readonly string[];
      readonly concerns: (entry: Recorded<T>, things: Things) => readonly Concern[];
    }
  | { readonly nobody: string };

const TEAM = { of: 'team' } as const;
const CLEAR_TEAM = { of: 'clear-team' } as const;
const COORDINATOR = { of: 'coordinator' } as const;
const AUTHORITY = { of: 'contracting-authority' } as const;
const these = (...concerns: readonly Concern[]) => ({ concerns: () => concerns });
const EVERYBODY = these({ of: 'everybody' });
const theirOwn = (...others: readonly Concern[]) => ({
  concerns: ({ data }: { readonly data: { readonly person: string } }) => [{ person: data.person }, ...others],
});

const authorOf = (things: Things, id: string): readonly Concern[] => {
  const by = things.get(id)?.by;
  return by === undefined ? [] : [{ person: by }];
};

/** What becomes of an observation is told to whoever wrote it, in the team or no longer. */
type OfObservation = 'embargo.extended.v1' | 'embargo.ended.v1' | 'observation.released.v1';
const ofObservation: Rule<OfObservation> = {
  things: ({ data }) => [data.observation],
  concerns: ({ data }, things) => [...authorOf(things, data.observation), CLEAR_TEAM, COORDINATOR],
};

/** Whoever was shown an observation is told that it says something else now, or nothing any more. */
const toWhomItWasPut: Rule<'observation.corrected.v1' | 'observation.withdrawn.v1'> = {
  things: ({ data }) => [data.observation],
  concerns: ({ data, recordedAt }, things) => {
    const { notifiedAt, escalatedTo = [] } = things.get(data.observation) ?? {};
    return [
      CLEAR_TEAM,
      COORDINATOR,
      ...(notifiedAt !== undefined && notifiedAt < recordedAt ? [AUTHORITY] : []),
      ...escalatedTo.map((controlAuthority) => ({ controlAuthority })),
    ];
  },
};

const ofFinding: Rule<'finding.replied.v1' | 'reply.lapsed.v1'> = {
  things: (entry) => [observationOf(entry)],
  concerns: (entry, things) => [
    ...authorOf(things, observationOf(entry)),
    CLEAR_TEAM,
    COORDINATOR,
    ...(entry.type === 'reply.lapsed.v1' ? [AUTHORITY] : []),
  ],
};

type OfBreach = 'pact.breach-reported.v1' | 'pact.breach-answer-lapsed.v1' | 'pact.breach-ruled.v1';
const ofBreach: Rule<OfBreach> = {
  things: ({ data }) => [data.breach],
  concerns: ({ data }, things) => [CLEAR_TEAM, COORDINATOR, ...accusedIn(things, data.breach)],
};

const askedIn: Rule<'question.answered.v1' | 'answer.overdue.v1'> = {
  things: ({ data }) => [data.question],
  concerns: ({ data, type }, things) => {
    const asking = data.to === 'team' ? AUTHORITY : CLEAR_TEAM;
    const asked = data.to === 'team' ? CLEAR_TEAM : AUTHORITY;
    const asker = authorOf(things, data.question);
    return type === 'answer.overdue.v1' ? [asked, asking, ...asker, COORDINATOR] : [asking, ...asker];
  },
};

const authorityOf = (things: Things, escalation: string): readonly Concern[] => {
  const controlAuthority = things.get(escalation)?.controlAuthority;
  return controlAuthority === undefined ? [] : [{ controlAuthority }];
};

type OfEscalation =
  | 'escalation.delivered.v1'
  | 'escalation.acknowledged.v1'
  | 'escalation.review-begun.v1'
  | 'escalation.answered.v1'
  | 'escalation.answer-revised.v1'
  | 'escalation.lapsed.v1';
const ofEscalation: Rule<OfEscalation> = {
  things: ({ data }) => [data.escalation],
  concerns: ({ data }, things) => [...authorityOf(things, data.escalation), CLEAR_TEAM, COORDINATOR],
};

const PARTIES: Rule<'draw.announced.v1'> = {
  concerns: ({ data: { source } }) => [
    ...(source.kind === 'beacon' ? [] : source.parties.map((person) => ({ person }))),
    COORDINATOR,
  ],
};

/**
 * The table: which fact tells whom. A notice holds nothing that its event does not say to everybody, so the table decides who is told,
 * never what is shown: a sealed finding is not named in the events about it, and so in no notice either.
 */
export const NOTICES: { readonly [T in FactType]?: Rule<T> } = {
  'case.opened.v1': { nobody: 'Whoever opened it knows, and nobody else is in the case yet.' },
  'process.imported.v1': { nobody: 'It comes with the opening.' },
  'process.kept.v1': { nobody: 'It changes nothing.' },
  'process.changed.v1': these(TEAM, COORDINATOR),
  'stage.advanced.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'case.suspended.v1': EVERYBODY,
  'case.resumed.v1': EVERYBODY,
  'process.ended.v1': EVERYBODY,
  'member.proposed.v1': {
    concerns: ({ data: { person, replaces } }) => [
      { person },
      ...(replaces === undefined ? [] : [{ person: replaces }]),
      COORDINATOR,
    ],
  },
  'interests.enrolled.v1': { nobody: 'It comes with the proposal, and what is found is told as an impediment.' },
  'member.accepted.v1': these(TEAM, COORDINATOR),
  'member.declined.v1': these(COORDINATOR),
  'proposal.lapsed.v1': theirOwn(COORDINATOR),
  'member.left.v1': theirOwn(TEAM, COORDINATOR),
  'accreditation.changed.v1': theirOwn(COORDINATOR),
  'accreditation.lapsed.v1': theirOwn(COORDINATOR),
  'declaration.signed.v1': these(COORDINATOR),
  'impediment.found.v1': theirOwn(COORDINATOR),
  'impediment.ruled.v1': theirOwn(COORDINATOR),
  'officer.elected.v1': these(TEAM, COORDINATOR),
  'liaison.accredited.v1': theirOwn(),
  'liaison.withdrawn.v1': theirOwn(COORDINATOR),
  'draw.announced.v1': PARTIES,
  'draw.committed.v1': these(COORDINATOR),
  'draw.revealed.v1': these(COORDINATOR),
  'draw.reveal-failed.v1': { concerns: ({ data }) => [{ person: data.party }, COORDINATOR] },
  'draw.seeded.v1': these(COORDINATOR),
  'draw.drawn.v1': these(COORDINATOR),
  'draw.alternate-called.v1': { nobody: 'Whoever is called is proposed in the same moment, and that is told.' },
  'bidder.registered.v1': these(TEAM),
  'pact.signed-by-authority.v1': these(TEAM, COORDINATOR),
  'pact.signed-by-bidder.v1': these(TEAM, COORDINATOR),
  'pact.refused-by-bidder.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'pact.text-deposited.v1': these(TEAM, COORDINATOR, AUTHORITY, { of: 'bidders' }),
  'pact.breach-reported.v1': ofBreach,
  'pact.breach-answered.v1': these(CLEAR_TEAM, COORDINATOR),
  'pact.breach-answer-lapsed.v1': ofBreach,
  'pact.breach-ruled.v1': ofBreach,
  'committee.constituted.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'committee.term-ended.v1': these(TEAM, COORDINATOR),
  'committee.extended.v1': these(TEAM, COORDINATOR),
  'committee.dissolved.v1': EVERYBODY,
  'act.scheduled.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'act.rescheduled.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'act.cancelled.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'act.held.v1': these(TEAM),
  'act.attended.v1': { nobody: 'The team did it itself, and the list of acts shows it.' },
  'act.not-attended.v1': these(COORDINATOR),
  'act.account-corrected.v1': these(COORDINATOR),
  'document-access.checked.v1': {
    nobody: 'The team fills its checklist line by line; the stage says what is missing.',
  },
  'award.recorded.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'award.corrected.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'flag.raised.v1': these(CLEAR_TEAM),
  'flag.dismissed.v1': these(COORDINATOR),
  'flag.turned-into-finding.v1': these(COORDINATOR),
  'contract.signed.v1': these(TEAM, COORDINATOR),
  'contract.amended.v1': these(TEAM, COORDINATOR),
  'amendment.reviewed.v1': these(COORDINATOR),
  // Never the authority or the bidders: a visit can come unannounced.
  'site-visit.planned.v1': these(CLEAR_TEAM, COORDINATOR),
  'site-visit.rescheduled.v1': these(CLEAR_TEAM, COORDINATOR),
  'site-visit.settled.v1': these(COORDINATOR),
  'contract.ended.v1': these(TEAM, COORDINATOR),
  'observation.filed.v1': { things: ({ data }) => [data.observation], ...these(CLEAR_TEAM, COORDINATOR) },
  'observation.corrected.v1': toWhomItWasPut,
  'observation.withdrawn.v1': toWhomItWasPut,
  'embargo.extended.v1': ofObservation,
  'embargo.ended.v1': ofObservation,
  'release.proposed.v1': these(CLEAR_TEAM, COORDINATOR),
  'observation.released.v1': ofObservation,
  'finding.notified.v1': these(AUTHORITY, CLEAR_TEAM, COORDINATOR),
  'finding.replied.v1': ofFinding,
  'reply.lapsed.v1': ofFinding,
  'question.asked.v1': { concerns: ({ data }) => (data.to === 'team' ? [CLEAR_TEAM] : [AUTHORITY]) },
  'question.answered.v1': askedIn,
  'answer.overdue.v1': askedIn,
  'escalation.sent.v1': {
    concerns: ({ data: { controlAuthority } }) => [{ controlAuthority }, CLEAR_TEAM, COORDINATOR],
  },
  'non-escalation.reasoned.v1': these(CLEAR_TEAM, COORDINATOR),
  'escalation.delivered.v1': ofEscalation,
  'escalation.acknowledged.v1': ofEscalation,
  'escalation.review-begun.v1': ofEscalation,
  'escalation.answered.v1': ofEscalation,
  'escalation.answer-revised.v1': ofEscalation,
  'escalation.lapsed.v1': ofEscalation,
  'escalation.next-tier-declined.v1': these(CLEAR_TEAM, COORDINATOR),
  'finding.escalation-overdue.v1': these(CLEAR_TEAM, COORDINATOR),
  'proceeding.recorded.v1': these(CLEAR_TEAM, COORDINATOR),
  'proceeding.moved.v1': these(CLEAR_TEAM, COORDINATOR),
  'document.declared.v1': { nobody: 'A file is announced before it comes; what became of it is told.' },
  'document.arrived.v1': { nobody: 'It is looked at in the same minute, and what came of that is told.' },
  'document.usable.v1': these(CLEAR_TEAM, COORDINATOR),
  'document.refused.v1': {
    things: ({ data }) => [data.document],
    concerns: ({ data }, things) => [...authorOf(things, data.document), CLEAR_TEAM, COORDINATOR],
  },
  'document.read.v1': { nobody: 'Who read a document stands in its list of custody.' },
  'document.bundled.v1': { nobody: 'Who was given a document stands in its list of custody.' },
  'report.drafted.v1': these(CLEAR_TEAM),
  'report.redrafted.v1': these(CLEAR_TEAM),
  'report.sent-for-reply.v1': these(AUTHORITY, CLEAR_TEAM, COORDINATOR),
  'report.commented.v1': these(CLEAR_TEAM, COORDINATOR),
  'report.signed.v1': these(CLEAR_TEAM, COORDINATOR),
  'report.voted.v1': these(CLEAR_TEAM),
  'report.adopted.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'report.published.v1': EVERYBODY,
  'recommendations.made.v1': { nobody: 'It comes with the publication of the report, and that is told.' },
  'recommendation.responded.v1': these(TEAM, COORDINATOR),
  'recommendation.followed-up.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'recommendation.overdue.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'tip.received.v1': these(COORDINATOR),
  'tip.added-to.v1': these(COORDINATOR),
  'tip.answered.v1': these(CLEAR_TEAM),
  'tip.overdue.v1': these(COORDINATOR),
  'tip.made-lead.v1': these(CLEAR_TEAM),
  'dimension.coded.v1': these(TEAM, COORDINATOR),
  'factor.assessed.v1': these(TEAM, COORDINATOR),
  'participation.claimed.v1': these(TEAM),
  'sustained.fell-due.v1': these(TEAM, COORDINATOR),
  'sustained.checked.v1': these(TEAM, COORDINATOR, AUTHORITY),
  'team.inactive.v1': these(TEAM, COORDINATOR),
  'term.reminded.v1': {
    things: ({ data }) => mustActOn(data.item).things,
    concerns: ({ data }, things) => mustActOn(data.item).concerns(things),
  },
};

const ruleOf = <T extends FactType>(type: T): Rule<T> => NOTICES[type] ?? { nobody: 'No rule names it.' };

/** The things that must be at hand to tell whom a fact concerns. */
export const thingsConcerned = <T extends FactType>(entry: Recorded<T>): readonly string[] => {
  const rule = ruleOf<T>(entry.type);
  return 'nobody' in rule ? [] : (rule.things?.(entry) ?? []);
};

const concernsOf = <T extends FactType>(entry: Recorded<T>, things: Things): readonly Concern[] => {
  const rule = ruleOf<T>(entry.type);
  return 'nobody' in rule ? [] : rule.concerns(entry, things);
};

/**
 * Who did what a fact tells, where that is at hand. The record does not name who acts on what is sealed: its author alone files, corrects
 * and withdraws it, and where an embargo is extended the record names whoever is not its author.
 */
const doerOf = (entry: EntryWithContent, things: Things): unknown => {
  if (entry.actor.person !== UNNAMED) return entry.actor.person;
  switch (entry.type) {
    case 'observation.filed.v1':
    case 'observation.corrected.v1':
    case 'observation.withdrawn.v1':
    case 'embargo.extended.v1':
      return things.get(entry.data.observation)?.by;
    default:
      return entry.content?.['by'];
  }
};

/** Who is told of a fact, each once. Whoever did it knows already. */
export const whomItConcerns = (entry: EntryWithContent, context: NoticeContext, things: Things): readonly Told[] => {
  const told = new Map<string, Told>();
  const doer = doerOf(entry, things);
  for (const each of concernsOf(entry, things).flatMap((concern) => peopleBehind(concern, context))) {
    if (each.person !== doer && !told.has(each.person)) told.set(each.person, each);
  }
  return [...told.values()];
};

/** The control authorities that a fact concerns, whether or not anybody stands for them in the case. */
export const authoritiesConcerned = (entry: EntryWithContent, things: Things): readonly string[] => [
  ...new Set(
    concernsOf(entry, things).flatMap((concern) => ('controlAuthority' in concern ? [concern.controlAuthority] : [])),
  ),
];

/**
 * The same of who may sign in. Roles are seen where one signs in, and whoever is suspended reads no notice: the record and those who look
 * over it know.
 */
export const PEOPLE_NOTICES: Readonly<Record<PersonFactType, { readonly nobody: string }>> = {
  'person.added.v1': { nobody: 'The sign-in itself invites whoever is added.' },
  'role.given.v1': { nobody: 'Whoever has a new role finds its places when they sign in.' },
  'role.taken.v1': { nobody: 'Whoever lost a role no longer finds its places.' },
  'person.suspended.v1': { nobody: 'Whoever is suspended cannot sign in to read it.' },
  'person.restored.v1': { nobody: 'Whoever is restored learns it from whoever restored them.' },
};

/** The same of the roster: each of its facts concerns whoever it is about, or nobody. */
export const ROSTER_NOTICES: Readonly<Record<RosterFactType, 'whoever it is about' | { readonly nobody: string }>> = {
  'roster.entry-added.v1': 'whoever it is about',
  'roster.entry-corrected.v1': 'whoever it is about',
  'accreditation.granted.v1': 'whoever it is about',
  'accreditation.renewed.v1': 'whoever it is about',
  'accreditation.suspended.v1': 'whoever it is about',
  'accreditation.reinstated.v1': 'whoever it is about',
  'accreditation.removed.v1': 'whoever it is about',
};
