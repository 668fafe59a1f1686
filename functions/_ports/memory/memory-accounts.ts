import type { Account, Accounts } from '../accounts.ts';
import { pageInMemory } from './memory-pages.ts';

export interface MemoryAccounts extends Accounts {
  /** Does what somebody with the keys of the sign-in does by hand. */
  readonly put: (account: Account) => void;
  /** The addresses that were invited, each as often as a mail went out. */
  readonly invitations: readonly string[];
}

/** The sign-in in memory: those who are there from the beginning, and whoever is invited. */
export const memoryAccounts = (initial: readonly Account[] = []): MemoryAccounts => {
  const accounts = new Map(initial.map((account) => [account.person, account]));
  const byAddress = new Map<string, string>();
  const invitations: string[] = [];
  const change = (person: string, changed: (account: Account) => Partial<Account>): void => {
    const account = accounts.get(person);
    if (account === undefined) throw new Error(`${person} has no account.`);
    accounts.set(person, { ...account, ...changed(account) });
  };
  return {
    invitations,
    put: (account) => void accounts.set(account.person, account),
    invite: async (email) => {
      const address = email.toLowerCase();
      const known = byAddress.get(address);
      if (known !== undefined) return known;
      const person = `person-${byAddress.size + 1}`;
      byAddress.set(address, person);
      accounts.set(person, { person, roles: [], enabled: true, email: address });
      invitations.push(address);
      return person;
    },
    find: async (person) => accounts.get(person),
    list: async ({ from, limit }) =>
      pageInMemory([...accounts.keys()].toSorted(), { list: 'accounts', place: (person) => person, from, limit }),
    giveRole: async (person, role) => change(person, ({ roles }) => ({ roles: [...new Set([...roles, role])] })),
    takeRole: async (person, role) => change(person, ({ roles }) => ({ roles: roles.filter((each) => each !== role) })),
    disable: async (person) => change(person, () => ({ enabled: false })),
    enable: async (person) => change(person, () => ({ enabled: true })),
  };
};
