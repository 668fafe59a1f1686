import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { outcome, world } from './object-store-world.ts';

const YEAR = 365 * 86_400_000;

const put = (s3: S3Client, Bucket: string, Key: string, Body = `content of ${Key}`) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const textOf = async (s3: S3Client, Bucket: string, Key: string, more = {}) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return (await Body?.transformToString()) ?? '';
};

/** Names that would hurt a store that made files of them. */
const KEYS = [
  '../../escape',
  '..',
  './a//b/../c',
  '/leading',
  'trailing/',
  'with space & plus+',
  ' spaces around ',
  'ñandú/😀/日本語',
  'quotes"\'<>&%25%2F?#[]',
  'tab\tline\nreturn\r',
  'C:\\windows\\path',
  'n\u0301 is not ñ',
  '~!*()',
  'x'.repeat(1_024),
];

describe('an object', () => {
  test('comes back as it was put, with all that was said of it', async () => {
    const { s3 } = await world();
    const body = Buffer.from('¡Hola!');
    const told = await s3.send(
      new PutObjectCommand({
        Bucket: 'versioned',
        Key: 'a',
        Body: body,
        ContentType: 'text/plain; charset=utf-8',
        ContentDisposition: 'attachment; filename="a.txt"',
        CacheControl: 'no-store',
        Metadata: { stage: 'award-review', person: 'witness-1' },
        ChecksumSHA256: createHash('sha256').update(body).digest('base64'),
        ServerSideEncryption: 'AES256',
      }),
    );
    expect(told.ETag).toBe(`"${createHash('md5').update(body).digest('hex')}"`);
    const head = await s3.send(new HeadObjectCommand({ Bucket: 'versioned', Key: 'a', ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({
      ContentLength: 7,
      ContentType: 'text/plain; charset=utf-8',
      ContentDisposition: 'attachment; filename="a.txt"',
      CacheControl: 'no-store',
      Metadata: { stage: 'award-review', person: 'witness-1' },
      ChecksumSHA256: told.ChecksumSHA256,
      ServerSideEncryption: 'AES256',
      VersionId: told.VersionId,
      ETag: told.ETag,
    });
    expect(await textOf(s3, 'versioned', 'a')).toBe('¡Hola!');
    expect(await textOf(s3, 'versioned', 'a', { ResponseContentType: 'image/png' })).toBe('¡Hola!');
  });

  test('may have any name, and no name becomes a file', async () => {
    const { s3, folder } = await world();
    for (const key of KEYS) await put(s3, 'plain', key);
    for (const key of KEYS) expect(await textOf(s3, 'plain', key)).toBe(`content of ${key}`);
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: 'plain', EncodingType: 'url' }));
    expect(listed.Contents?.map(({ Key = '' }) => decodeURIComponent(Key))).toEqual(
      KEYS.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
    const bare = await s3.send(new ListObjectsV2Command({ Bucket: 'plain' }));
    expect(bare.Contents?.map(({ Key }) => Key).toSorted()).toEqual(KEYS.toSorted());
    const files = await readdir(join(folder, 'pieces'), { recursive: true });
    expect(files.every((name) => /^\d\d(?:\/[0-9a-f]{40})?$/.test(name))).toBe(true);
    expect(await outcome(put(s3, 'plain', 'y'.repeat(1_025)))).toBe('400 KeyTooLongError');
    await s3.send(new DeleteObjectsCommand({ Bucket: 'plain', Delete: { Objects: KEYS.map((Key) => ({ Key })) } }));
    expect((await s3.send(new ListObjectsV2Command({ Bucket: 'plain' }))).KeyCount).toBe(0);
    expect((await readdir(join(folder, 'pieces'), { recursive: true })).filter((name) => name.includes('/'))).toEqual(
      [],
    );
  });

  test('carries the tags that were put on it', async () => {
    const { s3 } = await world();
    const name = { Bucket: 'versioned', Key: 'a' };
    await s3.send(new PutObjectCommand({ ...name, Body: 'x', Tagging: 'stage=award&of=witness%201' }));
    const tags = async () => (await s3.send(new GetObjectTaggingCommand(name))).TagSet;
    expect(await tags()).toEqual([
      { Key: 'stage', Value: 'award' },
      { Key: 'of', Value: 'witness 1' },
    ]);
    const TagSet = [{ Key: 'GuardDutyMalwareScanStatus', Value: 'NO_THREATS_FOUND' }];
    await s3.send(new PutObjectTaggingCommand({ ...name, Tagging: { TagSet } }));
    expect([await tags(), (await s3.send(new GetObjectCommand(name))).TagCount]).toEqual([TagSet, 1]);
    const twice = { ...name, Tagging: { TagSet: [...TagSet, ...TagSet] } };
    expect(await outcome(s3.send(new PutObjectTaggingCommand(twice)))).toBe('400 InvalidTag');
  });

  test('is read in ranges and on conditions', async () => {
    const { s3 } = await world();
    const { ETag = '' } = await put(s3, 'plain', 'a', '0123456789');
    const ranged = async (Range: string) => {
      let text = '';
      const result = await outcome(textOf(s3, 'plain', 'a', { Range }).then((found) => (text = found)));
      return result === 'done' ? text : result;
    };
    expect(
      await Promise.all(['bytes=0-3', 'bytes=7-', 'bytes=-2', 'bytes=8-99', 'bytes=10-', 'bytes=3-1'].map(ranged)),
    ).toEqual(['0123', '789', '89', '89', '416 InvalidRange', '0123456789']);
    const on = (conditions: object) => outcome(textOf(s3, 'plain', 'a', conditions));
    const [before, after] = [new Date(Date.now() - YEAR), new Date(Date.now() + YEAR)];
    expect(await on({ IfMatch: ETag })).toBe('done');
    expect(await on({ IfMatch: '"other"' })).toBe('412 PreconditionFailed');
    expect(await on({ IfNoneMatch: ETag })).toMatch(/^304 /);
    expect(await on({ IfNoneMatch: '"other"' })).toBe('done');
    expect(await on({ IfModifiedSince: after })).toMatch(/^304 /);
    expect(await on({ IfUnmodifiedSince: before })).toBe('412 PreconditionFailed');
  });

  test('is written on conditions, and of many at once only one wins', async () => {
    const { s3 } = await world();
    const write = (more: object, Body = 'x') =>
      outcome(s3.send(new PutObjectCommand({ Bucket: 'versioned', Key: 'a', Body, ...more })));
    expect(await write({ IfMatch: '"other"' })).toBe('404 NoSuchKey');
    const race = await Promise.all(
      Array.from({ length: 8 }, (_, index) => write({ IfNoneMatch: '*' }, `writer ${index}`)),
    );
    expect(race.filter((result) => result === 'done')).toHaveLength(1);
    expect(new Set(race)).toEqual(new Set(['done', '412 PreconditionFailed']));
    expect(await write({ IfMatch: '"other"' })).toBe('412 PreconditionFailed');
    const { ETag } = await s3.send(new HeadObjectCommand({ Bucket: 'versioned', Key: 'a' }));
    expect(await write({ IfMatch: ETag })).toBe('done');
    await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a' }));
    expect(await write({ IfNoneMatch: '*' })).toBe('done');
  });

  test('is held against every checksum that comes with it', async () => {
    const { s3, told } = await world();
    const body = Buffer.from('evidence');
    const right = createHash('sha256').update(body).digest('base64');
    const write = (more: object, Body: Buffer = body) =>
      outcome(s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'a', Body, ...more })));
    for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const) {
      expect(await write({ ChecksumAlgorithm })).toBe('done');
    }
    expect(await write({ ChecksumSHA256: right })).toBe('done');
    expect(await write({ ChecksumSHA256: right }, Buffer.from('something else'))).toBe('400 BadDigest');
    expect(await write({ ChecksumCRC32: 'AAAAAA==' })).toBe('400 BadDigest');
    expect(await write({ ChecksumCRC64NVME: 'AAAAAAAAAAA=' })).toBe('400 BadDigest');
    expect(await write({ ChecksumSHA256: 'short' })).toBe('400 InvalidRequest');
    expect(await write({ ContentMD5: createHash('md5').update('other').digest('base64') })).toBe('400 BadDigest');
    expect(await write({ ContentMD5: 'short' })).toBe('400 InvalidDigest');
    expect(told).toHaveLength(6);
    expect(await textOf(s3, 'plain', 'a')).toBe('evidence');
  });

  test('comes in chunks from a stream, and its checksum behind it', async () => {
    const { s3 } = await world();
    const parts = Array.from({ length: 40 }, (_, index) => Buffer.alloc(10_007, index));
    const whole = Buffer.concat(parts);
    const stream = { Body: Readable.from(parts), ContentLength: whole.length, ChecksumAlgorithm: 'SHA256' } as const;
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'a', ...stream }));
    expect(ETag).toBe(`"${createHash('md5').update(whole).digest('hex')}"`);
    const { ContentEncoding } = await s3.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'a' }));
    expect(ContentEncoding).toBeUndefined();
  });

  test('is copied, within a bucket and between two', async () => {
    const { s3, told } = await world();
    await s3.send(
      new PutObjectCommand({
        Bucket: 'versioned',
        Key: 'a ñ',
        Body: 'first',
        Metadata: { one: '1' },
        ContentType: 'text/csv',
      }),
    );
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: 'versioned' }));
    await put(s3, 'versioned', 'a ñ', 'second');
    const source = encodeURIComponent('a ñ');
    const copy = (more: object) =>
      s3.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'b', CopySource: `versioned/${source}`, ...more }));
    await copy({});
    expect(await textOf(s3, 'plain', 'b')).toBe('second');
    await copy({ CopySource: `versioned/${source}?versionId=${Versions[0]?.VersionId}` });
    expect(await textOf(s3, 'plain', 'b')).toBe('first');
    expect(await s3.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'b' }))).toMatchObject({
      Metadata: { one: '1' },
      ContentType: 'text/csv',
    });
    await copy({ CopySource: 'plain/b', MetadataDirective: 'REPLACE', Metadata: { two: '2' } });
    expect((await s3.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'b' }))).Metadata).toEqual({ two: '2' });
    expect(await outcome(copy({ CopySource: 'plain/b' }))).toBe('400 InvalidRequest');
    expect(await outcome(copy({ CopySource: 'plain/none' }))).toBe('404 NoSuchKey');
    expect(await outcome(copy({ CopySource: `versioned/${source}`, CopySourceIfMatch: '"other"' }))).toBe(
      '412 PreconditionFailed',
    );
    expect(told.map(({ reason }) => reason).filter((reason) => reason === 'CopyObject')).toHaveLength(3);
  });
});

describe('a bucket', () => {
  test('lists its keys in pages, rolled up at a delimiter', async () => {
    const { s3 } = await world();
    const keys = ['a', 'b/1', 'b/2', 'b/c/3', 'd', 'e/1', 'é'];
    await Promise.all(keys.map((key) => put(s3, 'plain', key)));
    const list = async (more: object) => {
      const found: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await s3.send(new ListObjectsV2Command({ Bucket: 'plain', ContinuationToken, ...more }));
        found.push(
          ...(page.Contents ?? []).map(({ Key = '' }) => Key),
          ...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix),
        );
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      return found;
    };
    for (const MaxKeys of [1, 2, 3, 1_000]) {
      expect(await list({ MaxKeys })).toEqual(keys);
      expect((await list({ MaxKeys, Delimiter: '/' })).toSorted()).toEqual(['a', 'b/', 'd', 'e/', 'é']);
      expect((await list({ MaxKeys, Delimiter: '/', Prefix: 'b/' })).toSorted()).toEqual(['b/1', 'b/2', 'b/c/']);
    }
    expect(await list({ StartAfter: 'b/2' })).toEqual(['b/c/3', 'd', 'e/1', 'é']);
    expect(await list({ MaxKeys: 0 })).toEqual([]);
    expect(await outcome(list({ ContinuationToken: 'forged' }))).toBe('400 InvalidArgument');
    const first = await s3.send(new ListObjectsCommand({ Bucket: 'plain', MaxKeys: 2, Delimiter: '/' }));
    expect([first.IsTruncated, first.NextMarker]).toEqual([true, 'b/']);
    const second = await s3.send(new ListObjectsCommand({ Bucket: 'plain', Delimiter: '/', Marker: 'b/' }));
    expect([second.Contents?.map(({ Key }) => Key), second.CommonPrefixes]).toEqual([['d', 'é'], [{ Prefix: 'e/' }]]);
  });

  test('is made, found and deleted when it is empty', async () => {
    const { s3 } = await world();
    const create = (Bucket: string) => outcome(s3.send(new CreateBucketCommand({ Bucket })));
    expect([await create('new-one'), await create('new-one'), await create('NOT_ONE')]).toEqual([
      'done',
      '409 BucketAlreadyOwnedByYou',
      '400 InvalidBucketName',
    ]);
    expect((await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual([
      'locked',
      'new-one',
      'plain',
      'versioned',
    ]);
    await put(s3, 'new-one', 'a');
    const remove = () => outcome(s3.send(new DeleteBucketCommand({ Bucket: 'new-one' })));
    expect(await remove()).toBe('409 BucketNotEmpty');
    await s3.send(new DeleteObjectCommand({ Bucket: 'new-one', Key: 'a' }));
    expect(await remove()).toBe('done');
    expect(await outcome(s3.send(new HeadBucketCommand({ Bucket: 'new-one' })))).toMatch(/^404 /);
    expect(await outcome(put(s3, 'new-one', 'a'))).toBe('404 NoSuchBucket');
  });
});
