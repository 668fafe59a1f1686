import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentStore } from '../../functions/_ports/document-ports.ts';
import { temporaryFolder } from '../integration/embedded-table.ts';

export interface StoreWithUpload {
  readonly documents: DocumentStore;
  /** Puts bytes under a key as somebody with a link would. */
  readonly upload: (key: string, bytes: Buffer) => Promise<void>;
}

const BYTES = Buffer.from('what somebody saw, in bytes');
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const CASE = 'ip-0123456789abcdef0123';
const INCOMING = `incoming/${CASE}/document-1`;

const whole = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
};

/** What a bucket of documents does, wherever it is. */
export const documentStoreContract = (where: string, open: () => Promise<StoreWithUpload>): void => {
  describe(`the documents ${where}`, () => {
    test('are found and read as they came, and absent where nothing came', async () => {
      const { documents, upload } = await open();
      expect(await documents.find(INCOMING)).toBeUndefined();
      await expect(whole(documents.read(INCOMING))).rejects.toThrow('S3: NoSuchKey');
      await upload(INCOMING, BYTES);
      expect(await documents.find(INCOMING)).toMatchObject({ sizeBytes: BYTES.byteLength });
      expect(await whole(documents.read(INCOMING))).toBe(BYTES.toString());
    });

    test('are sealed once, again and again, and stay when what arrived is forgotten', async () => {
      const { documents, upload } = await open();
      await upload(INCOMING, BYTES);
      const seal = { from: INCOMING, to: `originals/${CASE}/document-1`, until: '2036-03-02T00:00:00.000Z' };
      await documents.seal(seal);
      await documents.seal(seal);
      await documents.seal({ ...seal, until: '2036-03-03T00:00:00.000Z' });
      await expect(documents.seal({ ...seal, until: '2036-03-01T00:00:00.000Z' })).rejects.toThrow('S3: AccessDenied');
      await documents.forget(INCOMING);
      await documents.forget(INCOMING);
      expect(await documents.find(INCOMING)).toBeUndefined();
      expect(await whole(documents.read(seal.to))).toBe(BYTES.toString());
    });

    test('are set aside', async () => {
      const { documents, upload } = await open();
      await upload(INCOMING, BYTES);
      await documents.setAside({ from: INCOMING, to: `quarantine/30/${CASE}/document-1` });
      expect(await whole(documents.read(`quarantine/30/${CASE}/document-1`))).toBe(BYTES.toString());
    });

    test('keep a number, and none where none was kept', async () => {
      const { documents } = await open();
      const key = `checking/${CASE}/document-1`;
      expect(await documents.count(key)).toBeUndefined();
      for (const count of [2, 0]) {
        await documents.keepCount(key, count);
        expect(await documents.count(key)).toBe(count);
      }
      await documents.forget(key);
      expect(await documents.count(key)).toBeUndefined();
    });

    test('take a copy that is what it is said to be, and no other', async () => {
      const { documents } = await open();
      const path = join(await temporaryFolder(), 'copy');
      await writeFile(path, BYTES);
      const copy = { key: `shared/${CASE}/document-1`, path, sizeBytes: BYTES.byteLength, mediaType: 'image/jpeg' };
      await expect(documents.put({ ...copy, sha256: 'a'.repeat(64) })).rejects.toThrow('S3: BadDigest');
      expect(await documents.find(copy.key)).toBeUndefined();
      await documents.put({ ...copy, sha256 });
      expect(await whole(documents.read(copy.key))).toBe(BYTES.toString());
    });

    test('are listed in pages by where they stand', async () => {
      const { documents, upload } = await open();
      for (const number of [1, 2, 3]) await upload(`incoming/${CASE}/document-${number}`, BYTES);
      await upload(`shared/${CASE}/document-9`, BYTES);
      const first = await documents.list({ prefix: 'incoming/', limit: 2 });
      expect(first.items.map(({ key }) => key)).toEqual([1, 2].map((each) => `incoming/${CASE}/document-${each}`));
      const second = await documents.list({ prefix: 'incoming/', limit: 2, from: first.next ?? '' });
      expect(second.items.map(({ key }) => key)).toEqual([`incoming/${CASE}/document-3`]);
      expect(second.next).toBeUndefined();
    });
  });
};
