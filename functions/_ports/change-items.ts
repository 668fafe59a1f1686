import * as z from 'zod/mini';
import type { Key, Stretch } from './aws/table-keys.ts';
import { type CaseChange, CHANGES_PER_TELLING_MAX, type NumberedChange } from './change-ports.ts';
import { BadItem } from './ports.ts';
import type { Item, WrittenItem } from './written-items.ts';

/** Changes that stand in one partition: none grows without limit, and whoever reads on knows which one is next. */
export const CHANGES_PER_BLOCK = 1_000;

const DIGITS = 12;
const padded = (number: number): string => String(number).padStart(DIGITS, '0');
const blockOf = (number: number): string => `CHANGES#BLOCK#${padded(Math.floor((number - 1) / CHANGES_PER_BLOCK))}`;
const entryOf = (number: number): string => `ENTRY#${padded(number)}`;

/** The number of the last change; its `version` is that number. */
export const LAST_CHANGE_KEY: Key = { pk: 'CHANGES#LAST', sk: 'LAST' };
/** Up to which version a case is told; its `version` is that version. */
export const toldKey = (caseId: string): Key => ({ pk: `CHANGES#CASE#${caseId}`, sk: 'TOLD' });

/** Where the changes after a number stand, in the partition of the first of them. */
export const stretchAfter = (number: number): { readonly partition: string; readonly stretch: Stretch } => {
  const first = number + 1;
  const last = Math.ceil(first / CHANGES_PER_BLOCK) * CHANGES_PER_BLOCK;
  return { partition: blockOf(first), stretch: { first: entryOf(first), last: entryOf(last) } };
};

const counted = z.object({ version: z.int().check(z.positive()) });
const changeShape = z.object({
  number: z.int().check(z.positive()),
  case: z.string(),
  version: z.int().check(z.positive()),
  at: z.string(),
  type: z.string(),
});

/** What is read is checked again. Throws `BadItem`. */
const checked = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const { data } = schema.safeParse(item);
  if (data === undefined) throw new BadItem(`The item at ${item['sk']} is not what the house writes there.`);
  return data;
};

/** The version of an item that counts; 0 where there is none yet. */
export const versionIn = (item: Item | undefined): number => (item === undefined ? 0 : checked(counted, item).version);

export const readChange = (item: Item): NumberedChange => checked(changeShape, item);

/** What a telling writes over the numbers that were seen: the new changes, the last number and how far the case is told now. */
export const tellingItems = (
  { case: caseId, told, changes }: { case: string; told: number; changes: readonly CaseChange[] },
  last: number,
): { readonly last: WrittenItem; readonly told: WrittenItem; readonly entries: readonly WrittenItem[] } => {
  const isNext = changes.every((change, at) => change.case === caseId && change.version === told + at + 1);
  if (!isNext || changes.length === 0 || changes.length > CHANGES_PER_TELLING_MAX) {
    throw new Error('Changes are told in the order of their case, without gaps, some at a time.');
  }
  return {
    last: { ...LAST_CHANGE_KEY, version: last + changes.length },
    told: { ...toldKey(caseId), version: told + changes.length },
    entries: changes.map(({ version, at, type }, index) => {
      const number = last + index + 1;
      return { pk: blockOf(number), sk: entryOf(number), number, case: caseId, version, at, type };
    }),
  };
};

type ReadBlock = (asked: {
  readonly partition: string;
  readonly stretch: Stretch;
  readonly limit: number;
}) => Promise<readonly Item[]>;

/**
 * Reads changes block after block. Between two blocks others may write: what does not follow without a gap is left for the next reading,
 * so that nobody goes on behind a change that they were not shown.
 */
export const changesAfter = async (
  read: ReadBlock,
  number: number,
  limit: number,
): Promise<readonly NumberedChange[]> => {
  const found: NumberedChange[] = [];
  while (found.length < limit) {
    const seen = number + found.length;
    const asked = { ...stretchAfter(seen), limit: Math.min(limit - found.length, CHANGES_PER_BLOCK) };
    const following = (await read(asked)).map(readChange).filter((change, at) => change.number === seen + at + 1);
    found.push(...following);
    const isBlockOver = (number + found.length) % CHANGES_PER_BLOCK === 0;
    if (following.length === 0 || !isBlockOver) break;
  }
  return found;
};
