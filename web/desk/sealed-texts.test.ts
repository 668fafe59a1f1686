import { describe, expect, it } from 'vitest';
import { memoryTexts } from '../../test/support/memory-texts.ts';
import { DRAFT_MS_MAX, draftsOf } from '../app/drafts.ts';
import type { KeptTexts } from '../app/kept-text.ts';
import { keyIn } from '../field/vault.ts';
import { sealedTexts } from './sealed-texts.ts';

const START = Date.UTC(2026, 2, 2);
const WRITTEN = { narrative: 'The officer asked for ten percent.' };

const newKey = () => keyIn({ get: async () => undefined, settle: async (_, value) => value });
const key = await newKey();
const draftsIn = (device: KeptTexts, now = START) => draftsOf({ device, person: 'witness-1', now: () => now });
const all = (device: KeptTexts): string =>
  Array.from({ length: device.length }, (_, index) => device.getItem(device.key(index) ?? '')).join();

/** A device on which something was written at the desk. */
const written = async (device = memoryTexts()) => {
  const texts = await sealedTexts(device, key);
  expect(draftsIn(texts).keep('finding', WRITTEN)).toBe(true);
  await texts.kept();
  return { device, texts };
};

describe('what somebody writes at the desk', () => {
  it('lies on the device so that nobody reads it without its key, and is there again with it', async () => {
    const { device } = await written();
    expect(device.length).toBe(1);
    expect(all(device)).not.toContain('percent');
    expect(draftsIn(await sealedTexts(device, key)).read('finding')).toEqual(WRITTEN);
    expect(draftsIn(await sealedTexts(device, await newKey())).read('finding')).toBeUndefined();
  });

  it('put under another name is not taken for what stood there', async () => {
    const { device } = await written();
    const name = device.key(0) ?? '';
    device.setItem(name.replace('finding', 'other'), all(device));
    const drafts = draftsIn(await sealedTexts(device, key));
    expect([drafts.read('finding'), drafts.read('other')]).toEqual([WRITTEN, undefined]);
  });

  it('stays where a page opens that has no key, goes by its age there, and when its writer signs out', async () => {
    const { device } = await written();
    draftsIn(device, START + DRAFT_MS_MAX);
    expect(device.length).toBe(1);
    draftsIn(device, START + DRAFT_MS_MAX + 1);
    expect(device.length).toBe(0);
    const { device: other } = await written();
    draftsIn(other).forgetAll();
    expect(other.length).toBe(0);
  });

  it('that was erased before it was sealed lies nowhere, and of what was written twice the last lies there', async () => {
    const device = memoryTexts();
    const texts = await sealedTexts(device, key);
    const drafts = draftsIn(texts);
    drafts.keep('one', WRITTEN);
    drafts.forget('one');
    drafts.keep('two', { narrative: 'first' });
    drafts.keep('two', WRITTEN);
    await texts.kept();
    const again = draftsIn(await sealedTexts(device, key));
    expect([device.length, again.read('one'), again.read('two')]).toEqual([1, undefined, WRITTEN]);
  });

  it('is in other tabs what it is in the one where it was written last, or erased', async () => {
    const { device, texts } = await written();
    const other = await sealedTexts(device, key);
    draftsIn(texts).keep('finding', { narrative: 'anew' });
    await texts.kept();
    const name = device.key(0) ?? '';
    await other.changed(name, device.getItem(name));
    expect(draftsIn(other).read('finding')).toEqual({ narrative: 'anew' });
    await other.changed(name, null);
    expect(draftsIn(other).read('finding')).toBeUndefined();
  });

  it('says that there is no room where there is none, or no key, and what lay there in clear is sealed', async () => {
    const full = await sealedTexts(memoryTexts(10), key);
    draftsIn(full).keep('finding', WRITTEN);
    await full.kept();
    expect(draftsIn(full).keep('finding', WRITTEN)).toBe(false);
    expect(draftsIn(await sealedTexts(memoryTexts(), undefined)).keep('finding', WRITTEN)).toBe(false);
    const device = memoryTexts();
    draftsIn(device).keep('finding', WRITTEN);
    const texts = await sealedTexts(device, key);
    await texts.kept();
    expect(all(device)).not.toContain('percent');
    expect(draftsIn(texts).read('finding')).toEqual(WRITTEN);
  });
});
