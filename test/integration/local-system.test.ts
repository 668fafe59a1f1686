import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { CannotStart } from '../../local/cannot-start.ts';
import type { DataFolder } from '../../local/data-folder.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { startEmbeddedDynamodb } from '../../local/embedded-dynamodb.ts';
import { functionsOf } from '../../local/functions.ts';
import { type System, type SystemOptions, startSystem } from '../../local/system.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { temporaryFolder } from './embedded-table.ts';
import { runs } from './processes.ts';

const EXAMPLE = new URL('../../local/examples/integrity-pact-works.json', import.meta.url);

const systemOn = async (folder: string, options: Partial<SystemOptions> = {}): Promise<System> => {
  const system = await startSystem({ folder, port: 0, quiet: true, ...options });
  onTestFinished(system.stop);
  return system;
};

const openCase = async (system: System): Promise<string> => {
  const ocds = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  const { status, body } = await httpDoor(system).post('coordinator-1', '/cases', {
    body: { instrument: 'integrity-pact', ocds },
    idempotencyKey: 'open',
  });
  expect(status).toBe(201);
  return (body as { case: string }).case;
};

const read = async (system: System, path: string): Promise<any> =>
  (await httpDoor(system).get('coordinator-1', path)).body;

/** The case stands in the static files, which anybody reads and nobody writes. */
const expectOpenData = async (url: string, caseId: string): Promise<void> => {
  const described = await (await fetch(`${url}/open-data/datapackage.json`)).json();
  const { resources } = described as { resources: { path: string; bytes: number; hash: string }[] };
  for (const { path, bytes, hash } of resources) {
    const file = Buffer.from(await (await fetch(`${url}/open-data/${path}`)).arrayBuffer());
    expect([path, file.byteLength, `sha256:${createHash('sha256').update(file).digest('hex')}`]).toEqual([
      path,
      bytes,
      hash,
    ]);
  }
  const uri = `${url}/open-data/cases/${caseId}/record.json`;
  const answer = await fetch(uri);
  expect([answer.headers.get('content-type'), ((await answer.json()) as { uri: string }).uri]).toEqual([
    'application/json',
    uri,
  ]);
  const etag = answer.headers.get('etag') ?? '';
  for (const held of [etag, `"other", W/${etag}`]) {
    expect((await fetch(uri, { headers: { 'if-none-match': held } })).status).toBe(304);
  }
  const posted = await fetch(uri, { method: 'POST', body: 'x' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  const head = await fetch(uri, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, answer.headers.get('content-length')]);
  expect(await (await fetch(`${url}/open-data/`)).text()).toContain('<h1>Open data: files</h1>');
  const refused = [fetch(`${url}/open-data/nothing.csv`), fetch(`${url}/open-data/..%2f..`)];
  for (const each of refused) expect((await each).status).toBe(404);
};

describe('the system on one machine', () => {
  test('records what is asked, and has projected it when it is settled', async () => {
    const system = await systemOn(await temporaryFolder());
    const caseId = await openCase(system);
    const proposal = { person: 'witness-1', reason: 'Accredited for works in this region.' };
    const { status } = await httpDoor(system).post('coordinator-1', `/cases/${caseId}/team`, {
      body: proposal,
      idempotencyKey: 'propose',
    });
    expect(status).toBeLessThan(300);
    await system.settled();
    const { items: events } = await read(system, `/cases/${caseId}/events`);
    expect(events.length).toBeGreaterThan(2);
    expect((await read(system, `/cases/${caseId}/milestones`)).version).toBe(events.length);
    await system.publish();
    await expectOpenData(system.url, caseId);
  });

  test('keeps everything over a stop and a start, tokens too', async () => {
    const folder = await temporaryFolder();
    const first = await systemOn(folder);
    const caseId = await openCase(first);
    const before = await read(first, `/cases/${caseId}`);
    const { url } = first;
    const token = await first.tokenFor('auditor-1');
    await first.stop();
    const second = await systemOn(folder, { port: Number(new URL(url).port) });
    const response = await fetch(`${url}/cases/${caseId}`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    expect(await read(second, `/cases/${caseId}`)).toEqual(before);
  });

  test('sweeps deadlines by its own clock', async () => {
    const clock = memoryClock('2026-03-02T15:00:00.000Z');
    const system = await systemOn(await temporaryFolder(), { clock });
    const caseId = await openCase(system);
    const proposal = { person: 'witness-1', reason: 'Accredited for works in this region.' };
    await httpDoor(system).post('coordinator-1', `/cases/${caseId}/team`, {
      body: proposal,
      idempotencyKey: 'propose',
    });
    await system.settled();
    await system.sweep();
    const types = async () =>
      (await read(system, `/cases/${caseId}/events`)).items.map(({ type }: { type: string }) => type);
    expect(await types()).not.toContain('proposal.lapsed.v1');
    clock.move(90 * 86_400_000);
    await system.sweep();
    expect(await types()).toContain('proposal.lapsed.v1');
  });

  test('refuses a forged, a foreign and an expired token, and serves its keys to whoever verifies', async () => {
    const clock = memoryClock('2026-03-02T15:00:00.000Z');
    const system = await systemOn(await temporaryFolder(), { clock });
    const other = await systemOn(await temporaryFolder(), { clock });
    const status = async (token: string) =>
      (await fetch(`${system.url}/cases`, { headers: { authorization: `Bearer ${token}` } })).status;
    const token = await system.tokenFor('witness-1');
    expect(await status(token)).toBe(200);
    expect(await status(`${token.slice(0, -4)}AAAA`)).toBe(401);
    expect(await status(await other.tokenFor('witness-1'))).toBe(401);
    clock.move(3_600_001);
    expect(await status(token)).toBe(401);
    await expect(system.tokenFor('emperor-1')).rejects.toThrow('emperor-1 is none of coordinator-1');
  });

  test('delivers at the next start what was recorded while nobody listened', async () => {
    const folder = await temporaryFolder();
    const consumers = (ports: Parameters<typeof functionsOf>[0]) => {
      const functions = functionsOf(ports);
      const failing = { handle: async () => Promise.reject(new Error('broken')), impactWhenFailing: '' };
      return { ...functions, consumers: { ...functions.consumers, 'project-milestones': failing } };
    };
    const broken = await systemOn(folder, { functions: consumers });
    const caseId = await openCase(broken);
    await broken.settled();
    expect((await read(broken, `/cases/${caseId}/milestones`)).version).toBe(0);
    await broken.stop();
    const healed = await systemOn(folder);
    const { items: events } = await read(healed, `/cases/${caseId}/events`);
    expect((await read(healed, `/cases/${caseId}/milestones`)).version).toBe(events.length);
  });

  test('is one at a time on a folder, and ends what it had started when it cannot start', async () => {
    const folder = await temporaryFolder();
    const system = await systemOn(folder);
    await expect(startSystem({ folder, port: 0, quiet: true })).rejects.toThrow(/Another Veedor is running/);
    const elsewhere = await temporaryFolder();
    const taken = Number(new URL(system.url).port);
    await expect(startSystem({ folder: elsewhere, port: taken, quiet: true })).rejects.toThrow(CannotStart);
    await expect(
      startSystem({ folder: elsewhere, port: 0, quiet: true, dynamodbEndpoint: 'http://127.0.0.1:9' }),
    ).rejects.toThrow(/DYNAMODB_ENDPOINT/);
    const freed: DataFolder = await openDataFolder(elsewhere);
    freed.release();
  });

  test('works on a DynamoDB-compatible server of somebody else', async () => {
    const held = await openDataFolder(await temporaryFolder());
    const server = await startEmbeddedDynamodb(held);
    onTestFinished(async () => {
      await server.stop();
      held.release();
    });
    const system = await systemOn(await temporaryFolder(), {
      dynamodbEndpoint: server.endpoint,
      tableName: 'veedor-elsewhere',
    });
    await openCase(system);
    await system.settled();
    await system.stop();
    expect(await runs(server.pid)).toBe(true);
  });

  test('answers 503 while its table does not answer, and goes on when it does', async () => {
    const held = await openDataFolder(await temporaryFolder());
    const server = await startEmbeddedDynamodb(held);
    onTestFinished(async () => {
      await server.stop();
      held.release();
    });
    // A relay that can be cut, in front of the real server.
    let isCut = false;
    const relay = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      if (isCut) return void request.socket.destroy();
      const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
        ['host', 'connection', 'content-length', 'transfer-encoding', 'expect'].includes(name)
          ? []
          : [[name, String(value)]],
      );
      const answer = await fetch(server.endpoint, { method: 'POST', headers, body: Buffer.concat(parts) });
      response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(await answer.text());
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      relay.close();
      relay.closeAllConnections();
    });
    const system = await systemOn(await temporaryFolder(), {
      dynamodbEndpoint: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    });
    const caseId = await openCase(system);
    isCut = true;
    const { status, body } = await httpDoor(system).post('coordinator-1', `/cases/${caseId}/advance`, {
      body: {},
      idempotencyKey: 'advance',
    });
    expect([status, (body as { type: string }).type]).toEqual([503, '/problems/outside-failure']);
    isCut = false;
    expect((await httpDoor(system).get('coordinator-1', `/cases/${caseId}`)).status).toBe(200);
    await system.settled();
  });
});
