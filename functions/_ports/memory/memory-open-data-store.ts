import { createHash } from 'node:crypto';
import type { OpenDataStore } from '../open-data-ports.ts';

/** Static files in memory. */
export interface MemoryOpenDataStore extends OpenDataStore {
  readonly files: ReadonlyMap<string, { readonly mediaType: string; readonly text: string }>;
}

export const memoryOpenDataStore = (): MemoryOpenDataStore => {
  const files = new Map<string, { mediaType: string; text: string }>();
  return {
    files,
    begin: async ({ path, mediaType }) => {
      const texts: string[] = [];
      return {
        write: async (text) => void texts.push(text),
        finish: async () => {
          const text = texts.join('');
          files.set(path, { mediaType, text });
          return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
        },
        abandon: async () => void texts.splice(0),
      };
    },
    read: async (path) => {
      const file = files.get(path);
      if (file === undefined) return undefined;
      const bytes = Buffer.from(file.text);
      const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
      return { mediaType: file.mediaType, bytes: bytes.byteLength, etag, chunks: chunksOf(bytes) };
    },
  };
};

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
