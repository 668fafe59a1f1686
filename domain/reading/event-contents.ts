import type { FactType } from '../../events/catalogue.ts';
import type { Recorded } from '../evolution.ts';
import { seesAll } from '../observations/seal.ts';
import { aboutObservation, type Subjects, subjectOf } from '../state.ts';
import {
  mayReadAccount,
  mayReadEscalation,
  mayReadObservation,
  mayReadPlace,
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

const OBSERVATION: ContentRule<'observation.filed.v1' | 'finding.replied.v1'> = {
  things: ({ data }) => [data.observation],
  mayRead: ({ data }, reading) => mayReadOfObservation(data.observation, reading),
};

/** Where which observation it is about is itself part of the content. */
const CONFIDED_OBSERVATION: ContentRule<'flag.turned-into-finding.v1' | 'non-escalation.reasoned.v1'> = {
  things: ({ content }) => [aboutObservation.parse(content).observation],
  mayRead: ({ content }, reading) => mayReadOfObservation(aboutObservation.parse(content).observation, reading),
};

const mayReadOfEscalation = (id: string, reading: ReadingThings): boolean => {
  const escalation = subjectOf(reading.subjects, 'escalation', id);
  return escalation !== undefined && mayReadEscalation(reading, escalation);
};

const ACCOUNT = { things: () => [], mayRead: (_: unknown, reading: Reading) => mayReadAccount(reading) };
const VISIT = { things: () => [], mayRead: (_: unknown, reading: Reading) => mayReadVisit(reading) };

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

const TIP = { things: () => [], mayRead: (_: unknown, reading: Reading) => mayReadTip(reading) };

/** Where a type of event is not named, its content is read by those who see all and nobody else: a new one begins closed. */
const RULES: { readonly [T in FactType]?: ContentRule<T> } = {
  'process.imported.v1': EVERYBODY,
  'case.suspended.v1': EVERYBODY,
  'case.resumed.v1': EVERYBODY,
  'process.ended.v1': EVERYBODY,
  'bidder.registered.v1': EVERYBODY,
  'flag.dismissed.v1': EVERYBODY,
  'contract.amended.v1': EVERYBODY,
  'amendment.reviewed.v1': EVERYBODY,
  'observation.filed.v1': OBSERVATION,
  'finding.replied.v1': OBSERVATION,
  'flag.turned-into-finding.v1': CONFIDED_OBSERVATION,
  'non-escalation.reasoned.v1': CONFIDED_OBSERVATION,
  'escalation.sent.v1': {
    things: ({ data }) => [data.escalation, ...data.findings],
    mayRead: ({ data }, reading) => mayReadOfEscalation(data.escalation, reading),
  },
  'escalation.answered.v1': {
    things: ({ data }) => [data.escalation, ...data.remedies.map(({ observation }) => observation)],
    mayRead: ({ data }, reading) => mayReadOfEscalation(data.escalation, reading),
  },
  'act.scheduled.v1': {
    things: ({ data }) => [data.act],
    mayRead: ({ data }, reading) => {
      const act = subjectOf(reading.subjects, 'act', data.act);
      return act !== undefined && mayReadPlace(reading, act);
    },
  },
  'act.attended.v1': ACCOUNT,
  'act.not-attended.v1': ACCOUNT,
  'site-visit.planned.v1': VISIT,
  'site-visit.settled.v1': VISIT,
  'tip.received.v1': TIP,
  'tip.added-to.v1': TIP,
  'tip.answered.v1': TIP,
  'report.drafted.v1': REPORT,
  'report.redrafted.v1': REPORT,
  'report.commented.v1': REPORT,
  'report.voted.v1': REPORT,
};

const ruleOf = <T extends FactType>(type: T): ContentRule<T> => RULES[type] ?? WHO_SEES_ALL;

/** The things of the case that must be at hand to tell who may read the content of an event. */
export const thingsBehind = <T extends FactType>(entry: Recorded<T>): readonly string[] =>
  ruleOf<T>(entry.type).things(entry);

/** Whether somebody may read the content of an event now. It is never told more than the thing that the event is about would tell. */
export const mayReadContent = <T extends FactType>(entry: Recorded<T>, reading: ReadingThings): boolean =>
  ruleOf<T>(entry.type).mayRead(entry, reading);
