import { isRecord, jsonIn } from '../app/kept-text.ts';
import type { Changes, Store } from './store.ts';

/** Bytes of a file. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * What somebody wrote, photographed and read, on their device. It lies there enciphered, under a key that no script can take away:
 * whoever finds the disk reads nothing of it without this browser, and once the key is gone nobody does.
 */
export interface Vault {
  /** What JSON or bytes stand under a name; undefined where nothing does, or where it was written under a key that is gone. */
  readonly read: (name: string) => Promise<unknown>;
  readonly under: (prefix: string) => Promise<readonly (readonly [name: string, value: unknown])[]>;
  /** All of it, or nothing. Rejects where the device has no room. */
  readonly write: (changes: Changes) => Promise<void>;
  /** Changes one thing by what stands there, one after the other in all tabs. Answers what stands there then. */
  readonly change: (name: string, change: (known: unknown) => unknown, also?: Changes) => Promise<unknown>;
  /** Lets go of everything and of the key. From then on it takes nothing any more, here and wherever else it was open. */
  readonly empty: () => Promise<void>;
}

/** Does one thing after the other under a name, in all tabs of the browser and in the worker. */
export type Alone = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export interface Sealed {
  readonly iv: Bytes;
  readonly sealed: ArrayBuffer;
  readonly isBytes: boolean;
}

const KEY = 'key';
const OF_KEY = { name: 'AES-GCM', length: 256 } as const;
const IV_BYTES = 12;
const CHANGES = 'veedor.vault';

export const openVault = (store: Store, alone: Alone): Vault => {
  const held: { isEmptied: boolean; key?: DeviceKey | undefined } = { isEmptied: false };
  const isOpen = (): boolean => !held.isEmptied;
  /** The key as it lies there. It is another where somebody signed out in another tab, and then this one has come too late. */
  const found = async (): Promise<DeviceKey | undefined> => {
    const there = await store.get(KEY);
    const known = isDeviceKey(there) ? there : undefined;
    held.key ??= known;
    if (held.key?.id !== known?.id) held.isEmptied = true;
    return held.isEmptied ? undefined : known;
  };
  const write = async (changes: Changes): Promise<void> => {
    const known = await found();
    // What was under way when somebody signed out is theirs, and comes too late.
    if (!isOpen()) throw new Error('The vault was emptied.');
    held.key ??= known ?? (await madeIn(store));
    const { key } = held.key;
    const sealing = Object.entries(changes).map(
      async ([name, value]) => [name, value === undefined ? undefined : await sealed(key, name, value)] as const,
    );
    const changed = Object.fromEntries(await Promise.all(sealing));
    if (isOpen()) await store.write(changed);
  };
  const read = async (name: string): Promise<unknown> => opened(await found(), name, await store.get(name));
  return {
    read,
    write,
    under: async (prefix) => {
      const key = await found();
      const all = await Promise.all(
        (await store.under(prefix)).map(async ([name, value]) => [name, await opened(key, name, value)] as const),
      );
      return all.filter(([, value]) => value !== undefined);
    },
    change: (name, change, also = {}) =>
      alone(CHANGES, async () => {
        const known = await read(name);
        const next = change(known);
        if (next !== known) await write({ ...also, [name]: next });
        return next;
      }),
    empty: () => {
      held.isEmptied = true;
      return alone(CHANGES, store.clear);
    },
  };
};

/** The key of this device. It can be used and not read; two that are read from the disk cannot be compared but by their ids. */
export interface DeviceKey {
  readonly id: string;
  readonly key: CryptoKey;
}

const isDeviceKey = (value: unknown): value is DeviceKey => isRecord(value) && value['key'] instanceof CryptoKey;

/** The key of a store, made where there is none yet. Of two that are made at once, the first stays. */
export const keyIn = async (store: Pick<Store, 'get' | 'settle'>): Promise<DeviceKey> => {
  const there = await store.get(KEY);
  return isDeviceKey(there) ? there : madeIn(store);
};

const madeIn = async (store: Pick<Store, 'settle'>): Promise<DeviceKey> => {
  const key = await crypto.subtle.generateKey(OF_KEY, false, ['encrypt', 'decrypt']);
  const settled = await store.settle(KEY, { id: crypto.randomUUID(), key });
  if (isDeviceKey(settled)) return settled;
  throw new Error('This browser keeps no key.');
};

/** The name goes into the seal: what was put under one name is not taken for another. */
const about = (name: string, isBytes: boolean): Bytes =>
  new TextEncoder().encode(`${isBytes ? 'bytes' : 'json'} ${name}`);

export const sealed = async (key: CryptoKey, name: string, value: unknown): Promise<Sealed> => {
  const isBytes = value instanceof Uint8Array;
  const plain = isBytes ? new Uint8Array(value) : new TextEncoder().encode(JSON.stringify(value));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const how = { name: OF_KEY.name, iv, additionalData: about(name, isBytes) };
  return { iv, isBytes, sealed: await crypto.subtle.encrypt(how, key, plain) };
};

const isSealed = (value: unknown): value is Sealed => typeof value === 'object' && value !== null && 'sealed' in value;

export const opened = async (known: DeviceKey | undefined, name: string, value: unknown): Promise<unknown> => {
  if (known === undefined || !isSealed(value)) return undefined;
  const { iv, isBytes } = value;
  try {
    const how = { name: OF_KEY.name, iv, additionalData: about(name, isBytes) };
    const plain = await crypto.subtle.decrypt(how, known.key, value.sealed);
    return isBytes ? new Uint8Array(plain) : jsonIn(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
};
