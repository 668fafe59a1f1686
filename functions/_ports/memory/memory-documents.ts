import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DocumentLinks, DocumentStore, PartUploads } from '../document-ports.ts';
import { OutsideFailure } from '../ports.ts';

interface Kept {
  readonly bytes: Uint8Array;
  readonly storedAt: string;
  readonly lockedUntil?: string;
}

/** A bucket in memory: what links of it would do is done by `upload` and `open`. */
export interface MemoryDocuments extends DocumentStore {
  readonly links: DocumentLinks;
  readonly uploads: PartUploads;
  /** What whoever holds a form of this key does with it. */
  readonly upload: (key: string, bytes: Uint8Array) => void;
  readonly lockedUntil: (key: string) => string | undefined;
  readonly keys: () => readonly string[];
}

const HOUR = '2026-03-02T15:00:00.000Z';

export const memoryDocuments = (now: () => string = () => HOUR): MemoryDocuments => {
  const kept = new Map<string, Kept>();
  const begun = new Map<string, Map<number, Uint8Array>>();
  const at = (key: string): Kept => {
    const found = kept.get(key);
    if (found === undefined) throw new OutsideFailure('S3: NoSuchKey');
    return found;
  };
  const upload = (key: string, bytes: Uint8Array): void => void kept.set(key, { bytes, storedAt: now() });
  const link = async (text: string) => ({ url: `https://store.example/${text}`, expiresAt: now() });
  return {
    upload,
    keys: () => [...kept.keys()].toSorted(),
    lockedUntil: (key) => kept.get(key)?.lockedUntil,
    find: async (key) => {
      const found = kept.get(key);
      return found === undefined ? undefined : { sizeBytes: found.bytes.byteLength, storedAt: found.storedAt };
    },
    async *read(key) {
      yield at(key).bytes;
    },
    put: async ({ key, path, sha256 }) => {
      const bytes = new Uint8Array(await readFile(path));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new OutsideFailure('S3: BadDigest');
      upload(key, bytes);
    },
    seal: async ({ from, to, until }) => {
      const { lockedUntil = until, ...there } = kept.get(to) ?? at(from);
      if (until < lockedUntil) throw new OutsideFailure('S3: AccessDenied');
      kept.set(to, { ...there, lockedUntil: until });
    },
    setAside: async ({ from, to }) => void kept.set(to, at(from)),
    forget: async (key) => void kept.delete(key),
    count: async (key) => {
      const found = kept.get(key);
      return found === undefined ? undefined : Number(Buffer.from(found.bytes).toString());
    },
    keepCount: async (key, count) => upload(key, Buffer.from(String(count))),
    list: async ({ prefix, from = '', limit }) => {
      const keys = [...kept.keys()].filter((key) => key.startsWith(prefix) && key > from).toSorted();
      const items = keys.slice(0, limit).map((key) => ({ key, storedAt: at(key).storedAt }));
      const last = items.at(-1)?.key;
      return { items, ...(keys.length > limit && last !== undefined ? { next: last } : {}) };
    },
    links: {
      form: async ({ key, sha256 }) => ({ ...(await link(key)), fields: { key, sha256 } }),
      part: ({ key, upload: id, number }) => link(`${key}?upload=${id}&part=${number}`),
      read: ({ key, trace }) => link(`${key}?trace=${trace}`),
    },
    uploads: {
      under: async (key) => (begun.has(key) ? `upload-of-${key}` : undefined),
      begin: async ({ key }) => {
        begun.set(key, new Map());
        return `upload-of-${key}`;
      },
      parts: async ({ key }) =>
        [...(begun.get(key) ?? [])].map(([number, bytes]) => ({
          number,
          etag: String(number),
          sizeBytes: bytes.byteLength,
        })),
      complete: async ({ key }) => {
        upload(key, Buffer.concat([...(begun.get(key) ?? new Map<number, Uint8Array>()).values()]));
        begun.delete(key);
      },
      isThere: async (key) => kept.has(key),
    },
  };
};
