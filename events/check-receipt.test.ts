import { beforeAll, describe, expect, it } from 'vitest';
import { checkReceipt, type Evidence } from './check-receipt.ts';
import { GENESIS, hashContent, type RecordEntry, seal } from './record.ts';

const content = {
  salt: 'f'.repeat(32),
  body: { type: 'finding', title: 'El año', pointers: ['/tender'], coordinates: { latitude: 1 }, by: 'witness-1' },
};
const sent = {
  title: ' El an\u0303o ',
  stage: 'tender-observation',
  pointers: ['/tender'],
  coordinates: { latitude: 1 },
};

let entry: RecordEntry;
let evidence: Evidence;
beforeAll(async () => {
  entry = await seal({
    id: 'ip-1@1',
    stream: 'ip-1',
    version: 1,
    recordedAt: '2026-03-02T15:00:00.000Z',
    observedAt: '2026-03-02T15:00:00.000Z',
    actor: { person: 'witness-1', role: 'witness' },
    command: 'c'.repeat(64),
    receiptHash: 'd'.repeat(64),
    contentHash: await hashContent(content),
    previousHash: GENESIS,
    type: 'observation.filed.v1',
    data: { observation: 'observation-1', stage: 'tender-observation', late: false, visibility: 'restricted' },
  });
  const { id, type, recordedAt, hash, contentHash } = entry;
  evidence = { line: { id, type, recordedAt, hash, contentHash }, entry, content, own: sent };
});

const wrong = async (differing: Partial<Evidence>): Promise<readonly string[]> =>
  (await checkReceipt({ ...evidence, ...differing })).filter(({ holds }) => !holds).map(({ says }) => says);

describe('a receipt', () => {
  it('holds against the record that it was given for, with the words of its holder', async () => {
    expect(await wrong({})).toEqual([]);
    expect(await checkReceipt(evidence)).toHaveLength(8);
  });

  it('holds without the words, for whoever may not read them', async () => {
    const { line } = evidence;
    expect((await checkReceipt({ line, entry })).map(({ holds }) => holds)).toEqual([true, true, true]);
  });

  it('tells what does not hold', async () => {
    expect(await wrong({ entry: undefined })).toEqual(['The record tells no event ip-1@1.']);
    expect(await wrong({ entry: { ...entry, recordedAt: '2026-03-02T15:00:01.000Z' } })).toEqual([
      'The hash of event ip-1@1 is the hash of what it tells.',
      'The receipt is for this event, its time and its hash.',
    ]);
    expect(await wrong({ line: { ...evidence.line, hash: 'a'.repeat(64) } })).toEqual([
      'The receipt is for this event, its time and its hash.',
    ]);
    expect(await wrong({ line: { ...evidence.line, contentHash: 'a'.repeat(64) } })).toEqual([
      'The event commits to the words of the receipt.',
    ]);
    expect(await wrong({ content: { ...content, salt: 'e'.repeat(32) } })).toEqual([
      'The words that the record keeps are those that the event commits to.',
    ]);
    expect(await wrong({ own: { ...sent, title: 'El siglo', pointers: [], more: 1 } })).toEqual([
      'Your own title is what the record keeps.',
      'Your own pointers is what the record keeps.',
      'Your own more is what the record keeps.',
    ]);
  });
});
