import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { GetObjectCommand, ListObjectsV2Command, PutBucketCorsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it, test } from 'vitest';
import type { Announcement } from '../../local/object-store/outbox.ts';
import { temporaryFolder } from './embedded-table.ts';
import {
  clientOf,
  now,
  type RawRequest,
  sendBytes,
  sendRaw,
  signedRequest,
  storeOn,
  type World,
  world,
} from './object-store-world.ts';
import { until } from './processes.ts';

const MINUTE = 60_000;

/** What stands in the store, in its tables and on the disk. */
const leftIn = async ({ folder, s3 }: World) => ({
  keys: (await s3.send(new ListObjectsV2Command({ Bucket: 'plain' }))).KeyCount,
  files: (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{40}$/.test(name)).length,
});
const NOTHING = { keys: 0, files: 0 };

const codeOf = async (response: Response): Promise<string> => {
  const [, code] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
  return code === undefined ? String(response.status) : `${response.status} ${code}`;
};

describe('a request that is not right', () => {
  const PUT: RawRequest = { path: '/plain/a', body: 'abc' };
  const cases: readonly [string, RawRequest, string][] = [
    ['forged', { ...PUT, secret: 'guessed' }, '403 SignatureDoesNotMatch'],
    ['not signed', { ...PUT, unsigned: { authorization: undefined } }, '403 AccessDenied'],
    ['with a header added on the way', { ...PUT, unsigned: { 'x-amz-meta-added': '1' } }, '403 AccessDenied'],
    ['by a clock that is behind', { ...PUT, at: Date.now() - 16 * MINUTE }, '403 RequestTimeTooSkewed'],
    ['by a clock that is ahead', { ...PUT, at: Date.now() + 16 * MINUTE }, '403 RequestTimeTooSkewed'],
    ['with another body', { ...PUT, payloadHash: '0'.repeat(64) }, '400 XAmzContentSHA256Mismatch'],
    ['with a hash that is none', { ...PUT, payloadHash: 'whatever' }, '400 InvalidArgument'],
    [
      'without a length',
      { ...PUT, body: '0\r\n\r\n', payloadHash: 'UNSIGNED-PAYLOAD', unsigned: { 'transfer-encoding': 'chunked' } },
      '411 MissingContentLength',
    ],
    ['larger than S3 takes', { ...PUT, unsigned: { 'content-length': String(6 * 1024 ** 3) } }, '400 EntityTooLarge'],
    ['with too much metadata', { ...PUT, headers: { 'x-amz-meta-a': 'x'.repeat(2_100) } }, '400 MetadataTooLarge'],
    ['of a key too long', { ...PUT, path: `/plain/${'k'.repeat(1_025)}` }, '400 KeyTooLongError'],
    ['with an MD5 that is none', { ...PUT, headers: { 'content-md5': 'abc' } }, '400 InvalidDigest'],
    ['for the public', { ...PUT, headers: { 'x-amz-acl': 'public-read' } }, '400 AccessControlListNotSupported'],
    [
      'with a key of the customer',
      { ...PUT, headers: { 'x-amz-server-side-encryption-customer-algorithm': 'AES256' } },
      '501 NotImplemented',
    ],
    [
      'with two checksums',
      { ...PUT, headers: { 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-checksum-crc32c': 'AAAAAA==' } },
      '400 InvalidRequest',
    ],
    [
      'with a trailer that never comes',
      { ...PUT, headers: { 'x-amz-trailer': 'x-amz-checksum-crc32' } },
      '400 InvalidRequest',
    ],
    ['by an unknown method', { ...PUT, method: 'PATCH' }, '405 MethodNotAllowed'],
    ['about what is not here', { ...PUT, query: { torrent: '' } }, '501 NotImplemented'],
    [
      'with a broken document',
      { path: '/plain', query: { versioning: '' }, body: '<VersioningConfiguration>' },
      '400 MalformedXML',
    ],
    [
      'with a document of the wrong kind',
      { path: '/plain', query: { versioning: '' }, body: '<Other/>' },
      '400 MalformedXML',
    ],
    [
      'with a document without end',
      { path: '/plain', query: { cors: '' }, body: 'x'.repeat(70_000) },
      '400 MaxMessageLengthExceeded',
    ],
    ['of no bucket', { ...PUT, path: '/nowhere/a' }, '404 NoSuchBucket'],
    [
      'of chunks that are none',
      { ...PUT, payloadHash: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', headers: { 'x-amz-decoded-content-length': '3' } },
      '400 IncompleteBody',
    ],
    [
      'of chunks without a length',
      { ...PUT, payloadHash: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' },
      '411 MissingContentLength',
    ],
    [
      'of chunks longer than declared',
      {
        ...PUT,
        payloadHash: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        body: '3\r\nabc\r\n0\r\n\r\n',
        headers: { 'x-amz-decoded-content-length': '2' },
      },
      '400 IncompleteBody',
    ],
    [
      'of forged chunks',
      {
        ...PUT,
        payloadHash: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
        body: `3;chunk-signature=${'0'.repeat(64)}\r\nabc\r\n0;chunk-signature=${'0'.repeat(64)}\r\n\r\n`,
        headers: { 'x-amz-decoded-content-length': '3' },
      },
      '403 SignatureDoesNotMatch',
    ],
  ];

  test('is refused with the code of S3 and leaves nothing', async () => {
    const created = await world();
    const outcomes: Record<string, string> = {};
    for (const [name, request] of cases) outcomes[name] = await sendRaw(created.store.url, request);
    expect(outcomes).toEqual(Object.fromEntries(cases.map(([name, , code]) => [name, code])));
    expect(await leftIn(created)).toEqual(NOTHING);
    expect(await sendRaw(created.store.url, PUT)).toBe('200');
  });

  test('with a path that climbs is a key like any other', async () => {
    const created = await world();
    for (const path of ['/plain/../../../../etc/passwd', '/plain/%2e%2e/x', '/plain//', '/plain/\\..\\..']) {
      expect(await sendRaw(created.store.url, { path, body: 'x' })).toBe('200');
    }
    expect(await sendRaw(created.store.url, { path: '/../locked' })).toBe('404 NoSuchBucket');
    expect(await leftIn(created)).toEqual({ keys: 4, files: 4 });
    const { target, headers } = signedRequest(created.store.url, { path: '/plain/a' });
    const answer = await sendBytes(created.store.url, [
      `GET ${target.replace('a', '%ff')} HTTP/1.1\r\nhost: ${headers['host']}\r\nconnection: close\r\n\r\n`,
    ]);
    expect(answer).toContain('<Code>InvalidURI</Code>');
  });

  test('that breaks off is never seen', async () => {
    const created = await world();
    const { method, target, headers } = signedRequest(created.store.url, {
      path: '/plain/a',
      payloadHash: 'UNSIGNED-PAYLOAD',
    });
    const lines = Object.entries({ ...headers, 'content-length': '1000000' }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    await sendBytes(
      created.store.url,
      [`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, Buffer.alloc(700_000)],
      { hangUp: true },
    );
    await until('the store has noticed', async () => (await leftIn(created)).files === 0);
    expect(await leftIn(created)).toEqual(NOTHING);
  });

  test('that asks first is answered before it sends its body', async () => {
    const { store } = await world();
    const ask = (request: RawRequest) => {
      const { method, target, headers } = signedRequest(store.url, request);
      const lines = Object.entries({ ...headers, 'content-length': '1000000', expect: '100-continue' }).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      return sendBytes(store.url, [`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`], { hangUp: true });
    };
    expect(await ask({ path: '/plain/a', payloadHash: 'UNSIGNED-PAYLOAD' })).toMatch(/^HTTP\/1.1 100 Continue/);
    expect(await ask({ path: '/plain/a', payloadHash: 'UNSIGNED-PAYLOAD', secret: 'guessed' })).toMatch(
      /^HTTP\/1.1 403/,
    );
  });

  test('in host style names its bucket before the host', async () => {
    const { store, s3 } = await world();
    const host = `plain.localhost:${store.port}`;
    expect(await sendRaw(store.url, { path: '/a/b', body: 'abc', headers: { host } })).toBe('200');
    expect(await (await s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'a/b' }))).Body?.transformToString()).toBe(
      'abc',
    );
  });
});

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

describe('whoever is told of new objects', () => {
  test('is told again until it does not fail, also by the next store', async () => {
    const folder = await temporaryFolder();
    const told: string[] = [];
    let failing = true;
    const onObjectCreated = async ({ key }: Announcement) => {
      told.push(key);
      if (failing && key === 'bad') throw new Error('not now');
    };
    const first = await storeOn(folder, { onObjectCreated });
    const s3 = clientOf(first.url);
    for (const Key of ['bad', 'good']) await s3.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: Key }));
    await until('the second is told although the first fails', () => told.includes('good'));
    await first.settled();
    await first.stop();
    const before = told.length;
    expect(told.filter((key) => key === 'good')).toHaveLength(1);
    failing = false;
    const second = await storeOn(folder, { onObjectCreated });
    await second.settled();
    expect(told.slice(before)).toEqual(['bad']);
    await second.stop();
    const third = await storeOn(folder, { onObjectCreated });
    await third.settled();
    await wait(1);
    expect(told).toHaveLength(before + 1);
  });

  test('hears what it needs to find the object', async () => {
    const { s3, store, told } = await world();
    const { VersionId, ETag } = await s3.send(new PutObjectCommand({ Bucket: 'versioned', Key: 'ñ', Body: 'abc' }));
    await store.settled();
    expect(told).toMatchObject([
      {
        reason: 'PutObject',
        bucket: 'versioned',
        key: 'ñ',
        versionId: VersionId,
        sizeBytes: 3,
        etag: ETag?.replaceAll('"', ''),
        sequence: 1,
      },
    ]);
    expect(Math.abs(Date.parse(told[0]?.at ?? '') - Date.parse(now()))).toBeLessThan(MINUTE);
  });
});
