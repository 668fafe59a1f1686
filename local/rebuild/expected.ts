import { countedProcessSchema } from '../../domain/coverage/counted-process.ts';
import type { Content, RecordEntry } from '../../events/record.ts';
import { agendaBookKey } from '../../functions/_ports/agenda-rows.ts';
import { memoryAgendaStore } from '../../functions/_ports/memory/memory-agenda-store.ts';
import { memoryDeadlineStore } from '../../functions/_ports/memory/memory-deadline-store.ts';
import { memoryMilestoneStore } from '../../functions/_ports/memory/memory-milestone-store.ts';
import { memorySearchStore } from '../../functions/_ports/memory/memory-search-store.ts';
import { type MemoryTallyStore, memoryTallyStore } from '../../functions/_ports/memory/memory-tally-store.ts';
import type { Appointment, CaseStore, Log, Page, RawItem } from '../../functions/_ports/ports.ts';
import { readTallyBook, TALLY_BOOK } from '../../functions/_ports/tally-items.ts';
import {
  appointmentItem,
  asRaw,
  PARTITION,
  someoneItem,
  type WrittenItem,
} from '../../functions/_ports/written-items.ts';
import { processOfBook } from '../../functions/_tallies/count-process.ts';
import { caseBookKey } from '../../functions/_tallies/watched-case.ts';
import { keepAgenda } from '../../functions/keep-agenda/keep-agenda.ts';
import { appointmentIn } from '../../functions/keep-appointments/keep-appointments.ts';
import { keepDeadlines } from '../../functions/keep-deadlines/keep-deadlines.ts';
import { keepDirectory } from '../../functions/keep-directory/keep-directory.ts';
import { keepScoreboard } from '../../functions/keep-scoreboard/keep-scoreboard.ts';
import { projectMilestones } from '../../functions/project-milestones/project-milestones.ts';
import { busEvent } from '../event-bus.ts';
import type { CountedCase } from './tallies.ts';

/** What can be made anew from the record. */
export const PROJECTIONS = ['milestones', 'deadlines', 'agenda', 'appointments', 'tallies', 'directory'] as const;
export type Projection = (typeof PROJECTIONS)[number];

/** An item that a projection must hold. */
export interface Expected {
  readonly projection: Projection;
  readonly item: RawItem;
}

/** Everything that the projections must hold of one case. */
export interface ExpectedOfCase {
  readonly events: number;
  /** The partitions that are this case's alone: what else stands in them is foreign. */
  readonly own: readonly string[];
  readonly items: readonly Expected[];
  /** Its card, the lists that it stands in, and those of its authority’s name. */
  readonly directory: readonly WrittenItem[];
  /** What scoreboard and coverage count of it. */
  readonly counted: CountedCase;
}

const PAGE = 500;
const SILENT: Log = { say: () => undefined };

const streamOf = async (cases: CaseStore, caseId: string): Promise<readonly RecordEntry[]> => {
  const entries: RecordEntry[] = [];
  for (;;) {
    const { items, next } = await cases.entries({ case: caseId, after: entries.length, limit: PAGE });
    entries.push(...items);
    if (next === undefined) return entries;
  }
};

/** The same store with the stream of one case at hand, and each content read once: four projections read the same. */
const withStream = (cases: CaseStore, entries: readonly RecordEntry[]): CaseStore => {
  const read = new Map<number, Content | undefined>();
  return {
    ...cases,
    entries: async ({ after, limit }) => ({ items: entries.slice(after, after + limit) }),
    contents: async ({ case: caseId, versions }) => {
      const wanted = versions.filter((version) => !read.has(version));
      const found: ReadonlyMap<number, Content> =
        wanted.length === 0 ? new Map() : await cases.contents({ case: caseId, versions: wanted });
      for (const version of wanted) read.set(version, found.get(version));
      return new Map(
        versions.flatMap((version) => {
          const content = read.get(version);
          return content === undefined ? [] : [[version, content] as const];
        }),
      );
    },
  };
};

/** The last that the stream says of each person. */
const appointmentsIn = (entries: readonly RecordEntry[]): readonly Appointment[] => {
  const last = new Map<string, Appointment>();
  for (const entry of entries) {
    const appointment = appointmentIn(entry);
    if (appointment !== undefined) last.set(appointment.person, appointment);
  }
  return [...last.values()];
};

const allOf = async (page: (from: string | undefined) => Promise<Page<RawItem>>): Promise<readonly RawItem[]> => {
  const items: RawItem[] = [];
  let from: string | undefined;
  do {
    const some = await page(from);
    items.push(...some.items);
    from = some.next;
  } while (from !== undefined);
  return items;
};

const countedIn = (caseId: string, tallies: MemoryTallyStore): CountedCase => {
  const books = tallies.items().flatMap((item) => (item.sk === TALLY_BOOK ? [readTallyBook(item)] : []));
  const book = books.find(({ key }) => key === caseBookKey(caseId));
  if (book === undefined) throw new Error('A case is counted.');
  const processes = books.flatMap(({ key, state }) => {
    const ocid = processOfBook(key);
    return ocid === undefined ? [] : [{ ocid, cases: countedProcessSchema.parse(JSON.parse(state)).cases }];
  });
  return { book, processes };
};

/** Runs the projectors themselves over the stream of a case, on stores in memory: what they write is what must stand in the table. */
export const expectedOf = async (cases: CaseStore, caseId: string): Promise<ExpectedOfCase> => {
  const entries = await streamOf(cases, caseId);
  const last = entries.at(-1);
  if (last === undefined) throw new Error('A case has events.');
  const stream = withStream(cases, entries);
  const [milestones, deadlines, agenda] = [memoryMilestoneStore(), memoryDeadlineStore(), memoryAgendaStore()];
  const tallies = memoryTallyStore();
  const directory = memorySearchStore();
  const event = busEvent(last);
  await projectMilestones({ cases: stream, milestones, log: SILENT })(event);
  await keepDeadlines({ cases: stream, deadlines, log: SILENT })(event);
  await keepAgenda({ cases: stream, agenda, log: SILENT })(event);
  await keepScoreboard({ cases: stream, tallies, log: SILENT })(event);
  await keepDirectory({ cases: stream, directory, log: SILENT })(event);
  const of = (projection: Projection, items: readonly RawItem[]): readonly Expected[] =>
    items.map((item) => ({ projection, item }));
  const paged = (store: typeof milestones | typeof deadlines) =>
    allOf((from) => store.rawItems({ case: caseId, limit: PAGE, ...(from === undefined ? {} : { from }) }));
  return {
    events: entries.length,
    own: [PARTITION.milestones(caseId), PARTITION.deadlines(caseId), agendaBookKey(caseId).pk],
    items: [
      ...of('milestones', await paged(milestones)),
      ...of('deadlines', await paged(deadlines)),
      ...of('agenda', agenda.items().map(asRaw)),
      ...of(
        'appointments',
        appointmentsIn(entries).flatMap((appointment) =>
          [appointmentItem(appointment), someoneItem(appointment.person)].map(asRaw),
        ),
      ),
    ],
    directory: directory.items(),
    counted: countedIn(caseId, tallies),
  };
};
