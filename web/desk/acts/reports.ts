import { TAKE_UP_LEVELS, VOTES } from '../../../events/vocabulary.ts';
import { isRecord, textIn } from '../../app/kept-text.ts';
import type { Act, Ask } from './act.ts';
import { hasCome } from './calendar.ts';
import { LANGUAGE } from './observations.ts';
import { writtenOf } from './written-of.ts';

type Thing = Readonly<Record<string, unknown>>;

const REPORTED = ['tender-observation', 'award-review', 'implementation-monitoring', 'final-report'] as const;

/** What a team writes of a report. */
const TEXT: readonly Ask[] = [
  { name: 'summary', kind: 'text' },
  { name: 'conclusion', kind: 'text' },
  { ...LANGUAGE, optional: true },
  { name: 'cites', kind: 'some-of', from: 'observations' },
  {
    name: 'leavesOut',
    kind: 'rows',
    asks: [
      // A report accounts for what was withdrawn too: it says why it leaves it out.
      { name: 'observation', kind: 'one-of', from: 'observations', word: 'observationLeftOut', withdrawnToo: true },
      { name: 'reason', kind: 'text' },
    ],
  },
  {
    name: 'recommendations',
    kind: 'rows',
    asks: [
      { name: 'to', kind: 'line', word: 'recommendedTo' },
      { name: 'recommends', kind: 'text' },
      { name: 'dueAt', kind: 'instant', word: 'recommendedUntil' },
    ],
  },
  { name: 'noRecommendationsReason', kind: 'text', optional: true },
];

const isIn =
  (...states: readonly string[]) =>
  ({ state }: Thing): boolean =>
    states.includes(textIn(state));

/** Whether the authority commented, or its time to comment is over. */
const isCommented = ({ commentedIn, replyTerm }: Thing): boolean =>
  commentedIn !== undefined || (isRecord(replyTerm) && hasCome(replyTerm['dueAt']));

/** A final report waits for the comments of the authority; that of a stage may be adopted from its draft. */
const isAdoptable = (thing: Thing): boolean =>
  thing['stage'] === 'final-report' ? isIn('in-reply')(thing) && isCommented(thing) : isIn('draft', 'in-reply')(thing);

const hasVoted = ({ votes, me }: Thing): boolean => isRecord(votes) && Object.hasOwn(votes, textIn(me));

/** How a report comes to be, and what becomes of what it recommends. */
export const REPORTS = {
  'draft-report': {
    path: '/cases/{case}/reports',
    on: 'case',
    fits: ({ stage, reports }) => isRecord(reports) && !Object.hasOwn(reports, textIn(stage)),
    first: ({ shown, language }) => ({ stage: textIn(shown['stage']), language }),
    asks: [{ name: 'stage', kind: 'choice', of: REPORTED, words: 'stages', word: 'reportStage' }, ...TEXT],
  },
  'redraft-report': {
    path: '/cases/{case}/reports/{report}/text',
    on: 'report',
    fits: isIn('draft', 'in-reply'),
    first: ({ thing, zone }) => (isRecord(thing['text']) ? writtenOf(TEXT, thing['text'], { zone }) : {}),
    asks: TEXT,
  },
  'send-report-for-reply': {
    path: '/cases/{case}/reports/{report}/reply-window',
    on: 'report',
    isFinal: true,
    fits: isIn('draft'),
    asks: [],
  },
  'comment-on-report': {
    path: '/cases/{case}/reports/{report}/comments',
    on: 'report',
    isFinal: true,
    fits: (thing) => isIn('in-reply')(thing) && thing['commentedIn'] === undefined,
    asks: [{ name: 'comments', kind: 'text' }],
  },
  'ask-team': {
    path: '/cases/{case}/reports/{report}/question',
    on: 'report',
    isFinal: true,
    fits: (thing) => isIn('in-reply')(thing) && thing['askedIn'] === undefined,
    first: ({ language }) => ({ language }),
    asks: [{ name: 'question', kind: 'text' }, LANGUAGE],
  },
  'sign-report': {
    path: '/cases/{case}/reports/{report}/signature',
    on: 'report',
    isFinal: true,
    fits: (thing) => thing['instrument'] === 'integrity-pact' && isAdoptable(thing),
    asks: [],
  },
  'vote-on-report': {
    path: '/cases/{case}/reports/{report}/vote',
    on: 'report',
    isFinal: true,
    fits: (thing) => thing['instrument'] === 'oversight-committee' && isAdoptable(thing) && !hasVoted(thing),
    asks: [
      { name: 'vote', kind: 'choice', of: VOTES, words: 'votes' },
      { name: 'dissent', kind: 'text', optional: true },
    ],
  },
  'publish-report': {
    path: '/cases/{case}/reports/{report}/publication',
    on: 'report',
    isFinal: true,
    fits: isIn('adopted'),
    asks: [],
  },
  'follow-up-recommendation': {
    path: '/cases/{case}/recommendations/{recommendation}/follow-ups',
    on: 'recommendation',
    first: ({ language }) => ({ language }),
    asks: [
      { name: 'level', kind: 'choice', of: TAKE_UP_LEVELS, words: 'takeUp', word: 'takeUpLevel' },
      { name: 'asOf', kind: 'instant' },
      { name: 'evidence', kind: 'text', word: 'takeUpEvidence' },
      LANGUAGE,
      {
        name: 'documentHashes',
        kind: 'files',
        purpose: 'report-annex',
        hangsOn: 'report',
        optional: true,
        word: 'takeUpFiles',
      },
    ],
  },
  'respond-to-recommendation': {
    path: '/cases/{case}/recommendations/{recommendation}/responses',
    on: 'recommendation',
    first: ({ language }) => ({ language }),
    asks: [{ name: 'response', kind: 'text' }, LANGUAGE],
  },
} as const satisfies Readonly<Record<string, Act>>;
