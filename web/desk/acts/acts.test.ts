import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../domain/languages.ts';
import { PERMISSIONS } from '../../../domain/permissions.ts';
import { openapiDocument } from '../../../functions/describe-api/openapi.ts';
import { deskWordsIn } from '../words/words.ts';
import type { Act, Ask } from './act.ts';
import { ACTS } from './acts.ts';
import { asksInside } from './fields-of.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const api = JSON.parse(JSON.stringify(openapiDocument())) as Record<string, unknown> & {
  paths: Record<
    string,
    { post?: { operationId: string; requestBody?: { content: Record<string, { schema: Schema }> } } }
  >;
};

const followed = (schema: Schema): Schema => {
  if (schema.$ref === undefined) return schema;
  const parts = schema.$ref.split('/').slice(1);
  return followed(parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], api) as Schema);
};

const acts: [string, Act][] = Object.entries(ACTS);

/** What a form and the API do not agree on: fields that the API does not take, and those that it asks for and the form does not. */
const disagreements = (asks: readonly Ask[], schema: Schema, under = ''): string[] =>
  formsOf(asks).flatMap((form) => disagreementsOfOne(form, schema, under));

/** Every way in which a form can be filled in, where it holds several that stand beside their choice. */
const formsOf = (asks: readonly Ask[]): (readonly Ask[])[] =>
  asks.reduce<(readonly Ask[])[]>(
    (ways, ask) => {
      const added = ask.kind === 'either' && ask.inline ? Object.values(ask.forms).flatMap(formsOf) : [[ask]];
      return ways.flatMap((way) => added.map((more) => [...way, ...more]));
    },
    [[]],
  );

const disagreementsOfOne = (asks: readonly Ask[], schema: Schema, under: string): string[] => {
  const { properties, required } = merged(asks, followed(schema));
  const asked = new Map(asks.map((ask) => [ask.name, ask]));
  return [
    ...required.filter((name) => !asked.has(name)).map((name) => `${under}/${name} is not asked for`),
    ...required.filter((name) => asked.get(name)?.optional).map((name) => `${under}/${name} is called optional`),
    ...asks.flatMap((ask) => {
      const place = `${under}/${ask.name}`;
      const field = properties[ask.name];
      return field === undefined ? [`${place} is not taken`] : ofField(ask, followed(field), place);
    }),
    ...asks
      .filter((ask) => !ask.optional && !ask.insists && !required.includes(ask.name))
      .filter(({ kind }) => !['tick', 'fixed', 'given'].includes(kind))
      .map((ask) => `${under}/${ask.name} may be left out`),
  ];
};

/** What a schema takes in any of its ways that a form can go, and what it must have in all of them. */
const merged = (asks: readonly Ask[], schema: Schema) => {
  const ways = alternatives(schema).filter(({ properties = {} }) =>
    asks.every((ask) => {
      const only = ask.kind === 'fixed' ? properties[ask.name]?.const : undefined;
      return only === undefined || (ask.kind === 'fixed' && ask.value === only);
    }),
  );
  const [first, ...others] = ways;
  return {
    properties: Object.assign({}, ...ways.map(({ properties = {} }) => properties)) as Record<string, Schema>,
    required: (first?.required ?? []).filter((name) => others.every(({ required = [] }) => required.includes(name))),
  };
};

const alternatives = (schema: Schema): readonly Schema[] => (schema.anyOf ?? schema.oneOf ?? [schema]).map(followed);

const ofField = (ask: Ask, field: Schema, place: string): string[] => {
  switch (ask.kind) {
    case 'choice':
      return sameCodes(ask.of, field, place);
    case 'choices':
      return sameCodes(ask.of, followed(field.items ?? {}), place);
    case 'either':
      return Object.values(ask.forms).flatMap((asks) => ofForm(asks, field, place));
    case 'fixed':
      return alternatives(field).some((each) => isValueOf(each, ask.value)) ? [] : [`${place} is never that`];
    case 'group':
      return disagreements(ask.asks, field, place);
    case 'rows':
      return disagreements(ask.asks, followed(field.items ?? {}), place);
    case 'lines':
    case 'some-of':
    case 'files':
    case 'hashes':
    case 'questions':
    case 'announced':
      return alternatives(field).some(({ type }) => type === 'array') ? [] : [`${place} is no list`];
    case 'numbers':
      return field.items?.type === 'integer' ? [] : [`${place} is no list of numbers`];
    case 'number':
      return ['number', 'integer'].includes(field.type ?? '') ? [] : [`${place} is no number`];
    case 'yes-no':
      return field.type === 'boolean' ? [] : [`${place} is no yes or no`];
    default:
      return [];
  }
};

/** A form of several agrees with one of the alternatives that the API knows. */
const ofForm = (asks: readonly Ask[], field: Schema, place: string): string[] => {
  const each = alternatives(field).map((alternative) => disagreements(asks, alternative, place));
  return each.some((found) => found.length === 0) ? [] : each.flat();
};

const isValueOf = ({ const: only, enum: codes }: Schema, value: unknown): boolean =>
  only === undefined ? (codes?.some((code) => code === value) ?? true) : only === value;

const sameCodes = (of: readonly string[], field: Schema, place: string): string[] => {
  const codes = field.enum ?? [];
  const missing = codes.filter((code) => !of.includes(code)).map((code) => `${place} lacks ${code}`);
  return [...missing, ...of.filter((code) => !codes.includes(code)).map((code) => `${place} has no ${code}`)];
};

const allAsks = (asks: readonly Ask[]): readonly Ask[] => asks.flatMap((ask) => [ask, ...allAsks(asksInside(ask))]);

describe('an act of the desk', () => {
  it.each(acts)('%s asks for what its operation of the API takes, and for all that it must have', (name, act) => {
    const operation = api.paths[act.path]?.post;
    expect(operation?.operationId).toBe(act.operation ?? name);
    const schema = operation?.requestBody?.content['application/json']?.schema ?? {};
    expect(disagreements(act.asks, schema)).toEqual([]);
  });

  it.each(acts)(
    '%s is somebody’s: by the table of permissions in a case, by its roles beside the cases',
    (name, act) => {
      const isInCase = act.path.startsWith('/cases/{case}');
      expect(
        act.roles === undefined ? Object.hasOwn(PERMISSIONS, act.operation ?? name) && isInCase : act.roles.length > 0,
      ).toBe(true);
    },
  );

  it('has a word for each field and each code, in every language', () => {
    for (const language of LANGUAGES) {
      const { fields, choices } = deskWordsIn(language);
      const asks = acts
        .flatMap(([, { asks: asked }]) => allAsks(asked))
        .filter(({ kind }) => kind !== 'fixed' && kind !== 'given');
      expect(asks.map((ask) => ask.word ?? ask.name).filter((word) => fields[word] === undefined)).toEqual([]);
      const codes = asks.flatMap((ask) => {
        if (ask.kind === 'choice' || ask.kind === 'choices') return ask.of.map((code) => [ask.words, code] as const);
        return ask.kind === 'either' ? Object.keys(ask.forms).map((code) => [ask.words, code] as const) : [];
      });
      expect(codes.filter(([group, code]) => choices[group]?.[code] === undefined)).toEqual([]);
    }
  });
});
