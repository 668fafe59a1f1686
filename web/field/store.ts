/** What is changed at once: a value under its name, or undefined to let go of it. */
export type Changes = Readonly<Record<string, unknown>>;

/** Where values lie under names: one table of a database on the device, in the order of the names. */
export interface Store {
  readonly get: (name: string) => Promise<unknown>;
  readonly under: (prefix: string) => Promise<readonly (readonly [name: string, value: unknown])[]>;
  /** Does all of it or nothing, and is done when it lies on the disk. Rejects where there is no room. */
  readonly write: (changes: Changes) => Promise<void>;
  /** Puts a value where there is none yet. Answers what stands there then: of two that come at once, both get the same. */
  readonly settle: (name: string, value: unknown) => Promise<unknown>;
  readonly clear: () => Promise<void>;
}

export const DATABASE = 'veedor.field';
const TABLE = 'kept';
/** After every character that a name of ours begins with. */
const LAST = '\uffff';

/** The store of this browser for these pages. Rejects where a browser keeps nothing. */
export const openStore = async (
  browser: Pick<WindowOrWorkerGlobalScope, 'indexedDB'>,
  called: string = DATABASE,
): Promise<Store> => {
  const database = await opened(browser.indexedDB, called);
  const inTable = <Result>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, mode, { durability: mode === 'readonly' ? 'default' : 'strict' });
      const result = work(transaction.objectStore(TABLE));
      transaction.addEventListener('complete', () => resolve(result()));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The device kept nothing.')));
    });
  return {
    get: (name) =>
      inTable<unknown>('readonly', (table) => {
        const asked: IDBRequest<unknown> = table.get(name);
        return () => asked.result;
      }),
    under: (prefix) =>
      inTable('readonly', (table) => {
        const range = IDBKeyRange.bound(prefix, prefix + LAST);
        const names = table.getAllKeys(range);
        const values: IDBRequest<unknown[]> = table.getAll(range);
        return () =>
          names.result.map((name, index) => [typeof name === 'string' ? name : '', values.result[index]] as const);
      }),
    write: (changes) =>
      inTable('readwrite', (table) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) table.delete(name);
          else table.put(value, name);
        }
        return () => undefined;
      }),
    settle: (name, value) =>
      inTable<unknown>('readwrite', (table) => {
        const found: IDBRequest<unknown> = table.get(name);
        found.addEventListener('success', () => {
          if (found.result === undefined) table.put(value, name);
        });
        return () => found.result ?? value;
      }),
    clear: () =>
      inTable('readwrite', (table) => {
        table.clear();
        return () => undefined;
      }),
  };
};

const opened = (factory: IDBFactory, name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = factory.open(name, 1);
    asked.addEventListener('upgradeneeded', () => void asked.result.createObjectStore(TABLE));
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('This browser keeps nothing.')));
  });
