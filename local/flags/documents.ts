import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The largest JSON document that is read, a file or a line of one. Memory holds one at a time. */
export const DOCUMENT_BYTES_MAX = 64 * 1024 * 1024;

/** One JSON document of a folder, or what is wrong with where one should be. */
export type Found =
  | { readonly file: string; readonly document: unknown }
  | { readonly file: string; readonly problem: 'not-json' | 'too-large' };

const ONE_DOCUMENT = /\.json$/i;
const ONE_A_LINE = /\.(jsonl|ndjson)$/i;

/**
 * The JSON documents of a file or of a folder and the folders in it, one after the other, in the order of their names: `.json` holds one,
 * `.jsonl` and `.ndjson` one a line. Links are not followed. Throws where the path cannot be read.
 */
export async function* documentsAt(path: string): AsyncGenerator<Found> {
  if (!(await stat(path)).isDirectory()) {
    yield* documentsOf(path);
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) yield* documentsAt(inside);
    else if (entry.isFile() && (ONE_DOCUMENT.test(entry.name) || ONE_A_LINE.test(entry.name)))
      yield* documentsOf(inside);
  }
}

async function* documentsOf(file: string): AsyncGenerator<Found> {
  if (ONE_A_LINE.test(file)) {
    yield* linesOf(file);
    return;
  }
  const { size } = await stat(file);
  yield size > DOCUMENT_BYTES_MAX ? { file, problem: 'too-large' } : parsed(file, await readFile(file, 'utf8'));
}

/** A line over the limit ends its file: where the next one would begin, nobody knows without reading on. */
async function* linesOf(file: string): AsyncGenerator<Found> {
  let rest = '';
  let line = 0;
  for await (const chunk of createReadStream(file, 'utf8')) {
    const [first = '', ...others] = String(chunk).split('\n');
    const pieces = [rest + first, ...others];
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      line += 1;
      if (piece.trim() !== '') yield parsed(`${file}:${line}`, piece);
    }
    if (rest.length > DOCUMENT_BYTES_MAX) {
      yield { file: `${file}:${line + 1}`, problem: 'too-large' };
      return;
    }
  }
  if (rest.trim() !== '') yield parsed(`${file}:${line + 1}`, rest);
}

const parsed = (file: string, text: string): Found => {
  try {
    // Files of Windows begin with a mark that JSON does not know.
    const document: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return { file, document };
  } catch {
    return { file, problem: 'not-json' };
  }
};
