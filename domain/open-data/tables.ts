import { type Json, type JsonObject, once } from '../../events/shapes.ts';
import type { Cell } from './csv.ts';
import type { Fields, Kind } from './extension/field.ts';
import { DEFINITIONS } from './extension/schema.ts';
import type { Words } from './words.ts';

/** A file as it is published: what a table says of the record that a row was made of. */
export interface FileMark {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A published record of a case, and its file. */
export interface PublishedRecord {
  readonly release: JsonObject;
  readonly file: FileMark;
}

export interface Column {
  /** As in the release: `reply/dateDue` stands in `reply`. */
  readonly name: string;
  readonly about: Words;
  readonly holds: Kind;
  readonly required: boolean;
}

/** A table of everything of one sort in the oversight of cases. */
export interface Table {
  /** `site-visits`: lower-case, as in the names of files. */
  readonly name: string;
  readonly title: Words;
  readonly columns: readonly Column[];
  /** The columns that tell one row from every other; none where the order alone does. */
  readonly key: readonly string[];
  /** The rows of one record, in the order of its release. */
  readonly rows: (record: PublishedRecord) => readonly (readonly Cell[])[];
}

/** Something that has a row: what it belongs to, and itself. */
interface Thing {
  readonly keys: readonly Cell[];
  readonly itself: JsonObject;
}

type Things = (record: PublishedRecord) => readonly Thing[];

interface Spot {
  readonly name: string;
  readonly title: Words;
  readonly fields: Fields;
  /** What stands before its own columns. */
  readonly keys: readonly Column[];
  readonly things: Things;
}

/** A field of a thing or of an object that it holds. */
interface Leaf {
  readonly path: readonly string[];
  readonly column: Column;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (value: JsonObject, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((inside, name) => (isObject(inside) ? inside[name] : undefined), value);

const objectsAt = (value: JsonObject, path: readonly string[]): readonly JsonObject[] => {
  const found = at(value, path);
  return Array.isArray(found) ? found.filter(isObject) : [];
};

const fieldsOf = (definition: string): Fields => DEFINITIONS[definition]?.fields ?? {};

/** The fields that are cells; what stands in an object of its own is named by its way down. */
const leavesOf = (fields: Fields, above: readonly string[] = [], isAlways = true): readonly Leaf[] =>
  Object.entries(fields).flatMap(([name, { holds, about, required }]) => {
    const path = [...above, name];
    if (typeof holds !== 'string' && 'list' in holds) return [];
    if (typeof holds !== 'string' && 'one' in holds) return leavesOf(fieldsOf(holds.one), path, isAlways && required);
    return [{ path, column: { name: path.join('/'), about, holds, required: isAlways && required } }];
  });

interface ListField {
  readonly path: readonly string[];
  readonly of: string;
}

const listsOf = (fields: Fields, above: readonly string[] = []): readonly ListField[] =>
  Object.entries(fields).flatMap(([name, { holds }]) => {
    if (typeof holds === 'string') return [];
    if ('list' in holds) return [{ path: [...above, name], of: holds.list }];
    return 'one' in holds ? listsOf(fieldsOf(holds.one), [...above, name]) : [];
  });

const kebab = (path: readonly string[]): string =>
  path.join('-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const OCID: Column = {
  name: 'ocid',
  about: ['The contracting process', 'El proceso de contratación', 'O processo de contratação'],
  holds: 'text',
  required: true,
};
const CASE: Column = {
  name: 'case',
  about: ['The oversight case', 'El caso de veeduría', 'O caso de fiscalização'],
  holds: 'text',
  required: true,
};

/** The table of something, and those of the lists that it holds. */
const tablesOf = ({ name, title, fields, keys, things }: Spot): readonly Table[] => {
  const leaves = leavesOf(fields);
  const named: Column = {
    name: `${name}/id`,
    about: ['What it belongs to', 'A qué pertenece', 'A que pertence'],
    holds: 'text',
    required: true,
  };
  return [
    {
      name,
      title,
      columns: [...keys, ...leaves.map(({ column }) => column)],
      key: fields['id'] === undefined ? [] : [CASE.name, 'id'],
      rows: (record) =>
        things(record).map((thing) => [...thing.keys, ...leaves.map(({ path }) => at(thing.itself, path))]),
    },
    ...listsOf(fields).flatMap(({ path, of }) =>
      tablesOf({
        name: kebab([name, ...path]),
        title: DEFINITIONS[of]?.title ?? title,
        fields: fieldsOf(of),
        keys: [...keys, named],
        things: (record) =>
          things(record).flatMap((thing) =>
            objectsAt(thing.itself, path).map((itself) => ({ keys: [...thing.keys, thing.itself['id']], itself })),
          ),
      }),
    ),
  ];
};

/** What the table of cases says beside the oversight itself: of the process, and of the file that holds all of it. */
const ABOUT_THE_CASE: readonly {
  readonly column: Column;
  readonly cell: (record: PublishedRecord) => Cell;
}[] = [
  besideCase('tender/title', 'text', ['What is bought', 'Qué se compra', 'O que se compra']),
  besideCase('tender/status', 'text', [
    'Status of the tender, by OCDS',
    'Estado de la licitación, según OCDS',
    'Estado da licitação, segundo a OCDS',
  ]),
  besideCase('tender/value/amount', 'number', [
    'Estimated value',
    'Valor estimado de la licitación',
    'Valor estimado da licitação',
  ]),
  besideCase('tender/value/currency', 'text', [
    'Its currency (ISO 4217)',
    'Su moneda (ISO 4217)',
    'Sua moeda (ISO 4217)',
  ]),
  besideCase('buyer/id', 'text', [
    'Identifier of the contracting authority',
    'Identificador de la entidad contratante',
    'Identificador do órgão contratante',
  ]),
  besideCase('buyer/name', 'text', ['Contracting authority', 'Entidad contratante', 'Órgão contratante']),
  {
    column: {
      name: 'file/path',
      about: [
        'The OCDS record package of the case, beside datapackage.json',
        'El paquete de registros OCDS del caso, junto a datapackage.json',
        'O pacote de registros OCDS do caso, junto a datapackage.json',
      ],
      holds: 'text',
      required: true,
    },
    cell: ({ file }) => file.path,
  },
  {
    column: {
      name: 'file/bytes',
      about: ['Its length in bytes', 'Su longitud en bytes', 'Seu comprimento em bytes'],
      holds: 'count',
      required: true,
    },
    cell: ({ file }) => file.bytes,
  },
  {
    column: {
      name: 'file/sha256',
      about: ['Its SHA-256', 'Su SHA-256', 'Seu SHA-256'],
      holds: 'hash',
      required: true,
    },
    cell: ({ file }) => file.sha256,
  },
];

function besideCase(name: string, holds: Kind, about: Words) {
  const path = name.split('/');
  return { column: { name, about, holds, required: false }, cell: ({ release }: PublishedRecord) => at(release, path) };
}

const casesIn: Things = ({ release }) =>
  objectsAt(release, ['oversight']).map((itself) => ({ keys: [release['ocid'], itself['id']], itself }));

const casesTable = (): Table => {
  const { id: _, ...fields } = fieldsOf('OversightCase');
  const leaves = leavesOf(fields);
  return {
    name: 'cases',
    title: DEFINITIONS['OversightCase']?.title ?? CASE.about,
    columns: [OCID, CASE, ...ABOUT_THE_CASE.map(({ column }) => column), ...leaves.map(({ column }) => column)],
    key: [CASE.name],
    rows: (record) =>
      casesIn(record).map(({ keys, itself }) => [
        ...keys,
        ...ABOUT_THE_CASE.map(({ cell }) => cell(record)),
        ...leaves.map(({ path }) => at(itself, path)),
      ]),
  };
};

/**
 * Every table: the cases, and one for each list of the `oversight` extension, with the columns that the extension defines. What it does
 * not define has no column, and what a release does not tell has no cell.
 */
export const openDataTables: () => readonly Table[] = once(() => [
  casesTable(),
  ...listsOf(fieldsOf('OversightCase')).flatMap(({ path, of }) =>
    tablesOf({
      name: kebab(path),
      title: DEFINITIONS[of]?.title ?? CASE.about,
      fields: fieldsOf(of),
      keys: [OCID, CASE],
      things: (record) =>
        casesIn(record).flatMap(({ keys, itself: whole }) =>
          objectsAt(whole, path).map((itself) => ({ keys, itself })),
        ),
    }),
  ),
]);
