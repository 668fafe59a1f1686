import { expect, it } from 'vitest';
import type { Answered } from '../../app/api.ts';
import { isRecord } from '../../app/kept-text.ts';
import { NOTHING_READ, type OverCases, readOverCases } from './read-over-cases.ts';
import { byOpening, isSealed } from './sealed.ts';

interface Told {
  readonly n: number;
}

const isTold = (item: unknown): item is Told => isRecord(item) && typeof item['n'] === 'number';
const list = (items: readonly object[], next?: string): Answered => ({
  kind: 'done',
  body: { items },
  ...(next === undefined ? {} : { next }),
});
const refusal: Answered = { kind: 'refused', word: 'not-permitted', detail: '', flaws: [], unmet: [] };

/** Reads with an API that answers by path, and says what was asked of it and what was told last. */
const reading = async (answers: Readonly<Record<string, Answered>>, before: OverCases<Told> = NOTHING_READ) => {
  const asked: string[] = [];
  let last = before;
  await readOverCases<Told>(before, {
    api: {
      read: async (path) => {
        asked.push(path);
        return answers[path] ?? { kind: 'no-network' };
      },
    },
    pathOf: (id) => `/${id}`,
    isItem: isTold,
    tell: (soFar) => {
      last = soFar;
    },
    isStopped: () => false,
  });
  return { asked, last };
};

const CASES = {
  '/cases?limit=100': list([{ case: 'ip-1', title: 'Puente' }], '/cases?2'),
  '/cases?2': list([{ case: 'ip-2' }, { case: 'ip-3' }]),
};

it('reads every page of every case, names the case that it could not read, and goes on after a broken network', async () => {
  const first = await reading({
    ...CASES,
    '/ip-1': list([{ n: 1 }, {}], '/ip-1?2'),
    '/ip-1?2': list([{ n: 2 }]),
    '/ip-3': refusal,
  });
  expect(first.last).toMatchObject({ failure: 'no-network', refused: [{ id: 'ip-3' }] });
  expect(first.last.rows).toEqual([1, 2].map((n) => ({ of: { id: 'ip-1', title: 'Puente' }, item: { n } })));
  const second = await reading({ '/ip-2': list([{ n: 3 }]) }, first.last);
  expect(second.asked).toEqual(['/ip-2']);
  expect(second.last.rows.map(({ item, of }) => [of.title, item.n])).toEqual([
    ['Puente', 1],
    ['Puente', 2],
    ['ip-2', 3],
  ]);
  expect([second.last.failure, second.last.read.size]).toEqual([undefined, 3]);
});

it('puts what opens first first', () => {
  const observations = [
    { seal: 'restricted' },
    { seal: 'embargo-extended', embargoUntil: '2027-02-01T00:00:00.000Z' },
    { seal: 'open' },
    { seal: 'until-award' },
    { seal: 'embargo-extended', embargoUntil: '2026-12-01T00:00:00.000Z' },
  ];
  expect(
    observations
      .filter(isSealed)
      .toSorted(byOpening)
      .map(({ seal, embargoUntil }) => embargoUntil ?? seal),
  ).toEqual(['2026-12-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z', 'until-award', 'restricted']);
});
