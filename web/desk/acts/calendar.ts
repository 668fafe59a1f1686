import {
  ABSENCE_REASONS,
  ACT_ABSENCES,
  ACT_KINDS,
  CONTRACT_ENDS,
  DOCUMENT_ACCESS_RESULTS,
  STAGES,
  VISIT_OUTCOMES,
} from '../../../events/vocabulary.ts';
import { isRecord } from '../../app/kept-text.ts';
import type { Act, Ask } from './act.ts';

type Listed = Readonly<Record<string, unknown>>;

const REASON = { name: 'reason', kind: 'text' } as const satisfies Ask;
const PLACE = { name: 'place', kind: 'line', optional: true } as const satisfies Ask;
const HELD_AT = { name: 'heldAt', kind: 'local' } as const satisfies Ask;
const ABSENCE_REASON = {
  name: 'reason',
  kind: 'choice',
  of: ABSENCE_REASONS,
  words: 'absenceReasons',
  word: 'absenceReason',
} as const satisfies Ask;

/** The clock of a device may be wrong by so much, in milliseconds: what may have come is offered, and the API says whether it has. */
const CLOCK_WRONG_MAX_MS = 3_600_000;

export const hasCome = (at: unknown): boolean =>
  typeof at !== 'string' || Date.parse(at) <= Date.now() + CLOCK_WRONG_MAX_MS;

const isAwaited = ({ accounted }: Listed): boolean => accounted === 'awaited';
/** Nothing is said of who was there before it has begun. */
const isToBeAccounted = (act: Listed): boolean => isAwaited(act) && hasCome(act['beganAt'] ?? act['heldAt']);
/** Nobody recorded yet that it was held. */
const isAhead = (act: Listed): boolean => isAwaited(act) && act['heldIn'] === undefined;
const isCancelled = ({ accounted }: Listed): boolean => accounted === 'cancelled';
const isOpenVisit = ({ outcome }: Listed): boolean => outcome === undefined;

/** Who was there, and whether others could be. */
const ATTENDANCE = [
  { name: 'present', kind: 'some-of', from: 'team' },
  { name: 'citizensAdmitted', kind: 'yes-no', optional: true },
] as const satisfies readonly Ask[];

/** How an act was accounted for, where it was not attended. */
const absence = (accounted: (typeof ACT_ABSENCES)[number]): readonly Ask[] => [
  { name: 'accounted', kind: 'fixed', value: accounted },
  { ...ABSENCE_REASON, name: 'absenceReason', insists: true },
];

/** The formal acts of a procedure, and which documents of it could be had. */
export const CALENDAR_ACTS = {
  'schedule-act': {
    path: '/cases/{case}/acts',
    on: 'case',
    part: 'acts',
    asks: [
      { name: 'kind', kind: 'choice', of: ACT_KINDS, words: 'actKinds', word: 'actKind' },
      { name: 'stage', kind: 'choice', of: STAGES, words: 'stages' },
      HELD_AT,
      PLACE,
      { name: 'public', kind: 'yes-no', optional: true, word: 'isPublicAct' },
    ],
  },
  'attend-act': {
    path: '/cases/{case}/acts/{act}/attendance',
    on: 'act',
    fits: isToBeAccounted,
    asks: [...ATTENDANCE, { name: 'note', kind: 'text', optional: true }],
  },
  'account-for-absence': {
    path: '/cases/{case}/acts/{act}/absence',
    on: 'act',
    fits: isToBeAccounted,
    asks: [
      { name: 'absence', kind: 'choice', of: ACT_ABSENCES, words: 'absences' },
      ABSENCE_REASON,
      { name: 'circumstances', kind: 'text' },
    ],
  },
  'reschedule-act': {
    path: '/cases/{case}/acts/{act}/date',
    on: 'act',
    fits: isAhead,
    asks: [HELD_AT, PLACE, REASON],
  },
  'cancel-act': {
    path: '/cases/{case}/acts/{act}/cancellation',
    on: 'act',
    fits: isAhead,
    isFinal: true,
    asks: [REASON],
  },
  'record-act-held': {
    path: '/cases/{case}/acts/{act}/holding',
    on: 'act',
    fits: (act) => !isCancelled(act) && act['heldIn'] === undefined,
    asks: [
      { name: 'beganAt', kind: 'local' },
      { name: 'endedAt', kind: 'local', word: 'actEndedAt' },
      { name: 'presidedBy', kind: 'line', optional: true },
      { name: 'documentHash', kind: 'hash', optional: true, word: 'minutes' },
    ],
  },
  'correct-account-of-act': {
    path: '/cases/{case}/acts/{act}/correction',
    on: 'act',
    fits: (act) => !isAwaited(act) && !isCancelled(act),
    asks: [
      {
        name: 'accounted',
        kind: 'either',
        inline: true,
        words: 'accounts',
        forms: {
          attended: [
            { name: 'accounted', kind: 'fixed', value: 'attended' },
            { ...ATTENDANCE[0], insists: true },
            ATTENDANCE[1],
          ],
          missed: absence('missed'),
          obstructed: absence('obstructed'),
        },
      },
      REASON,
    ],
  },
  'check-document-access': {
    path: '/cases/{case}/document-access',
    on: 'access',
    fits: ({ isListed }) => isListed === true,
    asks: [
      { name: 'stage', kind: 'given' },
      { name: 'document', kind: 'given' },
      { name: 'result', kind: 'choice', of: DOCUMENT_ACCESS_RESULTS, words: 'accessResults', word: 'accessResult' },
      { name: 'note', kind: 'text', optional: true },
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;

const VALUE = {
  name: 'value',
  kind: 'group',
  optional: true,
  word: 'amountOfValue',
  asks: [
    { name: 'amount', kind: 'number' },
    { name: 'currency', kind: 'line' },
  ],
} as const satisfies Ask;

const DECIDED_AT = { name: 'decidedAt', kind: 'instant' } as const satisfies Ask;
const SUPPLIERS = { name: 'suppliers', kind: 'some-of', from: 'bidders' } as const satisfies Ask;
const PARTNERS = {
  name: 'partners',
  kind: 'rows',
  optional: true,
  asks: [
    { name: 'name', kind: 'line', word: 'partnerName' },
    {
      name: 'identifier',
      kind: 'group',
      optional: true,
      asks: [
        { name: 'scheme', kind: 'line', optional: true },
        { name: 'id', kind: 'line', word: 'identifierNumber' },
      ],
    },
  ],
} as const satisfies Ask;

/** The ruling, the contract, and what is watched until it ends. */
export const CONTRACT_ACTS = {
  'record-award': {
    path: '/cases/{case}/award',
    on: 'case',
    part: 'contract',
    // After its stage only what a committee left sealed when it was dissolved waits for a ruling.
    fits: ({ award, stage, committee }) =>
      award === undefined &&
      (stage === 'award-review' || (isRecord(committee) && committee['dissolved'] !== undefined)),
    asks: [
      {
        name: 'from',
        kind: 'either',
        inline: true,
        word: 'rulingFrom',
        words: 'rulingSources',
        forms: {
          'official-data': [{ name: 'from', kind: 'fixed', value: 'official-data' }],
          awarded: [
            { name: 'decision', kind: 'fixed', value: 'awarded' },
            { ...DECIDED_AT, insists: true },
            { ...SUPPLIERS, insists: true },
            VALUE,
            PARTNERS,
          ],
          none: [
            { name: 'decision', kind: 'fixed', value: 'none' },
            { ...DECIDED_AT, insists: true },
            { name: 'suppliers', kind: 'fixed', value: [] },
          ],
        },
      },
    ],
  },
  'correct-award': {
    path: '/cases/{case}/award/correction',
    on: 'case',
    part: 'contract',
    fits: ({ award }) => award !== undefined,
    asks: [
      {
        name: 'decision',
        kind: 'either',
        inline: true,
        word: 'rulingFrom',
        words: 'rulingSources',
        forms: {
          awarded: [{ name: 'decision', kind: 'fixed', value: 'awarded' }, SUPPLIERS, VALUE],
          none: [
            { name: 'decision', kind: 'fixed', value: 'none' },
            { name: 'suppliers', kind: 'fixed', value: [] },
          ],
        },
      },
      DECIDED_AT,
      REASON,
    ],
  },
  'record-contract-signature': {
    path: '/cases/{case}/contract',
    on: 'case',
    part: 'contract',
    fits: ({ contract, award }) => contract === undefined && !(isRecord(award) && award['decision'] === 'none'),
    asks: [{ name: 'signedAt', kind: 'instant' }, VALUE],
  },
  'record-contract-end': {
    path: '/cases/{case}/contract/end',
    on: 'case',
    part: 'contract',
    fits: ({ contract }) => isRecord(contract) && contract['end'] === undefined,
    isFinal: true,
    asks: [
      { name: 'end', kind: 'choice', of: CONTRACT_ENDS, words: 'contractEnds', word: 'contractEnd' },
      { name: 'endedAt', kind: 'instant', word: 'contractEndedAt' },
    ],
  },
  'record-amendment': {
    path: '/cases/{case}/amendments',
    on: 'case',
    part: 'contract',
    fits: ({ contract }) => contract !== undefined,
    asks: [
      { name: 'amendedAt', kind: 'instant' },
      { name: 'change', kind: 'text' },
    ],
  },
  'review-amendment': {
    path: '/cases/{case}/amendments/{amendment}/review',
    on: 'amendment',
    fits: ({ reviewed }) => reviewed === false,
    asks: [{ name: 'conclusion', kind: 'text', word: 'amendmentConclusion' }],
  },
  'plan-visit': {
    path: '/cases/{case}/visits',
    on: 'case',
    part: 'contract',
    asks: [{ name: 'plannedAt', kind: 'local' }, PLACE],
  },
  'reschedule-visit': {
    path: '/cases/{case}/visits/{visit}/date',
    on: 'visit',
    fits: isOpenVisit,
    asks: [{ name: 'plannedAt', kind: 'local' }, PLACE, REASON],
  },
  'settle-visit': {
    path: '/cases/{case}/visits/{visit}/outcome',
    on: 'visit',
    fits: isOpenVisit,
    asks: [
      { name: 'outcome', kind: 'choice', of: VISIT_OUTCOMES, words: 'visitOutcomes', word: 'visitOutcome' },
      { name: 'note', kind: 'text', word: 'visitNote' },
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;
