import { DEADLINE_SHARDS, type Deadline, type DeadlineStore } from '../../functions/_ports/ports.ts';

const EVER = '9999-12-31T23:59:59.999Z';

/** Every deadline of a store, however far ahead. */
export const deadlinesIn = async (store: DeadlineStore): Promise<readonly Deadline[]> => {
  const found: Deadline[] = [];
  for (let shard = 0; shard < DEADLINE_SHARDS; shard += 1) {
    let from: string | undefined;
    do {
      const page = await store.due({ shard, until: EVER, limit: 100, ...(from === undefined ? {} : { from }) });
      found.push(...page.items);
      from = page.next;
    } while (from !== undefined);
  }
  return found;
};
