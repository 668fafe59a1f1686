import type { Answered, Api } from '../app/api.ts';
import { isRecord } from '../app/kept-text.ts';
import type { Vault } from './vault.ts';

export const READINGS = 'reading:';

/** What was read last, and when, in milliseconds since the epoch. */
export interface Kept {
  readonly at: number;
  readonly body: unknown;
}

const isKept = (value: unknown): value is Kept => isRecord(value) && typeof value['at'] === 'number';

type Reading = Pick<Vault, 'read' | 'write'>;

/** What was read of a path before; undefined where it never was. */
export const keptReading = async (vault: Reading, path: string): Promise<Kept | undefined> => {
  const kept = await vault.read(READINGS + path);
  return isKept(kept) ? kept : undefined;
};

/** Reads from the API and keeps what it answers. What may not be read any more is let go. */
export const readAnew = async (
  { vault, api }: { readonly vault: Reading; readonly api: Pick<Api, 'read'> },
  path: string,
): Promise<Kept | Exclude<Answered['kind'], 'done'>> => {
  const answered = await wholeOf(api, path);
  const name = READINGS + path;
  if (answered.kind === 'refused') await vault.write({ [name]: undefined });
  if (answered.kind !== 'done') return answered.kind;
  const kept: Kept = { at: Date.now(), body: answered.body };
  // Where there is no room, only this page has it: what people wrote comes first.
  await vault.write({ [name]: kept }).catch(() => undefined);
  return kept;
};

/** A case rarely has more than a few pages of anything; nobody waits for a thousand. */
const PAGES_MAX = 12;

/** A list with all its pages, or what is no list as it is. */
const wholeOf = async (api: Pick<Api, 'read'>, path: string): Promise<Answered> => {
  const first = await api.read(path);
  if (first.kind !== 'done') return first;
  const items = [...itemsIn(first.body)];
  let { next } = first;
  for (let pages = 1; next !== undefined && pages < PAGES_MAX; pages += 1) {
    const page = await api.read(next);
    if (page.kind !== 'done') return page;
    items.push(...itemsIn(page.body));
    next = page.next;
  }
  return items.length === 0 ? first : { kind: 'done', body: { ...(isRecord(first.body) ? first.body : {}), items } };
};

const itemsIn = (body: unknown): readonly unknown[] => {
  const items: unknown = isRecord(body) ? body['items'] : undefined;
  return Array.isArray(items) ? items : [];
};
