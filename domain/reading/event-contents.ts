import type { FactType } from '../../events/catalogue.ts';
import { undoneFindings } from '../assessment/check-sustained.ts';
import { behindDocument, mayReadDocument, mayReadFileName } from '../documents/may-read-document.ts';
import { behindProceeding } from '../escalations/evolve-proceedings.ts';
import type { Recorded } from '../evolution.ts';
import { findingsOf, observationOf, remediesOf, unremediedOf } from '../observations/confide.ts';
import { seesAll } from '../observations/seal.ts';
import { aboutObservation, type Subjects, subjectOf } from '../state.ts';
import {
  mayReadAccount,
  mayReadBreach,
  mayReadEscalation,
  mayReadInterests,
  mayReadLead,
  mayReadObservation,
  mayReadOwn,
  mayReadPlace,
  mayReadProceeding,
  mayReadQuestion,
  mayReadReport,
  mayReadTip,
  mayReadVisit,
  type Reading,
} from './may-read.ts';

type ReadingThings = Reading & { readonly subjects: Subjects };

/** Who reads the content of the events of one type. */
interface ContentRule<T extends FactType> {
  /** The things of the case that the rule looks at. */
  readonly things: (entry: Recorded<T>) => readonly string[];
  readonly mayRead: (entry: Recorded<T>, reading: ReadingThings) => boolean;
}

const EVERYBODY = { things: () => [], mayRead: () => true };
const WHO_SEES_ALL = { things: () => [], mayRead: (_: unknown, { reader, head }: Reading) => seesAll(reader, head) };

const mayReadOfObservation = (id: string, reading: ReadingThings): boolean => {
  const observation = subjectOf(reading.subjects, 'observation', id);
  return observation !== undefined && mayReadObservation(reading, observation);
};

/** Whoever filed an observation reads what it was and what it was corrected to, in the team or no longer, and why it was withdrawn. */
const BY_AUTHOR: ContentRule<'observation.filed.v1' | 'observation.corrected.v1' | 'observation.withdrawn.v1'> = {
  things: ({ data }) => [data.observation],
  mayRead: ({ data }, reading) => {
    const observation = subjectOf(reading.subjects, 'observation', data.observation);
    return observation !== undefined && mayReadOwn(reading, observation);
  },
};

/** Why an embargo was extended: the author or a coordinator said so, and whoever said it reads it again. */
const EXTENSION: ContentRule<'embargo.extended.v1'> = {
  things: ({ data }) => [data.observation],
  mayRead: ({ data, actor, content }, reading) => {
    const { person } = reading.reader;
    const isOwn = person !== undefined && (content?.['by'] ?? actor.person) === person;
    return isOwn || mayReadOfObservation(data.observation, reading);
  },
};

/** Why a restricted observation should be opened. The event does not name who proposed it: the content does. */
const PROPOSAL: ContentRule<'release.proposed.v1'> = {
  things: () => [],
  mayRead: ({ content }, { reader, head }) =>
    seesAll(reader, head) || (reader.person !== undefined && content?.['by'] === reader.person),
};

const OBSERVATION: ContentRule<'observation.released.v1'> = {
  things: ({ data }) => [data.observation],
  mayRead: ({ data }, reading) => mayReadOfObservation(data.observation, reading),
};

const FOLLOWING: ContentRule<
  'finding.notified.v1' | 'finding.replied.v1' | 'reply.lapsed.v1' | 'finding.escalation-overdue.v1'
> = {
  things: (entry) => [observationOf(entry)],
  mayRead: (entry, reading) => mayReadOfObservation(observationOf(entry), reading),
};

/** Where which observation it is about is itself part of the content. */
const CONFIDED_OBSERVATION: ContentRule<
  'flag.turned-into-finding.v1' | 'non-escalation.reasoned.v1' | 'term.reminded.v1'
> = {
  things: ({ content }) => [aboutObservation.parse(content).observation],
  mayRead: ({ content }, reading) => mayReadOfObservation(aboutObservation.parse(content).observation, reading),
};

const mayReadOfEscalation = (id: string, reading: ReadingThings): boolean => {
  const escalation = subjectOf(reading.subjects, 'escalation', id);
  return escalation !== undefined && mayReadEscalation(reading, escalation);
};

const PROCEEDING: ContentRule<'proceeding.recorded.v1' | 'proceeding.moved.v1'> = {
  things: (entry) => [entry.data.proceeding, ...behindProceeding(entry)],
  mayRead: ({ data }, reading) => {
    const proceeding = subjectOf(reading.subjects, 'proceeding', data.proceeding);
    return proceeding !== undefined && mayReadProceeding(reading, proceeding);
  },
};

const BREACH: ContentRule<'pact.breach-reported.v1' | 'pact.breach-answered.v1'> = {
  things: ({ data }) => [data.breach],
  mayRead: ({ data }, reading) => {
    const breach = subjectOf(reading.subjects, 'breach', data.breach);
    return breach !== undefined && mayReadBreach(reading, breach);
  },
};

/** Where and when an act is held, and who presided over it. */
const ACT: ContentRule<'act.scheduled.v1' | 'act.rescheduled.v1' | 'act.held.v1'> = {
  things: ({ data }) => [data.act],
  mayRead: ({ data }, reading) => {
    const act = subjectOf(reading.subjects, 'act', data.act);
    return act !== undefined && mayReadPlace(reading, act);
  },
};

const ACCOUNT = { things: () => [], mayRead: (_: unknown, reading: Reading) => mayReadAccount(reading) };
const VISIT = { things: () => [], mayRead: (_: unknown, reading: Reading) => mayReadVisit(reading) };

/** What is undone, named: whoever may read every finding among it. */
const SUSTAINED: ContentRule<'sustained.checked.v1'> = {
  things: ({ content }) => undoneFindings(content),
  mayRead: ({ content }, reading) => undoneFindings(content).every((id) => mayReadOfObservation(id, reading)),
};

/** A text that was written over, or an opinion on it, is no part of the report: it stays with those who see all. */
type OfReport = 'report.drafted.v1' | 'report.redrafted.v1' | 'report.commented.v1' | 'report.voted.v1';
const REPORT: ContentRule<OfReport> = {
  things: ({ data }) => [data.report],
  mayRead: ({ data, version }, reading) => {
    const report = subjectOf(reading.subjects, 'report', data.report);
    if (report === undefined) return false;
    const parts = [report.recordedIn, report.commentedIn, ...report.dissents];
    return parts.includes(version) ? mayReadReport(reading, report) : seesAll(reading.reader, reading.head);
  },
};

const QUESTION: ContentRule<'question.asked.v1' | 'question.answered.v1'> = {
  things: ({ data }) => [data.question, ...(data.report === undefined ? [] : [data.report])],
  mayRead: ({ data }, reading) => {
    const question = subjectOf(reading.subjects, 'question', data.question);
    return question !== undefined && mayReadQuestion(reading, question);
  },
};

/** The first content of a tip names its sender, if they did: the team of a lead reads its words in the tip itself. */
const TIP = { things: () => [], mayRead: (_: unknown, reading: Reading) => mayReadTip(reading) };

/** What was added to a tip, and what it was answered. */
const OF_LEAD: ContentRule<'tip.added-to.v1' | 'tip.answered.v1'> = {
  things: ({ data }) => [data.tip],
  mayRead: ({ data }, reading) => {
    const tip = subjectOf(reading.subjects, 'tip', data.tip);
    return tip !== undefined && mayReadLead(reading, tip);
  },
};

type OfDocument = 'document.arrived.v1' | 'document.usable.v1' | 'document.refused.v1';
const DOCUMENT: ContentRule<OfDocument> = {
  things: ({ data }) => [data.document],
  mayRead: ({ data }, reading) => {
    const document = subjectOf(reading.subjects, 'document', data.document);
    return document !== undefined && mayReadDocument(reading, document);
  },
};

/** What a file was called by its sender. That of a tip’s file can tell who they are, as their name does. */
const DECLARED: ContentRule<'document.declared.v1'> = {
  things: ({ data }) => [data.document],
  mayRead: ({ data }, reading) => {
    const document = subjectOf(reading.subjects, 'document', data.document);
    return document !== undefined && mayReadDocument(reading, document) && mayReadFileName(reading, document);
  },
};

/** Whom somebody has an interest in is that person's own: of colleagues only those learn it who must rule on it or audit the ruling. */
const OWN: ContentRule<
  'declaration.signed.v1' | 'interests.enrolled.v1' | 'impediment.found.v1' | 'impediment.ruled.v1'
> = {
  things: () => [],
  mayRead: ({ data }, { reader }) => mayReadInterests(reader, data.person),
};

/** Where a type of event is not named, its content is read by those who see all and nobody else: a new one begins closed. */
const RULES: { readonly [T in FactType]?: ContentRule<T> } = {
  'process.imported.v1': EVERYBODY,
  'process.kept.v1': EVERYBODY,
  'process.changed.v1': EVERYBODY,
  'declaration.signed.v1': OWN,
  'interests.enrolled.v1': OWN,
  'impediment.found.v1': OWN,
  'impediment.ruled.v1': OWN,
  'award.recorded.v1': EVERYBODY,
  'case.suspended.v1': EVERYBODY,
  'case.resumed.v1': EVERYBODY,
  'process.ended.v1': EVERYBODY,
  'bidder.registered.v1': EVERYBODY,
  'flag.dismissed.v1': EVERYBODY,
  'contract.amended.v1': EVERYBODY,
  'amendment.reviewed.v1': EVERYBODY,
  'observation.filed.v1': BY_AUTHOR,
  'observation.corrected.v1': BY_AUTHOR,
  'observation.withdrawn.v1': BY_AUTHOR,
  'embargo.extended.v1': EXTENSION,
  'release.proposed.v1': PROPOSAL,
  'observation.released.v1': OBSERVATION,
  'finding.notified.v1': FOLLOWING,
  'finding.replied.v1': FOLLOWING,
  'reply.lapsed.v1': FOLLOWING,
  'flag.turned-into-finding.v1': CONFIDED_OBSERVATION,
  'non-escalation.reasoned.v1': CONFIDED_OBSERVATION,
  'term.reminded.v1': CONFIDED_OBSERVATION,
  'escalation.sent.v1': {
    things: (entry) => [entry.data.escalation, ...findingsOf(entry)],
    mayRead: ({ data }, reading) => mayReadOfEscalation(data.escalation, reading),
  },
  'escalation.answered.v1': {
    things: (entry) => [entry.data.escalation, ...remediesOf(entry).map(({ observation }) => observation)],
    mayRead: ({ data }, reading) => mayReadOfEscalation(data.escalation, reading),
  },
  'escalation.answer-revised.v1': {
    things: (entry) => [
      entry.data.escalation,
      ...remediesOf(entry).map(({ observation }) => observation),
      ...unremediedOf(entry),
    ],
    mayRead: ({ data }, reading) => mayReadOfEscalation(data.escalation, reading),
  },
  'finding.escalation-overdue.v1': FOLLOWING,
  'proceeding.recorded.v1': PROCEEDING,
  'proceeding.moved.v1': PROCEEDING,
  'question.asked.v1': QUESTION,
  'question.answered.v1': QUESTION,
  'award.corrected.v1': EVERYBODY,
  'act.scheduled.v1': ACT,
  'act.rescheduled.v1': ACT,
  'act.cancelled.v1': EVERYBODY,
  'pact.text-deposited.v1': EVERYBODY,
  'pact.breach-reported.v1': BREACH,
  'pact.breach-answered.v1': BREACH,
  'pact.breach-ruled.v1': EVERYBODY,
  'committee.constituted.v1': EVERYBODY,
  'committee.extended.v1': EVERYBODY,
  'committee.dissolved.v1': EVERYBODY,
  'act.held.v1': ACT,
  'act.account-corrected.v1': ACCOUNT,
  'act.attended.v1': ACCOUNT,
  'act.not-attended.v1': ACCOUNT,
  'site-visit.planned.v1': VISIT,
  'site-visit.rescheduled.v1': VISIT,
  'site-visit.settled.v1': VISIT,
  'recommendation.followed-up.v1': EVERYBODY,
  'recommendation.responded.v1': EVERYBODY,
  'dimension.coded.v1': EVERYBODY,
  'factor.assessed.v1': EVERYBODY,
  'participation.claimed.v1': EVERYBODY,
  'sustained.checked.v1': SUSTAINED,
  'tip.received.v1': TIP,
  'tip.added-to.v1': OF_LEAD,
  'tip.answered.v1': OF_LEAD,
  'document.declared.v1': DECLARED,
  'document.arrived.v1': DOCUMENT,
  'document.usable.v1': DOCUMENT,
  'document.refused.v1': DOCUMENT,
  // Who read is told to those who answer for the case, and audit it.
  'document.read.v1': TIP,
  'document.bundled.v1': TIP,
  'report.drafted.v1': REPORT,
  'report.redrafted.v1': REPORT,
  'report.commented.v1': REPORT,
  'report.voted.v1': REPORT,
};

const ruleOf = <T extends FactType>(type: T): ContentRule<T> => RULES[type] ?? WHO_SEES_ALL;

/** The things of the case that must be at hand to tell who may read the content of an event. */
export const thingsBehind = <T extends FactType>(entry: Recorded<T>): readonly string[] =>
  ruleOf<T>(entry.type).things(entry);

/** The things that only those at hand name: the findings of an escalation, whatever its answer says of them; what a document hangs on. */
export const thingsBehindThose = (subjects: Subjects): readonly string[] =>
  [...subjects.values()].flatMap((subject) => {
    if (subject.kind === 'escalation') return subject.findings;
    return subject.kind === 'document' ? behindDocument(subject) : [];
  });

/** Whether somebody may read the content of an event now. It is never told more than the thing that the event is about would tell. */
export const mayReadContent = <T extends FactType>(entry: Recorded<T>, reading: ReadingThings): boolean =>
  ruleOf<T>(entry.type).mayRead(entry, reading);
