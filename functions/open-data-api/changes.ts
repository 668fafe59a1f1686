import * as z from 'zod/mini';
import { READ_CHANGES } from '../_http/open-data-operations.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import type { ChangeStore } from '../_ports/change-ports.ts';
import { decodeCursor, encodeCursor } from '../_ports/cursor.ts';

const place = z.strictObject({ changesAfter: z.string().check(z.regex(/^(0|[1-9]\d{0,11})$/)) });

const cursorOf = (number: number): string => encodeCursor({ changesAfter: String(number) });

/** What changed in all cases since the beginning, or since where somebody stopped reading. */
export const readChanges = (changes: ChangeStore): QueryOperation =>
  query({
    ...READ_CHANGES,
    ask: async (_, { query: { limit, cursor } }) => {
      const from = cursor === undefined ? 0 : Number(decodeCursor(place, cursor).changesAfter);
      const found = await changes.after(from, limit + 1);
      const shown = found.slice(0, limit);
      const next = cursorOf(from + shown.length);
      const items = shown.map(({ case: caseId, version, at, type }) => ({ case: caseId, version, at, type }));
      return { body: { items, cursor: next }, ...(found.length > shown.length ? { next } : {}) };
    },
  });
