import * as z from 'zod/mini';
import { code, instant, personId, territoryCode } from '../../events/shapes.ts';
import { ACCREDITATION_STATUSES, ROSTER_KINDS } from '../../events/vocabulary.ts';
import { QueryInvalid, type QueryOperation, type QueryPorts, query } from '../_http/operation.ts';
import { nothingAsked, paging } from '../_http/paging.ts';
import type { Caller, StoredHead } from '../_ports/ports.ts';
import { rosterRecordFrom } from '../_record/roster-codec.ts';
import { CHUNK_ROWS, rowResult, rowsIn } from './import-answer.ts';
import { type RosterView, readsRoster, rosterView, shownTo } from './roster-view.ts';

/** Entries that one request looks at to find those that are asked for: a list goes on with its next page. */
const LOOKED_AT_MAX = 1_000;
const SOUGHT_LENGTH_MAX = 100;

const listQuery = z.extend(paging, {
  kind: z.optional(z.enum(ROSTER_KINDS)),
  status: z.optional(z.enum(ACCREDITATION_STATUSES)),
  speciality: z.optional(code),
  /** A country takes in its subdivisions, and an accreditation without territory holds everywhere. */
  territory: z.optional(territoryCode),
  /** A part of the name, for those who may read names. */
  q: z.optional(z.string().check(z.minLength(1), z.maxLength(SOUGHT_LENGTH_MAX))),
});
type ListQuery = z.infer<typeof listQuery>;

const listRoster = query({
  name: 'list-roster',
  path: '/roster',
  function: 'roster-api',
  summary: 'List who is accredited, newest first; a page may hold fewer entries than asked for, and still go on',
  query: listQuery,
  answers: z.strictObject({ items: z.array(rosterView) }),
  ask: async (ports, { caller, query: asked }) => {
    if (asked.q !== undefined && !readsRoster(caller)) throw new QueryInvalid([NOT_FOR_EVERYBODY]);
    const items: RosterView[] = [];
    let from = asked.cursor;
    for (let looked = 0; looked < LOOKED_AT_MAX && items.length === 0; looked += asked.limit) {
      const page = await ports.roster.list({ limit: asked.limit, ...(from === undefined ? {} : { from }) });
      items.push(...(await viewsOf(ports, page.items, caller)).filter((view) => matches(view, asked)));
      from = page.next;
      if (from === undefined) break;
    }
    return { body: { items }, ...(from === undefined ? {} : { next: from }) };
  },
});

const NOT_FOR_EVERYBODY: z.core.$ZodIssue = {
  code: 'custom',
  path: ['q'],
  message: 'is for those who may read names',
  input: undefined,
};

/** The entries of a page as the caller is shown them, in the order of the page. */
const viewsOf = async (
  { roster, now }: QueryPorts,
  persons: readonly string[],
  caller: Caller | undefined,
): Promise<readonly RosterView[]> => {
  const heads = persons.length === 0 ? new Map<string, StoredHead>() : await roster.heads(persons);
  return persons.flatMap((person) => {
    const head = heads.get(person);
    return head === undefined ? [] : (shownTo(caller, rosterRecordFrom(head), now()) ?? []);
  });
};

/** One accreditation must fit all that is asked of accreditations. */
const matches = ({ kind, name, accreditations }: RosterView, asked: ListQuery): boolean => {
  if (asked.kind !== undefined && asked.kind !== kind) return false;
  if (asked.q !== undefined && !comparable(name ?? '').includes(comparable(asked.q))) return false;
  const { status, speciality, territory } = asked;
  if (status === undefined && speciality === undefined && territory === undefined) return true;
  return accreditations.some(
    (each) =>
      (status === undefined || each.status === status) &&
      (speciality === undefined || each.specialities.includes(speciality)) &&
      (territory === undefined || isWithin(territory, each.territories)),
  );
};

const isWithin = (territory: string, territories: readonly string[]): boolean =>
  territories.length === 0 ||
  territories.some(
    (each) => each === territory || territory.startsWith(`${each}-`) || each.startsWith(`${territory}-`),
  );

/** Capitals and accents do not tell names apart when one is looked for. */
const comparable = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const readRosterEntry = query({
  name: 'read-roster-entry',
  path: '/roster/{person}',
  function: 'roster-api',
  summary: 'Read who is accredited, for what, where and until when; more to whoever may see more',
  query: nothingAsked,
  answers: rosterView,
  ask: async ({ roster, now }, { parameters: { person = '' }, caller }) => {
    if (!personId.safeParse(person).success) return undefined;
    const { head } = await roster.read({ person });
    const body = head === undefined ? undefined : shownTo(caller, rosterRecordFrom(head), now());
    return head === undefined || body === undefined ? undefined : { body, version: head.version };
  },
});

const IMPORT_ID = /^[0-9a-f]{40}$/;

const readImport = query({
  name: 'read-import',
  path: '/roster/imports/{import}',
  function: 'roster-api',
  summary: 'Read what became of each row of an imported table, page by page',
  query: z.strictObject({
    cursor: z.optional(z.string().check(z.regex(/^(0|[1-9]\d{0,3})$/, { error: 'must be the number of a chunk' }))),
  }),
  answers: z.strictObject({
    import: z.string(),
    by: z.string(),
    startedAt: instant,
    rows: z.int(),
    items: z.array(rowResult),
  }),
  ask: async ({ imports }, { parameters, query: { cursor = '0' }, caller }) => {
    const id = parameters['import'] ?? '';
    const found = IMPORT_ID.test(id) && readsRoster(caller) ? await imports.read(id) : undefined;
    if (found === undefined) return undefined;
    const chunk = Number(cursor);
    const [results] = await imports.chunks({ import: id, first: chunk, limit: 1 });
    const items = results === undefined ? [] : [...rowsIn(results)];
    const { fileHash: _, ...about } = found;
    const more = results !== undefined && (chunk + 1) * CHUNK_ROWS < found.rows;
    return { body: { ...about, items }, ...(more ? { next: String(chunk + 1) } : {}) };
  },
});

/** What can be read of the roster. */
export const ROSTER_QUERIES: readonly QueryOperation[] = [listRoster, readRosterEntry, readImport];
