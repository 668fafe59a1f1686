import { canonicalJson, sha256Hex } from '../../events/record.ts';
import { action } from '../_http/answer-action.ts';
import { LIST_ENDPOINTS, REGISTER_ENDPOINT, ROTATE_SECRET, SWITCH_ENDPOINT } from '../_http/endpoint-operations.ts';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import { servedBy } from '../_notices/serves.ts';
import { urlFlaw } from '../_ports/endpoint-url.ts';
import { ENDPOINTS_MAX, type Endpoint, type EndpointChannel, type SealedSecret } from '../_ports/outbox-ports.ts';
import { endpointId } from '../_ports/outbox-store.ts';
import { asking, awaitsCode, putAsking } from './confirm-mail.ts';
import { managedBy, registrationRefusal, seenBy } from './may-manage.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';
import { doneBefore, marked, markOf } from './once.ts';

/** For how long two secrets sign while one is being replaced. */
export const OVERLAP_MS = 86_400_000;
const MARK_LENGTH = 16;
const SECRET_PREFIX = 'whsec_';

/** 256 bits, as libraries of Standard Webhooks take them. */
const newSecret = ({ secrets }: NoticesApiPorts): string =>
  `${SECRET_PREFIX}${Buffer.from(secrets.secret(), 'base64url').toString('base64')}`;

export const shownEndpoint = ({ id, owner, channel, kinds, state, disabledBecause, createdAt }: Endpoint) => ({
  id,
  owner,
  serves: servedBy(owner),
  channel: shownChannel(channel),
  ...(kinds === undefined ? {} : { kinds: [...kinds] }),
  state,
  ...(disabledBecause === undefined ? {} : { disabledBecause }),
  createdAt,
});

const shownChannel = (channel: EndpointChannel) => {
  if (channel.kind === 'mail') {
    const { kind, address, language, confirmedAt } = channel;
    return { kind, address, language, ...(confirmedAt === undefined ? awaitsCode(channel) : { confirmedAt }) };
  }
  const former = channel.secrets.find(({ until }) => until !== undefined)?.until;
  return {
    kind: channel.kind,
    url: channel.url,
    ...(former === undefined ? {} : { formerSecretUntil: former }),
  };
};

/** A URL as it is kept: as a parser writes it, so that everybody reads the same in it. Throws what is wrong with it. */
const demandUrl = ({ allowedHosts }: NoticesApiPorts, url: string, pointer: string): string => {
  const flaw = urlFlaw(url, allowedHosts);
  if (flaw !== undefined) throw new ProblemError('endpoint-url-refused', { pointer, flaw });
  return new URL(url).href;
};

const register = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...REGISTER_ENDPOINT,
    act: async ({ body, caller, idempotencyKey }) => {
      const { owner, channel, kinds, case: caseId } = body;
      const refusal = await registrationRefusal(ports, caller, { owner, case: caseId });
      if (refusal !== undefined) return refusal;
      const mark = await sha256Hex(canonicalJson(['endpoint', caller.person, idempotencyKey]));
      const id = endpointId(owner, mark.slice(0, MARK_LENGTH));
      const createdAt = ports.clock.now();
      const done = await markOf({ ...REGISTER_ENDPOINT, caller, idempotencyKey, body }, createdAt);
      const before = await ports.endpoints.get(id);
      // The secret cannot be told a second time: who missed the answer replaces it.
      if (before !== undefined) {
        doneBefore(before.marks, done);
        if (before.channel.kind === 'mail') await putAsking(ports, id, before.channel);
        throw new ProblemError('endpoint-exists', { endpoint: id });
      }
      const url = channel.kind === 'webhook' ? demandUrl(ports, channel.url, '/channel/url') : '';
      const own = (await ports.endpoints.of(owner)).filter(({ createdBy }) => createdBy === caller.person);
      if (own.length >= ENDPOINTS_MAX) {
        throw new ProblemError('too-many-endpoints', { endpointsMax: ENDPOINTS_MAX });
      }
      const secret = channel.kind === 'webhook' ? newSecret(ports) : undefined;
      const sealed = secret === undefined ? [] : [{ sealed: await ports.secretBox.seal(secret, id) }];
      const asked = channel.kind === 'mail' ? await asking(ports, { address: channel.address, purpose: id }) : {};
      const endpoint: Endpoint = {
        id,
        owner,
        channel: channel.kind === 'webhook' ? { ...channel, url, secrets: sealed } : { ...channel, ...asked },
        ...(kinds === undefined ? {} : { kinds }),
        state: 'enabled',
        ...(caseId === undefined ? {} : { case: caseId }),
        createdAt,
        createdBy: caller.person,
        marks: [done],
        version: 1,
      };
      if (!(await ports.endpoints.add(endpoint))) throw new ProblemError('endpoint-exists', { endpoint: id });
      if (endpoint.channel.kind === 'mail') await putAsking(ports, id, endpoint.channel);
      return { status: 201, body: { ...shownEndpoint(endpoint), ...(secret === undefined ? {} : { secret }) } };
    },
  });

/** The newest secret signs alone after the overlap; one that is replaced twice within it stops at once. */
const rotated = (secrets: readonly SealedSecret[], sealed: string, until: string): readonly SealedSecret[] => [
  { sealed },
  ...secrets.filter((secret) => secret.until === undefined).map((secret) => ({ ...secret, until })),
];

const rotate = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...ROTATE_SECRET,
    act: async ({ parameters, caller, idempotencyKey, body }) => {
      const endpoint = await managedBy(ports, caller, parameters.endpoint);
      if (endpoint === undefined || endpoint.channel.kind === 'mail') return undefined;
      const { channel, version, marks } = endpoint;
      const mark = await markOf({ ...ROTATE_SECRET, caller, idempotencyKey, body }, ports.clock.now());
      if (doneBefore(marks, mark) !== undefined) {
        return { status: 200, body: { ...shownEndpoint(endpoint), rotatedAlready: true as const } };
      }
      const secret = newSecret(ports);
      const until = new Date(Date.parse(ports.clock.now()) + OVERLAP_MS).toISOString();
      const secrets = rotated(channel.secrets, await ports.secretBox.seal(secret, endpoint.id), until);
      const changed = {
        ...endpoint,
        channel: { ...channel, secrets },
        marks: marked(marks, mark),
        version: version + 1,
      };
      if (!(await ports.endpoints.save(changed, version))) throw new ProblemError('lost-every-race');
      return { status: 200, body: { ...shownEndpoint(changed), secret } };
    },
  });

/** A mailbox has no URL to move to. */
const movedTo = (channel: EndpointChannel, url: string | undefined): EndpointChannel =>
  url === undefined || channel.kind === 'mail' ? channel : { ...channel, url };

const turn = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...SWITCH_ENDPOINT,
    act: async ({ parameters, caller, idempotencyKey, body }) => {
      const { state, url } = body;
      const endpoint = await managedBy(ports, caller, parameters.endpoint);
      if (endpoint === undefined) return undefined;
      const mark = await markOf({ ...SWITCH_ENDPOINT, caller, idempotencyKey, body }, ports.clock.now());
      const isDone = doneBefore(endpoint.marks, mark) !== undefined;
      if (isDone) return { status: 200, body: shownEndpoint(endpoint) };
      const { disabledBecause = 'by-hand', version, ...rest } = endpoint;
      const why = state === 'disabled' ? { disabledBecause } : {};
      const moved = url === undefined ? undefined : demandUrl(ports, url, '/url');
      const changed = {
        ...rest,
        ...why,
        channel: movedTo(rest.channel, moved),
        state,
        marks: marked(rest.marks, mark),
        version: version + 1,
      };
      if (!(await ports.endpoints.save(changed, version))) throw new ProblemError('lost-every-race');
      return { status: 200, body: shownEndpoint(changed) };
    },
  });

export const endpointActions = (ports: NoticesApiPorts): readonly ActionOperation[] => [
  register(ports),
  rotate(ports),
  turn(ports),
];

export const endpointQueries = (ports: NoticesApiPorts): readonly QueryOperation[] => [
  query({
    ...LIST_ENDPOINTS,
    ask: async (_, { query: { controlAuthority, case: caseId }, caller }) => {
      const owner = controlAuthority === undefined ? { organisation: '' } : { controlAuthority };
      const seen = caller === undefined ? undefined : await seenBy(ports, caller, { owner, case: caseId });
      return seen === undefined ? undefined : { body: { items: seen.map(shownEndpoint) } };
    },
  }),
];
