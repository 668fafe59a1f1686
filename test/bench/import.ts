import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { processImportAnswer } from '../../functions/_http/import-operation.ts';
import type { ProcessRegistry } from '../../functions/_ports/process-registry.ts';
import { importApi } from '../../functions/import-api/import-api.ts';
import { progressOn } from '../../local/import/progress.ts';
import { runImport, type Summary } from '../../local/import/run-import.ts';
import { sourcesAt } from '../../local/import/sources.ts';
import { type SystemDoor, systemDoor } from '../../local/import/system-door.ts';
import { startSystem } from '../../local/system.ts';
import { newHouse } from '../support/house.ts';
import { benchImportRequests } from './import-requests.ts';
import { ratioRow, row } from './statistics.ts';

/** Read and merged, each of two releases that stand far apart in the file. `VEEDOR_IMPORT_PROCESSES` takes another number. */
const PROCESSES = Number(process.env['VEEDOR_IMPORT_PROCESSES'] ?? 100_000);
/** Sent over HTTP to a whole system: its store writes one process after the other. */
const PROCESSES_OVER_HTTP = 2_000;
const BAD_EVERY = 1_000;
/** Where it exists, the table is kept in memory: what is timed is the house and not a disk. */
const MEMORY = '/dev/shm';
const MEGABYTE = 1024 * 1024;
/** What is held behind all processes, beside what is held behind the first ten thousand of them. */
const GROWTH_RATIO_MAX = 1.2;
const LOOKED_AT_EVERY = 10_000;
const BATCH_LINES = 100;

const organisation = (kind: string, number: number, roles: readonly string[]) => ({
  id: `${kind}-${number}`,
  name: `${kind} ${number}, S.A. de C.V.`,
  identifier: { scheme: 'MX-RFC', id: `${kind}-${number}` },
  address: { countryName: 'México', region: 'Coahuila' },
  roles,
});

const tenderOf = (number: number) => ({
  ocid: `ocds-bench0-${number}`,
  id: 'tender',
  date: '2026-01-15T12:00:00Z',
  tag: ['tender'],
  parties: [organisation('buyer', number % 300, ['buyer', 'procuringEntity'])],
  buyer: { id: `buyer-${number % 300}` },
  tender: {
    id: 'tender',
    title: `Road ${number}`,
    description: 'Paving, drainage and lighting of a municipal road. '.repeat(6),
    procurementMethod: 'open',
    mainProcurementCategory: 'works',
    value: { amount: number * 10, currency: 'MXN' },
    tenderPeriod: { startDate: '2026-01-20T12:00:00Z', endDate: '2026-02-20T12:00:00Z' },
  },
});

const awardOf = (number: number) => ({
  ocid: `ocds-bench0-${number}`,
  id: 'award',
  date: '2026-03-15T12:00:00Z',
  tag: ['award'],
  parties: [organisation('supplier', number % 2_000, ['supplier', 'tenderer'])],
  tender: { id: 'tender', status: 'complete' },
  awards: [
    {
      id: 'award-1',
      status: 'active',
      date: '2026-03-10T12:00:00Z',
      value: { amount: number * 9, currency: 'MXN' },
      suppliers: [{ id: `supplier-${number % 2_000}` }],
    },
  ],
});

function* linesOf(processes: number): Generator<string> {
  for (const releaseOf of [tenderOf, awardOf]) {
    for (let number = 0; number < processes; number += 1) {
      yield `${JSON.stringify(releaseOf(number))}\n`;
      if (number % BAD_EVERY === 0) yield `{"ocid":"ocds-bench0-${number}",\n`;
    }
  }
}

const write = (path: string, processes: number): Promise<void> =>
  pipeline(Readable.from(linesOf(processes)), createWriteStream(path));

/** Every process is new to it, and it keeps none: what grows then is the import. */
const FORGETFUL: ProcessRegistry = {
  find: async () => undefined,
  save: async () => true,
  processes: async () => ({ processes: [], unreadable: [] }),
  authorities: async () => ({ authorities: [], unreadable: [] }),
};

const forgetfulDoor = (sent: () => void): SystemDoor => {
  const house = newHouse();
  const imports = { ...house.imports, read: async () => undefined, begin: async () => true };
  const handler = importApi({ ...house, imports, registry: FORGETFUL, log: { say: () => undefined } });
  return {
    send: async (body, key) => {
      sent();
      const headers = {
        authorization: 'Bearer coordinator-1',
        'content-type': 'application/gzip',
        'idempotency-key': key,
      };
      const event = { routeKey: 'POST /processes', headers, body: Buffer.from(body).toString('base64') };
      const { body: text } = await handler({ ...event, isBase64Encoded: true } as never, {} as never);
      return processImportAnswer.parse(JSON.parse(String(text)));
    },
  };
};

const importing = async (folder: string, processes: number, door: SystemDoor) => {
  const path = join(folder, `${processes}.jsonl`);
  await write(path, processes);
  const { size } = await stat(path);
  const began = performance.now();
  const given = { results: join(folder, `${processes}.results`), url: 'bench', door, loopback: false };
  const progress = progressOn({ write: () => undefined });
  const summary = await runImport({ ...given, progress, sources: await sourcesAt([path]) });
  return { summary, megabytes: size / MEGABYTE, seconds: (performance.now() - began) / 1_000 };
};

const isComplete = ({ found, imported, refused, places }: Summary, processes: number): boolean => {
  const bad = 2 * Math.ceil(processes / BAD_EVERY);
  return imported === processes && refused === bad && places === bad && found === processes + bad;
};

/** The bytes that are held, once what is not held is collected. */
const held = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
};

/** What an import of many processes takes: reading and merging alone, and over HTTP into a system. */
export const benchImport = async (say: (line: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'veedor-bench-'));
  const system = await startSystem({ folder: join(folder, 'system'), port: 0, quiet: true });
  try {
    await benchImportRequests(folder, say);
    const memory: number[] = [];
    const resident: number[] = [];
    let requests = 0;
    const door = forgetfulDoor(() => {
      requests += 1;
      if (requests % (LOOKED_AT_EVERY / BATCH_LINES) !== 0) return;
      resident.push(process.memoryUsage.rss() / MEGABYTE);
      memory.push(held());
    });
    const read = await importing(folder, PROCESSES, door);
    const [few = Number.NaN] = memory;
    const what = `${PROCESSES} processes of two releases, read, grouped and merged`;
    say(row(`${what}: processes a second`, (PROCESSES / read.seconds).toFixed(0)));
    say(row(`the same (${read.megabytes.toFixed(0)} MB): MB a second`, (read.megabytes / read.seconds).toFixed(1)));
    const heldMost = Math.max(...memory.slice(1));
    say(
      row(
        `the same: MB held behind ${LOOKED_AT_EVERY} of them, and at most behind up to ${PROCESSES}`,
        `${few.toFixed(0)}, ${heldMost.toFixed(0)}`,
      ),
    );
    say(ratioRow('  as a ratio, collected before it is looked at', heldMost / few, GROWTH_RATIO_MAX));
    say(
      row(
        '  MB of the whole process (RSS) at the first and the last look',
        `${resident[0]?.toFixed(0)}, ${resident.at(-1)?.toFixed(0)}`,
      ),
    );
    say(
      row('the same: in = out + refused', String(read.summary.found), {
        limit: `${PROCESSES} imported, and every bad line refused where it stands`,
        holds: isComplete(read.summary, PROCESSES),
      }),
    );
    const sent = await importing(folder, PROCESSES_OVER_HTTP, systemDoor({ url: system.url, token: undefined }));
    const into = `${PROCESSES_OVER_HTTP} processes over HTTP into a system`;
    say(row(`${into}: processes a second`, (PROCESSES_OVER_HTTP / sent.seconds).toFixed(0)));
    say(row(`the same (${sent.megabytes.toFixed(1)} MB): MB a second`, (sent.megabytes / sent.seconds).toFixed(2)));
    say(
      row('the same: in = out + refused', String(sent.summary.found), {
        limit: `${PROCESSES_OVER_HTTP} imported`,
        holds: isComplete(sent.summary, PROCESSES_OVER_HTTP),
      }),
    );
  } finally {
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
