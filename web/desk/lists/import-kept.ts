import { DRAFT_MS_MAX, importsOf } from '../../app/drafts.ts';
import { dropNamed, isRecord, jsonIn, type KeptTexts } from '../../app/kept-text.ts';
import { type ImportedRow, type ImportState, OUTCOMES } from './import-run.ts';

/**
 * Characters of rows that an import keeps on the device, of the five million that browsers give: some twenty thousand processes. The
 * drafts need their room too. Of what comes after, those that were refused are kept: they are what somebody must look at.
 */
export const ROWS_CHARACTERS_MAX = 2_000_000;

/** How far the import of a file came, and what became of each process until then. */
export interface KeptImport {
  readonly state: ImportState;
  readonly rows: readonly ImportedRow[];
}

/** Where the device keeps how far the imports of one person came: the same file goes on there, after the page was closed too. */
export interface ImportsKept {
  readonly read: (file: ImportedFile) => KeptImport | undefined;
  /** After each request: how far it is now, and what is new. */
  readonly keep: (file: ImportedFile, state: ImportState, more: readonly ImportedRow[]) => void;
  readonly forget: (file: ImportedFile) => void;
}

/** What tells a file from others without reading it. */
export type ImportedFile = Pick<File, 'name' | 'size' | 'lastModified'>;

const isState = (value: unknown): value is ImportState =>
  isRecord(value) &&
  typeof value['run'] === 'string' &&
  typeof value['done'] === 'number' &&
  isRecord(value['counts']) &&
  OUTCOMES.every((outcome) => isRecord(value['counts']) && typeof value['counts'][outcome] === 'number');

const isRow = (value: unknown): value is ImportedRow =>
  isRecord(value) &&
  typeof value['place'] === 'string' &&
  typeof value['problems'] === 'number' &&
  OUTCOMES.some((outcome) => outcome === value['outcome']);

const rowsIn = (value: unknown): readonly ImportedRow[] => (Array.isArray(value) ? value.filter(isRow) : []);

/** The rows of each request lie under their own name, so that none of them is written twice. */
const ROWS = '|';
const namesIn = (device: KeptTexts): readonly string[] =>
  Array.from({ length: device.length }, (_, index) => device.key(index) ?? '');
const numberAfter = (name: string): number => Number(name.slice(name.lastIndexOf(ROWS) + 1));

/** What a device may refuse to keep or to tell: then only the page knows, and the same file begins anew another day. */
const unlessRefused = <Told>(does: () => Told): Told | undefined => {
  try {
    return does();
  } catch {
    return undefined;
  }
};

export const importsKept = (
  device: KeptTexts,
  { person, now }: { readonly person: string; readonly now: () => number },
): ImportsKept => {
  const placeOf = ({ name, size, lastModified }: ImportedFile): string =>
    `${importsOf(person)}${encodeURIComponent(name)}:${size}:${lastModified}`;
  const stateAt = (place: string): ImportState | undefined => {
    const value = jsonIn(device.getItem(place));
    if (!isRecord(value) || typeof value['keptAt'] !== 'number' || now() - value['keptAt'] > DRAFT_MS_MAX)
      return undefined;
    return isState(value['state']) ? value['state'] : undefined;
  };
  const drop = (place: string): void =>
    dropNamed(device, (name) => name === place || name.startsWith(`${place}${ROWS}`));
  const rowsAt = (place: string): readonly string[] => {
    const before = stateAt(place)?.done ?? 0;
    const names = namesIn(device).filter((name) => name.startsWith(`${place}${ROWS}`));
    // What was kept of a request, where how far it came was not: the same entries come again.
    for (const name of names.filter((each) => numberAfter(each) > before)) device.removeItem(name);
    return names
      .filter((name) => numberAfter(name) <= before)
      .toSorted((one, other) => numberAfter(one) - numberAfter(other));
  };
  // An import that nobody came back to takes no room for ever.
  unlessRefused(() => {
    const places = namesIn(device).filter((name) => name.startsWith(importsOf(person)) && !name.includes(ROWS));
    for (const place of places) if (stateAt(place) === undefined) drop(place);
  });
  return {
    read: (file) =>
      unlessRefused(() => {
        const place = placeOf(file);
        const state = stateAt(place);
        if (state === undefined) return undefined;
        return { state, rows: rowsAt(place).flatMap((name) => rowsIn(jsonIn(device.getItem(name)))) };
      }),
    keep: (file, state, more) => {
      const place = placeOf(file);
      unlessRefused(() => {
        const taken = rowsAt(place).reduce((sum, name) => sum + (device.getItem(name)?.length ?? 0), 0);
        const rows = taken > ROWS_CHARACTERS_MAX ? more.filter(({ refusal }) => refusal !== undefined) : more;
        if (rows.length > 0) device.setItem(`${place}${ROWS}${state.done}`, JSON.stringify(rows));
      });
      unlessRefused(() => device.setItem(place, JSON.stringify({ keptAt: now(), state })));
    },
    forget: (file) => {
      unlessRefused(() => drop(placeOf(file)));
    },
  };
};
