import { action } from '../_http/answer-action.ts';
import { ASK_CONFIRMATION, CONFIRM_ENDPOINT } from '../_http/endpoint-operations.ts';
import type { ActionOperation } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf } from '../_http/request.ts';
import { asking, confirmedBy, putAsking, wakeWaiting } from './confirm-mail.ts';
import { shownEndpoint } from './endpoints.ts';
import { managedBy } from './may-manage.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';
import { doneBefore, marked, markOf } from './once.ts';

const ask = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...ASK_CONFIRMATION,
    act: async ({ parameters, caller, idempotencyKey, body }) => {
      const endpoint = await managedBy(ports, caller, parameters.endpoint);
      if (endpoint?.channel.kind !== 'mail') return undefined;
      const { channel, version, marks, id } = endpoint;
      const mark = await markOf({ ...ASK_CONFIRMATION, caller, idempotencyKey, body }, ports.clock.now());
      if (doneBefore(marks, mark) !== undefined || channel.confirmedAt !== undefined) {
        await putAsking(ports, id, channel);
        return { status: 200, body: shownEndpoint(endpoint) };
      }
      const { address, askedAt } = channel;
      const asked = { ...channel, ...(await asking(ports, { address, purpose: id, askedAt })) };
      const changed = { ...endpoint, channel: asked, marks: marked(marks, mark), version: version + 1 };
      if (!(await ports.endpoints.save(changed, version))) throw new ProblemError('lost-every-race');
      await putAsking(ports, id, asked);
      return { status: 200, body: shownEndpoint(changed) };
    },
  });

/** Whoever reads the mailbox of an institution need not be known here: the code says that they read it. */
const confirm = (ports: NoticesApiPorts): ActionOperation => ({
  ...CONFIRM_ENDPOINT,
  answer: async (event, { identity }) => {
    await callerOf(event, identity);
    idempotencyKeyOf(event);
    const parsed = CONFIRM_ENDPOINT.body.safeParse(bodyOf(event, BODY_BYTES_MAX));
    if (!parsed.success) throw new ProblemError('input-invalid', { errors: errorsOf(parsed.error.issues) });
    const endpoint = await ports.endpoints.get(event.pathParameters?.endpoint ?? '');
    const before = endpoint?.channel.kind === 'mail' ? endpoint.channel : undefined;
    const mailbox = await confirmedBy(before, parsed.data.code, ports.clock.now());
    if (endpoint !== undefined && before !== undefined && mailbox !== before) {
      const { version } = endpoint;
      const changed = { ...endpoint, channel: { ...before, ...mailbox }, version: version + 1 };
      if (!(await ports.endpoints.save(changed, version))) throw new ProblemError('lost-every-race');
      await wakeWaiting(ports, endpoint.id);
    }
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: JSON.stringify({ endpoint: endpoint?.id, confirmedAt: mailbox.confirmedAt }),
    };
  },
});

export const confirmationActions = (ports: NoticesApiPorts): readonly ActionOperation[] => [ask(ports), confirm(ports)];
