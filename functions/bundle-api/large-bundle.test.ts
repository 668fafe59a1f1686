import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf } from '../../test/support/fetched-bundle.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import type { EvidenceDocument, EvidenceDocuments } from '../_ports/bundle-ports.ts';
import { evidenceOf } from '../_ports/memory/memory-evidence.ts';
import { PART_BYTES_MAX, PART_FILES_MAX, partsOf, pathOf } from './bundle-parts.ts';

const DOCUMENTS = 200;
const DOCUMENT_BYTES = 100_000;

let house: House;
let caseId: string;
beforeAll(async () => {
  ({ house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations')));
});

describe('a bundle of 200 documents', () => {
  let folder: string;
  let documents: EvidenceDocument[];
  const opened = { now: 0, most: 0 };
  const evidence: EvidenceDocuments = {
    list: async ({ from = '0', limit }) => {
      const start = Number(from);
      const next = start + limit < documents.length ? { next: String(start + limit) } : {};
      return { items: documents.slice(start, start + limit), ...next };
    },
    async *open({ document }) {
      opened.now += 1;
      opened.most = Math.max(opened.most, opened.now);
      yield* createReadStream(join(folder, document)) as AsyncIterable<Uint8Array>;
      opened.now -= 1;
    },
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veedor-evidence-'));
    documents = [];
    for (let index = 1; index <= DOCUMENTS; index += 1) {
      const bytes = Buffer.alloc(DOCUMENT_BYTES, `${index} `);
      const file = await open(join(folder, `document-${index}`), 'w');
      await file.write(bytes);
      await file.close();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      documents.push({
        id: `document-${index}`,
        name: `scan ${index}.pdf`,
        original: { sha256, sizeBytes: bytes.length },
      });
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

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
    for (const { id, original } of documents) expect(sums).toContain(`${original.sha256}  documents/${id}.pdf\n`);
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

describe('the name of a document in a bundle', () => {
  it.each([
    ['photo.JPG', 'documents/document-7.jpg'],
    ['../../etc/passwd', 'documents/document-7'],
    ['=HYPERLINK("x").csv', 'documents/document-7.csv'],
    ['-rf.txt', 'documents/document-7.txt'],
    ['a\nb/../c.p\u202efdp', 'documents/document-7'],
    ['CON.tar.gz', 'documents/document-7.gz'],
    ['.\u0000.exe\u0000', 'documents/document-7'],
    ['', 'documents/document-7'],
  ])('is ours, whatever it was called: %j', (name, path) => {
    expect(pathOf('document-7', name)).toBe(path);
  });

  it('stands in the manifest as it was', async () => {
    const name = '../=cmd|\u202e\n"x".pdf';
    const evidence = evidenceOf([{ id: 'document-1', name, original: 'a' }]);
    const files = unzipSync(await bundleOf({ ...house, evidence }, caseId).bytes('control-1'));
    const manifest = JSON.parse(strFromU8(files[`${caseId}-escalation-1/manifest.json`] ?? new Uint8Array()));
    expect(manifest.documents).toMatchObject([{ path: 'documents/document-1.pdf', name }]);
    expect(Object.keys(files)).toContain(`${caseId}-escalation-1/documents/document-1.pdf`);
    expect(strFromU8(files[`${caseId}-escalation-1/summary.html`] ?? new Uint8Array())).toContain('&quot;x&quot;');
  });

  it('is of a document of ours', () => {
    for (const id of ['../x', 'document-0', '-rf']) expect(() => pathOf(id, 'a.pdf')).toThrow('an id of ours');
  });
});

describe('more documents than one ZIP can hold', () => {
  const sized = (index: number, sizeBytes: number): EvidenceDocument => ({
    id: `document-${index}`,
    name: 'a.mp4',
    original: { sha256: '0'.repeat(64), sizeBytes },
  });

  it('come in parts, each below what can be read everywhere', () => {
    const half = PART_BYTES_MAX / 2;
    const { parts, leftOut } = partsOf([sized(1, half), sized(2, half), sized(3, 1), sized(4, PART_BYTES_MAX)], false);
    expect(parts.map((part) => part.map(({ id }) => id))).toEqual([
      ['document-1', 'document-2'],
      ['document-3'],
      ['document-4'],
    ]);
    expect(leftOut).toEqual([]);
    const many = partsOf(
      Array.from({ length: PART_FILES_MAX + 1 }, (_, index) => sized(index + 1, 1)),
      false,
    );
    expect(many.parts.map(({ length }) => length)).toEqual([PART_FILES_MAX, 1]);
  });

  it('leave out one that is too large for any, and say so', () => {
    expect(partsOf([sized(1, PART_BYTES_MAX + 1), sized(2, 1)], false)).toMatchObject({
      parts: [[{ id: 'document-2' }]],
      leftOut: [{ id: 'document-1', because: 'too-large' }],
    });
  });

  it('are asked for by their number: every part is a bundle whose sums hold', async () => {
    const evidence = evidenceOf([1, 2].map((index) => ({ id: `document-${index}`, name: 'a.txt', original: 'a' })));
    const large: EvidenceDocuments = {
      ...evidence,
      list: async (asked) => {
        const page = await evidence.list(asked);
        const extra = Array.from({ length: PART_FILES_MAX - 1 }, (_, index) => sized(index + 10, 1));
        const [first, ...others] = page.items;
        return first === undefined ? page : { items: [first, ...extra, ...others] };
      },
    };
    const { fetched, bytes } = bundleOf({ ...house, evidence: large }, caseId);
    const files = unzipSync(await bytes('control-1', 'escalation-1/bundle?part=2'));
    expect(Object.keys(files)).toEqual(
      ['documents/document-2.txt', 'manifest.json', 'SHA256SUMS'].map(
        (path) => `${caseId}-escalation-1-part-2/${path}`,
      ),
    );
    expect((await fetched('control-1', 'escalation-1/bundle?part=3')).statusCode).toBe(404);
  });
});
