import type { Json, JsonObject } from '../../events/shapes.ts';
import type { Operation } from './difference.ts';

/**
 * A document after a JSON Patch (RFC 6902) of additions, replacements and removals below its root. Throws where the patch is none of this
 * document: a difference that was recorded always is.
 */
export const applyPatch = (document: JsonObject, patch: readonly Operation[]): JsonObject => {
  let result: Json = document;
  for (const operation of patch) result = changed(result, operation.path.split('/').slice(1), operation);
  if (typeof result !== 'object' || result === null || isList(result)) throw misfit();
  return result;
};

const misfit = (): Error => new Error('The patch does not fit the document.');

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const changed = (value: Json, [key, ...rest]: readonly string[], operation: Operation): Json => {
  if (key === undefined || typeof value !== 'object' || value === null) throw misfit();
  return isList(value) ? inList(value, { key, rest }, operation) : inObject(value, { key, rest }, operation);
};

interface Step {
  readonly key: string;
  readonly rest: readonly string[];
}

const inList = (list: readonly Json[], { key, rest }: Step, operation: Operation): readonly Json[] => {
  const at = Number(key);
  const isEnd = operation.op === 'add' && rest.length === 0;
  if (!/^(0|[1-9]\d*)$/.test(key) || at > (isEnd ? list.length : list.length - 1)) throw misfit();
  if (rest.length > 0) return list.with(at, changed(list[at] ?? null, rest, operation));
  if (operation.op === 'remove') return list.toSpliced(at, 1);
  return operation.op === 'add' ? list.toSpliced(at, 0, operation.value) : list.with(at, operation.value);
};

const inObject = (object: JsonObject, { key, rest }: Step, operation: Operation): JsonObject => {
  const isThere = Object.hasOwn(object, key);
  if (rest.length > 0) return { ...object, [key]: changed(object[key] ?? null, rest, operation) };
  if (!isThere && operation.op !== 'add') throw misfit();
  if (operation.op !== 'remove') return { ...object, [key]: operation.value };
  const { [key]: _, ...others } = object;
  return others;
};
