import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Under this many bytes packing saves no packet of the network. */
const WORTH_BYTES_MIN = 1_024;

/** Pages are packed while somebody waits: above these levels time grows faster than bytes shrink. */
const BROTLI_LEVEL = 5;
const GZIP_LEVEL = 6;

type Coding = 'br' | 'gzip';

const PACK: Readonly<Record<Coding, (text: string) => Buffer>> = {
  br: (text) =>
    brotliCompressSync(text, {
      params: {
        [zlib.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
        [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
        [zlib.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gzip: (text) => gzipSync(text, { level: GZIP_LEVEL }),
};

/** The codings that somebody takes, as they ask for them (RFC 9110, 12.5.3), by their weights. */
const weightsIn = (accepted: string): ReadonlyMap<string, number> =>
  new Map(
    accepted.split(',').map((part) => {
      const [coding = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find((q) => q !== undefined);
      return [coding.trim(), weight === undefined ? 1 : Number(weight)];
    }),
  );

/** The coding that saves most among those that are taken; undefined where the text goes as it is. */
const codingFor = (accepted: string | undefined): Coding | undefined => {
  const weights = weightsIn(accepted ?? '');
  const weightOf = (coding: Coding) => weights.get(coding) ?? weights.get('*') ?? 0;
  const [best] = (['br', 'gzip'] as const)
    .filter((coding) => weightOf(coding) > 0)
    .toSorted((left, right) => weightOf(right) - weightOf(left));
  return best;
};

/** Whether somebody already has what a tag names: tags are compared weakly, whole lists of them too (RFC 9110, 13.1.2). */
export const isHeld = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** What tells this text from another at the same address. Without it nobody is told that they have it already. */
  readonly mark?: string;
}

/**
 * A text as an answer, packed as whoever asks takes it: the gateway of the cloud packs nothing. Each coding has a tag of its own,
 * because its bytes are others. Nothing that is packed here is secret: what a page reflects of its address reveals nothing of the rest.
 */
export const packed = (
  { headers: asked }: Pick<APIGatewayProxyEventV2, 'headers'>,
  { status, headers: told, text, mark }: Told,
): APIGatewayProxyStructuredResultV2 => {
  const isWorth = Buffer.byteLength(text) >= WORTH_BYTES_MIN;
  const coding = isWorth ? codingFor(asked['accept-encoding']) : undefined;
  const etag = mark === undefined ? undefined : `"${coding === undefined ? mark : `${mark}-${coding}`}"`;
  const headers = {
    ...told,
    ...(isWorth ? { vary: 'accept-encoding' } : {}),
    ...(etag === undefined ? {} : { etag }),
  };
  if (etag !== undefined && isHeld(asked['if-none-match'], etag)) {
    const { 'content-type': _, ...lasting } = { 'content-type': '', ...headers };
    return { statusCode: 304, headers: lasting };
  }
  if (coding === undefined) return { statusCode: status, headers, body: text };
  return {
    statusCode: status,
    headers: { ...headers, 'content-encoding': coding },
    body: PACK[coding](text).toString('base64'),
    isBase64Encoded: true,
  };
};
