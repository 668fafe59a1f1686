import { LANGUAGES } from '../../../domain/languages.ts';
import { BREACH_CONSEQUENCES, DISSOLUTION_CAUSES, ELECTION_WAYS } from '../../../events/vocabulary.ts';
import { isRecord } from '../../app/kept-text.ts';
import type { Act, Ask } from './act.ts';
import { hasCome } from './calendar.ts';

const REASON = { name: 'reason', kind: 'text' } as const satisfies Ask;

/** Whether the reader speaks in the case for an institution or a bidder, by its id. */
const speaksFor = ({ speaksFor: all }: Readonly<Record<string, unknown>>, who: unknown): boolean =>
  Array.isArray(all) && all.includes(who);

const isCoordinators = ({ roles }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(roles) && roles.includes('coordinator');

const isUnruled = ({ consequence }: Readonly<Record<string, unknown>>): boolean => consequence === undefined;

/** The integrity pact: its text, its signatures, and what follows when somebody breaks it. */
export const PACT_ACTS = {
  'deposit-pact-text': {
    path: '/cases/{case}/pact/text',
    on: 'case',
    part: 'pact',
    asks: [
      { name: 'documentHash', kind: 'file', purpose: 'pact-text', attachedTo: 'pact', word: 'pactFile' },
      { name: 'title', kind: 'line', optional: true, word: 'pactTitle' },
      { name: 'language', kind: 'choice', of: LANGUAGES, words: 'languages', optional: true, word: 'pactLanguage' },
      { name: 'version', kind: 'line', optional: true, word: 'pactVersion' },
    ],
  },
  'sign-pact-for-authority': {
    path: '/cases/{case}/pact/authority-signature',
    on: 'case',
    part: 'pact',
    fits: ({ pactSignedByAuthority }) => pactSignedByAuthority === false,
    asks: [{ name: 'documentHash', kind: 'hash', word: 'signedText' }],
  },
  'register-bidder': {
    path: '/cases/{case}/bidders',
    on: 'case',
    part: 'pact',
    asks: [
      { name: 'name', kind: 'line', word: 'bidderName' },
      { name: 'identifier', kind: 'line', optional: true, word: 'identifierNumber' },
    ],
  },
  'sign-pact-for-bidder': {
    path: '/cases/{case}/bidders/{bidder}/signature',
    on: 'bidder',
    fits: (bidder) => bidder['signature'] === 'awaited' && speaksFor(bidder, bidder['bidder']),
    asks: [{ name: 'documentHash', kind: 'hash', word: 'signedText' }],
  },
  'refuse-pact-for-bidder': {
    path: '/cases/{case}/bidders/{bidder}/refusal',
    on: 'bidder',
    fits: (bidder) =>
      bidder['signature'] === 'awaited' && (isCoordinators(bidder) || speaksFor(bidder, bidder['bidder'])),
    isFinal: true,
    asks: [REASON],
  },
  'report-pact-breach': {
    path: '/cases/{case}/breaches',
    on: 'case',
    part: 'pact',
    asks: [
      {
        name: 'accused',
        kind: 'either',
        inline: true,
        words: 'signatories',
        forms: {
          'contracting-authority': [{ name: 'accused', kind: 'fixed', value: 'contracting-authority' }],
          bidder: [
            { name: 'accused', kind: 'fixed', value: 'bidder' },
            { name: 'bidder', kind: 'one-of', from: 'bidders', insists: true },
          ],
        },
      },
      { name: 'provision', kind: 'text', word: 'pactProvision' },
      { name: 'circumstances', kind: 'text' },
      { name: 'documentHashes', kind: 'hashes', optional: true, word: 'proofs' },
    ],
  },
  'answer-pact-breach': {
    path: '/cases/{case}/breaches/{breach}/answer',
    on: 'breach',
    fits: (breach) =>
      isUnruled(breach) &&
      breach['answeredIn'] === undefined &&
      speaksFor(breach, breach['accused'] === 'bidder' ? breach['bidder'] : breach['accused']),
    asks: [{ name: 'answer', kind: 'text', word: 'breachAnswer' }],
  },
  'rule-on-pact-breach': {
    path: '/cases/{case}/breaches/{breach}/ruling',
    on: 'breach',
    // Nobody is ruled on unheard.
    fits: (breach) => isUnruled(breach) && (breach['answeredIn'] !== undefined || hasCome(breach['answerDueAt'])),
    isFinal: true,
    asks: [
      { name: 'consequence', kind: 'choice', of: BREACH_CONSEQUENCES, words: 'breachConsequences' },
      { name: 'explanation', kind: 'text' },
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;

/** The file of an act of a committee. */
const SIGNED_ACT = {
  name: 'documentHash',
  kind: 'file',
  purpose: 'signed-act',
  attachedTo: 'constitution',
  word: 'signedAct',
} as const satisfies Ask;

type Thing = Readonly<Record<string, unknown>>;

const isTermEnded = ({ committee }: Thing): boolean => isRecord(committee) && committee['termEnded'] === true;

/** While a stage says that its team is complete, no members are lacking. */
const isTeamComplete = ({ requirements }: Thing): boolean =>
  Array.isArray(requirements) &&
  requirements.some((each: unknown) => isRecord(each) && each['id'] === 'team-in-office' && each['met'] === true);

/** Whether the record bears out a cause; where it says nothing of it, it does. */
const isFounded = (cause: string, thing: Thing): boolean =>
  cause === 'term-ended' ? isTermEnded(thing) : cause !== 'members-lacking' || !isTeamComplete(thing);

const CAUSE = {
  name: 'cause',
  kind: 'choice',
  of: DISSOLUTION_CAUSES,
  words: 'dissolutionCauses',
  word: 'dissolutionCause',
  offers: isFounded,
} as const satisfies Ask;

const EXPLANATION = { name: 'explanation', kind: 'text' } as const satisfies Ask;

const DISSOLVES = {
  path: '/cases/{case}/constitution/dissolution',
  operation: 'dissolve-committee',
  on: 'case',
  part: 'committee',
  isFinal: true,
} as const;

/** The life of an oversight committee, from its act of constitution to its end. */
export const COMMITTEE_ACTS = {
  'constitute-committee': {
    path: '/cases/{case}/constitution',
    on: 'case',
    part: 'committee',
    // One that was registered later records it by a second act.
    fits: ({ committee }) => !isRecord(committee) || committee['registered'] === false,
    asks: [
      { name: 'object', kind: 'text', word: 'committeeObject' },
      { name: 'durationMonths', kind: 'number' },
      { name: 'registered', kind: 'yes-no' },
      SIGNED_ACT,
      {
        name: 'election',
        kind: 'group',
        optional: true,
        asks: [
          { name: 'way', kind: 'choice', of: ELECTION_WAYS, words: 'electionWays', word: 'electionWay' },
          { name: 'heldAt', kind: 'local', word: 'electedAt' },
          { name: 'votes', kind: 'number', optional: true },
        ],
      },
    ],
  },
  'extend-committee': {
    path: '/cases/{case}/constitution/extension',
    on: 'case',
    part: 'committee',
    fits: ({ committee }) => isRecord(committee),
    asks: [{ name: 'months', kind: 'number', word: 'extensionMonths' }, SIGNED_ACT, REASON],
  },
  /** A committee dissolves itself by a vote and its minutes; the coordinator without either, and never because all is done. */
  'dissolve-own-committee': {
    ...DISSOLVES,
    fits: (thing) => !isCoordinators(thing),
    asks: [
      CAUSE,
      EXPLANATION,
      {
        name: 'vote',
        kind: 'group',
        insists: true,
        word: 'voteOnDissolution',
        asks: [
          { name: 'for', kind: 'number', word: 'votesFor' },
          { name: 'against', kind: 'number', word: 'votesAgainst' },
          { name: 'abstain', kind: 'number', word: 'votesAbstain' },
        ],
      },
      { ...SIGNED_ACT, insists: true },
    ],
  },
  'dissolve-committee': {
    ...DISSOLVES,
    fits: isCoordinators,
    asks: [
      { ...CAUSE, offers: (cause, thing) => cause !== 'object-fulfilled' && isFounded(cause, thing) },
      EXPLANATION,
      { ...SIGNED_ACT, optional: true },
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;
