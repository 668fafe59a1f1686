import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_REFUSALS } from '../../../events/vocabulary.ts';
import { honest, odd, type Sample } from '../../../test/support/documents/corpus.ts';
import { broken, hostile } from '../../../test/support/documents/hostile-corpus.ts';
import { type Examined, examine } from './examine.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'veedor-examine-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
const examined = async ({ name, type, bytes }: Pick<Sample, 'name' | 'type' | 'bytes'>): Promise<Examined> => {
  files += 1;
  const path = join(folder, String(files));
  await writeFile(path, bytes);
  try {
    return await examine({ path, size: bytes.length }, { name, mediaType: type });
  } finally {
    await rm(path);
  }
};

const wordOf = (answer: Examined): string => (answer.usable ? 'usable' : answer.reason);

describe.each([
  ['what honest people send', honest],
  ['what is odd', odd],
  ['what is broken', broken],
  ['what is hostile', hostile],
] as const)('%s', (_, samples) => {
  it('ends as it should', async () => {
    const ends = new Map<string, string>();
    const expected = new Map<string, string>();
    for (const each of await samples()) {
      expected.set(`${each.what} (${each.name})`, each.ends);
      ends.set(`${each.what} (${each.name})`, wordOf(await examined(each)));
    }
    expect(Object.fromEntries(ends)).toEqual(Object.fromEntries(expected));
  });
});

describe('a file', () => {
  it('is refused when it is not as long as was said', async () => {
    const path = join(folder, 'short.txt');
    await writeFile(path, 'text');
    const answer = await examine({ path, size: 5 }, { name: 'short.txt', mediaType: 'text/plain' });
    expect(answer).toEqual({ usable: false, reason: 'size-differs' });
  });

  it('that is not there is an error, and no judgement of it', async () => {
    const asked = examine({ path: join(folder, 'absent'), size: 5 }, { name: 'a.txt', mediaType: 'text/plain' });
    await expect(asked).rejects.toThrow('ENOENT');
  });

  it('ends in an answer, whatever is cut off or changed in it', async () => {
    const seeds = (await honest()).filter(({ bytes }) => bytes.length < 20_000);
    const damage = fc.record({
      seed: fc.constantFrom(...seeds),
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
      flips: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
        maxLength: 8,
      }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ seed, keep, flips }) => {
        const bytes = Buffer.from(
          seed.bytes.subarray(0, flips.length % 2 === 0 ? seed.bytes.length : Math.ceil(seed.bytes.length * keep)),
        );
        for (const [where, value] of flips) bytes[Math.min(bytes.length - 1, Math.floor(where * bytes.length))] = value;
        const answer = await examined({ ...seed, bytes });
        expect(answer.usable || DOCUMENT_REFUSALS.includes(answer.reason)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
