import { LANGUAGES } from '../../../domain/languages.ts';
import { isRecord } from '../../app/kept-text.ts';
import type { Act, Ask } from './act.ts';

const roles = ['administrator', 'control-authority'];

/** Whose it is, where an administrator says so. */
const OWNER: Ask = {
  name: 'owner',
  kind: 'either',
  word: 'endpointOwner',
  words: 'endpointOwners',
  forms: {
    organisation: [{ name: 'organisation', kind: 'line', word: 'endpointOrganisation' }],
    'control-authority': [
      { name: 'controlAuthority', kind: 'one-of', from: 'every-control-authority', word: 'endpointAuthority' },
      { name: 'profile', kind: 'one-of', from: 'profiles', insists: true, word: 'endpointProfile' },
    ],
  },
};

/** That of the authority for which the reader is accredited in a case. */
const OWN: readonly Ask[] = [
  { name: 'owner', kind: 'group', word: 'endpointOwner', asks: [{ name: 'controlAuthority', kind: 'given' }] },
  { name: 'case', kind: 'given', optional: true },
];

const KINDS: Ask = { name: 'kinds', kind: 'lines', optional: true, word: 'endpointKinds' };

const WEBHOOK: Ask = {
  name: 'channel',
  kind: 'group',
  word: 'webhook',
  asks: [
    { name: 'kind', kind: 'fixed', value: 'webhook' },
    { name: 'url', kind: 'line', word: 'webhookUrl' },
  ],
};

const MAILBOX: Ask = {
  name: 'channel',
  kind: 'group',
  word: 'mailbox',
  asks: [
    { name: 'kind', kind: 'fixed', value: 'mail' },
    { name: 'address', kind: 'line', word: 'mailboxAddress' },
    {
      name: 'language',
      kind: 'choice',
      of: LANGUAGES,
      words: 'languages',
      word: 'mailboxLanguage',
      optional: true,
    },
  ],
};

const REGISTERS = { path: '/endpoints', operation: 'register-endpoint', on: 'endpoints' } as const;

const isWebhook = (channel: unknown): boolean => isRecord(channel) && channel['kind'] === 'webhook';

const isUnconfirmed = (channel: unknown): boolean =>
  isRecord(channel) && channel['kind'] === 'mail' && channel['confirmedAt'] === undefined;

/** What is done with the places where facts are sent, and with what was sent there. */
export const ENDPOINTS = {
  'register-webhook': { ...REGISTERS, roles: ['administrator'], asks: [WEBHOOK, OWNER, KINDS] },
  'register-mailbox': { ...REGISTERS, roles: ['administrator'], asks: [MAILBOX, OWNER, KINDS] },
  'register-own-webhook': { ...REGISTERS, roles: ['control-authority'], asks: [WEBHOOK, ...OWN, KINDS] },
  'register-own-mailbox': { ...REGISTERS, roles: ['control-authority'], asks: [MAILBOX, ...OWN, KINDS] },
  'ping-endpoint': {
    path: '/endpoints/{endpoint}/ping',
    on: 'endpoint',
    roles,
    fits: ({ state, channel }) => state === 'enabled' && !isUnconfirmed(channel),
    asks: [],
  },
  'rotate-endpoint-secret': {
    path: '/endpoints/{endpoint}/secret',
    on: 'endpoint',
    roles,
    fits: ({ channel }) => isWebhook(channel),
    asks: [],
  },
  'ask-endpoint-confirmation': {
    path: '/endpoints/{endpoint}/confirmation-request',
    on: 'endpoint',
    roles,
    fits: ({ channel }) => isUnconfirmed(channel),
    asks: [],
  },
  'disable-endpoint': {
    path: '/endpoints/{endpoint}/state',
    operation: 'switch-endpoint',
    on: 'endpoint',
    roles,
    fits: ({ state }) => state === 'enabled',
    asks: [{ name: 'state', kind: 'fixed', value: 'disabled' }],
  },
  'enable-endpoint': {
    path: '/endpoints/{endpoint}/state',
    operation: 'switch-endpoint',
    on: 'endpoint',
    roles,
    fits: ({ state }) => state === 'disabled',
    asks: [
      { name: 'state', kind: 'fixed', value: 'enabled' },
      { name: 'url', kind: 'line', optional: true, word: 'webhookMovedTo' },
    ],
  },
  'replay-delivery': {
    path: '/endpoints/{endpoint}/deliveries/{delivery}/replay',
    on: 'endpoint-delivery',
    roles,
    fits: ({ state }) => state !== 'pending',
    asks: [],
  },
  'replay-case-delivery': {
    path: '/cases/{case}/deliveries/{delivery}/replay',
    on: 'case-delivery',
    roles: ['coordinator'],
    fits: ({ state }) => state === 'parked',
    asks: [],
  },
} as const satisfies Readonly<Record<string, Act>>;
