import * as z from 'zod/mini';
import { personId } from '../../events/shapes.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import { WRITTEN_PAGE_MAX } from '../_http/paging.ts';
import type { Accounts } from '../_ports/accounts.ts';
import { BadCursor, type Caller, type Page, type PeopleStore, type StoredHead } from '../_ports/ports.ts';
import { personRecordFrom } from '../_record/person-codec.ts';
import { LIST_PEOPLE, READ_PERSON } from './people-routes.ts';
import { deedOf, type PersonView, viewOf } from './person-view.ts';

export interface PeopleReadingPorts {
  readonly people: PeopleStore;
  readonly accounts: Accounts;
}

/** How much of what was done about somebody is told at once. */
const HISTORY_MAX = 100;
/** Pages of accounts that one request looks through for those that no record knows. */
const ACCOUNT_PAGES_MAX = 10;
/** Accounts that are asked for at once: a sign-in takes so many questions in a second and no more. */
const ASKED_AT_ONCE = 5;

/** Who keeps the house, and who looks over its shoulder. */
const reads = (caller: Caller | undefined): boolean =>
  (['administrator', 'auditor'] as const).some((role) => caller?.roles.includes(role) === true);

/** What is read of those who may sign in. To everybody else it is not there. */
export const peopleQueries = (ports: PeopleReadingPorts): readonly QueryOperation[] => [
  query({
    ...LIST_PEOPLE,
    ask: async (_, { caller, query: asked }) => {
      if (!reads(caller)) return undefined;
      const { items, next } = await listed(ports, {
        limit: Math.min(asked.limit, WRITTEN_PAGE_MAX),
        cursor: asked.cursor ?? THROUGH_RECORD,
      });
      return { body: { items: [...items] }, ...(next === undefined ? {} : { next }) };
    },
  }),
  query({
    ...READ_PERSON,
    ask: async (_, { caller, parameters: { person = '' } }) => {
      if (!reads(caller) || !personId.safeParse(person).success) return undefined;
      const [{ head }, account] = await Promise.all([ports.people.read({ person }), ports.accounts.find(person)]);
      if (head === undefined && account === undefined) return undefined;
      const known = head === undefined ? undefined : personRecordFrom(head);
      const version = head?.version ?? 0;
      const history = await historyOf(ports.people, person, version);
      return { body: { ...viewOf(person, known, account), history }, ...(version === 0 ? {} : { version }) };
    },
  }),
];

/** The list goes through the record first and through the accounts then: where a page ended says in which of them. */
const THROUGH_RECORD = 'record.';
const THROUGH_ACCOUNTS = 'accounts.';

const listed = async (
  ports: PeopleReadingPorts,
  { limit, cursor }: { readonly limit: number; readonly cursor: string },
): Promise<Page<PersonView>> => {
  if (cursor.startsWith(THROUGH_ACCOUNTS)) {
    return notOnRecord(ports, { limit, ...startingAt(cursor.slice(THROUGH_ACCOUNTS.length)) });
  }
  if (!cursor.startsWith(THROUGH_RECORD)) throw new BadCursor('This cursor was not given out for this list.');
  const page = await ports.people.list({ limit, ...startingAt(cursor.slice(THROUGH_RECORD.length)) });
  const heads = page.items.length === 0 ? new Map<string, StoredHead>() : await ports.people.heads(page.items);
  const items = await eachOf(page.items, async (person) => {
    const head = heads.get(person);
    return head === undefined ? [] : [viewOf(person, personRecordFrom(head), await ports.accounts.find(person))];
  });
  if (page.next !== undefined) return { items, next: `${THROUGH_RECORD}${page.next}` };
  const room = limit - items.length;
  if (room === 0) return { items, next: THROUGH_ACCOUNTS };
  const beside = await notOnRecord(ports, { limit: room });
  return { ...beside, items: [...items, ...beside.items] };
};

const startingAt = (from: string) => (from === '' ? {} : { from });

/** Whoever has an account and no record: examples, the first administrator, and whoever was let in by hand. */
const notOnRecord = async (
  { people, accounts }: PeopleReadingPorts,
  start: { readonly limit: number; readonly from?: string },
): Promise<Page<PersonView>> => {
  let page: Page<string> = { items: [], ...(start.from === undefined ? {} : { next: start.from }) };
  for (let looked = 0; looked < ACCOUNT_PAGES_MAX; looked += 1) {
    page = await accounts.list({ limit: start.limit, ...(page.next === undefined ? {} : { from: page.next }) });
    const heads = page.items.length === 0 ? new Map<string, StoredHead>() : await people.heads(page.items);
    const unknown = page.items.filter((person) => !heads.has(person));
    const items = await eachOf(unknown, async (person) => {
      const account = await accounts.find(person);
      return account === undefined ? [] : [viewOf(person, undefined, account)];
    });
    if (items.length > 0 || page.next === undefined) return { items, ...onwards(page.next) };
  }
  return { items: [], ...onwards(page.next) };
};

const onwards = (next: string | undefined) => (next === undefined ? {} : { next: `${THROUGH_ACCOUNTS}${next}` });

/** Some at a time, in their order. */
const eachOf = async <T>(
  persons: readonly string[],
  ask: (person: string) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  const found: T[] = [];
  for (let start = 0; start < persons.length; start += ASKED_AT_ONCE) {
    found.push(...(await Promise.all(persons.slice(start, start + ASKED_AT_ONCE).map(ask))).flat());
  }
  return found;
};

const withReason = z.looseObject({ reason: z.optional(z.string()) });

const historyOf = async (people: PeopleStore, person: string, version: number) => {
  if (version === 0) return [];
  const { items } = await people.entries({ person, after: Math.max(0, version - HISTORY_MAX), limit: HISTORY_MAX });
  const contents = await people.contents({ person, versions: items.map((entry) => entry.version) });
  return items
    .map((entry) => deedOf(entry, withReason.parse(contents.get(entry.version)?.body ?? {}).reason))
    .toReversed();
};
