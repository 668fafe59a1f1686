import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
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

/** Runs `npm run verify-receipt` with what somebody kept. */
const verifyReceipt = async (house: House, { receipt, sent, token }: Held) => {
  const server = await listening(house);
  try {
    const { port } = server.address() as AddressInfo;
    const [kept, text] = ['receipt', 'text'].map((name) => join(tmpdir(), `${name}-${port}.json`)) as [string, string];
    await writeFile(kept, JSON.stringify(receipt));
    await writeFile(text, JSON.stringify(sent ?? null));
    const script = fileURLToPath(new URL('../../local/verify-receipt.ts', import.meta.url));
    const options = [...(sent === undefined ? [] : ['--text', text]), '--url', `http://127.0.0.1:${port}`];
    const child = spawn(process.execPath, [script, kept, ...options], {
      env: { ...process.env, ...(token === undefined ? {} : { VEEDOR_TOKEN: token }) },
    });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
    const [status] = await once(child, 'close');
    return { status, printed: chunks.join('') };
  } finally {
    server.close();
  }
};

describe('the receipt of a restricted observation', () => {
  it('is checked against the public record, and with a token against one’s own words', async () => {
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

    const alone = await verifyReceipt(house, { receipt });
    expect(alone).toMatchObject({ status: 0 });
    expect(alone.printed).not.toContain('WRONG');
    expect(await verifyReceipt(house, { receipt, sent, token: 'witness-1' })).toMatchObject({ status: 0 });

    const another = await verifyReceipt(house, {
      receipt,
      sent: { ...sent, title: 'Another seal' },
      token: 'witness-1',
    });
    expect(another).toMatchObject({ status: 1 });
    expect(another.printed).toContain('WRONG  Your own title');
    const bad = await verifyReceipt(house, { receipt: { hello: 'there' } });
    expect(bad).toMatchObject({ status: 1 });
    expect(bad.printed).toContain('is no answer of a command');
  });
});
