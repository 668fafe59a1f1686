import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { releaseSchemaPatch } from '../../domain/open-data/extension/schema.ts';

/** The official schemas and code lists of OCDS 1.1.5: not ours to keep, so they are read where they stand beside the repository. */
const OFFICIAL = new URL('../../../shared/data/ocds/', import.meta.url);
export const isOfficialThere = existsSync(new URL('schema/release-schema.json', OFFICIAL));

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 7396, as the standard applies its extensions. */
const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const merged = new Map<string, unknown>(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
};

/** Draft 4 names a schema by `id`, which later drafts call `$id`; nothing else that the standard uses differs. */
const official = (file: string): Json => {
  const { $schema: _, id, ...schema } = JSON.parse(readFileSync(new URL(`schema/${file}`, OFFICIAL), 'utf8'));
  return { ...schema, $id: id };
};

/** Every object takes only the fields that it names: what the standard would let pass as unknown is found. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  return isObject(schema['properties']) && schema['type'] !== undefined
    ? { additionalProperties: false, ...inside }
    : inside;
};

const flawsOf = (validate: ValidateFunction, value: unknown): readonly string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      );

const newAjv = (): Ajv => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv;
};

/** What is wrong with the `oversight` part of a release by the schema of the extension alone. */
export const extensionFlaws = (): ((release: unknown) => readonly string[]) => {
  const { properties, definitions } = releaseSchemaPatch('en');
  const validate = newAjv().compile(
    closed({ type: 'object', required: ['oversight'], properties, definitions }) as object,
  );
  return (release) => {
    const { oversight } = release as Json;
    return flawsOf(validate, { oversight });
  };
};

/** What is wrong with packages by the official schema, with the extension applied and no other field allowed. */
export const officialFlaws = (): ((pack: unknown) => readonly string[]) => {
  const ajv = newAjv();
  const release = mergePatch(official('release-schema.json'), releaseSchemaPatch('en')) as Json;
  // Bids are those of an extension that is not at hand.
  const properties = { ...(release['properties'] as Json), bids: { type: 'object' } };
  ajv.addSchema(closed({ ...release, properties }) as object);
  ajv.addSchema(official('versioned-release-validation-schema.json'));
  const ofReleases = ajv.compile(official('release-package-schema.json'));
  const ofRecords = ajv.compile(official('record-package-schema.json'));
  return (pack) => flawsOf('records' in (pack as Json) ? ofRecords : ofReleases, pack);
};

/** The codes of an official list. */
export const officialCodes = (list: string): ReadonlySet<string> =>
  new Set(
    readFileSync(new URL(`codelists/${list}.csv`, OFFICIAL), 'utf8')
      .split('\n')
      .flatMap((line) => line.split(',').map((cell) => cell.trim())),
  );
