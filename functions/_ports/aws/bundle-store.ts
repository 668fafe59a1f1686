import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { BUNDLE_LINK_SECONDS, type BundleStore } from '../bundle-ports.ts';
import { OutsideFailure } from '../ports.ts';
import type { Bucket } from './bucket.ts';
import { type Signable, signerOf } from './document-links.ts';
import { outsideFailure } from './outside-failure.ts';

/** S3 takes parts of 5 MiB or more, and ten thousand of them. One is in memory at a time. */
const PART_BYTES = 8 * 1024 ** 2;
const REQUEST_TIMEOUT_MILLISECONDS = 60_000;

type StoreRequest = Omit<Signable, 'seconds'>;

/**
 * Bundles in S3, or in a store that speaks as S3 does. Each request is signed here: a whole client of the SDK would weigh more than the
 * function that loads it.
 */
export const s3BundleStore = (bucket: Bucket): BundleStore => {
  const signed = signerOf(bucket);
  const sign = (request: StoreRequest) => signed({ ...request, seconds: BUNDLE_LINK_SECONDS });
  const ask = async (request: StoreRequest, body?: string): Promise<Response> => {
    const { url } = await sign(request);
    try {
      const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS);
      return await fetch(url, { method: request.method, signal, ...(body === undefined ? {} : { body }) });
    } catch (error) {
      throw outsideFailure('S3', error);
    }
  };
  const put: Put = async (request, part) => sentWhole((await sign(request)).url, part);
  return {
    has: async (key) => {
      const { status } = await ask({ method: 'HEAD', key });
      if (status === 200) return true;
      // Whoever may not list is told of what is not there that it is forbidden.
      if (status === 404 || status === 403) return false;
      throw new OutsideFailure(`S3: ${status}`);
    },
    keep: ({ key, chunks }) => keepInParts({ ask, put }, key, chunks),
    link: ({ key, fileName }) =>
      sign({
        method: 'GET',
        key,
        query: {
          'response-content-disposition': `attachment; filename="${fileName}"`,
          'response-content-type': 'application/zip',
          'response-cache-control': 'no-store',
        },
      }),
  };
};

type Ask = (request: StoreRequest, body?: string) => Promise<Response>;
/** Puts a part, and answers its ETag. */
type Put = (request: StoreRequest, part: Uint8Array) => Promise<string>;

/** The text of an answer that tells of success. Complete answers 200 before it knows, and tells of a failure in the body. */
const textOf = async (response: Response): Promise<string> => {
  const said = await response.text();
  if (response.ok && !said.includes('<Error>')) return said;
  throw new OutsideFailure(`S3: ${codeIn(said) ?? response.status}`);
};

const keepInParts = async (
  { ask, put }: { readonly ask: Ask; readonly put: Put },
  key: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> => {
  const begun = await textOf(await ask({ method: 'POST', key, query: { uploads: '' } }));
  const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(begun)?.[1];
  if (uploadId === undefined) throw new OutsideFailure('S3: no UploadId');
  try {
    const etags: string[] = [];
    for await (const part of inParts(chunks)) {
      const query = { partNumber: String(etags.length + 1), uploadId };
      etags.push(await put({ method: 'PUT', key, query }, part));
    }
    const parts = etags.map((etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${etag}</ETag></Part>`);
    const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
    await textOf(await ask({ method: 'POST', key, query: { uploadId } }, body));
  } catch (error) {
    // What is left of it is forgotten by the bucket too, a day later, where this does not reach it.
    await ask({ method: 'DELETE', key, query: { uploadId } }).catch(() => undefined);
    throw error;
  }
};

/**
 * Sends a part as it lies in memory. `fetch` would copy it first, and the parts of a large bundle would fill the memory before anybody
 * collects them.
 */
const sentWhole = (url: string, part: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const failed = (error: unknown): void => reject(outsideFailure('S3', error));
    const { request } = url.startsWith('http:') ? http : https;
    const options = {
      method: 'PUT',
      headers: { 'content-length': part.byteLength },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS),
    };
    const sending = request(url, options, (response) => {
      text(response).then((said) => {
        const { statusCode = 0, headers } = response;
        if (statusCode === 200) resolve(headers.etag ?? '');
        else reject(new OutsideFailure(`S3: ${codeIn(said) ?? statusCode}`));
      }, failed);
    });
    sending.on('error', failed);
    sending.end(part);
  });

const codeIn = (said: string): string | undefined => /<Code>(\w+)<\/Code>/.exec(said)?.[1];

/** Chunks as parts of one size, but for the last. Each lies where the one before lay, which has been sent when the next is asked for. */
async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const part = new Uint8Array(PART_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    let taken = 0;
    while (taken < chunk.byteLength) {
      const some = chunk.subarray(taken, taken + PART_BYTES - filled);
      part.set(some, filled);
      filled += some.byteLength;
      taken += some.byteLength;
      if (filled < PART_BYTES) continue;
      yield part;
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}
