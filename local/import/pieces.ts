import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { ocidsIn } from '../../domain/registry/ocids-in.ts';
import { readRegistered } from '../../domain/registry/read-registered.ts';
import { UNPACKED_BYTES_MAX } from '../../functions/_http/import-operation.ts';
import { elementsOf } from './elements.ts';
import { linesOf } from './lines.ts';

/** The longest JSON text that is read at once: what one request can carry, with room for what goes with it. */
export const PIECE_BYTES_MAX = UNPACKED_BYTES_MAX - 64 * 1024;

/** Where the bytes of a JSON text stand in a file. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** A release or record, and where to find it again: `pick` leads to it in the text that stands at the stretch. */
export interface Piece extends Stretch {
  readonly ocids: readonly string[];
  readonly pick: string;
  /** JSON pointer in the document that somebody published. */
  readonly pointer: string;
  /** Of a file of lines, from 1. */
  readonly line?: number;
}

/** Why something that should be a release or record is none. */
export type PlaceRefusal = 'not-json' | 'too-large' | 'cut-off' | 'no-process' | 'unreachable' | 'not-unpacked';

/** A place where a process should be and none can be told. */
export interface RefusedPlace {
  readonly refusal: PlaceRefusal;
  readonly pointer: string;
  readonly line?: number;
  readonly problems?: readonly { readonly code: string; readonly pointer: string }[];
}

export type Found = Piece | RefusedPlace;

export const isRefused = (found: Found): found is RefusedPlace => 'refusal' in found;

const LINES = /\.(jsonl|ndjson)(\.gz)?$/i;

/** The releases and records of a file, whatever kind of OCDS file it is. `name` is what it was called where it came from. */
export async function* piecesOf(path: string, name: string, read: (bytes: number) => void): AsyncGenerator<Found> {
  const chunks = (): AsyncIterable<Buffer> => counted(createReadStream(path, { highWaterMark: 1024 * 1024 }), read);
  const { size } = await stat(path);
  const head = await bytesAt(path, { offset: 0, length: Math.min(size, PIECE_BYTES_MAX) });
  if (LINES.test(name)) yield* ofLines(chunks());
  else if (size <= PIECE_BYTES_MAX && parsed(head) !== undefined) {
    read(size);
    yield* inText(head, { offset: 0, length: size, pointer: '' });
  } else if (isOneALine(head)) yield* ofLines(chunks());
  else yield* ofElements(path, chunks());
}

async function* counted(chunks: AsyncIterable<Buffer>, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    read(chunk.length);
    yield chunk;
  }
}

/** Files of lines come under every name: a first line that is a document by itself tells them. */
const isOneALine = (head: Buffer): boolean => {
  const end = head.indexOf('\n');
  return end > 0 && parsed(head.subarray(0, end)) !== undefined;
};

async function* ofLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Found> {
  let lines = 0;
  for await (const { number, bytes, ...stretch } of linesOf(chunks, PIECE_BYTES_MAX)) {
    if (bytes === undefined) yield { refusal: 'too-large', pointer: '', line: number };
    else if (bytes.toString('latin1').trim() === '') continue;
    else yield* inText(bytes, { ...stretch, pointer: '', line: number });
    lines += 1;
  }
  if (lines === 0) yield { refusal: 'no-process', pointer: '' };
}

async function* ofElements(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Found> {
  const file = await open(path);
  let elements = 0;
  try {
    for await (const element of elementsOf(chunks)) {
      elements += 1;
      if (element === undefined) yield { refusal: 'cut-off', pointer: '' };
      else if (element.length > PIECE_BYTES_MAX) yield { refusal: 'too-large', pointer: element.pointer };
      else {
        const bytes = Buffer.alloc(element.length);
        await file.read(bytes, 0, element.length, element.offset);
        yield* inText(bytes, element);
      }
    }
    if (elements === 0) yield { refusal: 'not-json', pointer: '' };
  } finally {
    await file.close();
  }
}

interface Text extends Stretch {
  readonly pointer: string;
  readonly line?: number;
}

/** The releases and records in one JSON text: a package, or a list, is taken apart. */
function* inText(bytes: Buffer, text: Text): Generator<Found> {
  const json = parsed(bytes);
  if (json === undefined) {
    yield { refusal: 'not-json', ...placeOf(text, '') };
    return;
  }
  for (const { value, pick } of apart(json.value)) {
    const ocids = ocidsIn(value);
    if (ocids.length > 0) yield { ...text, ...placeOf(text, pick), ocids, pick };
    else yield { refusal: 'no-process', ...placeOf(text, pick), problems: problemsOf(value, `${text.pointer}${pick}`) };
  }
}

const placeOf = ({ pointer, line }: Text, pick: string) => ({
  pointer: `${pointer}${pick}`,
  ...(line !== undefined && { line }),
});

const problemsOf = (value: unknown, at: string) =>
  readRegistered(value).problems.map(({ code, pointer }) => ({ code, pointer: `${at}${pointer}` }));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value that tells of a process is a record of it, and no release. */
export const isRecord = (value: unknown): boolean =>
  isObject(value) && ['compiledRelease', 'versionedRelease', 'releases'].some((key) => isPresent(value[key]));

/** Whether a value is of one process as a whole; its releases are then its own, and not those of a package. */
const isOfOneProcess = (value: Readonly<Record<string, unknown>>): boolean =>
  ['compiledRelease', 'versionedRelease', 'ocid'].some((key) => isPresent(value[key]));

const isPresent = (value: unknown): boolean => value !== undefined && value !== null;

const apart = (value: unknown): readonly { readonly value: unknown; readonly pick: string }[] => {
  const entries = (list: unknown, at: string) =>
    Array.isArray(list) ? list.map((entry: unknown, index) => ({ value: entry, pick: `${at}/${index}` })) : [];
  if (Array.isArray(value) && value.length > 0) return entries(value, '');
  if (!isObject(value) || isOfOneProcess(value)) return [{ value, pick: '' }];
  const found = [...entries(value['records'], '/records'), ...entries(value['releases'], '/releases')];
  return found.length === 0 ? [{ value, pick: '' }] : found;
};

/** A JSON text; what is no UTF-8 in it is read with marks in its place. Undefined where it is no JSON. */
export const parsed = (bytes: Buffer): { readonly value: unknown } | undefined => {
  try {
    // Files of Windows begin with a mark that JSON does not know.
    return { value: JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) };
  } catch {
    return undefined;
  }
};

/** The bytes of a stretch of a file. */
export const bytesAt = async (path: string, { offset, length }: Stretch): Promise<Buffer> => {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

/** What a pick leads to in a JSON value. */
export const pickIn = (json: unknown, pick: string): unknown => {
  let value = json;
  for (const key of pick.split('/').slice(1)) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isObject(value) ? value[key] : undefined;
  }
  return value;
};
