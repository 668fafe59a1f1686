import * as z from 'zod/mini';
import type { RecordEntry } from '../../events/record.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { Remedy, Stage, Visibility } from '../../events/vocabulary.ts';
import { isOfTeam } from '../clocks/raise-inactivity.ts';
import { SUCCESS_DIMENSIONS } from '../initiatives/framework.ts';
import { foldFacts } from '../milestones/facts.ts';
import { observationOf, remediesOf, unremediedOf } from '../observations/confide.ts';
import { answered, asked, countedRemedy, overdue, withoutRemedy } from './fold-answers.ts';
import { monthOf } from './measures.ts';
import { type Lane, openedState, type WatchState, type Withheld } from './watch-state.ts';

/** An event with what it confides, and how the sealed observations that it confides were filed. */
export type WatchEntry = RecordEntry & {
  readonly content?: JsonObject;
  readonly visibilities?: ReadonlyMap<string, Visibility>;
};

/** The state after one more event of the case. Sealed findings move no count before their seal opens. */
export const foldWatch = (state: WatchState | undefined, entry: WatchEntry): WatchState => {
  if (entry.type === 'case.opened.v1') return openedState(entry.data, entry.recordedAt);
  if (state === undefined) throw new Error('The record of a case begins with its opening.');
  const { content: _, ...open } = entry;
  const known = { ...state, facts: foldFacts(state.facts, open), lastAt: entry.recordedAt };
  return foldAnswers(foldSeals(foldLife(inLane(heard(known, entry), entry), entry), entry), entry);
};

const heard = (state: WatchState, { actor, type }: RecordEntry): WatchState => {
  if (type === 'team.inactive.v1') return { ...state, silent: true, everSilent: true };
  return isOfTeam(actor.role) ? { ...state, silent: false } : state;
};

const foldLife = (state: WatchState, entry: WatchEntry): WatchState => {
  const at = entry.recordedAt;
  switch (entry.type) {
    case 'stage.advanced.v1':
      return moved(entry.data.to === 'closed' ? { ...state, silent: false } : state, entry.data.to, at);
    case 'process.ended.v1':
    case 'committee.dissolved.v1':
      return moved({ ...state, pauses: resumed(state.pauses, at) }, 'final-report', at);
    case 'case.suspended.v1':
      return { ...state, pauses: [...state.pauses, { from: at }] };
    case 'case.resumed.v1':
      return { ...state, pauses: resumed(state.pauses, at) };
    case 'dimension.coded.v1':
      return { ...state, coded: { ...state.coded, ...codingIn(entry.data) } };
    case 'report.published.v1':
      return entry.data.stage === 'final-report'
        ? counted(state, at, entry.data.late ? 'reports.late' : 'reports.inTime')
        : state;
    default:
      return state;
  }
};

const coding = z.object({ dimension: z.enum(SUCCESS_DIMENSIONS) });

/** Which dimensions people code is decided where the fact is: whichever of the five it names is taken. */
const codingIn = (data: Extract<RecordEntry, { type: 'dimension.coded.v1' }>['data']): WatchState['coded'] => ({
  [coding.parse(data).dimension]: data.codes,
});

const counted = (state: WatchState, at: string, name: string): WatchState => {
  const month = monthOf(at);
  const { [name]: before = 0, ...others } = state.months[month] ?? {};
  return { ...state, months: { ...state.months, [month]: { ...others, [name]: before + 1 } } };
};

const resumed = (pauses: WatchState['pauses'], at: string): WatchState['pauses'] =>
  pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause));

const moved = (state: WatchState, stage: Stage, at: string): WatchState => {
  const current = state.stages.at(-1);
  if (current?.stage === stage) return state;
  const before = state.stages.slice(0, -1);
  return {
    ...state,
    stages: [...before, ...(current === undefined ? [] : [{ ...current, to: at }]), { stage, from: at }],
  };
};

const LANE_OF: Readonly<Partial<Record<RecordEntry['type'], Lane>>> = {
  'act.attended.v1': 'acts',
  'act.not-attended.v1': 'acts',
  'observation.filed.v1': 'observations',
  'question.asked.v1': 'questions',
  'escalation.sent.v1': 'escalations',
  'report.adopted.v1': 'reports',
  'report.published.v1': 'reports',
  'tip.received.v1': 'tips',
};

const inLane = (state: WatchState, { type, recordedAt }: RecordEntry): WatchState => {
  const lane = LANE_OF[type];
  if (lane === undefined) return state;
  const month = monthOf(recordedAt);
  const before = state.lanes[month] ?? {};
  return { ...state, lanes: { ...state.lanes, [month]: { ...before, [lane]: (before[lane] ?? 0) + 1 } } };
};

const foldAnswers = (state: WatchState, entry: WatchEntry): WatchState => {
  const at = entry.recordedAt;
  switch (entry.type) {
    case 'question.asked.v1':
      return entry.data.to === 'team' ? state : asked(state, { of: 'questions', id: entry.data.question, at });
    case 'question.answered.v1':
      return entry.data.to === 'team'
        ? state
        : answered(state, { of: 'questions', id: entry.data.question, at, late: entry.data.late });
    case 'answer.overdue.v1':
      return entry.data.to === 'team' ? state : overdue(state, { of: 'questions', id: entry.data.question });
    case 'escalation.sent.v1':
      return asked(state, { of: 'escalations', id: entry.data.escalation, at });
    case 'escalation.answered.v1':
      return answered(remediesTold(state, entry), {
        of: 'escalations',
        id: entry.data.escalation,
        at,
        late: entry.data.late,
      });
    case 'escalation.answer-revised.v1':
      return remediesTold(state, entry);
    case 'escalation.lapsed.v1':
      return overdue(state, { of: 'escalations', id: entry.data.escalation });
    case 'finding.notified.v1':
    case 'finding.replied.v1':
    case 'reply.lapsed.v1':
      return foldFinding(state, entry);
    default:
      return state;
  }
};

type OfFinding = Extract<WatchEntry, { type: 'finding.notified.v1' | 'finding.replied.v1' | 'reply.lapsed.v1' }>;

const foldFinding = (state: WatchState, entry: OfFinding): WatchState => {
  const id = observationOf(entry);
  const at = entry.recordedAt;
  if (entry.data.observation === undefined) return withhold(state, entry, { id, ...withheldBy(entry) });
  switch (entry.type) {
    case 'finding.notified.v1':
      return asked(state, { of: 'findings', id, at });
    case 'finding.replied.v1':
      return answered(state, { of: 'findings', id, at, late: entry.data.late });
    case 'reply.lapsed.v1':
      return overdue(state, { of: 'findings', id });
  }
};

const withheldBy = (entry: OfFinding): Partial<Withheld> => {
  switch (entry.type) {
    case 'finding.notified.v1':
      return { putAt: entry.recordedAt };
    case 'finding.replied.v1':
      return { repliedAt: entry.recordedAt, late: entry.data.late };
    case 'reply.lapsed.v1':
      return { lapsed: true };
  }
};

const withhold = (
  state: WatchState,
  { visibilities }: WatchEntry,
  { id, ...told }: Partial<Withheld> & { readonly id: string },
): WatchState => {
  const before = state.withheld[id] ?? { visibility: visibilities?.get(id) ?? 'restricted' };
  return { ...state, withheld: { ...state.withheld, [id]: { ...before, ...told } } };
};

type OfRemedies = Extract<WatchEntry, { type: 'escalation.answered.v1' | 'escalation.answer-revised.v1' }>;

/** What became of open findings counts at once; of sealed ones it is kept apart. */
const remediesTold = (state: WatchState, entry: OfRemedies): WatchState => {
  const at = entry.recordedAt;
  const named = new Set(entry.data.remedies.map(({ observation }) => observation));
  const takenBack = entry.type === 'escalation.answer-revised.v1' ? unremediedOf(entry) : [];
  const before = takenBack.reduce((known, id) => withoutRemedy(known, id), state);
  return remediesOf(entry).reduce(
    (known, { observation, remedy }) =>
      named.has(observation)
        ? countedRemedy(known, observation, { at, remedy })
        : withhold(known, entry, { id: observation, remedy: { at, remedy } }),
    before,
  );
};

/** What opens, and what is sealed more tightly, counts from then on, or no more. */
const foldSeals = (state: WatchState, entry: WatchEntry): WatchState => {
  switch (entry.type) {
    case 'award.recorded.v1':
    case 'process.ended.v1':
      return Object.entries(state.withheld)
        .filter(([id, { visibility }]) => visibility === 'after-award' && !isExtended(state, id, entry.recordedAt))
        .reduce((known, [id]) => opened(known, id), state);
    case 'embargo.ended.v1':
    case 'observation.released.v1':
      return opened(state, entry.data.observation);
    case 'observation.corrected.v1': {
      const found = state.withheld[entry.data.observation];
      if (entry.data.restricted !== true || found === undefined) return state;
      return {
        ...state,
        withheld: { ...state.withheld, [entry.data.observation]: { ...found, visibility: 'restricted' } },
      };
    }
    default:
      return state;
  }
};

const isExtended = ({ facts }: WatchState, id: string, at: string): boolean => (facts.embargoes?.[id] ?? '') > at;

/** What was known of a finding under its seal is counted now, at the times when it happened. */
const opened = (state: WatchState, id: string): WatchState => {
  const { [id]: found, ...withheld } = state.withheld;
  if (found === undefined) return state;
  const { putAt, repliedAt, late = false, lapsed = false, remedy } = found;
  const known = { ...state, withheld };
  const put = putAt === undefined ? known : asked(known, { of: 'findings', id, at: putAt });
  const isLapsed = lapsed ? overdue(put, { of: 'findings', id }) : put;
  const replied = repliedAt === undefined ? isLapsed : answered(isLapsed, { of: 'findings', id, at: repliedAt, late });
  return remedy === undefined ? replied : withFactOf(countedRemedy(replied, id, remedy), id, remedy.remedy);
};

const withFactOf = (state: WatchState, id: string, remedy: Remedy): WatchState => ({
  ...state,
  facts: { ...state.facts, remedies: { ...state.facts.remedies, [id]: remedy } },
});
