import type { JsonObject } from '../../events/shapes.ts';
import { OWN_CODELISTS } from './codelists.ts';
import type { Kind } from './extension/field.ts';
import { LICENCE } from './licence.ts';
import { POLICY_PATH } from './packages.ts';
import type { Publication } from './section.ts';
import { type Column, type FileMark, openDataTables, type Table } from './tables.ts';
import type { Words } from './words.ts';

/** Where the files stand below the address of the deployment. */
export const OPEN_DATA_PATH = '/open-data';

export const DESCRIPTOR_FILE = 'datapackage.json';
export const INDEX_FILE = 'index.html';
const JSON_LINES = 'application/x-ndjson';

/** The record package of a case. */
export const recordFile = (caseId: string): string => `cases/${caseId}/record.json`;
/** The records of a part as JSON lines. */
export const linesFile = (part: string): string => `records/${part}.jsonl`;
/** A table of a part. */
export const tableFile = (table: string, part: string): string => `tables/${table}/${part}.csv`;
export const schemaFile = (table: string): string => `schemas/${table}.json`;

export const MEDIA_TYPES = {
  json: 'application/json',
  lines: JSON_LINES,
  csv: 'text/csv; charset=utf-8; header=present',
  page: 'text/html; charset=utf-8',
} as const;

const inAll = (words: Words): string => [...new Set(words)].join(' / ');

const isText = (holds: Kind): boolean => holds === 'text' || holds === 'texts';

const NUMERIC: Readonly<Record<string, string>> = { count: 'integer', number: 'number', 'yes-no': 'boolean' };

/** What a column holds, in the words of Table Schema. */
interface ColumnType {
  readonly type: string;
  readonly format?: string;
  readonly constraints?: JsonObject;
}

const typeOf = (holds: Kind): ColumnType => {
  if (typeof holds !== 'string') {
    if ('codes' in holds) return { type: 'array' };
    if (!('code' in holds)) return { type: 'string' };
    const codes = Object.keys(OWN_CODELISTS[holds.code]);
    return { type: 'string', ...(holds.open === true ? {} : { constraints: { enum: codes } }) };
  }
  if (holds === 'texts' || holds === 'dates' || holds === 'hashes') return { type: 'array' };
  if (holds === 'counts') return { type: 'object' };
  if (holds === 'date') return { type: 'datetime', format: 'any' };
  if (holds === 'url') return { type: 'string', format: 'uri' };
  if (holds === 'hash') return { type: 'string', constraints: { pattern: '[0-9a-f]{64}' } };
  return { type: NUMERIC[holds] ?? 'string' };
};

const fieldOf = ({ name, about, holds, required }: Column): JsonObject => {
  const { constraints, ...type } = typeOf(holds);
  const demands = { ...constraints, ...(required ? { required } : {}) };
  return {
    name,
    title: about[0],
    description: `${inAll(about)}.${isText(holds) ? FORMULA_NOTE : ''}`,
    ...type,
    ...(Object.keys(demands).length === 0 ? {} : { constraints: demands }),
  };
};

/** It stands with every column that can hold a text which somebody wrote. */
const FORMULA_NOTE = ' An apostrophe stands before a text that a spreadsheet would take for a formula.';

/** The schema of a table (Frictionless Table Schema 1). */
export const tableSchemaOf = ({ columns, key }: Table): JsonObject => ({
  fields: columns.map(fieldOf),
  missingValues: [''],
  ...(key.length === 0 ? {} : { primaryKey: [...key] }),
});

/** A part of what is published: cases that opened in one month. */
export interface PublishedPart {
  /** `2026-03-001` */
  readonly name: string;
  readonly cases: number;
  /** Its files, in no order. */
  readonly files: readonly FileMark[];
}

const RECORDS: Words = [
  'OCDS records of the cases, one in each line',
  'Registros OCDS de los casos, uno por línea',
  'Registros OCDS dos casos, um por linha',
];

/** What the descriptor says of the files of a part that are there. */
export const resourcesOf = ({ name, files }: PublishedPart): readonly JsonObject[] => {
  const marks = new Map(files.map((file) => [file.path, file]));
  const described = (path: string, about: JsonObject): readonly JsonObject[] => {
    const mark = marks.get(path);
    return mark === undefined
      ? []
      : [{ ...about, path, encoding: 'utf-8', bytes: mark.bytes, hash: `sha256:${mark.sha256}` }];
  };
  return [
    ...described(linesFile(name), {
      name: `records-${name}`,
      title: `${inAll(RECORDS)} (${name})`,
      profile: 'data-resource',
      format: 'jsonl',
      mediatype: JSON_LINES,
    }),
    ...openDataTables().flatMap((table) =>
      described(tableFile(table.name, name), {
        name: `${table.name}-${name}`,
        title: `${inAll(table.title)} (${name})`,
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: schemaFile(table.name),
      }),
    ),
  ];
};

/** The descriptor without its resources (Frictionless Data Package 1). It says nothing of when it was written: the same data, the same bytes. */
export const descriptorOf = ({ origin }: Publication, publisher: string): JsonObject => ({
  profile: 'data-package',
  name: 'oversight-of-public-procurement',
  title: 'Oversight of public procurement',
  description:
    'Every case of oversight of a contracting process that this deployment keeps, as far as it is public: OCDS records as JSON lines, and ' +
    'tables. A part holds cases that opened in the same month (UTC), and a case never leaves its part. Sealed observations are told by their hash alone.',
  homepage: `${origin}${POLICY_PATH}`,
  licenses: [{ name: 'CC-BY-4.0', path: LICENCE, title: 'Creative Commons Attribution 4.0' }],
  contributors: [{ title: publisher, path: origin, role: 'publisher' }],
  keywords: ['OCDS', 'public procurement', 'social witness', 'integrity pact', 'oversight committee'],
});
