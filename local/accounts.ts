import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { personId } from '../events/shapes.ts';
import { GIVEN_ROLES, type GivenRole } from '../events/vocabulary.ts';
import type { Accounts } from '../functions/_ports/accounts.ts';
import { pageInMemory } from '../functions/_ports/memory/memory-pages.ts';
import { CannotStart } from './cannot-start.ts';
import type { DataFolder } from './data-folder.ts';
import { jsonOf } from './json-of.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { PEOPLE, type Person } from './people.ts';

const FILE = 'people.json';

const storedAccount = z.strictObject({
  id: personId,
  /** Of whoever was invited: the example people have none. */
  email: z.optional(z.string()),
  roles: z.array(z.enum(GIVEN_ROLES)),
  enabled: z.boolean(),
  /** How often all sessions of theirs were ended: a session of before renews nothing. */
  sessionsEnded: z.int(),
});
type StoredAccount = z.infer<typeof storedAccount>;

/** Somebody who can sign in now. */
export interface Holder extends Person {
  readonly email?: string | undefined;
  /** What their sessions must say, to be among those that were not ended. */
  readonly sessionsEnded: number;
}

/** The sign-in of one machine: it begins with the example people, and keeps whoever is invited in the folder. */
export interface LocalAccounts extends Accounts {
  /** Whoever can sign in now, in the order in which they came. */
  readonly holders: () => readonly Holder[];
  /** One of them; undefined for whoever is not there or kept out. */
  readonly holder: (id: string) => Holder | undefined;
}

/** Reads who is there. Throws `CannotStart` for a file that is none of ours: the examples again would give back what was taken. */
export const openAccounts = async (folder: DataFolder): Promise<LocalAccounts> => {
  const accounts = new Map((await keptIn(folder)).map((account) => [account.id, account]));
  const inTurn = oneAtATime();
  /** On disk before anybody is told: who was kept out stays out over a restart. */
  const write = (account: StoredAccount): Promise<void> =>
    folder
      .replace(FILE, JSON.stringify([...new Map(accounts).set(account.id, account).values()]))
      .then(() => void accounts.set(account.id, account));
  const change = (id: string, changed: (account: StoredAccount) => Partial<StoredAccount>): Promise<void> =>
    inTurn(async () => {
      const account = accounts.get(id);
      if (account === undefined) throw new Error(`${id} has no account.`);
      await write({ ...account, ...changed(account) });
    });
  const holders = () => [...accounts.values()].filter(({ enabled }) => enabled);
  return {
    holders,
    holder: (id) => holders().find((each) => each.id === id),
    invite: (email) =>
      inTurn(async () => {
        const address = email.toLowerCase();
        const known = [...accounts.values()].find((account) => account.email === address);
        if (known !== undefined) return known.id;
        const invited = [...accounts.values()].filter((account) => account.email !== undefined);
        const id = `person-${invited.length + 1}`;
        await write({ id, email: address, roles: [], enabled: true, sessionsEnded: 0 });
        return id;
      }),
    find: async (person) => {
      const account = accounts.get(person);
      if (account === undefined) return undefined;
      const { roles, enabled, email } = account;
      return { person, roles, enabled, ...(email === undefined ? {} : { email }) };
    },
    list: async ({ from, limit }) =>
      pageInMemory([...accounts.keys()].toSorted(), { list: 'accounts', place: (id) => id, from, limit }),
    giveRole: (person, role) => change(person, ({ roles }) => ({ roles: withRole(roles, role) })),
    takeRole: (person, role) => change(person, ({ roles }) => ({ roles: roles.filter((each) => each !== role) })),
    disable: (person) => change(person, ({ sessionsEnded }) => ({ enabled: false, sessionsEnded: sessionsEnded + 1 })),
    enable: (person) => change(person, () => ({ enabled: true })),
  };
};

const withRole = (roles: readonly GivenRole[], role: GivenRole): GivenRole[] => [...new Set([...roles, role])];

const EXAMPLES: readonly StoredAccount[] = PEOPLE.map(({ id, roles }) => ({
  id,
  roles: GIVEN_ROLES.filter((role) => roles.includes(role)),
  enabled: true,
  sessionsEnded: 0,
}));

const keptIn = async (folder: DataFolder): Promise<readonly StoredAccount[]> => {
  const text = await readFile(folder.file(FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return EXAMPLES;
  const kept = z.array(storedAccount).safeParse(jsonOf(text));
  if (kept.success) return kept.data;
  throw new CannotStart(
    'bad-setting',
    `${folder.file(FILE)} says who can sign in, and cannot be read.\nPut back a copy of it, or remove it to begin with the example people again.`,
  );
};
