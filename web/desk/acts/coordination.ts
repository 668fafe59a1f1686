import { PROCESS_ENDINGS, SUSPENSION_REASONS } from '../../../events/vocabulary.ts';
import type { Act } from './act.ts';

/** What coordinators do with a case as a whole. */
export const COORDINATION = {
  'advance-stage': { path: '/cases/{case}/advance', on: 'case', asks: [] },
  'suspend-case': {
    path: '/cases/{case}/suspension',
    on: 'case',
    fits: ({ condition }) => condition === 'running',
    asks: [
      { name: 'reason', kind: 'choice', of: SUSPENSION_REASONS, words: 'suspensions', word: 'cause' },
      { name: 'explanation', kind: 'text' },
    ],
  },
  'resume-case': {
    path: '/cases/{case}/resumption',
    on: 'case',
    fits: ({ condition }) => condition === 'suspended',
    asks: [{ name: 'explanation', kind: 'text' }],
  },
  'end-process': {
    path: '/cases/{case}/process-end',
    on: 'case',
    isFinal: true,
    asks: [
      { name: 'ending', kind: 'choice', of: PROCESS_ENDINGS, words: 'endings' },
      { name: 'explanation', kind: 'text' },
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;
