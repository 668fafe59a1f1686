import type { Examiner } from './context.ts';
import type { Effort } from './limits.ts';
import { fitName } from './names.ts';
import { safePath } from './parts.ts';
import { demand } from './refusal.ts';
import type { Source } from './source.ts';
import { withUnpacked } from './unpacked.ts';
import { readZip, unpack, type ZipEntry } from './zip.ts';

const APPLE_DOUBLE = Buffer.from([0x00, 0x05, 0x16, 0x07]);
const APPLE_BYTES_MAX = 1_048_576;

/** What systems leave in every archive that they pack. It says nothing to anybody, and the derived copy leaves it out. */
export const isLitter = (name: string): boolean =>
  /^__macosx\/|(^|\/)(\.ds_store|thumbs\.db|desktop\.ini)$/i.test(name);

/** A ZIP of documents: each entry is examined as if it had come alone, under one common limit. */
export const examineArchive: Examiner = async (source, { effort, inside }) => {
  const entries = await readZip(source, effort);
  demand(entries.length > 0, 'empty');
  for (const { name } of entries) safePath(name);
  for (const entry of entries) {
    const parts = entry.name.split('/').filter((part) => part !== '');
    if (isLitter(entry.name)) await examineLitter(source, entry, effort);
    else {
      demand(parts.every(fitName), 'name-unfit');
      if (entry.isFolder) demand(entry.bytes === 0);
      else await withUnpacked({ source, entry, effort }, (found) => inside(found, parts.at(-1) ?? '', 'archive'));
    }
  }
};

const examineLitter = async (source: Source, entry: ZipEntry, effort: Effort): Promise<void> => {
  if (entry.isFolder) return;
  demand(entry.bytes <= APPLE_BYTES_MAX, 'embedded-file');
  let first = true;
  for await (const piece of unpack(source, entry, effort)) {
    if (first && /^__macosx\//i.test(entry.name)) demand(piece.subarray(0, 4).equals(APPLE_DOUBLE), 'embedded-file');
    first = false;
  }
};
