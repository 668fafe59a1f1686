import {
  ACHIEVEMENT_CODES,
  FACTOR_PRESENCES,
  PARTICIPATION_LEVELS,
  SUCCESS_DIMENSIONS,
  SUCCESS_FACTORS,
} from '../../../events/vocabulary.ts';
import type { Act, Ask } from './act.ts';

/** What a judgement rests on: the words of it, and what can be looked up. */
const grounds: readonly Ask[] = [
  { name: 'reasons', kind: 'text', word: 'judgementReasons' },
  {
    name: 'evidence',
    kind: 'group',
    word: 'judgementEvidence',
    optional: true,
    asks: [
      { name: 'events', kind: 'numbers', optional: true, word: 'evidenceEvents' },
      { name: 'documents', kind: 'lines', optional: true, word: 'evidenceDocuments' },
      {
        name: 'interviews',
        kind: 'rows',
        optional: true,
        asks: [
          { name: 'with', kind: 'line', word: 'interviewWith' },
          { name: 'on', kind: 'day', word: 'interviewOn' },
          { name: 'said', kind: 'text', word: 'interviewSaid' },
        ],
      },
    ],
  },
];

/** What people judge of a case, beside what its events prove. */
export const ASSESSMENT = {
  'code-dimension': {
    path: '/cases/{case}/codings',
    on: 'dimension',
    asks: [
      { name: 'dimension', kind: 'choice', of: SUCCESS_DIMENSIONS, words: 'dimensions' },
      { name: 'codes', kind: 'choices', of: ACHIEVEMENT_CODES, words: 'codings', word: 'dimensionCodes' },
      ...grounds,
    ],
  },
  'assess-factor': {
    path: '/cases/{case}/factors',
    on: 'factor',
    asks: [
      { name: 'factor', kind: 'choice', of: SUCCESS_FACTORS, words: 'factors' },
      { name: 'presence', kind: 'choice', of: FACTOR_PRESENCES, words: 'presences' },
      ...grounds,
    ],
  },
  'claim-participation': {
    path: '/cases/{case}/participation',
    on: 'participation',
    asks: [
      {
        name: 'level',
        kind: 'choice',
        of: PARTICIPATION_LEVELS,
        words: 'participationLevels',
        word: 'participationLevel',
      },
      ...grounds,
    ],
  },
  'check-sustained': {
    path: '/cases/{case}/sustained-checks',
    on: 'sustained',
    asks: [
      {
        name: 'undone',
        kind: 'rows',
        asks: [
          { name: 'thing', kind: 'line', word: 'undoneThing' },
          { name: 'how', kind: 'text', word: 'undoneHow' },
        ],
      },
      ...grounds,
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;
