import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commitmentText } from '../../domain/draw/algorithm.ts';
import { memoryEntropy } from '../../functions/_ports/memory/memory-entropy.ts';
import { verifyRecord } from '../../functions/_record/verify-record.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { sweepDeadlines } from '../../functions/sweep-deadlines/sweep-deadlines.ts';
import { sha256 } from '../support/case-file.ts';
import { deliver } from '../support/deliver.ts';
import { type House, newHouse } from '../support/house.ts';
import { OFFICIAL_DATA } from '../support/journey-step.ts';

const MS_PER_HOUR = 3_600_000;
const CANDIDATES = ['witness-1', 'witness-2', 'witness-3'];
const secretOf = (party: string): string => sha256(`what ${party} keeps to itself`);
const BEACON_VALUE = sha256('what the beacon said');

interface Told {
  readonly house: House;
  readonly caseId: string;
  readonly says: (person: string, path: string, body?: object) => Promise<{ status: number; body: unknown }>;
}

/** A pact whose coordinator and contracting authority are to draw two of three witnesses. */
const announced = async (): Promise<Told> => {
  const house = newHouse();
  let sent = 0;
  const post = (person: string, path: string, body: object = {}) => {
    sent += 1;
    return house.post(person, path, { body, idempotencyKey: `lot-${sent}` });
  };
  const opened = await post('coordinator-1', '/cases', { instrument: 'integrity-pact', ocds: OFFICIAL_DATA });
  const { case: caseId } = opened.body as { case: string };
  const says: Told['says'] = (person, path, body) => post(person, `/cases/${caseId}${path}`, body);
  await says('coordinator-1', '/liaisons', { person: 'authority-1', kind: 'contracting-authority' });
  const inHours = (hours: number) => new Date(Date.parse(house.clock.now()) + hours * MS_PER_HOUR).toISOString();
  const answer = await says('coordinator-1', '/draws', {
    candidates: CANDIDATES,
    places: 2,
    alternates: 1,
    source: {
      kind: 'commit-reveal',
      parties: ['coordinator-1', 'authority-1'],
      revealBefore: inHours(24),
      beacon: 'drand-quicknet',
      publishedAfter: inHours(48),
    },
  });
  expect(answer).toMatchObject({ status: 201, body: { created: 'draw-1' } });
  for (const party of ['coordinator-1', 'authority-1']) {
    const text = commitmentText({ case: caseId, draw: 'draw-1', party, value: secretOf(party) });
    expect(await says(party, '/draws/draw-1/commitment', { commitment: sha256(text) })).toMatchObject({ status: 200 });
  }
  return { house, caseId, says };
};

const finish = async ({ house, says }: Told): Promise<void> => {
  house.clock.move(48 * MS_PER_HOUR);
  expect(await says('coordinator-1', '/draws/draw-1/public-value', { value: BEACON_VALUE })).toMatchObject({
    status: 200,
  });
  expect(await says('coordinator-1', '/draws/draw-1/lots')).toMatchObject({ status: 200 });
};

const theDraw = async ({ house, caseId }: Told): Promise<unknown> => {
  const { items } = (await house.get('', `/cases/${caseId}/draws`)).body as { items: readonly unknown[] };
  return items[0];
};

/** Runs `npm run verify-draw` against a house that answers over HTTP. */
const verifyDraw = async (house: House, caseId: string, change = (text: string): string => text) => {
  const server = await listening(house, change);
  try {
    const { port } = server.address() as AddressInfo;
    const script = fileURLToPath(new URL('../../local/verify-draw.ts', import.meta.url));
    const child = spawn(process.execPath, [script, caseId, '--url', `http://127.0.0.1:${port}`]);
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
    const [status] = await once(child, 'close');
    return { status, printed: chunks.join('') };
  } finally {
    server.close();
  }
};

const listening = async (house: House, change: (text: string) => string): Promise<Server> => {
  const server = createServer((request, response) => {
    void house.send({ method: 'GET', path: request.url ?? '/' }).then(({ status, text }) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(change(text));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

describe('an appointment by lot', () => {
  it('is drawn before everybody’s eyes, and anyone can recompute it', async () => {
    const told = await announced();
    const { house, caseId, says } = told;
    for (const party of ['coordinator-1', 'authority-1']) {
      expect(await says(party, '/draws/draw-1/reveal', { value: secretOf(party) })).toMatchObject({ status: 200 });
    }
    expect(await says('coordinator-1', '/draws/draw-1/public-value', { value: BEACON_VALUE })).toMatchObject({
      status: 409,
      body: { type: '/problems/value-not-published' },
    });
    await finish(told);

    const draw = await theDraw(told);
    expect(draw).toMatchObject({ id: 'draw-1', state: 'drawn', candidates: CANDIDATES, parties: [{}, {}] });
    const { order, proposed } = draw as { order: readonly string[]; proposed: readonly string[] };
    expect(order.toSorted()).toEqual(CANDIDATES);
    expect(proposed).toEqual(order.slice(0, 2));
    const shown = (await house.get('', `/cases/${caseId}`)).body;
    expect(shown).toMatchObject({ team: proposed.map((person) => ({ person, standing: 'proposed' })) });
    expect(shown).not.toHaveProperty('drawUnderWay');

    const [first = '', , third = ''] = order;
    await says(first, '/team/decline');
    expect(await says('coordinator-1', '/draws/draw-1/alternates')).toMatchObject({ status: 200 });
    expect(await says(third, '/team/acceptance')).toMatchObject({ status: 200 });
    expect(await verifyRecord(house, caseId)).toMatchObject({ verified: true });

    const { status, printed } = await verifyDraw(house, caseId);
    expect(printed).toContain('This draw recomputes.');
    expect(printed).toContain(`${third} is the next alternate`);
    expect(status).toBe(0);
  });

  it('is not steered by who keeps its value back, and tells who did', async () => {
    const told = await announced();
    const { house, caseId, says } = told;
    await says('coordinator-1', '/draws/draw-1/reveal', { value: secretOf('coordinator-1') });
    await deliver(keepDeadlines(house), house.cases, caseId);
    house.clock.move(25 * MS_PER_HOUR);
    await sweepDeadlines({ ...house, entropy: memoryEntropy() })();
    expect(await theDraw(told)).toMatchObject({
      state: 'value-awaited',
      parties: [{ person: 'coordinator-1' }, { person: 'authority-1', failed: true }],
    });
    expect(await says('authority-1', '/draws/draw-1/reveal', { value: secretOf('authority-1') })).toMatchObject({
      status: 409,
      body: { type: '/problems/draw-state' },
    });
    await finish(told);
    const { status, printed } = await verifyDraw(house, caseId);
    expect(printed).toContain('authority-1 did not reveal in the term');
    expect(status).toBe(0);
  });

  it('cannot be retold: whoever changes an event on its way is found out', async () => {
    const told = await announced();
    for (const party of ['coordinator-1', 'authority-1']) {
      await told.says(party, '/draws/draw-1/reveal', { value: secretOf(party) });
    }
    await finish(told);
    const other = await verifyDraw(told.house, told.caseId, (text) => text.replaceAll(BEACON_VALUE, sha256('another')));
    expect(other).toMatchObject({ status: 1 });
    expect(other.printed).toContain('This draw does not recompute.');
    expect(other.printed).toContain('The chain of events breaks at event');
    expect(await verifyDraw(told.house, 'ip-00000000000000000000')).toMatchObject({ status: 1 });
  });
});
