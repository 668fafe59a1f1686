import { QUESTION_VISIBILITIES, TIP_ANSWERS } from '../../../events/vocabulary.ts';
import type { Act, Ask } from './act.ts';
import { LANGUAGE } from './observations.ts';

type Thing = Readonly<Record<string, unknown>>;

const awaits =
  (whom: string) =>
  ({ to, answeredAt }: Thing): boolean =>
    to === whom && answeredAt === undefined;

const REPLY_FILES = {
  name: 'documentHashes',
  kind: 'files',
  purpose: 'reply-attachment',
  optional: true,
  word: 'attachments',
} as const satisfies Ask;

/** What is asked and answered: between team and authority, of the data, and by the public. */
export const DIALOGUE = {
  'ask-question': {
    path: '/cases/{case}/questions',
    on: 'case',
    first: ({ language }) => ({ language }),
    asks: [
      { name: 'question', kind: 'text' },
      LANGUAGE,
      {
        name: 'visibility',
        kind: 'choice',
        of: QUESTION_VISIBILITIES,
        words: 'questionVisibilities',
        word: 'questionVisibility',
      },
    ],
  },
  'answer-question': {
    path: '/cases/{case}/questions/{question}/answer',
    on: 'question',
    isFinal: true,
    fits: awaits('contracting-authority'),
    first: ({ language }) => ({ language }),
    asks: [{ name: 'answer', kind: 'text' }, LANGUAGE, REPLY_FILES],
  },
  'answer-authority-question': {
    path: '/cases/{case}/questions/{question}/team-answer',
    on: 'question',
    isFinal: true,
    fits: awaits('team'),
    first: ({ language }) => ({ language }),
    asks: [{ name: 'answer', kind: 'text' }, LANGUAGE],
  },
  'dismiss-flag': {
    path: '/cases/{case}/flags/{flag}/dismissal',
    on: 'flag',
    fits: ({ answer }) => answer === undefined,
    asks: [{ name: 'reason', kind: 'text' }],
  },
  'turn-flag-into-finding': {
    path: '/cases/{case}/flags/{flag}/finding',
    on: 'flag',
    fits: ({ answer }) => answer === undefined,
    asks: [{ name: 'observation', kind: 'one-of', from: 'findings', word: 'finding' }],
  },
  'make-tip-lead': {
    path: '/cases/{case}/tips/{tip}/lead',
    on: 'tip',
    fits: ({ lead }) => lead !== true,
    asks: [],
  },
  'answer-tip': {
    path: '/cases/{case}/tips/{tip}/answer',
    on: 'tip',
    isFinal: true,
    fits: ({ answer }) => answer === undefined,
    asks: [
      { name: 'code', kind: 'choice', of: TIP_ANSWERS, words: 'tipAnswers', word: 'tipAnswer' },
      { name: 'reason', kind: 'text', word: 'tipReason' },
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;
