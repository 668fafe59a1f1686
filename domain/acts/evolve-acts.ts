import type { actsEvents } from '../../events/acts.ts';
import type { Stage } from '../../events/vocabulary.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type Head, type Subject, type Subjects, subjectOf } from '../state.ts';
import { NOTHING_OPEN, opened, settled } from '../tally.ts';

type ActsOfStage = NonNullable<Head['acts'][Stage]>;
type Accounted = 'attended' | 'missed' | 'obstructed';

const NO_ACTS: ActsOfStage = { awaited: NOTHING_OPEN, attended: 0, missed: 0, obstructed: 0 };

const inStage = (head: Head, stage: Stage, change: (acts: ActsOfStage) => ActsOfStage): Head => ({
  ...head,
  acts: { ...head.acts, [stage]: change(head.acts[stage] ?? NO_ACTS) },
});

const accounted = (head: Head, { act, stage, as }: { act: string; stage: Stage; as: Accounted }): Head =>
  inStage(head, stage, (acts) => ({ ...acts, awaited: settled(acts.awaited, act), [as]: acts[as] + 1 }));

const accountedSubject = (subjects: Subjects, id: string, as: Accounted): readonly Subject[] => {
  const act = subjectOf(subjects, 'act', id);
  return act === undefined ? [] : [{ ...act, accounted: as }];
};

export const actsEvolutions: Evolutions<keyof typeof actsEvents> = {
  'act.scheduled.v1': {
    head: (head, { data }) =>
      inStage(numbered(head, data.act), data.stage, (acts) => ({ ...acts, awaited: opened(acts.awaited, data.act) })),
    subjects: ({ data, version }) => [
      {
        kind: 'act',
        id: data.act,
        recordedIn: version,
        act: data.kind,
        stage: data.stage,
        heldAt: data.heldAt,
        public: data.public,
        accounted: 'awaited',
      },
    ],
  },
  'act.attended.v1': {
    head: (head, { data }) => accounted(head, { act: data.act, stage: data.stage, as: 'attended' }),
    subjects: ({ data }, subjects) => accountedSubject(subjects, data.act, 'attended'),
  },
  'act.not-attended.v1': {
    head: (head, { data }) => accounted(head, { act: data.act, stage: data.stage, as: data.absence }),
    subjects: ({ data }, subjects) => accountedSubject(subjects, data.act, data.absence),
  },
  'document-access.checked.v1': {
    head: (head, { data }) => ({
      ...head,
      documentAccess: {
        ...head.documentAccess,
        [data.stage]: { ...head.documentAccess[data.stage], [data.document]: data.result },
      },
    }),
  },
};
