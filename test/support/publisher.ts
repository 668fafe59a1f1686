import { parse } from 'csv-parse/sync';
import { memoryChangeStore } from '../../functions/_ports/memory/memory-change-store.ts';
import { memoryItemStore } from '../../functions/_ports/memory/memory-item-store.ts';
import { memoryLog } from '../../functions/_ports/memory/memory-log.ts';
import { type MemoryOpenDataStore, memoryOpenDataStore } from '../../functions/_ports/memory/memory-open-data-store.ts';
import { keepChanges } from '../../functions/keep-changes/keep-changes.ts';
import { publishOpenData } from '../../functions/publish-open-data/publish-open-data.ts';
import type { PublishingLimits, PublishingPorts } from '../../functions/publish-open-data/publishing.ts';
import { type Around, around, Crash } from './around.ts';
import { deliver } from './deliver.ts';
import type { House } from './house.ts';
import { OFFICIAL_DATA } from './journey-step.ts';

const MINUTE = 60_000;
const LITTLE: Partial<PublishingLimits> = { restMilliseconds: 10 * MINUTE };

/** A publisher of its own beside a house: it shares nothing with it but the record and the time. */
export const publisherOn = (house: House) => {
  const openData = memoryOpenDataStore();
  return {
    cases: house.cases,
    changes: memoryChangeStore(),
    items: memoryItemStore(),
    openData,
    clock: house.clock,
    log: memoryLog(),
    publicUrl: house.publicUrl,
    openDataUrl: house.openDataUrl,
  };
};

/** The same with something around every call that leaves the process, those of the files that are being written too. */
export const intervened = (ports: PublishingPorts, intervene: Around): PublishingPorts => ({
  ...ports,
  changes: around(ports.changes, intervene),
  items: around(ports.items, intervene),
  openData: {
    read: around(ports.openData, intervene).read,
    begin: async (file) =>
      around(
        await (intervene({ method: 'begin', call: () => ports.openData.begin(file) }) as ReturnType<
          typeof ports.openData.begin
        >),
        intervene,
      ),
  },
});

export const run = (ports: PublishingPorts, limits: Partial<PublishingLimits> = LITTLE) =>
  publishOpenData(ports, limits)();

export const textsOf = ({ files }: MemoryOpenDataStore) =>
  Object.fromEntries([...files].map(([path, { text }]) => [path, text]));

export const rowsIn = (files: MemoryOpenDataStore, table: string, part: string): readonly Record<string, string>[] =>
  parse(files.files.get(`tables/${table}/${part}.csv`)?.text ?? '', { columns: true });

export const opened = async (house: House, count: number): Promise<readonly string[]> => {
  const cases: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const body = { instrument: 'integrity-pact', ocds: { ...OFFICIAL_DATA, ocid: `ocds-test00-${number}` } };
    const answer = await house.post('coordinator-1', '/cases', { body, idempotencyKey: `open-${number}` });
    cases.push((answer.body as { case: string }).case);
  }
  return cases;
};

export const dead = (error: unknown): void => {
  if (!(error instanceof Crash)) throw error;
};

/** Runs until there is nothing left to do, as the clock would. */
export const untilDone = async (ports: PublishingPorts, limits: Partial<PublishingLimits> = {}): Promise<void> => {
  for (let idle = false; !idle; ) {
    const { cases, parts } = await run(ports, { ...limits, restMilliseconds: 0 });
    idle = cases + parts === 0;
  }
};

/** The same with something around every call between two files. */
export const betweenFiles = (ports: PublishingPorts, intervene: Around): PublishingPorts => ({
  ...ports,
  changes: around(ports.changes, intervene),
  items: around(ports.items, intervene),
  openData: { ...around(ports.openData, intervene), begin: ports.openData.begin },
});

/** A publisher whose list of changes tells of all cases. */
export const toldOf = (house: House, cases: readonly string[]) => listing(publisherOn(house), house, cases);

export const listing = async <Ports extends ReturnType<typeof publisherOn>>(
  ports: Ports,
  house: House,
  cases: readonly string[],
): Promise<Ports> => {
  for (const caseId of cases) await deliver(keepChanges({ ...house, changes: ports.changes }), house.cases, caseId);
  return ports;
};
