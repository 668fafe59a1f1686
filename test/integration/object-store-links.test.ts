import { GetObjectCommand, ListObjectsV2Command, PutBucketCorsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it, test } from 'vitest';

import { codeOf, leftIn, MINUTE, NOTHING, world } from './object-store-world.ts';

describe('a presigned link', () => {
  test('puts and gets for its life, exactly what it was signed for', async () => {
    let skew = 0;
    const { s3, store } = await world({ signedNow: () => new Date(Date.now() + skew).toISOString() });
    const put = await getSignedUrl(s3, new PutObjectCommand({ Bucket: 'plain', Key: 'a', ContentType: 'text/plain' }), {
      expiresIn: 60,
      signableHeaders: new Set(['content-type']),
    });
    const get = await getSignedUrl(
      s3,
      new GetObjectCommand({ Bucket: 'plain', Key: 'a', ResponseContentDisposition: 'attachment; filename="á.txt"' }),
      { expiresIn: 60 },
    );
    const send = (url: string, init: RequestInit = {}) =>
      fetch(url, { method: 'PUT', body: 'hello', headers: { 'content-type': 'text/plain' }, ...init });
    expect(await codeOf(await send(put))).toBe('200');
    expect(await codeOf(await send(put, { headers: { 'content-type': 'text/html' } }))).toBe(
      '403 SignatureDoesNotMatch',
    );
    expect(await codeOf(await send(put.replace('/a?', '/b?')))).toBe('403 SignatureDoesNotMatch');
    expect(await codeOf(await send(put.replace('Expires=60', 'Expires=600')))).toBe('403 SignatureDoesNotMatch');
    expect(await codeOf(await send(get))).toBe('403 SignatureDoesNotMatch');
    const answer = await fetch(get);
    expect([
      await answer.text(),
      Buffer.from(answer.headers.get('content-disposition') ?? '', 'latin1').toString(),
    ]).toEqual(['hello', 'attachment; filename="á.txt"']);
    skew = MINUTE;
    expect([await codeOf(await send(put)), await codeOf(await fetch(get))]).toEqual([
      '403 AccessDenied',
      '403 AccessDenied',
    ]);
    expect(await codeOf(await fetch(`${store.url}/plain/a`))).toBe('403 AccessDenied');
  });

  test('holds the body against a checksum that was signed as a header', async () => {
    const { s3 } = await world();
    const ChecksumSHA256 = 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
    const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket: 'plain', Key: 'a', ChecksumSHA256 }), {
      unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    });
    const send = (body: string, checksum?: string) =>
      fetch(url, { method: 'PUT', body, headers: checksum === undefined ? {} : { 'x-amz-checksum-sha256': checksum } });
    expect(await codeOf(await send('hello', ChecksumSHA256))).toBe('200');
    expect(await codeOf(await send('other', ChecksumSHA256))).toBe('400 BadDigest');
    expect(await codeOf(await send('hello'))).toBe('403 SignatureDoesNotMatch');
  });
});

interface Sent {
  readonly fields?: Record<string, string>;
  readonly file?: string | Buffer<ArrayBuffer>;
  readonly name?: string;
}

describe('a form', () => {
  const post = async (options: Partial<PresignedPostOptions>, send: Sent = {}) => {
    const created = await world();
    const { url, fields } = await createPresignedPost(created.s3, {
      Bucket: 'plain',
      Key: 'exact/key',
      Expires: 60,
      ...options,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...send.fields })) form.set(name, value);
    form.set('file', new Blob([send.file ?? 'hello']), send.name ?? 'photo.jpg');
    const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
    return { ...created, response, code: await codeOf(response.clone()) };
  };
  const RANGE: Partial<PresignedPostOptions> = { Conditions: [['content-length-range', 3, 10]] };
  const SHA256 = 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
  const withChecksum = { Fields: { 'x-amz-checksum-sha256': SHA256 } };

  const cases: readonly [string, Partial<PresignedPostOptions>, Sent, string][] = [
    ['what was agreed', {}, {}, '204'],
    ['another key', {}, { fields: { key: 'other' } }, '403 AccessDenied'],
    ['a field that nobody agreed to', {}, { fields: { 'x-amz-meta-a': '1' } }, '403 AccessDenied'],
    ['a field to be ignored', {}, { fields: { 'x-ignore-a': '1' } }, '204'],
    ['a forged signature', {}, { fields: { 'X-Amz-Signature': '0'.repeat(64) } }, '403 SignatureDoesNotMatch'],
    [
      'a changed policy',
      {},
      { fields: { Policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64') } },
      '403 SignatureDoesNotMatch',
    ],
    ['its policy expired', { Expires: -1 }, {}, '403 AccessDenied'],
    ['a file within its range', RANGE, {}, '204'],
    ['a file too small', RANGE, { file: 'ab' }, '400 EntityTooSmall'],
    ['a file too large', RANGE, { file: Buffer.alloc(3_000_000) }, '400 EntityTooLarge'],
    ['the checksum of its file', withChecksum, {}, '204'],
    ['another file than its checksum', withChecksum, { file: 'other' }, '400 BadDigest'],
    ['another checksum', withChecksum, { fields: { 'x-amz-checksum-sha256': 'x' } }, '403 AccessDenied'],
    [
      'a type that begins as agreed',
      { Conditions: [['starts-with', '$Content-Type', 'image/']] },
      { fields: { 'Content-Type': 'image/png' } },
      '204',
    ],
    [
      'a type that does not',
      { Conditions: [['starts-with', '$Content-Type', 'image/']] },
      { fields: { 'Content-Type': 'text/html' } },
      '403 AccessDenied',
    ],
    ['too many fields', {}, { fields: { 'x-ignore-a': 'x'.repeat(21_000) } }, '400 MaxPostPreDataLengthExceeded'],
    ['an answer that tells all', { Fields: { success_action_status: '201' } }, {}, '201'],
    ['a page to go to', { Fields: { success_action_redirect: 'http://127.0.0.1:1/done' } }, {}, '303'],
  ];

  it.each(cases)('with %s', async (_, options, send, expected) => {
    const created = await post(options, send);
    expect(created.code).toBe(expected);
    const isThere = !expected.includes(' ');
    expect(await leftIn(created)).toEqual(isThere ? { keys: 1, files: 1 } : NOTHING);
  });

  test('takes the name of its file into the key, without the folders', async () => {
    const { s3, code } = await post({ Key: 'up/${filename}' }, { name: '../../etc/ñ "x".jpg' });
    expect(code).toBe('204');
    expect((await s3.send(new ListObjectsV2Command({ Bucket: 'plain' }))).Contents?.[0]?.Key).toBe('up/ñ "x".jpg');
  });

  it.each([
    ['cut off', 'MalformedPOSTRequest', '--b\r\ncontent-disposition: form-data; name="key"\r\n\r\na'],
    ['without a boundary', 'MalformedPOSTRequest', 'key=a'],
    ['without a key', 'InvalidArgument', '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\na\r\n--b--\r\n'],
    [
      'without a policy',
      'AccessDenied',
      '--b\r\ncontent-disposition: form-data; name="key"\r\n\r\na\r\n--b\r\ncontent-disposition: form-data; name="file"\r\n\r\na\r\n--b--\r\n',
    ],
    [
      'without a file',
      'MalformedPOSTRequest',
      '--b\r\ncontent-disposition: form-data; name="key"\r\n\r\na\r\n--b--\r\n',
    ],
  ])('%s is refused', async (_, code, body) => {
    const created = await world();
    const response = await fetch(`${created.store.url}/plain`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(await codeOf(response)).toContain(code);
    expect(await leftIn(created)).toEqual(NOTHING);
  });
});

describe('a page of another origin', () => {
  test('may do what the bucket says, and reads why it may not', async () => {
    const { s3, store } = await world();
    const rule = {
      AllowedOrigins: ['https://*.example.org'],
      AllowedMethods: ['PUT'],
      AllowedHeaders: ['content-type', 'x-amz-*'],
      ExposeHeaders: ['ETag'],
      MaxAgeSeconds: 60,
    };
    const ask = async (origin: string, method: string, headers = '') => {
      const answer = await fetch(`${store.url}/plain/a`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
      });
      return [
        answer.status,
        answer.headers.get('access-control-allow-origin'),
        answer.headers.get('access-control-allow-headers'),
      ];
    };
    expect(await ask('https://a.example.org', 'PUT')).toEqual([403, null, null]);
    await s3.send(new PutBucketCorsCommand({ Bucket: 'plain', CORSConfiguration: { CORSRules: [rule] } }));
    expect(await ask('https://a.example.org', 'PUT', 'Content-Type, X-Amz-Meta-A')).toEqual([
      200,
      'https://a.example.org',
      'content-type, x-amz-meta-a',
    ]);
    expect(await ask('https://a.example.org', 'PUT', 'authorization')).toEqual([403, null, null]);
    expect(await ask('https://a.example.org', 'DELETE')).toEqual([403, null, null]);
    expect(await ask('https://example.com', 'PUT')).toEqual([403, null, null]);
    const refused = await fetch(`${store.url}/plain/a`, {
      method: 'PUT',
      body: 'x',
      headers: { origin: 'https://a.example.org' },
    });
    expect([
      refused.status,
      refused.headers.get('access-control-allow-origin'),
      refused.headers.get('access-control-expose-headers'),
    ]).toEqual([403, 'https://a.example.org', 'ETag']);
  });
});
