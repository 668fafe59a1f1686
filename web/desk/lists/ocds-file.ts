import { jsonIn } from '../../app/kept-text.ts';
import { entriesOfDocument, entriesOfLine, type OcdsEntry } from './ocds-entries.ts';

/** The largest JSON document that a browser reads at once; files of lines may be of any size. */
export const DOCUMENT_BYTES_MAX = 64 * 1024 * 1024;

/** Why a file holds nothing that can be imported. */
export type FileRefusal = 'not-json' | 'too-large';

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly word: FileRefusal;

  constructor(word: FileRefusal) {
    super(word);
    this.word = word;
  }
}

const PACKED = /\.gz$/i;
const LINES = /\.(jsonl|ndjson)(\.gz)?$/i;

const bytesIn = (file: File): ReadableStream<Uint8Array<ArrayBuffer>> =>
  PACKED.test(file.name) ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();

/** The text of a stream as it comes; what is no UTF-8 in it is read with marks in its place. */
async function* textsIn(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await reader.cancel();
  }
}

/** Lines that are not blank, by their number from 1. */
export async function* linesIn(texts: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  let rest = '';
  for await (const text of texts) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const each of lines) {
      line += 1;
      if (each.trim() !== '') yield { line, text: each };
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest };
}

async function* entriesOfLines(file: File): AsyncGenerator<OcdsEntry> {
  for await (const { line, text } of linesIn(textsIn(bytesIn(file)))) yield* entriesOfLine(text, line, file.name);
}

const wholeText = async (file: File): Promise<string> => {
  let whole = '';
  for await (const text of textsIn(bytesIn(file))) {
    whole += text;
    // A packed file tells its size only as it is unpacked.
    if (whole.length > DOCUMENT_BYTES_MAX) throw new UnreadableFile('too-large');
  }
  return whole;
};

/**
 * What a file holds of contracting processes, always in the same order: an OCDS package, a release, a record, a list of them, or one of
 * these on each line; packed with gzip or not. Throws `UnreadableFile` where it is none of them.
 */
export async function* entriesOfFile(file: File): AsyncGenerator<OcdsEntry> {
  if (LINES.test(file.name)) {
    yield* entriesOfLines(file);
    return;
  }
  if (file.size > DOCUMENT_BYTES_MAX) throw new UnreadableFile('too-large');
  const text = await wholeText(file);
  const json = jsonIn(text);
  if (json !== undefined) {
    yield* entriesOfDocument(json, file.name);
    return;
  }
  // Many publishers write one document a line, whatever they call the file.
  const [first = ''] = text.trimStart().split('\n', 1);
  if (jsonIn(first) === undefined) throw new UnreadableFile('not-json');
  yield* entriesOfLines(file);
}
