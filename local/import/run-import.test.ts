import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { importApi } from '../../functions/import-api/import-api.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { recordPackage, release, releasePackage } from '../../test/support/ocds.ts';
import { fetchSource } from './fetch-source.ts';
import { PIECE_BYTES_MAX } from './pieces.ts';
import { progressOn } from './progress.ts';
import { runImport, type Summary, stateFolderOf } from './run-import.ts';
import { sourcesAt } from './sources.ts';
import type { SystemDoor } from './system-door.ts';

const SILENT = progressOn({ write: () => undefined });

/** The API in memory, asked with what would go over the wire. */
const doorOf = (house: House): SystemDoor => {
  const handler = importApi(house);
  return {
    send: async (body, key) => {
      const { statusCode, body: text } = await handler(
        {
          routeKey: 'POST /processes',
          headers: {
            authorization: 'Bearer coordinator-1',
            'content-type': 'application/gzip',
            'idempotency-key': key,
          },
          body: Buffer.from(body).toString('base64'),
          isBase64Encoded: true,
        } as never,
        {} as never,
      );
      if (statusCode !== 200) throw new Error(String(text));
      return JSON.parse(String(text)) as Awaited<ReturnType<SystemDoor['send']>>;
    },
  };
};

interface Ran {
  readonly summary: Summary;
  readonly results: readonly any[];
}

const folderOf = (files: Readonly<Record<string, string | Buffer>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'veedor-import-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'in', name)), { recursive: true });
    writeFileSync(join(folder, 'in', name), content);
  }
  return folder;
};

const run = async (folder: string, door: SystemDoor, named = [join(folder, 'in')]): Promise<Ran> => {
  const results = join(folder, 'results.jsonl');
  const given = {
    results,
    door,
    url: 'http://veedor.example',
    progress: SILENT,
    loopback: true,
    racePauseMilliseconds: 1,
  };
  const summary = await runImport({ ...given, sources: await sourcesAt(named) });
  expect(existsSync(stateFolderOf(results))).toBe(false);
  const lines = readFileSync(results, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(summary.found);
  return { summary, results: lines.map((line) => JSON.parse(line)) };
};

const importing = (files: Readonly<Record<string, string | Buffer>>, house = newHouse()) =>
  run(folderOf(files), doorOf(house));
const of = (ocid: string, more: object = {}) => release({ ocid, ...more });
const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const inShort = ({ results }: Ran) =>
  results.map(({ ocid, outcome, refusal, places = [], source, pointer, line: number }) =>
    [
      ocid ?? `${source}:${number ?? ''}${pointer}`,
      refusal ?? outcome,
      ...places.map((at: any) => `${at.source}:${at.line ?? ''}${at.pointer}`),
    ].join(' '),
  );

describe('an import', () => {
  it('takes every kind of file of a folder and the folders in it, packed or not', async () => {
    const ran = await importing({
      'a.json': JSON.stringify(releasePackage(of('ocds-a-1'), of('ocds-a-2'))),
      'b.json.gz': gzipSync(
        JSON.stringify(recordPackage({ ocid: 'ocds-b-1', compiledRelease: of('ocds-b-1') }), null, 2),
      ),
      'c.jsonl': `\ufeff${line(of('ocds-c-1'))}\n${line(releasePackage(of('ocds-c-2'), of('ocds-c-3'))).replace('\n', '\r\n')}`,
      'deeper/d.ndjson.gz': gzipSync(line(of('ocds-d-1'))),
      'deeper/e.json': `${line(of('ocds-e-1'))}${line(of('ocds-e-2'))}`,
      'f.json': JSON.stringify([of('ocds-f-1'), of('ocds-f-2')]),
      'g.json': JSON.stringify(of('ocds-g-1')),
      'ignored.txt': 'x',
    });
    expect(inShort(ran)).toEqual([
      'ocds-a-1 imported a.json:/releases/0',
      'ocds-a-2 imported a.json:/releases/1',
      'ocds-b-1 imported b.json.gz:/records/0',
      'ocds-c-1 imported c.jsonl:1',
      'ocds-c-2 imported c.jsonl:3/releases/0',
      'ocds-c-3 imported c.jsonl:3/releases/1',
      'ocds-d-1 imported deeper/d.ndjson.gz:1',
      'ocds-e-1 imported deeper/e.json:1',
      'ocds-e-2 imported deeper/e.json:2',
      'ocds-f-1 imported f.json:/0',
      'ocds-f-2 imported f.json:/1',
      'ocds-g-1 imported g.json:',
    ]);
    expect(ran.summary).toMatchObject({ found: 12, pieces: 12, imported: 12, refused: 0, places: 0 });
  });

  it('refuses what cannot be used where it stands, and goes on', async () => {
    const ran = await importing({
      'a.jsonl': `${line(of('ocds-a-1'))}{"ocid":\n${line(of('bad ocid'))}"x"\n${line(of('ocds-a-2'))}`,
      'b.json': '{"releases": [',
      'c.json': JSON.stringify(releasePackage(of('ocds-c-1'), 7, null)),
      'd.jsonl': '',
      'e.jsonl': Buffer.concat([Buffer.alloc(PIECE_BYTES_MAX + 1, 'x'), Buffer.from(`\n${line(of('ocds-e-1'))}`)]),
      'f.json.gz': gzipSync(line(of('ocds-f-1')) + 'x'.repeat(100_000)).subarray(0, 150),
      'g.json': JSON.stringify(releasePackage()),
      'h.json.gz': Buffer.concat([gzipSync(line(of('ocds-h-1'))).subarray(0, -8), Buffer.alloc(8)]),
    });
    expect(inShort(ran).toSorted()).toEqual(
      [
        'a.jsonl:2 not-json',
        'a.jsonl:3 no-process',
        'a.jsonl:4 no-process',
        'b.json: cut-off',
        'c.json:/releases/1 no-process',
        'c.json:/releases/2 no-process',
        'd.jsonl: no-process',
        'e.jsonl:1 too-large',
        'f.json.gz: not-unpacked',
        'f.json.gz:2 not-json',
        'ocds-f-1 imported f.json.gz:1',
        'g.json: no-process',
        'h.json.gz: not-json',
        'h.json.gz: not-unpacked',
        'ocds-a-1 imported a.jsonl:1',
        'ocds-a-2 imported a.jsonl:5',
        'ocds-c-1 imported c.json:/releases/0',
        'ocds-e-1 imported e.jsonl:2',
      ].toSorted(),
    );
    const unusable = ran.results.find(({ line: number }) => number === 3);
    expect(unusable.problems).toContainEqual({ source: 'a.jsonl', line: 3, code: 'ocid-unusable', pointer: '/ocid' });
  });

  it('puts the releases of one process together, wherever they stand, and says what was wrong where', async () => {
    const house = newHouse();
    const ran = await importing(
      {
        'a.jsonl':
          line(of('ocds-m-1', { id: '2', date: '2026-05-01T00:00:00Z', tender: { value: null, status: 'X' } })) +
          line(of('ocds-m-2')),
        'b.json': JSON.stringify(
          releasePackage(
            of('ocds-m-1', {
              id: '1',
              tender: { title: 'A', value: { amount: 5, currency: 'MXN' }, procurementMethod: 'Open' },
            }),
          ),
        ),
      },
      house,
    );
    expect(inShort(ran)).toEqual(['ocds-m-1 imported a.jsonl:1 b.json:/releases/0', 'ocds-m-2 imported a.jsonl:2']);
    expect(ran.summary).toMatchObject({ found: 2, pieces: 3 });
    expect(ran.results[0].problems).toEqual([
      { code: 'code-irregular', source: 'b.json', pointer: '/releases/0/tender/procurementMethod' },
      { code: 'code-unknown', source: 'a.jsonl', line: 1, pointer: '/tender/status' },
    ]);
    expect((await house.registry.find('ocds-m-1'))?.facts).toEqual({
      ocid: 'ocds-m-1',
      title: 'A',
      method: 'open',
      publishedAt: '2026-05-01T00:00:00.000Z',
    });
  });

  it('takes a record of four megabytes, and text that is no UTF-8 with a mark', async () => {
    const large = { ocid: 'ocds-l-1', compiledRelease: of('ocds-l-1', { extension: 'x'.repeat(4 * 1024 * 1024) }) };
    const ran = await importing({
      'a.json': JSON.stringify(large),
      'b.json': Buffer.from(JSON.stringify(of('ocds-l-2', { tender: { title: 'Ñ' } })), 'latin1'),
    });
    expect(inShort(ran)).toEqual(['ocds-l-1 imported a.json:', 'ocds-l-2 imported b.json:']);
    expect(ran.results[1].problems).toMatchObject([{ code: 'not-utf-8', source: 'b.json' }]);
  });

  it('goes on where it was stopped: everything has one result, and what it counts is right', async () => {
    const files = { 'a.jsonl': Array.from({ length: 450 }, (_, index) => line(of(`ocds-s-${index}`))).join('') };
    const folder = folderOf(files);
    const house = newHouse();
    const door = doorOf(house);
    for (const stop of [1, 2]) {
      let sent = 0;
      const cut: SystemDoor = {
        send: async (body, key) => {
          const answer = await door.send(body, key);
          sent += 1;
          // The system has done it, but nobody hears its answer: as when this process is killed now.
          if (sent === stop) throw new Error('killed');
          return answer;
        },
      };
      await expect(run(folder, cut)).rejects.toThrow('killed');
    }
    // A kill may leave lines that the journal does not know.
    const results = join(folder, 'results.jsonl');
    writeFileSync(
      results,
      `${readFileSync(results, 'utf8')}${line(of('ocds-unknown')).repeat(2_000)}{"ocid":"half a li`,
    );
    const { summary, results: lines } = await run(folder, door);
    expect(summary).toMatchObject({ found: 450, imported: 450, unchanged: 0, refused: 0, resumed: true });
    expect(new Set(lines.map(({ ocid }) => ocid)).size).toBe(450);
    expect((await run(folder, door)).summary).toMatchObject({ imported: 0, unchanged: 450, resumed: false });
  });

  it('does not go on with other files than it began with', async () => {
    const folder = folderOf({ 'a.jsonl': line(of('ocds-s-1')) });
    const failing: SystemDoor = { send: () => Promise.reject(new Error('killed')) };
    await expect(run(folder, failing)).rejects.toThrow('killed');
    writeFileSync(join(folder, 'in', 'b.jsonl'), line(of('ocds-s-2')));
    await expect(run(folder, failing)).rejects.toThrow('Another import');
  });

  it('sends again what lost its races against others, a few times: counts in are counts out and refused', async () => {
    const house = newHouse();
    const files = { 'a.jsonl': Array.from({ length: 12 }, (_, index) => line(of(`ocds-r-${index}`))).join('') };
    const losses = new Map([['ocds-r-3', 12]]);
    const save: House['registry']['save'] = async (process) => {
      const { ocid } = process.facts;
      losses.set(ocid, (losses.get(ocid) ?? 0) - 1);
      return ocid !== 'ocds-r-7' && (losses.get(ocid) ?? 0) < 0 && house.registry.save(process);
    };
    const door = doorOf({ ...house, registry: { ...house.registry, save } });
    const keys: string[] = [];
    const { summary, results } = await run(folderOf(files), {
      send: (body, key) => {
        keys.push(key);
        return door.send(body, key);
      },
    });
    expect(summary).toMatchObject({ found: 12, imported: 11, unchanged: 0, updated: 0, refused: 1 });
    expect(results.filter(({ refusal }) => refusal !== undefined)).toMatchObject([
      { ocid: 'ocds-r-7', outcome: 'refused', refusal: 'lost-every-race' },
    ]);
    // Six times in all, always as the same request, and then it is told and gone on from.
    expect([keys.length, new Set(keys).size]).toEqual([6, 1]);
  });

  it('sends again what a system had no time for, and alone what is too large together', async () => {
    const house = newHouse();
    const door = doorOf(house);
    const keys = new Set<string>();
    let requests = 0;
    const slow: SystemDoor = {
      send: async (body, key) => {
        keys.add(key);
        requests += 1;
        const lines = gunzipSync(body).toString('utf8').trimEnd().split('\n');
        if (requests === 1) return 'too-large';
        if (lines.some((text) => text.includes('ocds-t-7"'))) {
          if (lines.length === 1) return 'too-large';
          const answer = await door.send(
            gzipSync(`${lines.slice(0, 2).join('\n')}\n`),
            createHash('sha256').update(key).digest('hex'),
          );
          return answer;
        }
        return door.send(body, key);
      },
    };
    const files = { 'a.jsonl': Array.from({ length: 9 }, (_, index) => line(of(`ocds-t-${index}`))).join('') };
    const { summary, results } = await run(folderOf(files), slow);
    expect(summary).toMatchObject({ found: 9, imported: 9 });
    expect(results.map(({ ocid }) => ocid)).toEqual(Array.from({ length: 9 }, (_, index) => `ocds-t-${index}`));
    expect(keys.size).toBe(requests);
  });
});

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => void server.close()));
const serving = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('a URL', () => {
  const options = { bytesMax: 1_000, loopback: true, silenceMilliseconds: 300 };
  const into = () => join(mkdtempSync(join(tmpdir(), 'veedor-fetch-')), 'file');

  it('is fetched, packed or not, and imported under its name', async () => {
    const url = await serving((_, response) => response.end(gzipSync(line(of('ocds-u-1')))));
    const ran = await run(folderOf({}), doorOf(newHouse()), [`${url}/data`, `${url.replace(/\d+$/, '1')}/nobody`]);
    expect(inShort(ran)).toEqual([expect.stringMatching(/nobody: unreachable$/), `ocds-u-1 imported ${url}/data:`]);
  });

  it.each([
    ['leads to this machine', 'http://localhost/x', false, 'address-forbidden'],
    ['leads to this machine by number', 'http://127.0.0.1:1/x', false, 'address-forbidden'],
    ['leads to a private network', 'http://192.168.1.1/x', true, 'address-forbidden'],
    ['leads to the keys of a cloud', 'http://169.254.169.254/latest', true, 'address-forbidden'],
    ['leads there in disguise', 'http://[::ffff:169.254.169.254]/latest', true, 'address-forbidden'],
    ['is of another kind', 'file:///etc/passwd', true, 'bad-url'],
    ['carries a password', 'http://a:b@127.0.0.1/', true, 'bad-url'],
    ['is none', 'http://', true, 'bad-url'],
  ] as const)('is not asked where it %s', async (_, url, loopback, failure) => {
    expect(await fetchSource(url, into(), { ...options, loopback })).toBe(failure);
  });

  it('is looked at again wherever it is redirected, and not for ever', async () => {
    const leading = (to: string) => serving((_, response) => response.writeHead(302, { location: to }).end());
    expect(await fetchSource(await leading('http://10.0.0.1/'), into(), options)).toBe('address-forbidden');
    expect(await fetchSource(await leading('/again'), into(), options)).toBe('too-many-redirects');
    const target = await serving((_, response) => response.end('{}'));
    expect(await fetchSource(await leading(target), into(), options)).toBeUndefined();
  });

  it('is given up where it is too large, silent, or not there', async () => {
    const large = await serving((_, response) => response.end('x'.repeat(1_001)));
    expect(await fetchSource(large, into(), options)).toBe('too-large');
    const silent = await serving((_, response) => void response.write('x'));
    expect(await fetchSource(silent, into(), options)).toBe('timed-out');
    const absent = await serving((_, response) => response.writeHead(404).end());
    expect(await fetchSource(absent, into(), options)).toBe('status-404');
  });
});

describe('the progress of an import', () => {
  it('shows share, rate and time left where somebody watches, and nothing where nobody does', () => {
    let now = 0;
    const written: string[] = [];
    const on = (isTTY: boolean) => progressOn({ isTTY, write: (text) => written.push(text) }, () => now);
    const bar = on(true);
    bar.begin('Importing', 4_000, 1_000);
    now = 1_000;
    bar.add(1_500);
    bar.end();
    expect(written.map((text) => text.replace('\r\u001b[K', ''))).toEqual([
      'Importing ██████░░░░░░░░░░░░░░░░░░ 25 %  0/s  unknown left',
      'Importing ███████████████░░░░░░░░░ 62 %  1.5 K/s  1 s left',
      '',
    ]);
    written.length = 0;
    const nothing = on(false);
    nothing.begin('Importing', 4_000);
    nothing.add(1);
    nothing.end();
    expect(written).toEqual([]);
  });
});
