import { OUTCOMES, PROCEEDING_KINDS, PROCEEDING_STATES, REMEDIES } from '../../../events/vocabulary.ts';
import { isRecord, textIn } from '../../app/kept-text.ts';
import type { Act, Ask } from './act.ts';
import { writtenOf } from './written-of.ts';

type Thing = Readonly<Record<string, unknown>>;

/** The outcomes that judge findings: with them each can have, or needs, its remedy. */
const JUDGING = [
  'proceeding-opened',
  'referred-to-prosecutor',
  'violation-corrected',
  'process-cancelled',
  'closed-without-action',
] as const satisfies readonly (typeof OUTCOMES)[number][];

/** What a control authority answers; what else it tells follows from the outcome. */
const ANSWER: readonly Ask[] = [
  { name: 'outcome', kind: 'choice', of: OUTCOMES, words: 'outcomes' },
  {
    name: 'remedies',
    kind: 'rows',
    counts: 'remedy',
    when: { field: 'outcome', is: JUDGING },
    asks: [
      { name: 'observation', kind: 'one-of', from: 'findings', among: 'findings', word: 'finding' },
      { name: 'remedy', kind: 'choice', of: REMEDIES, words: 'remedies' },
    ],
  },
  {
    name: 'number',
    kind: 'line',
    insists: true,
    word: 'fileNumber',
    when: { field: 'outcome', is: ['proceeding-opened', 'referred-to-prosecutor'] },
  },
  { name: 'inspectionOn', kind: 'day', insists: true, when: { field: 'outcome', is: ['inspection-planned'] } },
  { name: 'missing', kind: 'text', insists: true, when: { field: 'outcome', is: ['insufficient-information'] } },
  {
    name: 'competentAuthority',
    kind: 'one-of',
    from: 'control-authorities',
    optional: true,
    when: { field: 'outcome', is: ['no-competence'] },
  },
  { name: 'competentBody', kind: 'line', optional: true, when: { field: 'outcome', is: ['no-competence'] } },
  { name: 'answer', kind: 'text', word: 'answerOfControl' },
];

const isIn =
  (...states: readonly string[]) =>
  ({ state }: Thing): boolean =>
    states.includes(textIn(state));

/** A row for each finding of the escalation. */
const remediesOf = ({ findings }: Thing, zone: string): Readonly<Record<string, string>> => {
  const remedies = Array.isArray(findings) ? findings.map((observation: unknown) => ({ observation })) : [];
  return writtenOf(ANSWER, { remedies }, { zone });
};

const isProposalOpen = ({ proposal }: Thing): boolean =>
  isRecord(proposal) && proposal['acceptedAs'] === undefined && proposal['declinedIn'] === undefined;

const LETTER = { name: 'letter', kind: 'text' } as const satisfies Ask;
const SANITISED = { name: 'sanitised', kind: 'tick' } as const satisfies Ask;

/** How findings reach a control authority, and what it makes of them. */
export const ESCALATIONS = {
  'escalate-findings': {
    path: '/cases/{case}/escalations',
    on: 'case',
    asks: [
      { name: 'findings', kind: 'some-of', from: 'findings' },
      { name: 'controlAuthority', kind: 'one-of', from: 'control-authorities' },
      LETTER,
      SANITISED,
    ],
  },
  'record-delivery': {
    path: '/cases/{case}/escalations/{escalation}/delivery',
    on: 'escalation',
    fits: isIn('sent'),
    asks: [],
  },
  'acknowledge-escalation': {
    path: '/cases/{case}/escalations/{escalation}/acknowledgement',
    on: 'escalation',
    fits: isIn('sent', 'delivered', 'lapsed'),
    asks: [],
  },
  'begin-review': {
    path: '/cases/{case}/escalations/{escalation}/review',
    on: 'escalation',
    fits: isIn('acknowledged', 'lapsed'),
    asks: [],
  },
  'answer-escalation': {
    path: '/cases/{case}/escalations/{escalation}/answer',
    on: 'escalation',
    fits: isIn('sent', 'delivered', 'acknowledged', 'under-review', 'lapsed'),
    first: ({ thing, zone }) => remediesOf(thing, zone),
    asks: ANSWER,
  },
  'revise-answer': {
    path: '/cases/{case}/escalations/{escalation}/answers',
    on: 'escalation',
    fits: isIn('answered'),
    first: ({ thing, zone }) => ({ ...remediesOf(thing, zone), outcome: textIn(thing['outcome']) }),
    asks: [{ name: 'reason', kind: 'text', word: 'revisedBecause' }, ...ANSWER],
  },
  'escalate-further': {
    path: '/cases/{case}/escalations/{escalation}/next-tier',
    on: 'escalation',
    fits: isProposalOpen,
    first: ({ thing }) => ({
      controlAuthority: isRecord(thing['proposal']) ? textIn(thing['proposal']['controlAuthority']) : '',
      letter: textIn(thing['letter']),
    }),
    asks: [
      { name: 'controlAuthority', kind: 'one-of', from: 'control-authorities', optional: true },
      LETTER,
      SANITISED,
    ],
  },
  'decline-next-tier': {
    path: '/cases/{case}/escalations/{escalation}/next-tier/refusal',
    on: 'escalation',
    fits: isProposalOpen,
    asks: [{ name: 'reason', kind: 'text' }],
  },
  'record-proceeding': {
    path: '/cases/{case}/proceedings',
    on: 'case',
    asks: [
      { name: 'escalation', kind: 'one-of', from: 'escalations', optional: true, word: 'escalationOf' },
      { name: 'findings', kind: 'some-of', from: 'findings', optional: true, word: 'findingsOf' },
      { name: 'kind', kind: 'choice', of: PROCEEDING_KINDS, words: 'proceedingKinds', word: 'proceedingKind' },
      { name: 'state', kind: 'choice', of: PROCEEDING_STATES, words: 'proceedingStates', word: 'proceedingState' },
      { name: 'on', kind: 'day', word: 'proceedingOn' },
      { name: 'number', kind: 'line', word: 'fileNumber' },
      { name: 'body', kind: 'line', word: 'conductedBy' },
      { name: 'against', kind: 'line', optional: true },
      { name: 'note', kind: 'text', optional: true, word: 'proceedingNote' },
    ],
  },
  'move-proceeding': {
    path: '/cases/{case}/proceedings/{proceeding}/states',
    on: 'proceeding',
    fits: ({ states }) =>
      Array.isArray(states) && !states.some((each: unknown) => isRecord(each) && each['state'] === 'annulled'),
    asks: [
      { name: 'state', kind: 'choice', of: PROCEEDING_STATES, words: 'proceedingStates', word: 'proceedingState' },
      { name: 'on', kind: 'day', word: 'proceedingOn' },
      { name: 'number', kind: 'line', optional: true, word: 'fileNumber' },
      { name: 'note', kind: 'text', optional: true, word: 'proceedingNote' },
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;
