import { isDraft } from '../app/drafts.ts';
import { isRecord, jsonIn, type KeptTexts } from '../app/kept-text.ts';
import { openStore } from '../field/store.ts';
import { type DeviceKey, keyIn, opened, sealed } from '../field/vault.ts';

/** Where the key lies that drafts of the desk are sealed with. */
export const DRAFTS_DATABASE = 'veedor.desk';

/** Texts of the device of which the drafts are at hand, and lie there sealed. */
export interface SealedTexts extends KeptTexts {
  /** When all that was written lies on the device. */
  readonly kept: () => Promise<void>;
  /** What another tab has put there, or taken away. */
  readonly changed: (name: string | null, text: string | null) => Promise<void>;
}

const toText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);

/** What lies on the device says how old it is and nothing else: whoever has no key lets go of it by its age. */
const sealedText = async ({ key }: DeviceKey, name: string, text: string): Promise<string> => {
  const kept = jsonIn(text);
  const { iv, sealed: bytes } = await sealed(key, name, text);
  const keptAt = isRecord(kept) ? kept['keptAt'] : undefined;
  return JSON.stringify({ keptAt, iv: toText(iv), sealed: toText(new Uint8Array(bytes)) });
};

const openedText = async (key: DeviceKey | undefined, name: string, text: string): Promise<string | undefined> => {
  const kept = jsonIn(text);
  if (!isRecord(kept) || typeof kept['iv'] !== 'string' || typeof kept['sealed'] !== 'string') return undefined;
  const { iv, sealed: bytes } = { iv: toBytes(kept['iv']), sealed: toBytes(kept['sealed']).buffer };
  const found = await opened(key, name, { iv, sealed: bytes, isBytes: false });
  return typeof found === 'string' ? found : undefined;
};

/** Whether it was kept without a key. */
const isClear = (text: string): boolean => {
  const kept = jsonIn(text);
  return isRecord(kept) && isRecord(kept['fields']);
};

const namesIn = (device: KeptTexts): readonly string[] =>
  Array.from({ length: device.length }, (_, index) => device.key(index) ?? '');

/**
 * The texts of a device with its drafts enciphered, under a key that no script can take away and that lies apart: whoever finds the
 * disk without this browser reads none of them. The rest is kept as it is: names, ages and hashes.
 */
export const sealedTexts = async (device: KeptTexts, key: DeviceKey | undefined): Promise<SealedTexts> => {
  const drafts = new Map<string, string>();
  const held = { keeping: Promise.resolve(), isFull: key === undefined };
  const keep = (name: string, text: string): void => {
    held.keeping = held.keeping.then(async () => {
      // Written anew or erased meanwhile: then this one lies nowhere.
      if (key === undefined || drafts.get(name) !== text) return;
      const sealing = await sealedText(key, name, text);
      if (drafts.get(name) !== text) return;
      try {
        device.setItem(name, sealing);
        held.isFull = false;
      } catch {
        held.isFull = true;
      }
    });
  };
  for (const name of namesIn(device).filter(isDraft)) {
    const there = device.getItem(name) ?? '';
    const text = isClear(there) ? there : await openedText(key, name, there);
    if (text === undefined) continue;
    drafts.set(name, text);
    if (isClear(there)) keep(name, text);
  }
  const names = (): readonly string[] => [...namesIn(device).filter((name) => !isDraft(name)), ...drafts.keys()];
  return {
    get length() {
      return names().length;
    },
    key: (index) => names()[index] ?? null,
    getItem: (name) => (isDraft(name) ? (drafts.get(name) ?? null) : device.getItem(name)),
    setItem: (name, text) => {
      if (!isDraft(name)) {
        device.setItem(name, text);
        return;
      }
      drafts.set(name, text);
      keep(name, text);
      // Said of what comes after it: whether there is room is known once it was sealed.
      if (held.isFull) throw new Error('The device has no room for it.');
    },
    removeItem: (name) => {
      drafts.delete(name);
      device.removeItem(name);
    },
    kept: () => held.keeping,
    changed: async (name, text) => {
      if (name === null) drafts.clear();
      if (name === null || !isDraft(name)) return;
      const there = text === null ? undefined : await openedText(key, name, text);
      if (there === undefined) drafts.delete(name);
      else drafts.set(name, there);
    },
  };
};

/** Of this browser. Where it keeps no key, only the page has what is written, and says that there is no room for it. */
export const openSealedTexts = async (browser: Window & WindowOrWorkerGlobalScope): Promise<KeptTexts> => {
  const key = await openStore(browser, DRAFTS_DATABASE)
    .then(keyIn)
    .catch(() => undefined);
  const texts = await sealedTexts(browser.localStorage, key);
  browser.addEventListener('storage', (event) => void texts.changed(event.key, event.newValue));
  return texts;
};
