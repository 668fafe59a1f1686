import { receiptKey } from '../../functions/_ports/aws/table-keys.ts';
import type { Page, RawItem, RawItems } from '../../functions/_ports/ports.ts';
import { PARTITION } from '../../functions/_ports/written-items.ts';
import { type RawStores, readRaw } from '../../functions/_record/raw-record.ts';

/** Every item that the table holds of one case. */
export const itemsOf = async (stores: RawStores, caseId: string): Promise<readonly RawItem[]> => {
  const { items, milestones, deadlines, receipts } = await readRaw(stores, caseId);
  return [items, milestones, deadlines, receipts].flatMap((found) => [...found.values()]);
};

/** The stores over items, as verification reads them: in pages, in the order of their keys. */
export const storesOverItems = (items: readonly RawItem[]): RawStores => {
  const sorted = [...items].sort((left, right) => (left.sk < right.sk ? -1 : 1));
  const under = (partition: (caseId: string) => string): RawItems => ({
    rawItems: async ({ case: caseId, from = '0', limit }): Promise<Page<RawItem>> => {
      const found = sorted.filter(({ pk }) => pk === partition(caseId));
      const end = Number(from) + limit;
      return { items: found.slice(Number(from), end), ...(end < found.length ? { next: String(end) } : {}) };
    },
  });
  return {
    cases: {
      ...under(PARTITION.record),
      rawReceipts: async (commands) => {
        const wanted = new Set(commands.map((command) => receiptKey(command).pk));
        return items.filter(({ pk }) => wanted.has(pk));
      },
    },
    milestones: under(PARTITION.milestones),
    deadlines: under(PARTITION.deadlines),
  };
};

/** Something that another hand than ours does to the items of a table. */
export interface Deed {
  readonly what: string;
  readonly on: RawItem;
  readonly removed: readonly RawItem[];
  readonly put: readonly RawItem[];
}

export const afterDeed = (items: readonly RawItem[], { removed, put }: Deed): readonly RawItem[] => {
  const gone = new Set([...removed, ...put].map(placeOf));
  return [...items.filter((item) => !gone.has(placeOf(item))), ...put];
};

const placeOf = ({ pk, sk }: RawItem): string => `${pk} ${sk}`;

/** Everything that is done to every item, in its turn. */
export const deedsOn = (items: readonly RawItem[]): readonly Deed[] =>
  items.flatMap((item) => [
    ...attributeDeeds(item),
    { what: 'removed', on: item, removed: [item], put: [] },
    ...copyDeeds(item),
    ...swapDeeds(item, items),
    ...['', 'A', '~'].map((prefix) => {
      const foreign = { ...item, sk: `${prefix}${item.sk}~`, attributes: { note: 'x' } };
      return { what: `foreign ${foreign.sk}`, on: item, removed: [], put: [foreign] };
    }),
  ]);

const attributeDeeds = (item: RawItem): readonly Deed[] => {
  const deed = (what: string, attributes: RawItem['attributes']): Deed => ({
    what,
    on: item,
    removed: [],
    put: [{ ...item, attributes }],
  });
  const { attributes } = item;
  return [
    deed('extra added', { ...attributes, extra: 'x' }),
    ...Object.entries(attributes).flatMap(([name, value]) => {
      const { [name]: _, ...rest } = attributes;
      return [
        deed(`${name} removed`, rest),
        ...othersThan(value).map((other) => deed(`${name} = ${other}`, { ...attributes, [name]: other })),
      ];
    }),
  ];
};

const othersThan = (value: string | number | null): readonly (string | number)[] => {
  if (typeof value === 'number') return [value + 1, value - 1, String(value), 0];
  const text = String(value);
  const later = Number.isNaN(Date.parse(text))
    ? []
    : [-1, 1].map((by) => new Date(Date.parse(text) + by).toISOString());
  return [`${text}x`, text.replace(/.$/, (last) => (last === '0' ? '1' : '0')), 7, ...later];
};

const copyDeeds = (item: RawItem): readonly Deed[] =>
  [
    { ...item, sk: `${item.sk}x` },
    { ...item, sk: `${item.sk}0` },
    { ...item, sk: item.sk.replace(/\d+$/, (number) => '9'.repeat(number.length)) },
    { ...item, sk: item.sk.replace(/#0/, '#') },
  ]
    .filter((copy) => copy.sk !== item.sk)
    .map((copy) => ({ what: `copied to ${copy.sk}`, on: item, removed: [], put: [copy] }));

/** Two items of one partition exchange what they hold. */
const swapDeeds = (item: RawItem, items: readonly RawItem[]): readonly Deed[] => {
  const partition = items.filter(({ pk }) => pk === item.pk);
  const neighbour = partition[partition.indexOf(item) + 1];
  if (neighbour === undefined) return [];
  const put = [
    { ...item, attributes: neighbour.attributes },
    { ...neighbour, attributes: item.attributes },
  ];
  return [{ what: `swapped with ${neighbour.sk}`, on: item, removed: [], put }];
};

/**
 * What verification does not judge, deed by deed: a term that is due later, as a sweep may leave it, and what stands in the partition
 * of a receipt beside the receipt, where nobody reads.
 */
export const isNotJudged = ({ on, put }: Deed): boolean => {
  const [first] = put;
  if (first === undefined) return false;
  if (on.pk.startsWith('RECEIPT#')) return put.every(({ sk }) => sk !== on.sk);
  const [before, after] = [on.attributes['dueAt'], first.attributes['dueAt']];
  return first.sk === on.sk && sameButDueAt(on, first) && String(after) > String(before) && isInstant(String(after));
};

const isInstant = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString() === text;

const sameButDueAt = (one: RawItem, other: RawItem): boolean => {
  const without = ({ attributes: { dueAt: _, ...rest } }: RawItem) => JSON.stringify(Object.entries(rest).sort());
  return without(one) === without(other);
};
