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

/**
 * The earliest opening of bids that is known to have been held: what binds bidders must come before it. When it really began goes
 * before when it was planned.
 */
const withOpening = (head: Head, act: SubjectOf<'act'> | undefined, beganAt = act?.beganAt): Head => {
  if (act?.act !== 'bid-opening') return head;
  const openedAt = beganAt ?? act.heldAt;
  const wasPlanned = act.accounted !== 'awaited' && head.bidsOpenedAt === act.heldAt;
  const isLater = !wasPlanned && head.bidsOpenedAt !== undefined && head.bidsOpenedAt <= openedAt;
  return isLater ? head : { ...head, bidsOpenedAt: openedAt };
};

const accounted = (head: Head, { act, stage, as }: { act: string; stage: Stage; as: Accounted }): Head =>
  inStage(head, stage, (acts) => ({ ...acts, awaited: settled(acts.awaited, act), [as]: acts[as] + 1 }));

type Act = SubjectOf<'act'>;

const changedAct = (subjects: Subjects, id: string, change: (act: Act) => Act): readonly Subject[] => {
  const act = subjectOf(subjects, 'act', id);
  return act === undefined ? [] : [change(act)];
};

/** Who attended an act, as far as a fact tells it. */
const attendance = ({
  present,
  quorum,
  citizensAdmitted,
}: {
  present?: string[] | undefined;
  quorum?: number | undefined;
  citizensAdmitted?: boolean | undefined;
}): Partial<Act> => ({
  ...(present === undefined ? {} : { present }),
  ...(quorum === undefined ? {} : { quorum }),
  ...(citizensAdmitted === undefined ? {} : { citizensAdmitted }),
});

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
    subjects: ({ data, version }, subjects) =>
      changedAct(subjects, data.act, (act) => ({
        ...act,
        accounted: 'attended',
        accountedIn: version,
        ...(data.quorum === undefined ? {} : attendance(data)),
      })),
  },
  'act.not-attended.v1': {
    head: (head, { data }, subjects) =>
      accounted(withOpening(head, subjectOf(subjects, 'act', data.act)), {
        act: data.act,
        stage: data.stage,
        as: data.absence,
      }),
    subjects: ({ data, version }, subjects) =>
      changedAct(subjects, data.act, (act) => ({ ...act, accounted: data.absence, accountedIn: version })),
  },
  'act.rescheduled.v1': {
    subjects: ({ data, version }, subjects) =>
      changedAct(subjects, data.act, (act) => ({
        ...act,
        heldAt: data.heldAt,
        earlierDates: [...(act.earlierDates ?? []), data.from],
        movedIn: version,
        ...(data.placed ? { placedIn: version } : {}),
      })),
  },
  'act.cancelled.v1': {
    head: (head, { data }) =>
      inStage(head, data.stage, (acts) => ({ ...acts, awaited: settled(acts.awaited, data.act) })),
    subjects: ({ data, version }, subjects) =>
      changedAct(subjects, data.act, (act) => ({ ...act, accounted: 'cancelled', accountedIn: version })),
  },
  'act.held.v1': {
    head: (head, { data }, subjects) => withOpening(head, subjectOf(subjects, 'act', data.act), data.beganAt),
    subjects: ({ data, version }, subjects) =>
      changedAct(subjects, data.act, (act) => ({
        ...act,
        beganAt: data.beganAt,
        endedAt: data.endedAt,
        heldIn: version,
      })),
  },
  'act.account-corrected.v1': {
    head: (head, { data }) =>
      inStage(head, data.stage, (acts) => {
        const without = { ...acts, [data.from]: acts[data.from] - 1 };
        return { ...without, [data.to]: without[data.to] + 1 };
      }),
    subjects: ({ data, version }, subjects) =>
      changedAct(subjects, data.act, ({ present: _, quorum: __, citizensAdmitted: ___, ...act }) => ({
        ...act,
        accounted: data.to,
        correctedIn: version,
        ...attendance(data),
      })),
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
