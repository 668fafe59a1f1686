import { isRecord, jsonIn } from '../../app/kept-text.ts';

/** Why something in a file was not sent: the system would not take it either. */
type NotSent = 'line-not-json' | 'too-large';

/** What a file holds of contracting processes, as one line of what is sent. */
export type OcdsEntry =
  /** Where it stands in the file: `line 12`, or a JSON pointer. */
  { readonly place: string; readonly text: string } | { readonly place: string; readonly refusal: NotSent };

/** Bytes of a line that one request still carries; the API takes 4 MiB a request. */
export const LINE_BYTES_MAX = 4 * 1024 * 1024 - 1024;
/** Of the name of the source that the API takes. */
const SOURCE_LENGTH_MAX = 500;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).byteLength;

const entryOf = (place: string, document: unknown, source: string): OcdsEntry => {
  const text = JSON.stringify({ source: source.slice(-SOURCE_LENGTH_MAX), document });
  return bytesOf(text) > LINE_BYTES_MAX ? { place, refusal: 'too-large' } : { place, text };
};

interface Piece {
  readonly place: string;
  readonly list: 'records' | 'releases';
  readonly document: unknown;
}

const LISTS = ['records', 'releases'] as const;

const piecesIn = (document: Readonly<Record<string, unknown>>, under: string): readonly Piece[] =>
  LISTS.flatMap((list) => {
    const found = document[list];
    return Array.isArray(found)
      ? found.map((each: unknown, index) => ({ place: `${under}/${list}/${index}`, list, document: each }))
      : [];
  });

const ocidOf = ({ document, place }: Piece): string => {
  const ocid = isRecord(document) ? document['ocid'] : undefined;
  // What names no process is told on its own, with where it stands.
  return typeof ocid === 'string' ? `ocid ${ocid}` : place;
};

/** The releases and records of one process are sent as one document: the API puts them in the order of their dates. */
const together = (pieces: readonly Piece[]): unknown => {
  const [first, ...others] = pieces;
  if (others.length === 0) return first?.document;
  const of = (name: Piece['list']) => pieces.filter(({ list }) => list === name).map(({ document }) => document);
  return { records: of('records'), releases: of('releases') };
};

/** What a JSON document holds, process by process: a package is taken apart, since it may be larger than one request. */
export const entriesOfDocument = (json: unknown, source: string, under = ''): readonly OcdsEntry[] => {
  if (Array.isArray(json)) {
    return json.flatMap((each: unknown, index) => entriesOfDocument(each, source, `${under}/${index}`));
  }
  // A record holds releases too, and is one thing all the same.
  const isPackage = isRecord(json) && typeof json['ocid'] !== 'string';
  const pieces = isPackage ? piecesIn(json, under) : [];
  if (pieces.length === 0) return [entryOf(under === '' ? '/' : under, json, source)];
  return [...Map.groupBy(pieces, ocidOf).values()].map((ofOne) =>
    entryOf(ofOne[0]?.place ?? under, together(ofOne), source),
  );
};

/** What one line of a file of lines holds. */
export const entriesOfLine = (text: string, line: number, source: string): readonly OcdsEntry[] => {
  const place = `line ${line}`;
  const json = jsonIn(text);
  if (json === undefined) return [{ place, refusal: 'line-not-json' }];
  return entriesOfDocument(json, source).map((entry) => ({
    ...entry,
    place: entry.place === '/' ? place : `${place}, ${entry.place}`,
  }));
};
