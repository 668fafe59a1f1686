import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OpenDataStore } from '../../functions/_ports/open-data-ports.ts';

const MEGABYTE = 1024 ** 2;

/** What every store of static files promises. */
export const openDataStoreContract = (name: string, open: () => Promise<OpenDataStore>): void => {
  describe(`static files ${name}`, () => {
    const readAt = async (store: OpenDataStore, path: string) => {
      const file = await store.read(path);
      if (file === undefined) return undefined;
      const chunks: Uint8Array[] = [];
      for await (const chunk of file.chunks) chunks.push(chunk);
      expect(file.bytes).toBe(Buffer.concat(chunks).byteLength);
      return { ...file, text: Buffer.concat(chunks).toString() };
    };
    const textAt = async (store: OpenDataStore, path: string) => (await readAt(store, path))?.text;
    const file = { path: 'tables/acts/2026-03-001.csv', mediaType: 'text/csv' };

    // Short, as long as a part of an upload, and of several: pieces end in the middle of neither parts nor characters.
    test.each([
      ['empty', []],
      ['short', ['ocid,case\r\n', 'ñandú,…\r\n']],
      ['of a whole part', ['a'.repeat(5 * MEGABYTE)]],
      ['of many parts', Array.from({ length: 7 }, (_, index) => `${String(index).repeat(MEGABYTE - 7)}é`)],
      ['in one piece of many parts', ['x'.repeat(10 * MEGABYTE + 1)]],
    ])('are seen when they are finished, whole, with their length and hash: %s', async (_, pieces) => {
      const store = await open();
      const writing = await store.begin(file);
      for (const piece of pieces) await writing.write(piece);
      expect(await store.read(file.path)).toBeUndefined();
      const whole = pieces.join('');
      const sha256 = createHash('sha256').update(whole).digest('hex');
      expect(await writing.finish()).toEqual({ bytes: Buffer.byteLength(whole), sha256 });
      const read = await readAt(store, file.path);
      expect([read?.mediaType, read?.text === whole]).toEqual(['text/csv', true]);
      await writing.abandon();
      expect((await textAt(store, file.path)) === whole).toBe(true);
    });

    test('stay as they were where a newer one is abandoned, and go when it is finished', async () => {
      const store = await open();
      const write = async (text: string, end: 'finish' | 'abandon') => {
        const writing = await store.begin(file);
        await writing.write(text);
        await writing[end]();
        return (await readAt(store, file.path))?.etag;
      };
      const first = await write('first', 'finish');
      expect(await write('x'.repeat(6 * MEGABYTE), 'abandon')).toBe(first);
      expect(await textAt(store, file.path)).toBe('first');
      expect(await write('second', 'finish')).not.toBe(first);
      expect(await textAt(store, file.path)).toBe('second');
      expect(await store.read('tables/acts/2026-03-002.csv')).toBeUndefined();
    });
  });
};
