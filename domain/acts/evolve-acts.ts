import type { actsEvents } from '../../events/acts.ts';
import type { Stage } from '../../events/vocabulary.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type Head, type Subject, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { NOTHING_OPEN, opened, settled } from '../tally.ts';

type ActsOfStage = NonNullable<Head['acts'][Stage]>;
type Accounted = 'attended' | 'missed' | 'obstructed';

const NO_ACTS: ActsOfStage = { awaited: NOTHING_OPEN, attended: 0, missed: 0, obstructed: 0 };

const inStage = (head: Head, stage: Stage, change: (acts: ActsOfStage) => ActsOfStage): Head => ({
  ...head,
  acts: { ...head.acts, [stage]: change(head.acts[stage] ?? NO_ACTS) },
});

/** The earliest opening of bids that was accounted for: what binds bidders must come before it. */
const withOpening = (head: Head, act: SubjectOf<'act'> | undefined): Head => {
  if (act?.act !== 'bid-opening') return head;
  const isLater = head.bidsOpenedAt !== undefined && head.bidsOpenedAt <= act.heldAt;
  return isLater ? head : { ...head, bidsOpenedAt: act.heldAt };
};

const accounted = (head: Head, { act, stage, as }: { act: string; stage: Stage; as: Accounted }): Head =>
  inStage(head, stage, (acts) => ({ ...acts, awaited: settled(acts.awaited, act), [as]: acts[as] + 1 }));

const accountedSubject = (
  subjects: Subjects,
  { act: id, as, version }: { act: string; as: Accounted; version: number },
): readonly Subject[] => {
  const act = subjectOf(subjects, 'act', id);
  return act === undefined ? [] : [{ ...act, accounted: as, accountedIn: version }];
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
    head: (head, { data }, subjects) =>
      accounted(withOpening(head, subjectOf(subjects, 'act', data.act)), {
        act: data.act,
        stage: data.stage,
        as: 'attended',
      }),
    subjects: ({ data, version }, subjects) => accountedSubject(subjects, { act: data.act, as: 'attended', version }),
  },
  'act.not-attended.v1': {
    head: (head, { data }, subjects) =>
      accounted(withOpening(head, subjectOf(subjects, 'act', data.act)), {
        act: data.act,
        stage: data.stage,
        as: data.absence,
      }),
    subjects: ({ data, version }, subjects) => accountedSubject(subjects, { act: data.act, as: data.absence, version }),
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
