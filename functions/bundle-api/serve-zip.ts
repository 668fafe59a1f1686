import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { bundleQuery, ZIP } from '../_http/bundle-operation.ts';
import { parsedQuery, QueryInvalid } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import { errorsOf } from '../_http/request.ts';
import type { BundleStore } from '../_ports/bundle-ports.ts';
import type { DocumentParts } from './bundle-parts.ts';

/** Lambda answers 6 MB at most, and bytes are written in base64 there, which adds a third. */
export const DIRECT_BYTES_MAX = 4_000_000;

/** A ZIP as it is answered. */
interface ServedZip {
  /** Where it is kept if it is too large for an answer: the same bytes stand under the same key. */
  readonly key: string;
  /** Made of codes alone. */
  readonly fileName: string;
  /** The bytes of its documents, before it is written. */
  readonly sizeBytes: number;
  readonly compose: () => AsyncGenerator<Uint8Array> | Promise<AsyncGenerator<Uint8Array>>;
  /** What must be on record before anybody is given it. */
  readonly beforeGiven?: () => Promise<void>;
}

/** What a ZIP is asked with. */
export const askedIn = (event: APIGatewayProxyEventV2): z.infer<typeof bundleQuery> => {
  try {
    return parsedQuery(bundleQuery, event.queryStringParameters ?? {});
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};

/** The bytes of the documents of a part. */
export const bytesIn = (documents: DocumentParts, part: number): number =>
  (documents.parts[part - 1] ?? []).reduce((sum, { bytes: { sizeBytes } }) => sum + sizeBytes, 0);

/** Answers a ZIP as it is, or with a link to where it is kept: written once, and while it is read. */
export const serveZip = async (bundles: BundleStore, zip: ServedZip): Promise<APIGatewayProxyStructuredResultV2> => {
  const { key, sizeBytes, compose, beforeGiven = async () => undefined } = zip;
  if (sizeBytes > DIRECT_BYTES_MAX && (await bundles.has(key))) {
    await beforeGiven();
    return linked(bundles, zip);
  }
  const { first, rest } = await readUpTo(DIRECT_BYTES_MAX, await compose());
  if (rest !== undefined) await bundles.keep({ key, chunks: rest });
  await beforeGiven();
  return rest === undefined ? whole(first, zip) : linked(bundles, zip);
};

interface ReadSoFar {
  readonly first: readonly Uint8Array[];
  /** All of it from the beginning, where there is more than was read. */
  readonly rest?: AsyncIterable<Uint8Array>;
}

const readUpTo = async (bytesMax: number, chunks: AsyncGenerator<Uint8Array>): Promise<ReadSoFar> => {
  const first: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) return { first };
    first.push(next.value);
    bytes += next.value.byteLength;
    if (bytes > bytesMax) return { first, rest: afterThose(first, chunks) };
  }
};

async function* afterThose(first: Uint8Array[], chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first.splice(0);
  yield* chunks;
}

const NEVER_CACHED = { 'cache-control': 'no-store', vary: 'authorization', 'referrer-policy': 'no-referrer' } as const;

const whole = (
  chunks: readonly Uint8Array[],
  { fileName }: Pick<ServedZip, 'fileName'>,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    ...NEVER_CACHED,
    'content-type': ZIP,
    'content-disposition': `attachment; filename="${fileName}"`,
    'x-content-type-options': 'nosniff',
  },
  isBase64Encoded: true,
  body: Buffer.concat(chunks).toString('base64'),
});

const linked = async (
  bundles: BundleStore,
  { key, fileName }: Pick<ServedZip, 'key' | 'fileName'>,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const link = await bundles.link({ key, fileName });
  return {
    statusCode: 303,
    headers: { ...NEVER_CACHED, 'content-type': 'application/json', location: link.url },
    body: JSON.stringify(link),
  };
};
