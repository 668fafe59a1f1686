import { DATABASE } from '../field/store.ts';

/** Under which name a tab tells the app of the field who is signing out. A link cannot say it. */
export const LEAVING = 'veedor.leaving';

/** Whether the app of the field keeps something in this browser. One that does not tell is taken to. */
export const isFieldHere = async (factory: Pick<IDBFactory, 'databases'> | object): Promise<boolean> =>
  !('databases' in factory) || (await factory.databases()).some(({ name }) => name === DATABASE);
