import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { mailAddress } from '../../domain/shapes.ts';
import { code, instant } from '../../events/shapes.ts';
import { ATTEMPT_OUTCOMES, DELIVERY_STATES } from '../_ports/outbox-ports.ts';
import { CASE_ID } from './case-id.ts';
import { mailCode } from './notice-operations.ts';
import type { ActionDescription, QueryDescription } from './operation.ts';
import { paging } from './paging.ts';

/** Endpoints and deliveries as the description of the API knows them: what each operation takes and answers. */
const OF_ENDPOINTS = { kind: 'query', method: 'GET', function: 'notices-api' } as const;
const ACTS = { kind: 'action', method: 'POST', function: 'notices-api' } as const;

const caseId = z.string().check(z.regex(CASE_ID, { error: 'must be the id of a case' }));
const KINDS_MAX = 100;
const TEXT_MAX = 2_000;

const url = z.string().check(z.minLength(1), z.maxLength(TEXT_MAX));
const owner = z.union([
  z.strictObject({
    controlAuthority: code,
    /**
     * The profile whose cases the endpoint serves: administrators name it. Left out by whoever is accredited: theirs serves the cases in
     * which they are accredited for the authority.
     */
    profile: z.optional(code),
  }),
  z.strictObject({ organisation: code }),
]);

export const endpointView = z.strictObject({
  id: z.string(),
  owner,
  /**
   * The cases whose facts it is told of. Those of the registrant are the ones in which they are accredited for the authority at the
   * time of the fact: none any more, once they are accredited nowhere.
   */
  serves: z.enum(['every-case', 'cases-of-profile', 'cases-of-registrant']),
  channel: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('webhook'),
      url: z.string(),
      /** Until when the former secret signs too, while it is being replaced. */
      formerSecretUntil: z.optional(instant),
    }),
    z.strictObject({
      kind: z.literal('mail'),
      address: z.string(),
      language: z.enum(LANGUAGES),
      /** Since when its readers want it; until then nothing goes there but the code to say so, and what should waits. */
      confirmedAt: z.optional(instant),
      awaitsCodeUntil: z.optional(instant),
    }),
  ]),
  kinds: z.optional(z.array(z.string())),
  state: z.enum(['enabled', 'disabled']),
  disabledBecause: z.optional(z.enum(['by-hand', 'gone'])),
  createdAt: instant,
});
const withSecret = z.strictObject({
  ...endpointView.shape,
  /** Shown this once: `whsec_` and base64, as the libraries of Standard Webhooks take it. */
  secret: z.optional(z.string()),
});

export const REGISTER_ENDPOINT = {
  ...ACTS,
  name: 'register-endpoint',
  path: '/endpoints',
  summary:
    'Register where facts are sent: a webhook (Standard Webhooks, CloudEvents 1.0), or the mailbox of an institution',
  body: z.strictObject({
    owner,
    channel: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('webhook'), url }),
      z.strictObject({ kind: z.literal('mail'), address: mailAddress, language: z._default(z.enum(LANGUAGES), 'es') }),
    ]),
    /** The types of facts to be told of, such as `escalation.sent.v1`; all that concern the owner where it is left out. */
    kinds: z.optional(
      z.array(z.string().check(z.regex(/^[a-z.-]{1,60}\.v\d{1,3}$/))).check(z.minLength(1), z.maxLength(KINDS_MAX)),
    ),
    /** The case in which you are accredited for the control authority. Administrators leave it out. */
    case: z.optional(caseId),
  }),
  answers: withSecret,
} as const satisfies ActionDescription;

export const LIST_ENDPOINTS = {
  ...OF_ENDPOINTS,
  name: 'list-endpoints',
  path: '/endpoints',
  summary:
    'List your endpoints for a control authority; administrators and auditors see those of all, and of all organisations where none is named',
  query: z.strictObject({ controlAuthority: z.optional(code), case: z.optional(caseId) }),
  answers: z.strictObject({ items: z.array(endpointView) }),
} as const satisfies QueryDescription;

export const ROTATE_SECRET = {
  ...ACTS,
  name: 'rotate-endpoint-secret',
  path: '/endpoints/{endpoint}/secret',
  summary: 'Replace the secret of a webhook: for a day both sign, so that nothing is lost meanwhile',
  body: z.strictObject({}),
  answers: z.strictObject({
    ...withSecret.shape,
    /** The same key replaced the secret before: nothing was replaced now, and the secret is not told again. */
    rotatedAlready: z.optional(z.literal(true)),
  }),
} as const satisfies ActionDescription;

export const SWITCH_ENDPOINT = {
  ...ACTS,
  name: 'switch-endpoint',
  path: '/endpoints/{endpoint}/state',
  summary:
    'Disable an endpoint, or enable it again, at another URL if it moved; what was parked meanwhile can be sent again by hand',
  body: z.strictObject({ state: z.enum(['enabled', 'disabled']), url: z.optional(url) }),
  answers: endpointView,
} as const satisfies ActionDescription;

export const ASK_CONFIRMATION = {
  ...ACTS,
  name: 'ask-endpoint-confirmation',
  path: '/endpoints/{endpoint}/confirmation-request',
  summary:
    'Send another code to the mailbox of an endpoint that is not confirmed yet; the one before is good for nothing',
  body: z.strictObject({}),
  answers: endpointView,
} as const satisfies ActionDescription;

export const CONFIRM_ENDPOINT = {
  ...ACTS,
  forAnybody: true,
  name: 'confirm-endpoint',
  path: '/endpoints/{endpoint}/confirmation',
  summary:
    'Confirm that a mailbox of your institution may be used, with the code that was sent to it; no token is asked for',
  body: z.strictObject({ code: mailCode }),
  answers: z.strictObject({ endpoint: z.string(), confirmedAt: instant }),
} as const satisfies ActionDescription;

export const deliveryView = z.strictObject({
  id: z.string(),
  /** The `webhook-id`: the same for every attempt. */
  message: z.string(),
  case: z.optional(z.string()),
  version: z.optional(z.int()),
  kind: z.string(),
  state: z.enum(DELIVERY_STATES),
  createdAt: instant,
  nextAttemptAt: z.optional(instant),
  attempts: z.array(z.strictObject({ at: instant, outcome: z.enum(ATTEMPT_OUTCOMES), status: z.optional(z.int()) })),
});

export const PING_ENDPOINT = {
  ...ACTS,
  name: 'ping-endpoint',
  path: '/endpoints/{endpoint}/ping',
  summary: 'Send a test message to an endpoint, once a minute at most',
  body: z.strictObject({}),
  answers: deliveryView,
} as const satisfies ActionDescription;

export const LIST_DELIVERIES = {
  ...OF_ENDPOINTS,
  name: 'list-deliveries',
  path: '/endpoints/{endpoint}/deliveries',
  summary: 'List what was sent to an endpoint, newest first: each attempt, when and what came of it',
  query: paging,
  answers: z.strictObject({ items: z.array(deliveryView) }),
} as const satisfies QueryDescription;

export const REPLAY_DELIVERY = {
  ...ACTS,
  name: 'replay-delivery',
  path: '/endpoints/{endpoint}/deliveries/{delivery}/replay',
  summary: 'Send again what was parked or delivered, under the same id, for another three days',
  body: z.strictObject({}),
  answers: deliveryView,
} as const satisfies ActionDescription;

/** What became of a delivery of a case that was given up at some time, and whom it did not reach: no address of anybody. */
const givenUpView = z.strictObject({
  ...z.omit(deliveryView, { case: true, version: true }).shape,
  version: z.int(),
  to: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('endpoint'),
      endpoint: z.string(),
      owner: z.optional(owner),
      channel: z.optional(z.enum(['webhook', 'mail'])),
    }),
    z.strictObject({ kind: z.literal('person'), person: z.string() }),
  ]),
});
export type GivenUpView = z.infer<typeof givenUpView>;

export const LIST_CASE_DELIVERIES = {
  ...OF_ENDPOINTS,
  name: 'list-case-deliveries',
  path: '/cases/{case}/deliveries',
  summary:
    'List the mails and webhook messages of a case that were given up at some time, newest first, and how each stands now; for coordinators and auditors',
  query: paging,
  answers: z.strictObject({ items: z.array(givenUpView) }),
} as const satisfies QueryDescription;

export const REPLAY_CASE_DELIVERY = {
  ...ACTS,
  name: 'replay-case-delivery',
  path: '/cases/{case}/deliveries/{delivery}/replay',
  summary: 'Send again what was given up in a case, under the same id, for another three days; for coordinators',
  body: z.strictObject({}),
  answers: givenUpView,
} as const satisfies ActionDescription;

/** Everything about endpoints that notices-api answers. */
export const ENDPOINT_DESCRIPTIONS = [
  REGISTER_ENDPOINT,
  LIST_ENDPOINTS,
  ROTATE_SECRET,
  SWITCH_ENDPOINT,
  ASK_CONFIRMATION,
  CONFIRM_ENDPOINT,
  PING_ENDPOINT,
  LIST_DELIVERIES,
  REPLAY_DELIVERY,
  LIST_CASE_DELIVERIES,
  REPLAY_CASE_DELIVERY,
] as const;
