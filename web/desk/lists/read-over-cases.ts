import type { Answered, Api } from '../../app/api.ts';
import { isRecord, textIn } from '../../app/kept-text.ts';

/** Cases that are read at the same time: a desk is not the only reader. */
const AT_ONCE = 4;

export interface CaseNamed {
  readonly id: string;
  readonly title: string;
}

/** Something of a case, with the case that it is of. */
export interface OfCase<Item> {
  readonly of: CaseNamed;
  readonly item: Item;
}

/** A list over all cases as far as it was read. */
export interface OverCases<Item> {
  readonly rows: readonly OfCase<Item>[];
  /** How many cases there are, once that is known, and those that were read. */
  readonly cases: readonly CaseNamed[] | undefined;
  readonly read: ReadonlySet<string>;
  /** Cases that the API did not let be read. */
  readonly refused: readonly CaseNamed[];
  readonly failure?: 'ended' | 'no-network' | 'failed' | 'refused';
}

export const NOTHING_READ = { rows: [], cases: undefined, read: new Set<string>(), refused: [] } as const;

type Listed = { readonly items: readonly unknown[] } | Exclude<Answered, { kind: 'done' }>;

/** A list of the API to its end. */
const wholeList = async (api: Pick<Api, 'read'>, path: string): Promise<Listed> => {
  const items: unknown[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const answered: Answered = await api.read(next);
    if (answered.kind !== 'done') return answered;
    const page = isRecord(answered.body) ? answered.body['items'] : undefined;
    if (!Array.isArray(page)) return { kind: 'failed' };
    items.push(...page.map((each: unknown) => each));
    next = answered.next;
  }
  return { items };
};

const caseIn = (item: unknown): readonly CaseNamed[] => {
  const id = isRecord(item) ? textIn(item['case']) : '';
  return id === '' || !isRecord(item) ? [] : [{ id, title: textIn(item['title']) || id }];
};

/** Every case that there is by its name, as the API lists them. */
export const readCaseNames = async (
  api: Pick<Api, 'read'>,
): Promise<readonly CaseNamed[] | Exclude<Answered, { kind: 'done' }>> => {
  const listed = await wholeList(api, '/cases?limit=100');
  return 'items' in listed ? listed.items.flatMap(caseIn) : listed;
};

interface Reading<Item> {
  readonly api: Pick<Api, 'read'>;
  /** Of the list in each case. */
  readonly pathOf: (id: string) => string;
  readonly isItem: (item: unknown) => item is Item;
  readonly tell: (soFar: OverCases<Item>) => void;
  readonly isStopped: () => boolean;
}

/**
 * Reads a list of every case, a few cases at a time, and tells how far it is after each of them. What was read stays: from what was told
 * last it goes on with the cases that are left.
 */
export const readOverCases = async <Item>(
  before: OverCases<Item>,
  { api, pathOf, isItem, tell, isStopped }: Reading<Item>,
): Promise<void> => {
  const { failure: _, ...begun } = before;
  let soFar: OverCases<Item> = begun;
  const add = (more: Partial<OverCases<Item>>) => {
    soFar = { ...soFar, ...more };
    if (!isStopped()) tell(soFar);
  };
  if (soFar.cases === undefined) {
    const cases = await readCaseNames(api);
    if ('kind' in cases) {
      tell({ ...soFar, failure: cases.kind });
      return;
    }
    add({ cases });
  }
  const left = (soFar.cases ?? []).filter(({ id }) => !soFar.read.has(id));
  let failure: OverCases<Item>['failure'];
  const work = async (): Promise<void> => {
    for (let of = left.shift(); of !== undefined && failure === undefined && !isStopped(); of = left.shift()) {
      const listed = await wholeList(api, pathOf(of.id));
      const read = new Set([...soFar.read, of.id]);
      if ('items' in listed) {
        const { id, title } = of;
        const rows = listed.items.filter(isItem).map((item) => ({ of: { id, title }, item }));
        add({ read, rows: [...soFar.rows, ...rows] });
      } else if (listed.kind === 'refused') add({ read, refused: [...soFar.refused, of] });
      else failure = listed.kind;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failure !== undefined && !isStopped()) tell({ ...soFar, failure });
};
