import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { s3BundleStore } from '../../functions/_ports/aws/bundle-store.ts';
import { s3OpenDataStore } from '../../functions/_ports/aws/open-data-store.ts';
import { openDataStoreContract } from '../contract/open-data-store.contract.ts';
import { CREDENTIALS, codeOf, REGION, world } from './object-store-world.ts';

const MEGABYTE = 1024 ** 2;

const stored = async () => {
  const { store } = await world();
  const bucket = { name: 'locked', region: REGION, endpoint: store.url, credentials: CREDENTIALS };
  return { bundles: s3BundleStore(bucket), elsewhere: s3BundleStore({ ...bucket, name: 'nowhere' }) };
};

/** Chunks of odd sizes, so that no part ends where a chunk does. */
async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 777_777) yield bytes.subarray(start, start + 777_777);
}

const key = 'bundles/ip-00000000000000000000/escalation-1/1-9-es-1.zip';

describe('the store of bundles', () => {
  test.each([1, 8 * MEGABYTE, 8 * MEGABYTE + 1, 20 * MEGABYTE])(
    'keeps %i bytes as they came, and lends them by a link of a minute',
    async (size) => {
      const { bundles } = await stored();
      const bytes = Buffer.alloc(size, 'evidence of what was seen;');
      expect(await bundles.has(key)).toBe(false);
      await bundles.keep({ key, chunks: chunksOf(bytes) });
      expect(await bundles.has(key)).toBe(true);
      const { url, expiresAt } = await bundles.link({ key, fileName: 'ip-1-escalation-1.zip' });
      expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
      const answer = await fetch(url);
      const fetched = Buffer.from(await answer.arrayBuffer());
      expect(createHash('sha256').update(fetched).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ip-1-escalation-1.zip"');
      expect(answer.headers.get('content-type')).toBe('application/zip');
      expect(await codeOf(await fetch(url.replace('escalation-1/1-9', 'escalation-2/1-9')))).toBe(
        '403 SignatureDoesNotMatch',
      );
    },
  );

  test('keeps nothing where the source fails on its way, and passes on what it failed with', async () => {
    const { bundles } = await stored();
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(9 * MEGABYTE);
      throw new Error('The source is gone.');
    };
    await expect(bundles.keep({ key, chunks: failing() })).rejects.toThrow('The source is gone.');
    expect(await bundles.has(key)).toBe(false);
  });

  test('says what failed where there is no such bucket', async () => {
    const { elsewhere } = await stored();
    await expect(elsewhere.keep({ key, chunks: chunksOf(Buffer.alloc(1)) })).rejects.toThrow('S3: NoSuchBucket');
  });
});

openDataStoreContract('in S3', async () => {
  const { store } = await world();
  return s3OpenDataStore({ name: 'plain', region: REGION, endpoint: store.url, credentials: CREDENTIALS });
});
