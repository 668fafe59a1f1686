import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { BundleStore, EvidenceDocuments } from '../../functions/_ports/bundle-ports.ts';
import { bundleOf } from '../support/fetched-bundle.ts';
import { arrived, stepsThrough } from '../support/journey.ts';
import { row, timed } from './statistics.ts';

const MEGABYTE = 1024 ** 2;
const DOCUMENTS = 200;
const DOCUMENT_MEGABYTES = 5;
const CHUNK_BYTES = 64 * 1024;
const CHUNKS = (DOCUMENT_MEGABYTES * MEGABYTE) / CHUNK_BYTES;
/** The whole process may need 256 MB: what it needs idle is the other half. */
const GROWTH_MEGABYTES_MAX = 128;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const megabytes = (): number => process.memoryUsage.rss() / MEGABYTE;

const block = randomBytes(CHUNK_BYTES);
const sha256 = (() => {
  const sum = createHash('sha256');
  for (let chunk = 0; chunk < CHUNKS; chunk += 1) sum.update(block);
  return sum.digest('hex');
})();

/** Documents that are nowhere: each is made while it is read, in new memory each time as a socket gives it. */
const generated = (watch: () => void): EvidenceDocuments => ({
  list: async ({ from = '0', limit }) => {
    const start = Number(from);
    const count = Math.min(limit, DOCUMENTS - start);
    const items = Array.from({ length: count }, (_none, index) => ({
      id: `document-${start + index + 1}`,
      name: 'photo.jpg',
      original: { sha256, sizeBytes: DOCUMENT_MEGABYTES * MEGABYTE },
    }));
    return { items, ...(start + count < DOCUMENTS ? { next: String(start + count) } : {}) };
  },
  async *open() {
    for (let chunk = 0; chunk < CHUNKS; chunk += 1) {
      watch();
      yield Buffer.from(block);
    }
  },
});

/** Keeps bundles in a file, as they come. */
const inFile = (path: string): BundleStore => ({
  has: async () => false,
  keep: async ({ chunks }) => {
    const file = await open(path, 'w');
    for await (const chunk of chunks) await file.write(chunk);
    await file.sync();
    await file.close();
  },
  link: async () => ({ url: 'https://bundles.veedor.example/', expiresAt: '2026-01-01T00:00:00.000Z' }),
});

const copied = async (from: string, to: string): Promise<void> => {
  const file = await open(to, 'w');
  for await (const chunk of createReadStream(from)) await file.write(chunk as Uint8Array);
  await file.sync();
  await file.close();
};

/** A bundle of 200 documents of 5 MB, written to a disk while they are read, against a plain copy of the ZIP. */
export const benchBundle = async (say: (line: string) => void): Promise<void> => {
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations'));
  const folder = await mkdtemp(join(tmpdir(), 'veedor-bench-'));
  const zip = join(folder, 'bundle.zip');
  try {
    collect();
    const idle = megabytes();
    let most = idle;
    let seen = 0;
    const evidence = generated(() => {
      seen += 1;
      if (seen % 100 === 0) most = Math.max(most, megabytes());
    });
    const { fetched } = bundleOf({ ...house, evidence, bundles: inFile(zip) }, caseId);
    const took = await timed(async () => {
      const { statusCode } = await fetched('control-1', 'escalation-1/bundle');
      if (statusCode !== 303) throw new Error(`The bundle was answered with ${statusCode}.`);
    });
    const plainly = await timed(() => copied(zip, join(folder, 'copy.zip')));
    const growth = most - idle;
    const promise = { limit: `at most ${GROWTH_MEGABYTES_MAX} MB`, holds: growth <= GROWTH_MEGABYTES_MAX };
    say(row('bundle: memory of 200 documents of 5 MB above idle, MB', growth.toFixed(0), promise));
    const total = DOCUMENTS * DOCUMENT_MEGABYTES;
    say(row('bundle: MB per second', ((total / took) * 1_000).toFixed(0)));
    say(row('bundle: its time against a plain synced copy', (took / plainly).toFixed(2)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
