import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './embedded-table.ts';
import { clientOf } from './object-store-world.ts';
import { type RunningProgram, runProgram, until } from './processes.ts';

const PROGRAM = 'test/integration/hold-object-store.ts';
/** After how many acknowledgements, and milliseconds more, the process is killed: each falls into other steps of the writes. */
const LIVES = [
  { acknowledged: 1, milliseconds: 0 },
  { acknowledged: 8, milliseconds: 4 },
  { acknowledged: 15, milliseconds: 9 },
  { acknowledged: 21, milliseconds: 17 },
] as const;
const WRITERS = 4;

const hold = async (folder: string, told: string): Promise<{ program: RunningProgram; s3: S3Client }> => {
  const program = runProgram(PROGRAM, { args: [folder, told] });
  const [, url = ''] = /holds (\S+) /.exec(await program.says('holds ')) ?? [];
  return { program, s3: clientOf(url) };
};

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

interface Acknowledged {
  readonly Key: string;
  readonly VersionId: string;
  readonly etag: string;
}

/** Writes as fast as it can until the store is gone; notes what it was told is kept. */
const writeUntilKilled = async (s3: S3Client, writer: string, kept: Acknowledged[]): Promise<void> => {
  for (let turn = 0; ; turn += 1) {
    const Key = `${writer}/${turn % 3}`;
    const body = randomBytes(turn % 2 === 0 ? 3_000 : 400_000);
    try {
      const { VersionId = '' } = await (turn % 5 === 4
        ? putInParts(s3, Key, body)
        : s3.send(new PutObjectCommand({ Bucket: 'versioned', Key, Body: body })));
      kept.push({ Key, VersionId, etag: md5(body) });
    } catch {
      return;
    }
  }
};

const putInParts = async (s3: S3Client, Key: string, Body: Buffer) => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: 'versioned', Key }));
  const { ETag } = await s3.send(new UploadPartCommand({ Bucket: 'versioned', Key, UploadId, PartNumber: 1, Body }));
  return s3.send(
    new CompleteMultipartUploadCommand({
      Bucket: 'versioned',
      Key,
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    }),
  );
};

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{40}$/.test(name));

describe('a store that is killed while it writes', () => {
  test('keeps all that it acknowledged, shows nothing in part, and tells of every object', async () => {
    const folder = await temporaryFolder();
    const told = join(folder, 'told');
    const kept: Acknowledged[] = [];
    for (const [round, life] of LIVES.entries()) {
      const { program, s3 } = await hold(join(folder, 'objects'), told);
      const before = kept.length;
      const writers = Array.from({ length: WRITERS }, (_, writer) => writeUntilKilled(s3, `${round}-${writer}`, kept));
      await until('enough is acknowledged', () => kept.length >= before + life.acknowledged);
      await wait(life.milliseconds);
      program.child.kill('SIGKILL');
      await program.ended;
      await Promise.all(writers);
    }
    const { s3 } = await hold(join(folder, 'objects'), told);
    const versions: ObjectVersion[] = [];
    for (let KeyMarker: string | undefined, VersionIdMarker: string | undefined, more = true; more; ) {
      const page = await s3.send(new ListObjectVersionsCommand({ Bucket: 'versioned', KeyMarker, VersionIdMarker }));
      versions.push(...(page.Versions ?? []));
      ({ NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page);
      more = page.IsTruncated === true;
    }
    const ids = new Set(versions.map(({ VersionId }) => VersionId));
    expect(kept.filter(({ VersionId }) => !ids.has(VersionId))).toEqual([]);
    for (const { Key, VersionId, ETag = '', Size } of versions) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'versioned', Key, VersionId }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      const digest = md5(bytes);
      const ofParts = md5(Buffer.from(digest, 'hex'));
      expect([bytes.length, ETag === `"${digest}"` || ETag === `"${ofParts}-1"`]).toEqual([Size, true]);
    }
    await until('every object was told of', async () => {
      const lines = new Set((await readFile(told, 'utf8')).split('\n'));
      return versions.every(({ Key, VersionId }) => lines.has(`${Key} ${VersionId}`));
    });
    // Parts of uploads that were never completed are kept for a week; of them there is one for each writer and life at most.
    const leftOver = (await filesIn(folder)).length - versions.length;
    expect(leftOver).toBeGreaterThanOrEqual(0);
    expect(leftOver).toBeLessThanOrEqual(WRITERS * LIVES.length);
  });
});

describe('a large object', () => {
  test('costs no memory to take or to give', async () => {
    const folder = await temporaryFolder();
    const { program, s3 } = await hold(join(folder, 'objects'), join(folder, 'told'));
    const resident = async () =>
      Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${program.pid}/status`, 'utf8'))?.[1]) * 1024;
    const MEGABYTE = 1024 * 1024;
    const upload = (megabytes: number) => {
      const Body = Readable.from(Array.from({ length: megabytes }, (_, index) => Buffer.alloc(MEGABYTE, index)));
      return s3.send(
        new PutObjectCommand({ Bucket: 'plain', Key: 'large', Body, ContentLength: megabytes * MEGABYTE }),
      );
    };
    await upload(8);
    const idle = await resident();
    let most = 0;
    const over = new AbortController();
    const watching = (async () => {
      while (!over.signal.aborted) {
        most = Math.max(most, await resident());
        await wait(20);
      }
    })();
    await upload(100);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'large' }));
    let bytes = 0;
    for await (const chunk of Body as AsyncIterable<Buffer>) bytes += chunk.length;
    over.abort();
    await watching;
    expect(bytes).toBe(100 * MEGABYTE);
    expect((most - idle) / MEGABYTE).toBeLessThan(32);
  });
});
