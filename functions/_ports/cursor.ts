import type * as z from 'zod/mini';
import { BadCursor } from './ports.ts';

/** Longest cursor that is looked at, in characters. */
export const CURSOR_LENGTH_MAX = 1024;

type CursorKey = Readonly<Record<string, string>>;

/** Where a page ended, as text that is opaque to its holder: base64url of JSON with its names in order. */
export const encodeCursor = (key: CursorKey): string => {
  const sorted = Object.entries(key).sort(([left], [right]) => (left < right ? -1 : 1));
  return Buffer.from(JSON.stringify(Object.fromEntries(sorted)), 'utf8').toString('base64url');
};

/**
 * The key inside a cursor. Only the very text that `encodeCursor` gives for a key of this schema is taken, so that a cursor has one
 * form and cannot carry anything else. Throws `BadCursor` for every other text.
 */
export const decodeCursor = <Key extends CursorKey>(schema: z.ZodMiniType<Key>, cursor: string): Key => {
  const key = schema.safeParse(jsonIn(cursor));
  if (!key.success || encodeCursor(key.data) !== cursor) {
    throw new BadCursor('This cursor was not given out for this list.');
  }
  return key.data;
};

const jsonIn = (cursor: string): unknown => {
  if (cursor.length > CURSOR_LENGTH_MAX) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
