import { changesAfter, LAST_CHANGE_KEY, tellingItems, toldKey, versionIn } from '../change-items.ts';
import type { ChangeStore } from '../change-ports.ts';
import { OutsideFailure } from '../ports.ts';
import { pauseBefore } from './pause.ts';
import { batchGet, getItem, select, type Table } from './table.ts';
import { TABLE } from './table-keys.ts';
import { putNew, putOver, transact } from './transaction.ts';

/** How often the last number is read anew while other cases are told, before the event is left to a retry. */
const RACES_MAX = 8;

/** The changes of all cases in DynamoDB. One item holds the last number: all tellings go through it, one after the other. */
export const dynamodbChangeStore = (table: Table): ChangeStore => ({
  told: async (caseId) => versionIn(await getItem(table, toldKey(caseId))),
  tell: (telling) => tell(table, telling),
  after: (number, limit) =>
    changesAfter(
      async ({ partition, stretch, limit: most }) => {
        const selection = {
          partition: { name: TABLE.partitionKey, value: partition },
          sort: { name: TABLE.sortKey, ...stretch },
        };
        return (await select(table, selection, { limit: most })).items;
      },
      number,
      limit,
    ),
});

const seen = (version: number): number | undefined => (version === 0 ? undefined : version);

const tell = async (table: Table, telling: Parameters<ChangeStore['tell']>[0]): Promise<boolean> => {
  for (let race = 1; race <= RACES_MAX; race += 1) {
    const stands = await batchGet(table, [LAST_CHANGE_KEY, toldKey(telling.case)]);
    const told = versionIn(stands.find(({ pk }) => pk !== LAST_CHANGE_KEY.pk));
    if (told !== telling.told) return false;
    const last = versionIn(stands.find(({ pk }) => pk === LAST_CHANGE_KEY.pk));
    const items = tellingItems(telling, last);
    const writes = [
      putOver(table, seen(last), items.last),
      putOver(table, seen(told), items.told),
      ...items.entries.map((entry) => putNew(table, entry)),
    ];
    if (await transact(table, writes)) return true;
    await pauseBefore(race);
  }
  throw new OutsideFailure('DynamoDB: other changes were told every time');
};
