import { describe, expect, it } from 'vitest';
import { memoryTexts } from '../../../test/support/memory-texts.ts';
import { DRAFT_MS_MAX, draftsOf } from '../../app/drafts.ts';
import { importsKept, ROWS_CHARACTERS_MAX } from './import-kept.ts';
import { beginning, type ImportedRow, type ImportState } from './import-run.ts';

const FILE = { name: 'obras|2026.json', size: 7, lastModified: 1 };
const row = (n: number, more: Partial<ImportedRow> = {}): ImportedRow => ({
  place: `line ${n}`,
  outcome: 'imported',
  problems: 0,
  ...more,
});
const after = (done: number): ImportState => ({ ...beginning('run'), done });
const open = (device = memoryTexts(), now = 0) => importsKept(device, { person: 'coordinator-1', now: () => now });

describe('an import that is not finished', () => {
  it('is told whole when the same file is chosen again, and no other', () => {
    const device = memoryTexts();
    open(device).keep(FILE, after(9), [row(9)]);
    open(device).keep(FILE, after(11), [row(10), row(11)]);
    expect(open(device).read(FILE)).toEqual({ state: after(11), rows: [row(9), row(10), row(11)] });
    expect(open(device).read({ ...FILE, size: 8 })).toBeUndefined();
    open(device).forget(FILE);
    expect(device.length).toBe(0);
  });

  it('tells nothing twice where the device kept what was new and not how far it came', () => {
    const device = memoryTexts();
    open(device).keep(FILE, after(1), [row(1)]);
    const state =
      [...Array(device.length)].map((_, at) => device.key(at) ?? '').find((name) => !name.includes('|')) ?? '';
    const before = device.getItem(state) ?? '';
    open(device).keep(FILE, after(3), [row(2), row(3)]);
    device.setItem(state, before);
    open(device).keep(FILE, after(2), [row(2)]);
    open(device).keep(FILE, after(4), [row(3), row(4)]);
    expect(open(device).read(FILE)?.rows).toEqual([1, 2, 3, 4].map((n) => row(n)));
  });

  it('leaves room for drafts: of what is too much it keeps what was refused', () => {
    const device = memoryTexts();
    open(device).keep(FILE, after(1), [row(1, { ocid: 'x'.repeat(ROWS_CHARACTERS_MAX) })]);
    const refused = row(3, { outcome: 'refused', refusal: 'too-large' });
    open(device).keep(FILE, after(3), [row(2), refused]);
    expect(open(device).read(FILE)?.rows.slice(1)).toEqual([refused]);
  });

  it('goes when its person signs out, and when nobody comes back to it', () => {
    const device = memoryTexts();
    open(device).keep(FILE, after(1), [row(1)]);
    draftsOf({ device, person: 'coordinator-2', now: () => 0 }).forgetAll();
    expect(open(device).read(FILE)).toBeDefined();
    draftsOf({ device, person: 'coordinator-1', now: () => 0 }).forgetAll();
    expect(device.length).toBe(0);
    open(device).keep(FILE, after(1), [row(1)]);
    open(device, DRAFT_MS_MAX + 1);
    expect(device.length).toBe(0);
  });
});
