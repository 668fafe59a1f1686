import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  PutObjectTaggingCommand,
  type S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { describe, expect, test } from 'vitest';
import { clientOf, outcome, storeOn, world } from './object-store-world.ts';

const PART = 5 * 1024 * 1024;
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

describe('versions', () => {
  test('stay, hidden or not, until each is deleted by its id', async () => {
    const { s3, folder } = await world();
    const [one, two] = [await put(s3, 'versioned', 'a', 'one'), await put(s3, 'versioned', 'a', 'two')];
    const marker = await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a' }));
    expect(marker.DeleteMarker).toBe(true);
    expect(await outcome(textOf(s3, 'versioned', 'a'))).toBe('404 NoSuchKey');
    expect(await outcome(textOf(s3, 'versioned', 'a', { VersionId: marker.VersionId }))).toBe('405 MethodNotAllowed');
    expect(await textOf(s3, 'versioned', 'a', { VersionId: one.VersionId })).toBe('one');
    expect(await outcome(textOf(s3, 'versioned', 'a', { VersionId: 'unknown' }))).toBe('404 NoSuchVersion');
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: 'versioned' }));
    expect(listed.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [two.VersionId, false],
      [one.VersionId, false],
    ]);
    expect(listed.DeleteMarkers?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [marker.VersionId, true],
    ]);
    await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a', VersionId: marker.VersionId }));
    expect(await textOf(s3, 'versioned', 'a')).toBe('two');
    await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a', VersionId: two.VersionId }));
    expect(await textOf(s3, 'versioned', 'a')).toBe('one');
    await s3.send(new DeleteObjectCommand({ Bucket: 'versioned', Key: 'a', VersionId: one.VersionId }));
    expect((await readdir(join(folder, 'pieces'), { recursive: true })).filter((name) => name.includes('/'))).toEqual(
      [],
    );
  });

  test('are listed in pages, the newest of a key first', async () => {
    const { s3 } = await world();
    for (const key of ['a', 'b/1', 'b/2', 'c'])
      for (const body of ['1', '2', '3']) await put(s3, 'versioned', key, body);
    const pages: string[] = [];
    let markers: { KeyMarker?: string; VersionIdMarker?: string } = {};
    for (let more = true; more; ) {
      const page = await s3.send(new ListObjectVersionsCommand({ Bucket: 'versioned', MaxKeys: 5, ...markers }));
      for (const { Key, VersionId } of page.Versions ?? [])
        pages.push(`${Key} ${await textOf(s3, 'versioned', Key ?? '', { VersionId })}`);
      markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } as typeof markers;
      more = page.IsTruncated === true;
    }
    expect(pages).toEqual(['a', 'b/1', 'b/2', 'c'].flatMap((key) => [`${key} 3`, `${key} 2`, `${key} 1`]));
    const rolled = await s3.send(new ListObjectVersionsCommand({ Bucket: 'versioned', Delimiter: '/' }));
    expect([rolled.Versions?.length, rolled.CommonPrefixes]).toEqual([6, [{ Prefix: 'b/' }]]);
  });

  test('begin when versioning does, and the one before is called null', async () => {
    const { s3 } = await world();
    await put(s3, 'plain', 'a', 'before');
    const set = (Status: 'Enabled' | 'Suspended') =>
      s3.send(new PutBucketVersioningCommand({ Bucket: 'plain', VersioningConfiguration: { Status } }));
    await set('Enabled');
    const { VersionId } = await put(s3, 'plain', 'a', 'after');
    expect(await textOf(s3, 'plain', 'a', { VersionId: 'null' })).toBe('before');
    await set('Suspended');
    await put(s3, 'plain', 'a', 'suspended');
    expect(await textOf(s3, 'plain', 'a', { VersionId: 'null' })).toBe('suspended');
    expect(await textOf(s3, 'plain', 'a', { VersionId })).toBe('after');
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket: 'plain' }))).Status).toBe('Suspended');
  });
});

describe('a locked version', () => {
  const lockedWorld = async (more: object) => {
    const created = await world();
    const { VersionId } = await created.s3.send(
      new PutObjectCommand({ Bucket: 'locked', Key: 'a', Body: 'sealed', ...more }),
    );
    const name = { Bucket: 'locked', Key: 'a', VersionId };
    return {
      ...created,
      name,
      remove: (extra = {}) => outcome(created.s3.send(new DeleteObjectCommand({ ...name, ...extra }))),
    };
  };
  const later = new Date(Date.now() + YEAR);
  const muchLater = new Date(Date.now() + 2 * YEAR);

  test('under compliance goes for nobody, and its time only grows', async () => {
    const { s3, name, remove } = await lockedWorld({ ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: later });
    expect(await remove()).toBe('403 AccessDenied');
    expect(await remove({ BypassGovernanceRetention: true })).toBe('403 AccessDenied');
    const retain = (Retention: object) =>
      outcome(s3.send(new PutObjectRetentionCommand({ ...name, Retention, BypassGovernanceRetention: true })));
    expect(await retain({})).toBe('403 AccessDenied');
    expect(await retain({ Mode: 'GOVERNANCE', RetainUntilDate: muchLater })).toBe('403 AccessDenied');
    expect(await retain({ Mode: 'COMPLIANCE', RetainUntilDate: new Date(Date.now() + YEAR / 2) })).toBe(
      '403 AccessDenied',
    );
    expect(await retain({ Mode: 'COMPLIANCE', RetainUntilDate: muchLater })).toBe('done');
    expect((await s3.send(new GetObjectRetentionCommand(name))).Retention).toEqual({
      Mode: 'COMPLIANCE',
      RetainUntilDate: muchLater,
    });
    await s3.send(new DeleteObjectCommand({ Bucket: 'locked', Key: 'a' }));
    await put(s3, 'locked', 'a', 'a later one');
    const { Deleted = [], Errors } = await s3.send(
      new DeleteObjectsCommand({
        Bucket: 'locked',
        Delete: { Objects: [{ Key: 'a', VersionId: name.VersionId }, { Key: 'b' }] },
      }),
    );
    expect(Errors).toMatchObject([{ Code: 'AccessDenied', Key: 'a', VersionId: name.VersionId }]);
    expect(Deleted).toMatchObject([{ Key: 'b', DeleteMarker: true }]);
    expect(await textOf(s3, 'locked', 'a', { VersionId: name.VersionId })).toBe('sealed');
  });

  test('under governance goes for who says so', async () => {
    const { remove } = await lockedWorld({ ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: later });
    expect(await remove()).toBe('403 AccessDenied');
    expect(await remove({ BypassGovernanceRetention: true })).toBe('done');
  });

  test('on legal hold stays until the hold is off', async () => {
    const { s3, name, remove } = await lockedWorld({ ObjectLockLegalHoldStatus: 'ON' });
    expect(await remove({ BypassGovernanceRetention: true })).toBe('403 AccessDenied');
    expect((await s3.send(new HeadObjectCommand(name))).ObjectLockLegalHoldStatus).toBe('ON');
    await s3.send(new PutObjectLegalHoldCommand({ ...name, LegalHold: { Status: 'OFF' } }));
    expect((await s3.send(new GetObjectLegalHoldCommand(name))).LegalHold).toEqual({ Status: 'OFF' });
    expect(await remove()).toBe('done');
  });

  test('is locked by the default of its bucket, until its time is over', async () => {
    let time = Date.parse('2026-03-02T12:00:00Z');
    const { s3 } = await world({ now: () => new Date(time).toISOString(), signedNow: () => new Date().toISOString() });
    const Rule = { DefaultRetention: { Mode: 'COMPLIANCE', Days: 10 } } as const;
    await s3.send(
      new PutObjectLockConfigurationCommand({
        Bucket: 'locked',
        ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule },
      }),
    );
    expect(
      (await s3.send(new GetObjectLockConfigurationCommand({ Bucket: 'locked' }))).ObjectLockConfiguration?.Rule,
    ).toEqual(Rule);
    const { VersionId } = await put(s3, 'locked', 'a');
    const remove = () => outcome(s3.send(new DeleteObjectCommand({ Bucket: 'locked', Key: 'a', VersionId })));
    time += 10 * 86_400_000 - 1;
    expect(await remove()).toBe('403 AccessDenied');
    time += 1;
    expect(await remove()).toBe('done');
  });

  test('needs a bucket that locks, which keeps versions for ever', async () => {
    const { s3 } = await world();
    const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: later } as const;
    expect(await outcome(s3.send(new PutObjectCommand({ Bucket: 'versioned', Key: 'a', Body: 'x', ...lock })))).toBe(
      '400 InvalidRequest',
    );
    const suspend = { Bucket: 'locked', VersioningConfiguration: { Status: 'Suspended' } } as const;
    expect(await outcome(s3.send(new PutBucketVersioningCommand(suspend)))).toBe('409 InvalidBucketState');
    expect(await outcome(s3.send(new GetObjectLockConfigurationCommand({ Bucket: 'plain' })))).toBe(
      '404 ObjectLockConfigurationNotFoundError',
    );
  });
});

describe('a multipart upload', () => {
  const begin = async (more: object = {}) => {
    const created = await world();
    const { UploadId = '' } = await created.s3.send(
      new CreateMultipartUploadCommand({ Bucket: 'versioned', Key: 'big', ...more }),
    );
    const name = { Bucket: 'versioned', Key: 'big', UploadId };
    const part = async (PartNumber: number, Body: Buffer) => {
      const { ETag, ChecksumCRC32, ChecksumSHA256 } = await created.s3.send(
        new UploadPartCommand({ ...name, PartNumber, Body, ...more }),
      );
      return { ETag, ChecksumCRC32, ChecksumSHA256, PartNumber };
    };
    const complete = (Parts: object[], extra = {}) =>
      created.s3.send(new CompleteMultipartUploadCommand({ ...name, MultipartUpload: { Parts }, ...extra }));
    return { ...created, name, part, complete };
  };
  const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest();

  test('becomes one object, with the ETag that S3 gives it, and is told of once', async () => {
    const { s3, name, part, complete, told, store } = await begin({ ChecksumAlgorithm: 'SHA256' });
    const bodies = [Buffer.alloc(PART, 1), Buffer.alloc(PART, 2), Buffer.from('end')];
    const parts = [
      await part(3, bodies[2]!),
      await part(1, Buffer.alloc(PART, 9)),
      await part(2, bodies[1]!),
      await part(1, bodies[0]!),
    ];
    expect(await outcome(s3.send(new HeadObjectCommand({ Bucket: 'versioned', Key: 'big' })))).toMatch(/^404 /);
    const listed = await s3.send(new ListPartsCommand({ ...name, MaxParts: 2 }));
    expect([
      listed.Parts?.map(({ PartNumber }) => PartNumber),
      listed.IsTruncated,
      listed.NextPartNumberMarker,
    ]).toEqual([[1, 2], true, '2']);
    const chosen = [parts[3]!, parts[2]!, parts[0]!];
    const done = await complete(chosen);
    expect(done.ETag).toBe(`"${md5(Buffer.concat(bodies.map(md5))).toString('hex')}-3"`);
    const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
    expect(done.ChecksumSHA256).toBe(`${sha256(Buffer.concat(bodies.map(sha256))).toString('base64')}-3`);
    expect(await complete(chosen)).toMatchObject({ ETag: done.ETag, VersionId: done.VersionId });
    const whole = Buffer.concat(bodies);
    const read = async (Range?: string) =>
      Buffer.from(
        (await (
          await s3.send(new GetObjectCommand({ Bucket: 'versioned', Key: 'big', Range }))
        ).Body?.transformToByteArray()) ?? [],
      );
    expect((await read()).equals(whole)).toBe(true);
    expect(await read(`bytes=${PART - 2}-${PART + 1}`)).toEqual(Buffer.from([1, 1, 2, 2]));
    const second = await s3.send(new GetObjectCommand({ Bucket: 'versioned', Key: 'big', PartNumber: 3 }));
    expect([await second.Body?.transformToString(), second.PartsCount]).toEqual(['end', 3]);
    const attributes = await s3.send(
      new GetObjectAttributesCommand({
        Bucket: 'versioned',
        Key: 'big',
        ObjectAttributes: ['ObjectParts', 'ObjectSize'],
      }),
    );
    expect([attributes.ObjectSize, attributes.ObjectParts?.Parts?.map(({ Size }) => Size)]).toEqual([
      whole.length,
      [PART, PART, 3],
    ]);
    await store.settled();
    expect(told.map(({ reason, key, versionId, sizeBytes }) => [reason, key, versionId, sizeBytes])).toEqual([
      ['CompleteMultipartUpload', 'big', done.VersionId, whole.length],
    ]);
  });

  test('is refused with parts that are missing, in disorder, other ones or too small', async () => {
    const { s3, name, part, complete } = await begin();
    const [one, two] = [await part(1, Buffer.from('small')), await part(2, Buffer.from('last'))];
    expect(await outcome(complete([one, two]))).toBe('400 EntityTooSmall');
    expect(await outcome(complete([two, one]))).toBe('400 InvalidPartOrder');
    expect(await outcome(complete([one, { ...two, PartNumber: 3 }]))).toBe('400 InvalidPart');
    expect(await outcome(complete([{ ...one, ETag: two.ETag }]))).toBe('400 InvalidPart');
    expect(await outcome(complete([]))).toBe('400 MalformedXML');
    expect(await outcome(complete([one], { MpuObjectSize: 6 }))).toBe('400 InvalidRequest');
    expect(await outcome(complete([one], { UploadId: 'other' }))).toBe('404 NoSuchUpload');
    expect(await outcome(s3.send(new UploadPartCommand({ ...name, PartNumber: 10_001, Body: 'x' })))).toBe(
      '400 InvalidArgument',
    );
    expect(await outcome(complete([one], { IfMatch: '"other"' }))).toBe('404 NoSuchKey');
    expect(await outcome(complete([one]))).toBe('done');
  });

  test('leaves nothing when it is given up, by its sender or by time', async () => {
    const { s3, name, part, folder } = await begin();
    await part(1, Buffer.from('x'));
    expect((await s3.send(new ListMultipartUploadsCommand({ Bucket: 'versioned' }))).Uploads).toMatchObject([
      { Key: 'big', UploadId: name.UploadId },
    ]);
    await s3.send(new AbortMultipartUploadCommand(name));
    expect(await outcome(part(2, Buffer.from('y')))).toBe('404 NoSuchUpload');
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: 'versioned', Key: 'left' }));
    await s3.send(new UploadPartCommand({ Bucket: 'versioned', Key: 'left', UploadId, PartNumber: 1, Body: 'z' }));
    expect(
      (await readdir(join(folder, 'pieces'), { recursive: true })).filter((file) => file.includes('/')),
    ).toHaveLength(1);
    const second = await storeOn(folder, {
      now: () => new Date(Date.now() + 2 * 86_400_000).toISOString(),
      signedNow: () => new Date().toISOString(),
    });
    expect(
      (await clientOf(second.url).send(new ListMultipartUploadsCommand({ Bucket: 'versioned' }))).Uploads,
    ).toBeUndefined();
    expect((await readdir(join(folder, 'pieces'), { recursive: true })).filter((file) => file.includes('/'))).toEqual(
      [],
    );
  });

  test('holds a part against the checksum that the upload was begun with', async () => {
    const { s3, name, part, complete } = await begin({ ChecksumAlgorithm: 'SHA256' });
    expect(
      await outcome(s3.send(new UploadPartCommand({ ...name, PartNumber: 1, Body: 'x', ChecksumAlgorithm: 'CRC32' }))),
    ).toBe('400 InvalidRequest');
    const { ChecksumSHA256, ...one } = await part(1, Buffer.from('x'));
    expect(await outcome(complete([one]))).toBe('400 InvalidRequest');
    expect(
      await outcome(complete([{ ...one, ChecksumSHA256: createHash('sha256').update('y').digest('base64') }])),
    ).toBe('400 InvalidPart');
    expect(await outcome(complete([{ ...one, ChecksumSHA256 }]))).toBe('done');
  });

  test('has one checksum over the whole when it was begun so', async () => {
    const { part, complete, s3, name } = await begin({ ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    const parts = [await part(1, Buffer.alloc(PART, 1)), await part(2, Buffer.from('end'))];
    expect(await outcome(complete(parts, { ChecksumCRC32: 'AAAAAA==' }))).toBe('400 BadDigest');
    const { ChecksumCRC32 } = await complete(parts);
    const whole = await s3.send(
      new PutObjectCommand({ ...name, Key: 'whole', Body: Buffer.concat([Buffer.alloc(PART, 1), Buffer.from('end')]) }),
    );
    expect(ChecksumCRC32).toBe(whole.ChecksumCRC32);
  });

  test('takes parts from another object, and streams whatever length', async () => {
    const { s3, name, complete } = await begin();
    await put(s3, 'plain', 'source', '0123456789');
    const copy = (CopySourceRange: string) =>
      s3.send(new UploadPartCopyCommand({ ...name, PartNumber: 1, CopySource: 'plain/source', CopySourceRange }));
    expect(await outcome(copy('bytes=0-10'))).toBe('400 InvalidArgument');
    const { CopyPartResult } = await copy('bytes=2-5');
    await complete([{ PartNumber: 1, ETag: CopyPartResult?.ETag, ChecksumCRC32: CopyPartResult?.ChecksumCRC32 }]);
    expect(await textOf(s3, 'versioned', 'big')).toBe('2345');
    const Body = Readable.from(Array.from({ length: 3 }, () => Buffer.alloc(3_000_000, 7)));
    await new Upload({ client: s3, params: { Bucket: 'plain', Key: 'streamed', Body } }).done();
    expect((await s3.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'streamed' }))).ContentLength).toBe(9_000_000);
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
