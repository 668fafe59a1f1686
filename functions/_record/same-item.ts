import { canonicalJson } from '../../events/record.ts';
import type { RawItem } from '../_ports/ports.ts';
import { asRaw, type WrittenItem } from '../_ports/written-items.ts';

/** Whether an item is in its key and in every attribute the one that the house would write; a state may order its fields as it likes. */
export const isWritten = (found: RawItem | undefined, written: WrittenItem): boolean =>
  found !== undefined &&
  (isToTheLetter(found, written) || canonicalJson(comparable(found)) === canonicalJson(comparable(asRaw(written))));

/** Nearly every item that stands right does so to the letter: then its state need not be read. */
const isToTheLetter = ({ pk, sk, attributes }: RawItem, written: WrittenItem): boolean => {
  const stands: Readonly<Record<string, unknown>> = { ...attributes, pk, sk };
  const names = Object.keys(written);
  return Object.keys(stands).length === names.length && names.every((name) => stands[name] === written[name]);
};

const comparable = (item: RawItem): unknown => {
  const { state } = item.attributes;
  return typeof state === 'string' ? { ...item, attributes: { ...item.attributes, state: jsonIn(state) } } : item;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A state that is not JSON is not one that was folded.
    return undefined;
  }
};

/** The version that an item says it is of; 0 where it says none. */
export const versionOf = (item: RawItem | undefined): number => {
  const version = item?.attributes['version'];
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : 0;
};
