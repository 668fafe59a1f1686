import { format } from 'node:util';
import { expect as vitestExpect } from 'vitest';

/**
 * What a test file imports from `vitest` while rules are changed: its tests are gathered once and can then be run again and again in one
 * process. What is not here is not there for such tests, and their import says so.
 */
export const expect = vitestExpect;

type Body = (...values: readonly unknown[]) => unknown;

export interface GatheredTest {
  readonly name: string;
  readonly run: () => unknown;
}

const gathered: GatheredTest[] = [];
const told: string[] = [];

/** The tests that were gathered since the last time. */
export const takeGathered = (): readonly GatheredTest[] => gathered.splice(0);

const begin = (name: string, body: Body, values: readonly unknown[] = []): void => {
  told.push(name);
  body(...values);
  told.pop();
};

const add = (name: string, body: Body, values: readonly unknown[] = []): void => {
  gathered.push({ name: [...told, name].join(' > '), run: () => body(...values) });
};

/** A row of a table is an array of values where every row is one, else it is one value, whatever it is: so Vitest hands them out. */
const forEach =
  (one: (name: string, body: Body, values: readonly unknown[]) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    const areTables = rows.every((row) => Array.isArray(row));
    for (const row of rows) {
      const values: readonly unknown[] = areTables && Array.isArray(row) ? row : [row];
      // As many values as the name has places for: what follows would be appended.
      one(format(name, ...values.slice(0, name.match(/%[sdijo]/g)?.length ?? 0)), body, values);
    }
  };

const nothing = (): void => undefined;

export const describe = Object.assign((name: string, body: Body) => begin(name, body), {
  each: forEach(begin),
  skipIf: (condition: unknown) => (condition === true ? nothing : (name: string, body: Body) => begin(name, body)),
});

export const it = Object.assign((name: string, body: Body) => add(name, body), {
  each: forEach(add),
  skipIf: (condition: unknown) => (condition === true ? nothing : (name: string, body: Body) => add(name, body)),
});
