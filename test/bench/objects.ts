import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { type Held, holdStore } from './held-store.ts';
import { ratioRow, row, timed } from './statistics.ts';

const MEGABYTE = 1024 * 1024;
const LARGE_MEGABYTES = 500;
/** What a large upload may hold above idle: half of what the whole system may take. */
const GROWTH_MEGABYTES_MAX = 32;
const SMALL_BYTES = 50 * 1024;
const SMALL_COUNT = 200;
const AT_ONCE = 8;
const WATCH_MILLISECONDS = 50;
/** Signatures, three hashes and HTTP in between: several times what a busy machine takes, so that only what is broken breaks it. */
const TIMES_PLAIN_MAX = 50;

const large = function* (): Generator<Buffer> {
  const block = randomBytes(MEGABYTE);
  for (let index = 0; index < LARGE_MEGABYTES; index += 1) yield block;
};

/** The same bytes into a plain file that is synced: what the disk itself takes. */
const copyPlainly = async (path: string, blocks: Iterable<Buffer>): Promise<void> => {
  const file = await open(path, 'w');
  for (const block of blocks) await file.write(block);
  await file.sync();
  await file.close();
};

const mostMemory = async (held: Held, work: Promise<unknown>): Promise<number> => {
  const over = new AbortController();
  let most = 0;
  const done = work.finally(() => over.abort());
  while (!over.signal.aborted) {
    most = Math.max(most, await held.memoryMegabytes());
    await wait(WATCH_MILLISECONDS);
  }
  await done;
  return most;
};

const uploadSmall = async ({ s3 }: Held): Promise<void> => {
  const bodies = Array.from({ length: SMALL_COUNT }, () => randomBytes(SMALL_BYTES));
  let next = 0;
  const sender = async () => {
    for (let turn = next++; turn < SMALL_COUNT; turn = next++) {
      await s3.send(new PutObjectCommand({ Bucket: 'plain', Key: `small/${turn}`, Body: bodies[turn] ?? '' }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
};

/** Uploads and downloads of the embedded object store, against plain writes to the same disk. */
export const benchObjects = async (say: (line: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-bench-'));
  const held = await holdStore(folder);
  try {
    await uploadSmall(held);
    const smallPlainly = await timed(async () => {
      for (let index = 0; index < SMALL_COUNT; index += 1)
        await copyPlainly(join(folder, `plain-${index}`), [randomBytes(SMALL_BYTES)]);
    });
    const small = await timed(() => uploadSmall(held));
    say(row('object store: uploads of 50 KB per second', ((SMALL_COUNT / small) * 1_000).toFixed(0)));
    say(ratioRow('object store: their time against plain synced files', small / smallPlainly, TIMES_PLAIN_MAX));
    const idle = await held.memoryMegabytes();
    const Body = Readable.from(large());
    let most = 0;
    const upload = await timed(async () => {
      const sent = held.s3.send(
        new PutObjectCommand({ Bucket: 'plain', Key: 'large', Body, ContentLength: LARGE_MEGABYTES * MEGABYTE }),
      );
      most = await mostMemory(held, sent);
    });
    const plainly = await timed(() => copyPlainly(join(folder, 'plain'), large()));
    say(ratioRow('object store: upload of 500 MB against a plain synced file', upload / plainly, TIMES_PLAIN_MAX));
    const growth = most - idle;
    const promise = { limit: `at most ${GROWTH_MEGABYTES_MAX} MB`, holds: growth <= GROWTH_MEGABYTES_MAX };
    say(row('object store: memory of that upload above idle, MB', growth.toFixed(0), promise));
    const download = await timed(async () => {
      const { Body: stream } = await held.s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'large' }));
      let bytes = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) bytes += chunk.length;
      if (bytes !== LARGE_MEGABYTES * MEGABYTE) throw new Error('The download is not what was uploaded.');
    });
    say(row('object store: download of 500 MB, MB per second', ((LARGE_MEGABYTES / download) * 1_000).toFixed(0)));
  } finally {
    await held.end();
    await rm(folder, { recursive: true, force: true });
  }
};
