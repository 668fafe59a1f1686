import type { assessmentEvents } from '../../events/assessment.ts';
import { DIMENSIONS, type Dimension, type SuccessDimension } from '../../events/vocabulary.ts';
import type { Evolutions, Recorded } from '../evolution.ts';
import { type Head, type Subject, type Subjects, subjectOf } from '../state.ts';
import { codingOf, factorThing, PARTICIPATION, type Statement, SUSTAINED } from './assessment-state.ts';

type Judging = keyof typeof assessmentEvents;

const stated = (
  { version, recordedAt, actor }: Pick<Recorded<Judging>, 'version' | 'recordedAt' | 'actor'>,
  subjects: Subjects,
  { id, says }: { id: string; says: Statement['says'] },
): readonly Subject[] => {
  const { recordedIn = version, statements = [] } = subjectOf(subjects, 'assessment', id) ?? {};
  const statement = { recordedIn: version, statedAt: recordedAt, by: actor.person, role: actor.role, says };
  return [{ kind: 'assessment', id, recordedIn, statements: [...statements, statement] }];
};

const isMandatory = (dimension: SuccessDimension): dimension is Dimension =>
  DIMENSIONS.some((mandatory) => mandatory === dimension);

/** What the head knows of the two dimensions that a case must carry a coding of before it is closed. */
const coded = (head: Head, { dimension, codes }: Recorded<'dimension.coded.v1'>['data']): Head =>
  isMandatory(dimension) ? { ...head, codings: { ...head.codings, [dimension]: codes } } : head;

const settled = (head: Head): Head =>
  head.sustained === undefined ? head : { ...head, sustained: { ...head.sustained, settled: true } };

export const assessmentEvolutions: Evolutions<Judging> = {
  'dimension.coded.v1': {
    head: (head, { data }) => coded(head, data),
    // Records from before evidence was asked for made no thing of it.
    subjects: (entry, subjects) =>
      entry.data.evidence === undefined
        ? []
        : stated(entry, subjects, { id: codingOf(entry.data.dimension), says: entry.data.codes }),
  },
  'factor.assessed.v1': {
    subjects: (entry, subjects) =>
      stated(entry, subjects, { id: factorThing(entry.data.factor), says: [entry.data.presence] }),
  },
  'participation.claimed.v1': {
    subjects: (entry, subjects) => stated(entry, subjects, { id: PARTICIPATION, says: [entry.data.level] }),
  },
  'sustained.fell-due.v1': { head: settled },
  'sustained.checked.v1': {
    head: settled,
    subjects: (entry, subjects) => {
      const { undoneRemedies, undoneRecommendations } = entry.data;
      const says = undoneRemedies + undoneRecommendations === 0 ? 'nothing-undone' : 'something-undone';
      return stated(entry, subjects, { id: SUSTAINED, says: [says] });
    },
  },
};
