import * as z from 'zod/mini';
import { sha256 } from '../../events/shapes.ts';
import type { tipEvents } from '../../events/tips.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { NOTHING_OPEN, opened, settled } from '../tally.ts';
import { withTip } from './tip-bucket.ts';

/** What of a tip's content steers the case: the hash that its sender is known by. */
const confided = z.object({ receiptHash: sha256 });

const changed = (
  subjects: Subjects,
  id: string,
  change: (tip: SubjectOf<'tip'>) => SubjectOf<'tip'>,
): readonly SubjectOf<'tip'>[] => {
  const tip = subjectOf(subjects, 'tip', id);
  return tip === undefined ? [] : [change(tip)];
};

export const tipEvolutions: Evolutions<keyof typeof tipEvents> = {
  'tip.received.v1': {
    head: (head, { data, recordedAt }) => ({
      ...numbered(head, data.tip),
      tips: {
        ...head.tips,
        unanswered: opened(head.tips?.unanswered ?? NOTHING_OPEN, data.tip),
        busyUntil: withTip(head.tips, recordedAt),
      },
    }),
    subjects: ({ data, content, recordedAt, version }) => [
      {
        kind: 'tip',
        id: data.tip,
        recordedIn: version,
        receivedAt: recordedAt,
        receiptHash: confided.parse(content).receiptHash,
        addedIn: [],
        overdue: false,
        lead: false,
      },
    ],
  },
  'tip.added-to.v1': {
    head: (head, { recordedAt }) =>
      head.tips === undefined ? head : { ...head, tips: { ...head.tips, busyUntil: withTip(head.tips, recordedAt) } },
    subjects: ({ data, version }, subjects) =>
      changed(subjects, data.tip, (tip) => ({ ...tip, addedIn: [...tip.addedIn, version] })),
  },
  'tip.answered.v1': {
    head: (head, { data }) =>
      head.tips === undefined
        ? head
        : { ...head, tips: { ...head.tips, unanswered: settled(head.tips.unanswered, data.tip) } },
    subjects: ({ data, version }, subjects) =>
      changed(subjects, data.tip, (tip) => ({ ...tip, answer: data.code, late: data.late, answeredIn: version })),
  },
  'tip.overdue.v1': {
    subjects: ({ data }, subjects) => changed(subjects, data.tip, (tip) => ({ ...tip, overdue: true })),
  },
  'tip.made-lead.v1': {
    subjects: ({ data }, subjects) => changed(subjects, data.tip, (tip) => ({ ...tip, lead: true })),
  },
};
