import { agendaContextSchema, isSuspended, NO_CONTEXT } from '../../domain/agenda/context.ts';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import { LIST_ASSIGNMENTS, READ_ASSIGNMENTS_OF_PERSON } from '../_http/agenda-operations.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import type { AgendaBook, AgendaList, Membership } from '../_ports/agenda-ports.ts';
import { type AgendaApiPorts, seesEveryCase } from './agenda-api-ports.ts';
import { countsOverdue } from './agenda-queries.ts';
import { readAgenda } from './read-agenda.ts';
import { shownItem } from './show-item.ts';

/** People or cases on one page: each costs a reading of its own. */
const ASSIGNMENTS_PAGE_MAX = 25;
/** Items that are counted of one person or case; `more` says that there are more. */
const COUNTED_MAX = 100;
/** What counts as due soon: within so many days. */
const SOON_DAYS = 14;
const MEMBERSHIPS_MAX = 100;
const MS_PER_DAY = 86_400_000;

const PERSON = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** What is open in a list: how much, how much of it late, how much soon, and what comes next. */
const loadOf = async ({ agenda, clock }: AgendaApiPorts, list: AgendaList) => {
  const now = clock.now();
  const { items, next } = await readAgenda(agenda, {
    lists: [list],
    stretch: { standing: 'open' },
    keep: () => true,
    about: 'load',
    cursor: undefined,
    limit: COUNTED_MAX,
  });
  const soon = new Date(Date.parse(now) + SOON_DAYS * MS_PER_DAY).toISOString();
  const isAhead = ({ standsStill, dueAt }: AgendaItem): boolean => !standsStill && dueAt > now;
  const ahead = items.filter(isAhead);
  const [first] = ahead;
  return {
    open: items.length,
    overdue: countsOverdue(items, now),
    dueSoon: ahead.filter(({ dueAt }) => dueAt <= soon).length,
    more: next !== undefined,
    ...(first === undefined ? {} : { next: shownItem(first, now) }),
  };
};

const ofPerson = async (ports: AgendaApiPorts, person: string) => {
  const memberships = await ports.agenda.memberships({ person, limit: MEMBERSHIPS_MAX });
  const load = await loadOf(ports, { of: 'person', person });
  return {
    shown: { of: 'person' as const, person, cases: memberships.items.length, ...load },
    memberships: memberships.items.flatMap(shownMembership),
  };
};

const shownMembership = ({ case: caseId, standing }: Membership) =>
  standing === 'left' ? [] : [{ case: caseId, standing }];

const ofCase = async (ports: AgendaApiPorts, caseId: string, book: AgendaBook | undefined) => {
  const context = book === undefined ? NO_CONTEXT : agendaContextSchema.parse(JSON.parse(book.state));
  return {
    of: 'case' as const,
    case: caseId,
    title: context.title,
    stage: context.stage,
    suspended: isSuspended(context),
    ...(context.inactiveSince === undefined ? {} : { inactiveSince: context.inactiveSince }),
    team: context.team.map(({ person, standing }) => ({ person, standing })),
    ...(await loadOf(ports, { of: 'case', case: caseId })),
  };
};

export const assignmentQueries = (ports: AgendaApiPorts): readonly QueryOperation[] => [
  query({
    ...LIST_ASSIGNMENTS,
    ask: async (_, { query: { limit, cursor, by }, caller }) => {
      if (!seesEveryCase(caller)) return undefined;
      const request = {
        limit: Math.min(limit, ASSIGNMENTS_PAGE_MAX),
        ...(cursor === undefined ? {} : { from: cursor }),
      };
      if (by === 'case') {
        const { items, next } = await ports.cases.list(request);
        const books = await ports.agenda.books(items.map((listing) => listing.case));
        const shown = await Promise.all(items.map((listing) => ofCase(ports, listing.case, books.get(listing.case))));
        return { body: { items: shown }, ...(next === undefined ? {} : { next }) };
      }
      const { items, next } = await ports.agenda.people(request);
      const shown = await Promise.all(items.map(async (person) => (await ofPerson(ports, person)).shown));
      return { body: { items: shown }, ...(next === undefined ? {} : { next }) };
    },
  }),
  query({
    ...READ_ASSIGNMENTS_OF_PERSON,
    ask: async (_, { parameters, caller }) => {
      const person = parameters.person ?? '';
      if (!PERSON.test(person) || !(seesEveryCase(caller) || caller?.person === person)) return undefined;
      const { shown, memberships } = await ofPerson(ports, person);
      return { body: { ...shown, memberships } };
    },
  }),
];
