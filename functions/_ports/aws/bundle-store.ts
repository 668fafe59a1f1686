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
  const ask = async (request: StoreRequest, body?: string | Uint8Array<ArrayBuffer>): Promise<Response> => {
    const { url } = await sign(request);
    try {
      const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS);
      return await fetch(url, { method: request.method, signal, ...(body === undefined ? {} : { body }) });
    } catch (error) {
      throw outsideFailure('S3', error);
    }
  };
  return {
    has: async (key) => {
      const { status } = await ask({ method: 'HEAD', key });
      if (status === 200) return true;
      // Whoever may not list is told of what is not there that it is forbidden.
      if (status === 404 || status === 403) return false;
      throw new OutsideFailure(`S3: ${status}`);
    },
    keep: ({ key, chunks }) => keepInParts(ask, key, chunks),
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

type Ask = (request: StoreRequest, body?: string | Uint8Array<ArrayBuffer>) => Promise<Response>;

/** The text of an answer that tells of success. Complete answers 200 before it knows, and tells of a failure in the body. */
const textOf = async (response: Response): Promise<string> => {
  const text = await response.text();
  if (response.ok && !text.includes('<Error>')) return text;
  throw new OutsideFailure(`S3: ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? response.status}`);
};

const keepInParts = async (ask: Ask, key: string, chunks: AsyncIterable<Uint8Array>): Promise<void> => {
  const begun = await textOf(await ask({ method: 'POST', key, query: { uploads: '' } }));
  const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(begun)?.[1];
  if (uploadId === undefined) throw new OutsideFailure('S3: no UploadId');
  try {
    const etags: string[] = [];
    for await (const part of inParts(chunks)) {
      const query = { partNumber: String(etags.length + 1), uploadId };
      const response = await ask({ method: 'PUT', key, query }, part);
      await textOf(response);
      etags.push(response.headers.get('etag') ?? '');
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

/** Chunks as parts of one size, but for the last. */
async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let part = new Uint8Array(PART_BYTES);
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
      // A new one: what was sent may still be read by whoever sends it.
      part = new Uint8Array(PART_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield part.slice(0, filled);
}
