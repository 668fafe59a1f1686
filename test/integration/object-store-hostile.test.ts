import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';

import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../local/object-store/outbox.ts';
import { temporaryFolder } from './embedded-table.ts';
import {
  clientOf,
  leftIn,
  MINUTE,
  NOTHING,
  now,
  type RawRequest,
  sendBytes,
  sendRaw,
  signedRequest,
  storeOn,
  world,
} from './object-store-world.ts';
import { until } from './processes.ts';

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
      { hangUp: 'when-sent' },
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
      return sendBytes(store.url, [`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`], {
        hangUp: 'when-answered',
      });
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
