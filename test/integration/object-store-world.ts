import { createHash, createHmac } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { ListObjectsV2Command, S3Client, type S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3';
import { expect, onTestFinished } from 'vitest';
import { type ObjectStore, type ObjectStoreOptions, startObjectStore } from '../../local/object-store/object-store.ts';
import type { Announcement } from '../../local/object-store/outbox.ts';
import { temporaryFolder } from './embedded-table.ts';

export const CREDENTIALS = { accessKeyId: 'tester', secretAccessKey: 'only for tests' };
export const REGION = 'us-east-1';
/** A bucket whose versions can be locked, one that keeps versions, and one that keeps none. */
export const BUCKETS = [
  { name: 'locked', objectLock: true },
  { name: 'versioned', versioned: true },
  { name: 'plain' },
] as const;

export interface World {
  readonly store: ObjectStore;
  readonly folder: string;
  readonly s3: S3Client;
  /** What was told of new objects. */
  readonly told: Announcement[];
}

export const now = (): string => new Date().toISOString();

export const storeOn = async (folder: string, options: Partial<ObjectStoreOptions> = {}): Promise<ObjectStore> => {
  const store = await startObjectStore({
    folder,
    port: 0,
    credentials: CREDENTIALS,
    region: REGION,
    now,
    buckets: BUCKETS,
    failed: (error) => expect(error).toBeUndefined(),
    ...options,
  });
  onTestFinished(store.stop);
  return store;
};

export const clientOf = (endpoint: string, options: S3ClientConfig = {}): S3Client => {
  const s3 = new S3Client({
    endpoint,
    region: REGION,
    forcePathStyle: true,
    credentials: CREDENTIALS,
    maxAttempts: 1,
    ...options,
  });
  onTestFinished(() => s3.destroy());
  return s3;
};

export const world = async (options: Partial<ObjectStoreOptions> = {}): Promise<World> => {
  const folder = await temporaryFolder();
  const told: Announcement[] = [];
  const store = await storeOn(folder, { onObjectCreated: async (created) => void told.push(created), ...options });
  return { store, folder, s3: clientOf(store.url), told };
};

/** The code of S3 with which a request of the SDK is refused, and the status; `done` when it is not. */
export const outcome = async (request: Promise<unknown>): Promise<string> => {
  try {
    await request;
    return 'done';
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    return `${error.$metadata.httpStatusCode} ${error.name}`;
  }
};

const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: Buffer | string) => createHash('sha256').update(text).digest('hex');
/** Percent-encoding by the letter of SigV4, written here a second time on purpose. */
const encoded = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) =>
      /[\w.~-]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');

export interface RawRequest {
  readonly method?: string;
  /** Still unencoded. */
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
  /** Spoils the request after it was signed. */
  readonly unsigned?: Record<string, string | undefined>;
  readonly at?: number;
  readonly secret?: string;
  readonly payloadHash?: string;
}

/** Signs by hand, so that a request can be wrong in one way only. */
export const signedRequest = (url: string, request: RawRequest) => {
  const {
    method = 'PUT',
    path,
    query = {},
    body = '',
    at = Date.now(),
    secret = CREDENTIALS.secretAccessKey,
  } = request;
  const time = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = `${time.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const payloadHash = request.payloadHash ?? sha256(body);
  const headers: Record<string, string> = {
    host: new URL(url).host,
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': time,
    ...request.headers,
  };
  const names = Object.keys(headers).toSorted();
  const uri = path.split('/').map(encoded).join('/');
  const search = Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&');
  const canonical = [
    method,
    uri,
    search,
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    payloadHash,
  ].join('\n');
  const key = [REGION, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secret}`, time.slice(0, 8)));
  const signature = createHmac('sha256', key)
    .update(['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n'))
    .digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${CREDENTIALS.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const all: Record<string, string | undefined> = { ...headers, authorization, ...request.unsigned };
  return {
    method,
    target: `${uri}${search === '' ? '' : `?${search}`}`,
    headers: Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined)),
    body,
  };
};

/** Sends exactly these bytes, because every client would tidy them up; gives the whole answer as text. */
export const sendBytes = (
  url: string,
  bytes: readonly (Buffer | string)[],
  { hangUp }: { hangUp?: 'when-sent' | 'when-answered' } = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
      if (hangUp === 'when-answered') socket.destroy();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer === '' && hangUp === undefined ? reject(error) : resolve(answer)));
    socket.on('connect', () => {
      for (const each of bytes) socket.write(each);
      if (hangUp === 'when-sent') socket.write('', () => socket.destroy());
    });
  });

/** Sends a request that was signed by hand; gives the status and S3's code. */
export const sendRaw = async (url: string, request: RawRequest): Promise<string> => {
  const { method, target, headers, body } = signedRequest(url, request);
  const length = 'transfer-encoding' in headers ? {} : { 'content-length': String(body.length) };
  const lines = Object.entries({ ...length, ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const answer = await sendBytes(url, [`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, body]);
  const [, status] = /^HTTP\/1\.1 (?:100 Continue\r\n\r\nHTTP\/1\.1 )?(\d+)/.exec(answer) ?? [];
  const [, code] = /<Code>(\w+)<\/Code>/.exec(answer) ?? [];
  return code === undefined ? `${status}` : `${status} ${code}`;
};

export const MINUTE = 60_000;

/** What stands in the store, in its tables and on the disk. */
export const leftIn = async ({ folder, s3 }: World) => ({
  keys: (await s3.send(new ListObjectsV2Command({ Bucket: 'plain' }))).KeyCount,
  files: (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{40}$/.test(name)).length,
});
export const NOTHING = { keys: 0, files: 0 };

export const codeOf = async (response: Response): Promise<string> => {
  const [, code] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
  return code === undefined ? String(response.status) : `${response.status} ${code}`;
};
