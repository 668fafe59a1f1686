import type { Json, JsonObject } from '../../../events/shapes.ts';
import type { Language } from '../../languages.ts';
import { OWN_CODELISTS, type OwnCodelist } from '../codelists.ts';
import { type Words, wordIn } from '../words.ts';

/** What a field of the extension holds. */
export type Kind =
  | 'text'
  | 'texts'
  | 'date'
  | 'dates'
  | 'url'
  | 'hash'
  | 'hashes'
  | 'yes-no'
  | 'count'
  | 'number'
  | 'counts'
  | { readonly code: OwnCodelist; readonly open?: true }
  | { readonly codes: OwnCodelist; readonly open?: true }
  | { readonly one: string }
  | { readonly list: string };

export interface Field {
  readonly holds: Kind;
  readonly about: Words;
  readonly required: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

/** What is always told. */
export const must = (holds: Kind, ...about: Words): Field => ({ holds, about, required: true });
/** What is told where it is known and public. */
export const may = (holds: Kind, ...about: Words): Field => ({ holds, about, required: false });

const CODELIST_NOTE: Words = ['From the codelist', 'De la lista de códigos', 'Da lista de códigos'];

const DATE = { type: 'string', format: 'date-time' };
const HASH = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const TEXT = { type: 'string', minLength: 1 };

const shapeOf = (holds: Kind): JsonObject => {
  if (typeof holds !== 'string') return shapeOfThings(holds);
  switch (holds) {
    case 'text':
      return TEXT;
    case 'texts':
      return { type: 'array', items: TEXT, wholeListMerge: true };
    case 'date':
      return DATE;
    case 'dates':
      return { type: 'array', items: DATE, wholeListMerge: true };
    case 'url':
      return { type: 'string', format: 'uri' };
    case 'hash':
      return HASH;
    case 'hashes':
      return { type: 'array', items: HASH, wholeListMerge: true };
    case 'yes-no':
      return { type: 'boolean' };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'number':
      return { type: 'number' };
    case 'counts':
      return { type: 'object', additionalProperties: { type: 'number' } };
  }
};

const shapeOfThings = (holds: Exclude<Kind, string>): JsonObject => {
  if ('one' in holds) return { $ref: `#/definitions/${holds.one}` };
  if ('list' in holds) {
    return { type: 'array', items: { $ref: `#/definitions/${holds.list}` }, wholeListMerge: true };
  }
  const list = 'code' in holds ? holds.code : holds.codes;
  const open = holds.open === true;
  const named = { codelist: `${list}.csv`, openCodelist: open };
  const one: JsonObject = open ? TEXT : { type: 'string', enum: Object.keys(OWN_CODELISTS[list]) };
  return 'code' in holds ? { ...one, ...named } : { type: 'array', items: one, ...named, wholeListMerge: true };
};

/** The schema of a field. An optional one may be null, as everywhere in the standard: null takes a value back. */
export const schemaOfField = ({ holds, about, required }: Field, language: Language): JsonObject => {
  const shape = shapeOf(holds);
  const title = wordIn(about, language);
  const list = shape['codelist'];
  const description = typeof list === 'string' ? `${title}. ${wordIn(CODELIST_NOTE, language)} ${list}.` : `${title}.`;
  return { title, description, ...(required ? shape : orNull(shape)) };
};

const orNull = (shape: JsonObject): JsonObject => {
  const { type, enum: codes, ...rest } = shape;
  if (typeof type !== 'string' || type === 'array' || type === 'object') return shape;
  return { type: [type, 'null'], ...(codes === undefined ? {} : { enum: withNull(codes) }), ...rest };
};

const withNull = (codes: Json): Json => (isList(codes) ? [...codes, null] : codes);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

export const schemaOfFields = (title: Words, fields: Fields, language: Language): JsonObject => {
  const required = Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : []));
  return {
    title: wordIn(title, language),
    description: `${wordIn(title, language)}.`,
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, schemaOfField(field, language)]),
    ),
  };
};
