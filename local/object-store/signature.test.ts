import { describe, expect, it, test } from 'vitest';
import { authenticate } from './authentication.ts';
import { dechunked } from './chunked-body.ts';
import { S3Error } from './s3-error.ts';
import { type ChunkSigning, signingKey } from './signature.ts';
import { targetOf } from './target.ts';

// The examples of the Amazon S3 API reference ("Examples: Signature Calculations in AWS Signature Version 4").
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const HOST = 'examplebucket.s3.amazonaws.com';
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const authenticator = { credentials, region: 'us-east-1', now: () => Date.parse('2013-05-24T00:00:00Z') };
const scope = { day: '20130524', region: 'us-east-1' };

const signed = (options: { signedHeaders: string; signature: string; headers: Record<string, string> }) =>
  new Map(
    Object.entries({
      host: HOST,
      'x-amz-date': '20130524T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${options.signedHeaders},Signature=${options.signature}`,
      ...options.headers,
    }),
  );

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof S3Error ? error.code : 'not a refusal';
  }
};

describe('a signature', () => {
  const get = {
    method: 'GET',
    target: targetOf('/test.txt', HOST),
    headers: signed({
      signedHeaders: 'host;range;x-amz-content-sha256;x-amz-date',
      signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
      headers: { range: 'bytes=0-9', 'x-amz-content-sha256': EMPTY },
    }),
  };

  it('of the documented GET holds', () => expect(authenticate(authenticator, get).payloadHash).toBe(EMPTY));

  it('of the documented PUT holds', () => {
    const hash = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072';
    const put = {
      method: 'PUT',
      target: targetOf('/test%24file.text', HOST),
      headers: signed({
        signedHeaders: 'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
        signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
        headers: {
          date: 'Fri, 24 May 2013 00:00:00 GMT',
          'x-amz-content-sha256': hash,
          'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        },
      }),
    };
    expect(authenticate(authenticator, put).payloadHash).toBe(hash);
  });

  it('of the documented listing holds', () => {
    const list = {
      method: 'GET',
      target: targetOf('/?max-keys=2&prefix=J', HOST),
      headers: signed({
        signedHeaders: 'host;x-amz-content-sha256;x-amz-date',
        signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
        headers: { 'x-amz-content-sha256': EMPTY },
      }),
    };
    expect(authenticate(authenticator, list).payloadHash).toBe(EMPTY);
  });

  const link = (signature: string) => ({
    method: 'GET',
    target: targetOf(
      `/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=${signature}`,
      HOST,
    ),
    headers: new Map([['host', HOST]]),
  });
  const SIGNATURE = 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404';

  it('of the documented link holds for its life, and not before or after', () => {
    const at = (now: string) => ({ ...authenticator, now: () => Date.parse(now) });
    expect(authenticate(at('2013-05-24T23:59:59Z'), link(SIGNATURE)).payloadHash).toBe('UNSIGNED-PAYLOAD');
    expect(codeOf(() => authenticate(at('2013-05-25T00:00:00Z'), link(SIGNATURE)))).toBe('AccessDenied');
    expect(codeOf(() => authenticate(at('2013-05-23T23:44:59Z'), link(SIGNATURE)))).toBe('AccessDenied');
    expect(codeOf(() => authenticate(authenticator, link(SIGNATURE.replace('a', 'b'))))).toBe('SignatureDoesNotMatch');
  });

  it.each([
    ['another path', { ...get, target: targetOf('/tesu.txt', HOST) }, 'SignatureDoesNotMatch'],
    ['another method', { ...get, method: 'DELETE' }, 'SignatureDoesNotMatch'],
    ['a further parameter', { ...get, target: targetOf('/test.txt?acl', HOST) }, 'SignatureDoesNotMatch'],
    [
      'another header',
      { ...get, headers: new Map([...get.headers, ['range', 'bytes=0-99']]) },
      'SignatureDoesNotMatch',
    ],
    [
      'an unsigned header of S3',
      { ...get, headers: new Map([...get.headers, ['x-amz-acl', 'private']]) },
      'AccessDenied',
    ],
    ['no signature', { ...get, headers: new Map([['host', HOST]]) }, 'AccessDenied'],
    [
      'a broken one',
      { ...get, headers: new Map([...get.headers, ['authorization', 'AWS4-HMAC-SHA256 x']]) },
      'AuthorizationHeaderMalformed',
    ],
    ['two at once', { ...get, target: link(SIGNATURE).target }, 'InvalidArgument'],
  ])('does not hold for %s', (_, request, code) =>
    expect(codeOf(() => authenticate(authenticator, request))).toBe(code),
  );

  it.each([
    ['a clock 16 minutes off', { now: () => Date.parse('2013-05-24T00:16:00Z') }, 'RequestTimeTooSkewed'],
    ['another key', { credentials: { ...credentials, accessKeyId: 'OTHER' } }, 'InvalidAccessKeyId'],
    ['another secret', { credentials: { ...credentials, secretAccessKey: 'x' } }, 'SignatureDoesNotMatch'],
    ['another region', { region: 'eu-west-1' }, 'AuthorizationHeaderMalformed'],
  ])('does not hold for %s', (_, other, code) =>
    expect(codeOf(() => authenticate({ ...authenticator, ...other }, get))).toBe(code),
  );
});

const CHUNKS = [
  `10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n${'a'.repeat(65_536)}\r\n`,
  `400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n${'a'.repeat(1_024)}\r\n`,
  '0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n',
];

const signing: ChunkSigning = {
  key: signingKey(credentials.secretAccessKey, scope),
  time: '20130524T000000Z',
  scope,
  seed: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
};

async function* inBits(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (text: string, { size = 1_000, isSigned = true, hasTrailer = false } = {}) => {
  const trailers: Record<string, string> = {};
  const parts: Buffer[] = [];
  const options = {
    signing: isSigned ? signing : undefined,
    hasTrailer,
    trailer: (name: string, value: string) => void (trailers[name] = value),
  };
  try {
    for await (const part of dechunked(inBits(text, size), options)) parts.push(part);
    return { text: Buffer.concat(parts).toString(), trailers };
  } catch (error) {
    return { code: error instanceof S3Error ? error.code : String(error), bytes: Buffer.concat(parts).length };
  }
};

describe('a body in chunks', () => {
  it.each([1_000, 7, 100_000])('of the documented example holds, in bits of %i bytes', async (size) => {
    expect(await read(CHUNKS.join(''), { size })).toEqual({ text: 'a'.repeat(66_560), trailers: {} });
  });

  test('gives out nothing of a forged chunk', async () => {
    const forged = CHUNKS.join('').replace(`${'a'.repeat(1_024)}\r\n0;`, `${'a'.repeat(1_023)}b\r\n0;`);
    expect(await read(forged)).toEqual({ code: 'SignatureDoesNotMatch', bytes: 65_536 });
    expect(await read(CHUNKS.slice(1).join(''))).toEqual({ code: 'SignatureDoesNotMatch', bytes: 0 });
    expect(await read(CHUNKS.join('').replaceAll(/;chunk-signature=\w+/g, ''))).toEqual({
      code: 'SignatureDoesNotMatch',
      bytes: 0,
    });
  });

  it.each([
    ['its last chunk', CHUNKS.slice(0, 2).join('')],
    ['half a chunk', CHUNKS.join('').slice(0, 40_000)],
    ['its last line', CHUNKS.join('').slice(0, -3)],
    ['everything', ''],
  ])('is refused without %s', async (_, text) => expect(await read(text)).toMatchObject({ code: 'IncompleteBody' }));

  test('brings its trailing headers, when it may', async () => {
    const text = '3\r\nabc\r\n0\r\nx-amz-checksum-crc32: NSRBwg==\r\n\r\n';
    expect(await read(text, { isSigned: false, hasTrailer: true, size: 5 })).toEqual({
      text: 'abc',
      trailers: { 'x-amz-checksum-crc32': 'NSRBwg==' },
    });
    expect(await read(text, { isSigned: false })).toMatchObject({ code: 'IncompleteBody' });
  });

  it.each([
    ['a size that is none', 'xyz\r\nabc\r\n0\r\n\r\n'],
    ['a size beyond all', `${'f'.repeat(400)}\r\n`],
    ['a chunk longer than it says', '2\r\nabc\r\n0\r\n\r\n'],
    ['something behind its end', '3\r\nabc\r\n0\r\n\r\nmore\r\n'],
    ['a trailer without end', `0\r\nx: ${'y'.repeat(10_000)}`],
  ])('is refused with %s', async (_, text) => {
    expect(await read(text, { isSigned: false, hasTrailer: true })).toMatchObject({ code: 'IncompleteBody' });
  });
});
