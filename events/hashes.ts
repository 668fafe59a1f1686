import canonicalize from 'canonicalize';
import type { JsonObject } from './shapes.ts';

/** What stands before the first entry of every stream. */
export const GENESIS = '0'.repeat(64);

/** The one form in which a value is hashed (RFC 8785). Throws for what JSON cannot hold: a bug, not an input. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('A value without a JSON form cannot be part of the record.');
  return text;
};

/** The runtime that we are in, as far as hashing asks: browsers have no `process`. */
const runtime: { readonly process?: Partial<Pick<NodeJS.Process, 'getBuiltinModule'>> } = globalThis;

/**
 * SHA-256 of a text in UTF-8, in lower-case hexadecimal. Runs in browsers too, so that anyone can check the record; where Node is at
 * hand it hashes at once, because WebCrypto’s trip to the thread pool takes longer than the hash of a short text.
 */
export const sha256Hex = async (text: string): Promise<string> => {
  const node = runtime.process?.getBuiltinModule?.('node:crypto');
  if (node !== undefined) return node.createHash('sha256').update(text, 'utf8').digest('hex');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

export const hashContent = (content: { readonly salt: string; readonly body: JsonObject }): Promise<string> =>
  sha256Hex(canonicalJson({ salt: content.salt, body: content.body }));

export const hashReceipt = (receipt: { readonly salt: string; readonly requestHash: string }): Promise<string> =>
  sha256Hex(canonicalJson({ salt: receipt.salt, requestHash: receipt.requestHash }));

/** The hash that an entry must carry. */
export const hashEntry = (entry: { readonly hash: string }): Promise<string> => {
  const { hash: _, ...sealed } = entry;
  return sha256Hex(canonicalJson(sealed));
};
