import {
  DESCRIPTOR_FILE,
  descriptorOf,
  INDEX_FILE,
  MEDIA_TYPES,
  resourcesOf,
  schemaFile,
  tableSchemaOf,
} from '../../domain/open-data/data-package.ts';
import { openDataTables } from '../../domain/open-data/tables.ts';
import { PUBLISHER } from '../_open-data/publisher.ts';
import { indexPage } from './index-page.ts';
import { FORMAT, ONLY, partNames } from './ledger.ts';
import { type Publishing, writeFile, writeFiles } from './publishing.ts';

/** Writes what describes the files, after them: a file that it names is there, or a newer one. One part is in memory at a time. */
export const publishIndex = async (publishing: Publishing): Promise<void> => {
  const { ledger, openData, publicUrl: origin } = publishing;
  const stands = await ledger.index.get(ONLY);
  if (stands?.dueAt === undefined) return;
  if (stands.note.format !== FORMAT) await publishSchemas(publishing);
  const asked = [
    { path: DESCRIPTOR_FILE, mediaType: MEDIA_TYPES.json },
    { path: INDEX_FILE, mediaType: MEDIA_TYPES.page },
  ];
  await writeFiles(openData, asked, async ([descriptor, page]) => {
    const { begin, row, end } = indexPage(origin);
    await descriptor?.write(`${JSON.stringify(descriptorOf({ origin }, PUBLISHER)).slice(0, -1)},"resources":[`);
    await page?.write(begin);
    let isFirst = true;
    for await (const name of partNames(publishing.items)) {
      const part = await ledger.parts.get(name);
      // It has a case, and its files come with the next run.
      if (part === undefined || part.note.files.length === 0) continue;
      const published = { name, cases: part.note.cases, files: part.note.files };
      const resources = resourcesOf(published).map((resource) => JSON.stringify(resource));
      await descriptor?.write(`${isFirst ? '' : ','}\n${resources.join(',\n')}`);
      await page?.write(row(published));
      isFirst = false;
    }
    await descriptor?.write('\n]}\n');
    await page?.write(end);
  });
  const note = { format: FORMAT };
  if (await ledger.index.put(ONLY, { note }, stands.version)) return;
  // It was noted again meanwhile, or another run wrote it too, perhaps before us and of newer parts: it is written once more.
  await ledger.index.change(ONLY, (now) => ({ note, dueAt: now?.dueAt ?? publishing.clock.now() }));
};

const publishSchemas = async ({ openData }: Publishing): Promise<void> => {
  for (const table of openDataTables()) {
    const asked = { path: schemaFile(table.name), mediaType: MEDIA_TYPES.json };
    await writeFile(openData, asked, `${JSON.stringify(tableSchemaOf(table), undefined, 1)}\n`);
  }
};
