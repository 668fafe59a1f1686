import type { ChunkSigning } from './signature.ts';
import type { Target } from './target.ts';

/** A request that was authenticated: its sender holds the store's key, or was lent a signature by somebody who does. */
export interface S3Request {
  readonly method: string;
  readonly target: Target;
  /** By lower-case name; values of repeated headers are joined by commas. */
  readonly headers: ReadonlyMap<string, string>;
  /** The bytes as they came over the wire, perhaps in signed chunks. */
  readonly body: AsyncIterable<Buffer>;
  /** What `x-amz-content-sha256` said, or `UNSIGNED-PAYLOAD` for a presigned request that said nothing. */
  readonly payloadHash: string;
  /** With what the chunks of a streamed body are signed; a presigned request has none. */
  readonly chunkSigning?: ChunkSigning;
}

export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | AsyncIterable<Buffer>;
}

export const xmlAnswer = (body: string, headers: Readonly<Record<string, string | undefined>> = {}): S3Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  body,
});
