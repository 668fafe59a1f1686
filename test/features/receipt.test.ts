import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Told } from '../../local/told.ts';
import { runVerifyReceipt } from '../../local/verify-receipt/run.ts';
import type { House } from '../support/house.ts';
import { arrived, stepsThrough } from '../support/journey.ts';

/** A house that answers over HTTP; a token is the name of its bearer. */
const listening = async (house: House): Promise<Server> => {
  const server = createServer((request, response) => {
    const person = request.headers.authorization?.replace('Bearer ', '');
    const sent = { method: 'GET' as const, path: request.url ?? '/', ...(person === undefined ? {} : { person }) };
    void house.send(sent).then(({ status, text }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

interface Held {
  readonly receipt: unknown;
  readonly sent?: unknown;
  readonly token?: string;
}

const filed = async () => {
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/acts/act-2/absence'));
  const sent = {
    type: 'good-practice',
    stage: 'tender-observation',
    observedAt: house.clock.now(),
    title: '  Sello  de an\u0303o ',
    narrative: 'The seal bore its year.',
    language: 'es',
    visibility: 'restricted',
  };
  const { status, body: receipt } = await house.post('witness-1', `/cases/${caseId}/observations`, {
    body: sent,
    idempotencyKey: 'receipt',
  });
  expect(status).toBe(201);
  return { house, caseId, sent, receipt: receipt as { recorded: readonly { id: string; hash: string }[] } };
};

/** The arguments of `npm run verify-receipt` for what somebody kept, while the house answers. */
const holding = async <T>(house: House, { receipt, sent }: Held, work: (args: readonly string[]) => Promise<T>) => {
  const server = await listening(house);
  const folder = await mkdtemp(join(tmpdir(), 'veedor-receipt-'));
  try {
    const { port } = server.address() as AddressInfo;
    const [kept, text] = [join(folder, 'receipt.json'), join(folder, 'text.json')];
    await writeFile(kept, typeof receipt === 'string' ? receipt : JSON.stringify(receipt));
    await writeFile(text, JSON.stringify(sent ?? null));
    return await work([kept, ...(sent === undefined ? [] : ['--text', text]), '--url', `http://127.0.0.1:${port}`]);
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

const verifyReceipt = (house: House, { token, ...held }: Held): Promise<Told> =>
  holding(house, held, (args) => runVerifyReceipt(args, token));

/** What is said of each thing that is held against the record. */
const marks = ({ says = '' }: Told) => says.split('\n').flatMap((line) => /^ {2}(ok|-|WRONG) /.exec(line)?.[1] ?? []);

describe('the receipt of a restricted observation', () => {
  it('is checked against the public record, and with a token against one’s own words', async () => {
    const { house, receipt, sent } = await filed();
    const alone = await verifyReceipt(house, { receipt });
    expect(alone).toMatchObject({ status: 0 });
    expect(alone.says).toMatch(/^\d+ events, each chained to the one before it, up to [0-9a-f]{64}\.\n/);
    expect(new Set(marks(alone))).toEqual(new Set(['ok']));
    expect(await verifyReceipt(house, { receipt, sent, token: 'witness-1' })).toMatchObject({ status: 0 });
  });

  it('is checked by a program of its own, which ends with its status', async () => {
    const { house, receipt } = await filed();
    const script = fileURLToPath(new URL('../../local/verify-receipt.ts', import.meta.url));
    const ended = await holding(house, { receipt }, async (args) => {
      const child = spawn(process.execPath, [script, ...args]);
      const chunks: string[] = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
      const [status] = await once(child, 'close');
      return { status, printed: chunks.join('') };
    });
    expect(ended).toMatchObject({ status: 0, printed: expect.stringContaining('events, each chained') });
  });

  it('that holds no more names what is wrong, and says what to do', async () => {
    const { house, receipt, sent } = await filed();
    const other = { ...sent, title: 'Another seal' };
    const another = await verifyReceipt(house, { receipt, sent: other, token: 'witness-1' });
    expect(another).toMatchObject({ status: 1 });
    expect(another.says).toContain('WRONG  Your own title');
    expect(another.says).toContain('Keep the receipt and what you sent, and show both to an auditor');
    const forged = { ...receipt, recorded: receipt.recorded.map((line) => ({ ...line, hash: '0'.repeat(64) })) };
    const { status, says } = await verifyReceipt(house, { receipt: forged });
    expect([status, says]).toEqual([1, expect.stringContaining('WRONG')]);
  });

  it('is not said to hold where its words could not be read: a token is asked for, and nothing called wrong', async () => {
    const { house, receipt, sent } = await filed();
    const unread = await verifyReceipt(house, { receipt, sent });
    expect([unread.status, marks(unread)]).toEqual([1, expect.arrayContaining(['-'])]);
    expect(unread.says).toContain('they cannot be read without a token (VEEDOR_TOKEN)');
    expect(unread.says).not.toMatch(/WRONG|auditor/);
  });

  it('that cannot be checked says what is missing', async () => {
    const { house, receipt } = await filed();
    const usage = 'npm run verify-receipt -- RECEIPT.json';
    expect(await verifyReceipt(house, { receipt: { hello: 'there' } })).toEqual({
      status: 1,
      complains: expect.stringMatching(/is no answer of a command\.\nnpm run verify-receipt/),
    });
    const noJson = await verifyReceipt(house, { receipt: '{' });
    expect(noJson.complains).toContain(`cannot be read as JSON.\n${usage}`);
    const list = await verifyReceipt(house, { receipt, sent: [1] });
    expect(list.complains).toContain(`holds no object.\n${usage}`);
    for (const args of [[], ['a', 'b'], ['a', '--url', 'nowhere'], ['a', '--fast']]) {
      const { status, complains } = await runVerifyReceipt(args, undefined);
      expect([args, status, complains]).toEqual([args, 1, expect.stringContaining(usage)]);
    }
    const nobody = await holding(house, { receipt }, ([kept = '']) =>
      runVerifyReceipt([kept, '--url', 'http://127.0.0.1:1'], undefined),
    );
    expect(nobody.complains).toMatch(/^Nobody answers at .*\. Start the system, or name another with --url\.$/);
    const elsewhere = await verifyReceipt(house, { receipt: { ...receipt, case: 'ip-00000000000000000000' } });
    expect(elsewhere).toEqual({ status: 1, complains: expect.stringMatching(/answers 404\.$/) });
  });
});
