import { canonicalJson } from '../../events/record.ts';
import type { RawItem } from '../_ports/ports.ts';
import { asRaw, type WrittenItem } from '../_ports/written-items.ts';

/** Whether an item is in its key and in every attribute the one that the house would write; a state may order its fields as it likes. */
export const isWritten = (found: RawItem | undefined, written: WrittenItem): boolean =>
  found !== undefined && canonicalJson(comparable(found)) === canonicalJson(comparable(asRaw(written)));

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
