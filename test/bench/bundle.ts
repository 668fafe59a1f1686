import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { s3BundleStore } from '../../functions/_ports/aws/bundle-store.ts';
import { s3DocumentCopies } from '../../functions/_ports/aws/document-copies.ts';
import { bundleOf } from '../support/fetched-bundle.ts';
import type { House } from '../support/house.ts';
import { arrived, stepsThrough } from '../support/journey.ts';
import { shelve } from '../support/shelved.ts';
import { type Held, holdStore } from './held-store.ts';
import { ratioRow, row, timed } from './statistics.ts';

const MEGABYTE = 1024 ** 2;
const DOCUMENTS = 200;
const DOCUMENT_BYTES = 5 * MEGABYTE;
/** One finding holds 60 files. */
const FINDINGS = 4;
/**
 * The function may need 256 MB in all, and half of that idle. This process holds the whole house and its record besides, so what is
 * promised is what it needs above idle.
 */
const GROWTH_MEGABYTES_MAX = 128;
const WATCH_MILLISECONDS = 20;
/** Fetched over HTTP, hashed, packed, sent and hashed again: several times what a busy machine takes. */
const TIMES_PLAIN_MAX = 40;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const megabytes = (): number => process.memoryUsage.rss() / MEGABYTE;

const createdBy = (answer: { status: number; body: unknown }): string => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { created: string }).created;
};

/** Files the findings of an escalation with 50 documents each, and the bytes in the store. */
const filed = async (house: House, caseId: string, { s3 }: Held): Promise<string> => {
  const post = async (path: string, body: object, key: string) =>
    createdBy(await house.post('witness-1', `/cases/${caseId}${path}`, { body, idempotencyKey: key }));
  const findings: string[] = [];
  for (let index = 0; index < FINDINGS; index += 1) {
    const seen = { type: 'finding', stage: 'award-review', observedAt: house.clock.now(), language: 'es' };
    const told = { title: 'Seen', narrative: 'On site.', visibility: 'public', category: 'documentsForm' };
    const weighed = { severity: 'serious', legalBasis: 'Article 12.' };
    findings.push(await post('/observations', { ...seen, ...told, ...weighed }, `finding-${index}`));
  }
  // One stretch of memory for all: what is measured afterwards must not begin with what was left of this.
  const bytes = randomBytes(DOCUMENT_BYTES);
  for (let index = 0; index < DOCUMENTS; index += 1) {
    bytes.writeUInt32LE(index);
    await shelve(house, caseId, {
      bytes,
      attachedTo: findings[index % FINDINGS] ?? '',
      keep: (Key, Body) => s3.send(new PutObjectCommand({ Bucket: 'plain', Key, Body })),
    });
  }
  const letter = { findings, controlAuthority: 'internal-control', letter: 'See.' };
  return post('/escalations', letter, 'escalation');
};

/** The most that a process held while something was done. */
const mostWhile = async (work: () => Promise<unknown>): Promise<number> => {
  const over = new AbortController();
  let most = megabytes();
  const done = work().finally(() => over.abort());
  while (!over.signal.aborted) {
    most = Math.max(most, megabytes());
    await wait(WATCH_MILLISECONDS);
  }
  await done;
  return most;
};

/** The same bytes from one file into another that is synced: what the disk itself takes. */
const copied = async (from: string, to: string): Promise<void> => {
  const file = await open(to, 'w');
  for await (const chunk of createReadStream(from)) await file.write(chunk as Uint8Array);
  await file.sync();
  await file.close();
};

const fileOf = async (path: string, bytes: number): Promise<void> => {
  const file = await open(path, 'w');
  for (let written = 0; written < bytes; written += DOCUMENT_BYTES) await file.write(randomBytes(DOCUMENT_BYTES));
  await file.sync();
  await file.close();
};

/** A bundle of 200 documents of 5 MB out of the object store and into it again, against a plain copy of as many bytes. */
export const benchBundle = async (say: (line: string) => void): Promise<void> => {
  const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations'));
  const folder = await mkdtemp(join(tmpdir(), 'veedor-bench-'));
  const held = await holdStore(folder);
  try {
    const escalation = await filed(house, caseId, held);
    const { bucket } = held;
    const ports = { ...house, copies: s3DocumentCopies(bucket), bundles: s3BundleStore(bucket) };
    const { fetched } = bundleOf(ports, caseId);
    collect();
    const idle = megabytes();
    let most = idle;
    const took = await timed(async () => {
      most = await mostWhile(async () => {
        const { statusCode } = await fetched('control-1', `${escalation}/bundle`);
        if (statusCode !== 303) throw new Error(`The bundle was answered with ${statusCode}.`);
      });
    });
    await fileOf(join(folder, 'plain'), DOCUMENTS * DOCUMENT_BYTES);
    const plainly = await timed(() => copied(join(folder, 'plain'), join(folder, 'copy')));
    const total = (DOCUMENTS * DOCUMENT_BYTES) / MEGABYTE;
    const growth = most - idle;
    const promise = { limit: `at most ${GROWTH_MEGABYTES_MAX} MB`, holds: growth <= GROWTH_MEGABYTES_MAX };
    say(row('bundle: memory of 200 documents of 5 MB above idle, MB', growth.toFixed(0), promise));
    say(row('bundle: MB per second', ((total / took) * 1_000).toFixed(0)));
    say(ratioRow('bundle: its time against a plain synced copy', took / plainly, TIMES_PLAIN_MAX));
  } finally {
    await held.end();
    await rm(folder, { recursive: true, force: true });
  }
};
