import { createHash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import type { Bucket } from '../../functions/_ports/aws/bucket.ts';
import { s3Links } from '../../functions/_ports/aws/document-links.ts';
import { s3DocumentStore } from '../../functions/_ports/aws/document-store.ts';
import { s3PartUploads } from '../../functions/_ports/aws/part-uploads.ts';
import { documentStoreContract } from '../contract/document-store.contract.ts';
import { CREDENTIALS, REGION, world } from './object-store-world.ts';

const KEY = 'incoming/ip-0123456789abcdef0123/document-1';
const BYTES = Buffer.from('A photo, as far as the store knows.');
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const opened = async () => {
  const { s3, store } = await world();
  const bucket: Bucket = { name: 'locked', region: REGION, endpoint: store.url, credentials: CREDENTIALS };
  return { s3, bucket, documents: s3DocumentStore(bucket, s3), links: s3Links(bucket), uploads: s3PartUploads(bucket) };
};

documentStoreContract('in S3', async () => {
  const { s3, documents } = await opened();
  return {
    documents,
    upload: async (Key, Body) => void (await s3.send(new PutObjectCommand({ Bucket: 'locked', Key, Body }))),
  };
});

const FILE = { key: KEY, sizeBytes: BYTES.byteLength, sha256: hashOf(BYTES), mediaType: 'image/jpeg' };

const post = async (
  { url, fields }: { url: string; fields: Readonly<Record<string, string>> },
  bytes: Buffer,
  changed: Record<string, string> = {},
): Promise<string> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'IMG 0042.jpg');
  const answer = await fetch(url, { method: 'POST', body: form });
  return `${answer.status} ${/<Code>(\w+)/.exec(await answer.text())?.[1] ?? ''}`.trim();
};

describe('a form', () => {
  test('takes exactly the file that it was made for, as often as it is sent', async () => {
    const { links, documents } = await opened();
    const form = await links.form(FILE);
    expect(await post(form, BYTES)).toBe('201');
    expect(await post(form, BYTES)).toBe('201');
    expect(await documents.find(KEY)).toMatchObject({ sizeBytes: BYTES.byteLength });
  });

  test('takes nothing else: no other bytes, key, type or length', async () => {
    const { links, documents } = await opened();
    const form = await links.form(FILE);
    const other = Buffer.from(BYTES).fill('x', 0, 1);
    expect(await post(form, other)).toMatch(/^400 (BadDigest|XAmzContentSHA256Mismatch|InvalidDigest)/);
    expect(await post(form, BYTES.subarray(1))).toBe('400 EntityTooSmall');
    expect(await post(form, Buffer.concat([BYTES, BYTES]))).toBe('400 EntityTooLarge');
    expect(await post(form, BYTES, { key: `${KEY}0` })).toBe('403 AccessDenied');
    expect(await post(form, BYTES, { 'Content-Type': 'text/html' })).toBe('403 AccessDenied');
    expect(await post(form, BYTES, { 'x-amz-meta-more': 'x' })).toBe('403 AccessDenied');
    expect(await post(form, BYTES, { 'x-amz-signature': 'a'.repeat(64) })).toBe('403 SignatureDoesNotMatch');
    expect(await documents.find(KEY)).toBeUndefined();
  });
});

describe('a link to read', () => {
  test('gives the bytes to be saved under their name, for a minute', async () => {
    const { links, s3 } = await opened();
    await s3.send(new PutObjectCommand({ Bucket: 'locked', Key: KEY, Body: BYTES }));
    const asked = { key: KEY, fileName: 'foto "nº 3" (río).jpg', mediaType: 'image/jpeg', trace: 'ip-1@7' };
    const { url, expiresAt } = await links.read(asked);
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([200, BYTES.toString()]);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="foto__n__3___r_o_.jpg"; filename*=UTF-8''foto%20%22n%C2%BA%203%22%20%28r%C3%ADo%29.jpg`,
    );
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('60');
  });

  test('cannot be made into another', async () => {
    const { links, s3 } = await opened();
    await s3.send(new PutObjectCommand({ Bucket: 'locked', Key: KEY, Body: BYTES }));
    const { url } = await links.read({ key: KEY, fileName: 'a.jpg', mediaType: 'image/jpeg', trace: 'ip-1@7' });
    const spoiled = [
      url.replace('document-1', 'document-2'),
      url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'),
      url.replace('attachment', 'inline'),
      url.replace('ip-1', 'ip-2'),
    ];
    for (const each of spoiled) expect([each, (await fetch(each)).status]).toEqual([each, 403]);
  });
});

describe('an upload in parts', () => {
  test('goes on where it stopped, and is there only when it is complete', async () => {
    const { links, uploads, documents } = await opened();
    expect(await uploads.under(KEY)).toBeUndefined();
    const upload = await uploads.begin({ key: KEY, mediaType: 'video/mp4' });
    expect(await uploads.under(KEY)).toBe(upload);
    expect(await uploads.under(`${KEY}0`)).toBeUndefined();
    const send = async (number: number, bytes: Buffer) => {
      const { url } = await links.part({ key: KEY, upload, number });
      expect((await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) })).status).toBe(200);
    };
    const [first, second] = [Buffer.alloc(5 * 1024 * 1024, 'a'), Buffer.from('the end')];
    await send(2, second);
    expect(await uploads.parts({ key: KEY, upload })).toMatchObject([{ number: 2, sizeBytes: second.byteLength }]);
    await send(1, first);
    const parts = await uploads.parts({ key: KEY, upload });
    expect(parts.map(({ number, sizeBytes }) => [number, sizeBytes])).toEqual([
      [1, first.byteLength],
      [2, second.byteLength],
    ]);
    expect(await documents.find(KEY)).toBeUndefined();
    expect(await uploads.isThere(KEY)).toBe(false);
    await uploads.complete({ key: KEY, upload, parts });
    expect(await uploads.isThere(KEY)).toBe(true);
    // Every key that begins with another is another.
    expect(await uploads.isThere(KEY.slice(0, -1))).toBe(false);
    expect(await documents.find(KEY)).toMatchObject({ sizeBytes: first.byteLength + second.byteLength });
    expect(await uploads.under(KEY)).toBeUndefined();
    await expect(uploads.parts({ key: KEY, upload: 'none' })).rejects.toThrow('S3: NoSuchUpload');
  });

  test('of a store that is gone is a failure of the outside', async () => {
    const { bucket } = await opened();
    const gone = s3PartUploads({ ...bucket, endpoint: 'http://127.0.0.1:1' });
    await expect(gone.under(KEY)).rejects.toThrow('S3: ');
  });
});
