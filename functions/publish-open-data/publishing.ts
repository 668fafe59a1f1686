import type { ChangeStore } from '../_ports/change-ports.ts';
import type { ItemStore } from '../_ports/item-store.ts';
import type { OpenDataFile, OpenDataStore, WrittenFile } from '../_ports/open-data-ports.ts';
import type { CaseStore, Clock, Log } from '../_ports/ports.ts';
import { type Ledger, ledgerOn } from './ledger.ts';

export interface PublishingPorts {
  readonly cases: CaseStore;
  readonly changes: ChangeStore;
  readonly items: ItemStore;
  readonly openData: OpenDataStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Where people reach the API, without a slash at the end. */
  readonly publicUrl: string;
  /** Where the files are read, without a slash at the end. */
  readonly openDataUrl: string;
}

export interface PublishingLimits {
  /** Cases of one part: what is written anew when one of them changes. */
  readonly casesPerPart: number;
  /** How long one run goes on at most, but for the file that it is at. */
  readonly millisecondsMax: number;
  /** How long the files of a part stay as they are, whatever happens to its cases. */
  readonly restMilliseconds: number;
}

/** What a run works with. */
export interface Publishing extends PublishingPorts {
  readonly ledger: Ledger;
  readonly limits: PublishingLimits;
  /** Whether the run may begin something that belongs to this share of its time. */
  readonly goesOn: (share: number) => boolean;
}

export const publishingWith = (ports: PublishingPorts, limits: PublishingLimits): Publishing => {
  const startedAt = Date.parse(ports.clock.now());
  return {
    ...ports,
    limits,
    ledger: ledgerOn(ports.items),
    goesOn: (share) => Date.parse(ports.clock.now()) - startedAt < limits.millisecondsMax * share,
  };
};

/** When something is due that may be done now. */
export const after = (at: string, milliseconds: number): string =>
  new Date(Date.parse(at) + milliseconds).toISOString();

interface Asked {
  readonly path: string;
  readonly mediaType: string;
}

/**
 * Writes files beside each other, and finishes them when all that belongs into them is there. Where that fails, the files before stay
 * as they were, but for those that were finished already.
 */
export const writeFiles = async (
  store: OpenDataStore,
  asked: readonly Asked[],
  fill: (files: readonly OpenDataFile[]) => Promise<void>,
): Promise<readonly (WrittenFile & { readonly path: string })[]> => {
  const files: OpenDataFile[] = [];
  try {
    for (const each of asked) files.push(await store.begin(each));
    await fill(files);
    const written: (WrittenFile & { readonly path: string })[] = [];
    for (const [index, file] of files.entries()) {
      written.push({ path: asked[index]?.path ?? '', ...(await file.finish()) });
    }
    return written;
  } catch (error) {
    for (const file of files) await file.abandon();
    throw error;
  }
};

/** Writes one file whole. */
export const writeFile = (store: OpenDataStore, asked: Asked, text: string) =>
  writeFiles(store, [asked], async ([file]) => file?.write(text));
