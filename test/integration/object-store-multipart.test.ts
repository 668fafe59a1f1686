import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { describe, expect, test } from 'vitest';
import { clientOf, outcome, storeOn, world } from './object-store-world.ts';

const PART = 5 * 1024 * 1024;
const put = (s3: S3Client, Bucket: string, Key: string, Body = `content of ${Key}`) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const textOf = async (s3: S3Client, Bucket: string, Key: string, more = {}) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return (await Body?.transformToString()) ?? '';
};

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
      now: () => new Date(Date.now() + 8 * 86_400_000).toISOString(),
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
