import { canonicalJson } from '../../events/record.ts';
import { memoryCaseStore } from '../../functions/_ports/memory/memory-case-store.ts';
import type { Append, CaseStore } from '../../functions/_ports/ports.ts';
import { type House, newHouse } from './house.ts';

/** DynamoDB takes no item over 400 KB. */
const ITEM_BYTES_MAX = 400_000;

/** A house in which everything can be tried and nothing is done. */
export interface WhatIf {
  readonly house: House;
  /** Everything that was about to be written and was not. */
  readonly appends: readonly Append[];
}

/**
 * Stands beside a house and sees what it sees, at the same time. What would be written is held against what a table takes, and let go:
 * the next try finds everything as it was.
 */
export const whatIf = (beside: House): WhatIf => {
  const appends: Append[] = [];
  const cases: CaseStore = {
    ...beside.cases,
    append: async (change) => {
      appends.push(change);
      // A store that holds nothing writes nothing of this; it throws for what no transaction takes.
      await memoryCaseStore().append(change);
      for (const item of [change.head, ...change.entries, ...change.contents, ...change.subjects]) {
        if (Buffer.byteLength(canonicalJson(item)) > ITEM_BYTES_MAX)
          throw new Error('An item is too large for the table.');
      }
      return true;
    },
  };
  const house = newHouse(beside.clock.now(), cases);
  const send: House['send'] = (request) => {
    house.clock.set(beside.clock.now());
    return house.send(request);
  };
  return { house: { ...house, send }, appends };
};
