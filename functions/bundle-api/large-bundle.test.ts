import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { FILES_PER_THING_MAX } from '../../domain/documents/limits.ts';
import { extensionOf } from '../../domain/documents/media-types.ts';
import { bundleOf } from '../../test/support/fetched-bundle.ts';
import { hashOf } from '../../test/support/handed-in.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { shelve } from '../../test/support/shelved.ts';
import type { EvidenceDocument, EvidenceDocuments } from '../_ports/bundle-ports.ts';
import { accepted } from '../check-document/examine/accepted.ts';
import { PART_BYTES_MAX, PART_FILES_MAX, partsOf, pathOf } from './bundle-parts.ts';
import { evidenceDocuments } from './evidence-documents.ts';

/** All that one finding holds, but for the one that the journey announced. */
const DOCUMENTS = FILES_PER_THING_MAX - 1;
const DOCUMENT_BYTES = 100_000;
const FINDING = 'observation-2';

let house: House;
let caseId: string;
/** What hangs on the finding, in the order of numbers. */
const shelved: string[] = [];
beforeAll(async () => {
  ({ house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations')));
  for (let index = 1; index <= DOCUMENTS; index += 1) {
    const bytes = Buffer.alloc(DOCUMENT_BYTES, `${index} `);
    shelved.push(
      await shelve(house, caseId, {
        bytes,
        attachedTo: FINDING,
        name: `scan ${index}.pdf`,
        mediaType: 'application/pdf',
      }),
    );
  }
});

describe('a bundle of many documents', () => {
  let evidence: EvidenceDocuments;
  const opened = { now: 0, most: 0 };

  beforeAll(() => {
    const inMemory = evidenceDocuments(house);
    evidence = {
      ...inMemory,
      async *open(asked) {
        opened.now += 1;
        opened.most = Math.max(opened.most, opened.now);
        yield* inMemory.open(asked);
        opened.now -= 1;
      },
    };
  });

  it('is kept and answered as a link of at most a minute, whose bytes hold every document with its sum', async () => {
    const { fetched } = bundleOf({ ...house, evidence }, caseId);
    const answer = await fetched('control-1', 'escalation-1/bundle');
    expect(answer.statusCode).toBe(303);
    const { url, expiresAt } = JSON.parse(answer.body ?? '');
    expect(answer.headers).toMatchObject({ location: url, 'cache-control': 'no-store' });
    expect(Date.parse(expiresAt) - Date.parse(house.clock.now())).toBeLessThanOrEqual(60_000);
    const kept = [...house.bundles.kept].find(([key]) => key.endsWith('-es-1.zip'))?.[1];
    const files = unzipSync(kept ?? new Uint8Array());
    const sums = strFromU8(files[`${caseId}-escalation-1/SHA256SUMS`] ?? new Uint8Array());
    for (let index = 1; index <= DOCUMENTS; index += 1) {
      const sum = hashOf(Buffer.alloc(DOCUMENT_BYTES, `${index} `));
      expect(sums).toContain(`${sum}  documents/${shelved[index - 1]}.pdf\n`);
    }
    expect(opened).toEqual({ now: 0, most: 1 });
  });

  it('is written once: whoever asks again is given the link alone, and nobody else is', async () => {
    await bundleOf({ ...house, evidence }, caseId).fetched('control-1', 'escalation-1/bundle');
    const never: EvidenceDocuments = {
      ...evidence,
      open: () => {
        throw new Error('It is kept already.');
      },
    };
    const { fetched } = bundleOf({ ...house, evidence: never }, caseId);
    expect((await fetched('witness-1', 'escalation-1/bundle')).statusCode).toBe(303);
    expect(await fetched('bidder-1', 'escalation-1/bundle')).toEqual(await fetched('', 'escalation-99/bundle'));
  });

  it('is not kept at all where a document is not what it was, and the caller may ask again', async () => {
    for (const changed of [DOCUMENT_BYTES - 1, DOCUMENT_BYTES + 1]) {
      const other: EvidenceDocuments = {
        ...evidence,
        async *open() {
          yield Buffer.alloc(changed, 'x');
        },
      };
      const before = house.bundles.kept.size;
      const { statusCode } = await bundleOf({ ...house, evidence: other }, caseId).fetched(
        'control-1',
        'escalation-1/bundle?language=en',
      );
      expect([statusCode, house.bundles.kept.size]).toEqual([503, before]);
    }
    // As long as it was, and other bytes.
    const same: EvidenceDocuments = {
      ...evidence,
      async *open() {
        yield Buffer.alloc(DOCUMENT_BYTES, 'x');
      },
    };
    const { statusCode } = await bundleOf({ ...house, evidence: same }, caseId).fetched(
      'control-1',
      'escalation-1/bundle?language=pt',
    );
    expect(statusCode).toBe(503);
  });
});

describe('the path of a document in a bundle', () => {
  it.each([
    ['image/jpeg', 'documents/document-7.jpg'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'documents/document-7.xlsx'],
    ['application/x-unheard-of', 'documents/document-7'],
    ['toString', 'documents/document-7'],
    ['../x', 'documents/document-7'],
  ])('is ours, and ends by what was found in it: %s', (mediaType, path) => {
    expect(pathOf('document-7', { mediaType })).toBe(path);
  });

  it('has an ending for everything that a document can be', () => {
    for (const { mediaType, extensions } of accepted) expect(extensions).toContain(extensionOf(mediaType));
  });

  it('is of a document of ours', () => {
    for (const id of ['../x', 'document-0', '-rf'])
      expect(() => pathOf(id, { mediaType: 'image/jpeg' })).toThrow('an id of ours');
  });
});

describe('more documents than one ZIP can hold', () => {
  const sized = (index: number, sizeBytes: number): EvidenceDocument => ({
    id: `document-${index}`,
    attachedTo: 'observation-1',
    name: 'a.mp4',
    original: { sha256: '0'.repeat(64), sizeBytes, mediaType: 'video/mp4' },
  });

  it('come in parts, each below what can be read everywhere', () => {
    const half = PART_BYTES_MAX / 2;
    const all = [sized(1, half), sized(2, half), sized(3, 1), sized(4, PART_BYTES_MAX)];
    const { parts, leftOut } = partsOf(all, 'originals');
    expect(parts.map((part) => part.map(({ id }) => id))).toEqual([
      ['document-1', 'document-2'],
      ['document-3'],
      ['document-4'],
    ]);
    expect(leftOut).toEqual([]);
    const many = Array.from({ length: PART_FILES_MAX + 1 }, (_, index) => sized(index + 1, 1));
    expect(partsOf(many, 'originals').parts.map(({ length }) => length)).toEqual([PART_FILES_MAX, 1]);
  });

  it('leave out one that is too large for any, and say so', () => {
    expect(partsOf([sized(1, PART_BYTES_MAX + 1), sized(2, 1)], 'originals')).toMatchObject({
      parts: [[{ id: 'document-2' }]],
      leftOut: [{ id: 'document-1', because: 'too-large', sha256: '0'.repeat(64) }],
    });
  });

  it('are asked for by their number: every part is a bundle whose sums hold, and is recorded with what is in it', async () => {
    const evidence = evidenceDocuments(house);
    const large: EvidenceDocuments = {
      ...evidence,
      list: async (asked) => {
        const { items } = await evidence.list({ ...asked, limit: 3 });
        const extra = Array.from({ length: PART_FILES_MAX - 1 }, (_, index) => sized(index + 1_000, 1));
        const [first, ...others] = items.filter(({ withheld }) => withheld === undefined);
        return first === undefined ? { items } : { items: [first, ...extra, ...others] };
      },
    };
    const { fetched, bytes } = bundleOf({ ...house, evidence: large }, caseId);
    const files = unzipSync(await bytes('control-1', 'escalation-1/bundle?part=2'));
    expect(Object.keys(files)).toEqual(
      [`documents/${shelved[1]}.pdf`, 'manifest.json', 'SHA256SUMS'].map(
        (path) => `${caseId}-escalation-1-part-2/${path}`,
      ),
    );
    expect((await fetched('control-1', 'escalation-1/bundle?part=3')).statusCode).toBe(404);
    const { head } = await house.cases.read({ case: caseId, subjects: [] });
    const contents = await house.cases.contents({ case: caseId, versions: [head?.version ?? 0] });
    expect(contents.get(head?.version ?? 0)?.body).toMatchObject({ documents: [shelved[1]], by: 'control-1' });
  });
});
