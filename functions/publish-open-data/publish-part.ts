import * as z from 'zod/mini';
import { csvRow } from '../../domain/open-data/csv.ts';
import { linesFile, MEDIA_TYPES, recordFile, tableFile } from '../../domain/open-data/data-package.ts';
import { openDataTables } from '../../domain/open-data/tables.ts';
import { sha256Hex } from '../../events/record.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { OpenDataFile, OpenDataStore } from '../_ports/open-data-ports.ts';
import { casesBetween, ONLY, type PartNote } from './ledger.ts';
import { type Publishing, writeFiles } from './publishing.ts';

/**
 * Writes the files of a part anew from those of its cases, and notes that the index is out of date. One case is in memory at a time,
 * and a piece of each file.
 */
export const publishPart = async (publishing: Publishing, name: string): Promise<void> => {
  const { ledger, items, openData, limits, clock } = publishing;
  const stands = await ledger.parts.get(name);
  if (stands?.dueAt === undefined) return;
  const { month, number } = stands.note;
  const last = number * limits.casesPerPart;
  const cases = await casesBetween(items, { month, first: last - limits.casesPerPart + 1, last });
  const tables = openDataTables();
  const asked = [
    { path: linesFile(name), mediaType: MEDIA_TYPES.lines },
    ...tables.map((table) => ({ path: tableFile(table.name, name), mediaType: MEDIA_TYPES.csv })),
  ];
  let told = 0;
  const files = await writeFiles(openData, asked, async ([lines, ...csv]) => {
    for (const [index, { columns }] of tables.entries()) {
      await csv[index]?.write(csvRow(columns.map((column) => column.name)));
    }
    for (const caseId of cases) told += await addCase(openData, caseId, { lines, csv });
  });
  await noteIndex(publishing);
  const note: PartNote = { month, number, cases: told, files: [...files], writtenAt: clock.now() };
  const isStill = await ledger.parts.put(name, { note }, stands.version);
  if (!isStill) await stillDue(publishing, name, note);
};

/** A case changed meanwhile, or another run was at the part too: it is written once more, and what was written now is remembered. */
const stillDue = ({ ledger, clock }: Publishing, name: string, note: PartNote): Promise<void> =>
  ledger.parts.change(name, (stands) => ({ note, dueAt: stands?.dueAt ?? clock.now() }));

/** Written also where it is due already: a run that is at it began before this, and must not say that it is done. */
const noteIndex = ({ ledger, clock }: Publishing): Promise<void> =>
  ledger.index.change(ONLY, (stands) => ({ note: stands?.note ?? { format: 0 }, dueAt: stands?.dueAt ?? clock.now() }));

interface Filled {
  readonly lines: OpenDataFile | undefined;
  readonly csv: readonly OpenDataFile[];
}

const anObject = z.custom<JsonObject>(
  (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** As far as it is looked into: it was written here. */
const recordPackage = z.looseObject({ records: z.array(z.looseObject({ releases: z.array(anObject) })) });

/** Adds what the file of a case tells. A case that has a place and no file yet is still due, and comes with that. */
const addCase = async (store: OpenDataStore, caseId: string, { lines, csv }: Filled): Promise<number> => {
  const path = recordFile(caseId);
  const text = await textOf(store, path);
  if (text === undefined) return 0;
  const file = { path, bytes: new TextEncoder().encode(text).byteLength, sha256: await sha256Hex(text) };
  for (const record of recordPackage.parse(JSON.parse(text)).records) {
    await lines?.write(`${JSON.stringify(record)}\n`);
    for (const release of record.releases) await addRows({ release, file }, csv);
  }
  return 1;
};

const addRows = async (
  record: { readonly release: JsonObject; readonly file: { path: string; bytes: number; sha256: string } },
  csv: readonly OpenDataFile[],
): Promise<void> => {
  for (const [index, table] of openDataTables().entries()) {
    const rows = table.rows(record);
    if (rows.length > 0) await csv[index]?.write(rows.map(csvRow).join(''));
  }
};

const textOf = async (store: OpenDataStore, path: string): Promise<string | undefined> => {
  const found = await store.read(path);
  if (found === undefined) return undefined;
  const decoder = new TextDecoder();
  const texts: string[] = [];
  for await (const chunk of found.chunks) texts.push(decoder.decode(chunk, { stream: true }));
  return texts.join('') + decoder.decode();
};
