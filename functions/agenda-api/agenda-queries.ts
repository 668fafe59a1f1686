import type * as z from 'zod/mini';
import { type AgendaItem, isOverdue } from '../../domain/agenda/item.ts';
import { seesAll } from '../../domain/observations/seal.ts';
import type { Instant } from '../../events/shapes.ts';
import { LIST_AGENDA, LIST_AGENDA_OF_CASE, LIST_MY_AGENDA } from '../_http/agenda-operations.ts';
import { CASE_ID } from '../_http/case-id.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import type { AgendaList } from '../_ports/agenda-ports.ts';
import { stateOf } from '../_record/state-codec.ts';
import { type AgendaApiPorts, seesEveryCase } from './agenda-api-ports.ts';
import { type AgendaReading, EVERYTHING, readAgenda } from './read-agenda.ts';
import { shownItem } from './show-item.ts';

type Filters = Omit<z.infer<typeof LIST_AGENDA.query>, 'limit' | 'cursor'>;
type TimeFilter = Pick<Filters, 'state' | 'overdue' | 'withinDays'>;

const MS_PER_DAY = 86_400_000;

/** The part of a list that a question of time is about. */
export const stretchFor = (asked: TimeFilter, now: Instant): AgendaReading['stretch'] => {
  if (asked.state === 'settled') return { standing: 'over' };
  if (asked.overdue !== undefined) return { standing: 'running', until: now };
  if (asked.withinDays === undefined) return { standing: 'open' };
  const until = new Date(Date.parse(now) + asked.withinDays * MS_PER_DAY).toISOString();
  return { standing: 'running', since: now, until };
};

/** Nobody is there who would act. What is asked of coordinators is asked of all of them. */
const isUnassigned = ({ persons, role }: AgendaItem): boolean => persons.length === 0 && role !== 'coordinator';

/** Whether an item is one of those that are asked for, whatever list it was found in. */
export const fits =
  (asked: Omit<Filters, keyof TimeFilter>) =>
  (item: AgendaItem): boolean =>
    (asked.person === undefined || item.persons.includes(asked.person)) &&
    (asked.case === undefined || item.case === asked.case) &&
    (asked.instrument === undefined || item.instrument === asked.instrument) &&
    (asked.profile === undefined || item.profile.id === asked.profile) &&
    (asked.kind === undefined || item.kind === asked.kind) &&
    (asked.role === undefined || item.role === asked.role) &&
    (asked.unassigned === undefined || isUnassigned(item));

/** The shortest list that holds all that is asked for. */
export const listsFor = ({ person, case: caseId }: Pick<Filters, 'person' | 'case'>): readonly AgendaList[] => {
  if (caseId !== undefined) return [{ of: 'case', case: caseId }];
  return person === undefined ? EVERYTHING : [{ of: 'person', person }];
};

const answered = (page: { items: readonly AgendaItem[]; next?: string }, now: Instant) => ({
  body: { items: page.items.map((item) => shownItem(item, now)) },
  ...(page.next === undefined ? {} : { next: page.next }),
});

export const agendaQueries = ({ agenda, cases, clock }: AgendaApiPorts): readonly QueryOperation[] => [
  query({
    ...LIST_AGENDA,
    ask: async (_, { query: { limit, cursor, ...asked }, caller }) => {
      if (!seesEveryCase(caller)) return undefined;
      const now = clock.now();
      const lists = listsFor(asked);
      const stretch = stretchFor(asked, now);
      const page = await readAgenda(agenda, { lists, stretch, keep: fits(asked), about: asked, cursor, limit });
      return answered(page, now);
    },
  }),
  query({
    ...LIST_MY_AGENDA,
    ask: async (_, { query: { limit, cursor, ...asked }, caller }) => {
      if (caller === undefined) return undefined;
      const now = clock.now();
      const lists = listsFor({ person: caller.person });
      const stretch = stretchFor(asked, now);
      return answered(await readAgenda(agenda, { lists, stretch, keep: () => true, about: asked, cursor, limit }), now);
    },
  }),
  query({
    ...LIST_AGENDA_OF_CASE,
    ask: async (_, { parameters, query: { limit, cursor, ...asked }, caller }) => {
      const caseId = parameters.case ?? '';
      if (!CASE_ID.test(caseId)) return undefined;
      const reading = await cases.read({ case: caseId, subjects: [] });
      const { head } = stateOf(reading);
      if (head === undefined || reading.head === undefined) return undefined;
      const isInside = seesAll(caller ?? { roles: ['public'] }, head);
      const keep = (item: AgendaItem): boolean =>
        isInside || item.audience === 'public' || (caller !== undefined && item.persons.includes(caller.person));
      const now = clock.now();
      const lists = listsFor({ case: caseId });
      const stretch = stretchFor(asked, now);
      const page = await readAgenda(agenda, { lists, stretch, keep, about: [asked, isInside], cursor, limit });
      return { ...answered(page, now), version: reading.head.version };
    },
  }),
];

/** Whether an item is late now; for counts. */
export const countsOverdue = (items: readonly AgendaItem[], now: Instant): number =>
  items.filter((item) => isOverdue(item, now)).length;
