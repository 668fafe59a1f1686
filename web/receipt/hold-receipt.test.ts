import { beforeAll, describe, expect, it } from 'vitest';
import { GENESIS, hashContent, type RecordEntry, seal } from '../../events/record.ts';
import { type Ask, holdReceipt, type ReceiptFile } from './hold-receipt.ts';

const CASE = 'ip-1';
const content = { salt: 'f'.repeat(32), body: { explanation: 'Se decretó la fuerza mayor por el huracán.' } };
/** More than one page of the record. */
const LENGTH = 103;

let record: readonly RecordEntry[];
let receipt: ReceiptFile;

const sealed = async (reason: 'challenge' | 'force-majeure'): Promise<readonly RecordEntry[]> => {
  const entries: RecordEntry[] = [];
  for (let version = 1; version <= LENGTH; version += 1) {
    entries.push(
      await seal({
        id: `${CASE}@${version}`,
        stream: CASE,
        version,
        recordedAt: '2026-03-02T15:00:00.000Z',
        observedAt: '2026-03-02T15:00:00.000Z',
        actor: { person: 'coordinator-1', role: 'coordinator' },
        command: 'c'.repeat(64),
        receiptHash: 'd'.repeat(64),
        contentHash: await hashContent(content),
        previousHash: entries.at(-1)?.hash ?? GENESIS,
        type: 'case.suspended.v1',
        data: { reason },
      }),
    );
  }
  return entries;
};

beforeAll(async () => {
  record = await sealed('force-majeure');
  receipt = {
    case: CASE,
    recorded: record.slice(-1).map(({ id, type, recordedAt, hash, contentHash }) => ({
      id,
      type,
      recordedAt,
      hash,
      contentHash,
    })),
  };
});

/** A house that tells a record, page by page, and the words where they are public. */
const telling =
  (entries: readonly RecordEntry[], words: object = { salt: content.salt, content: content.body }): Ask =>
  async (path) => {
    if (!path.startsWith(`/cases/${CASE}/events`)) return { status: 404, body: {} };
    if (path.endsWith('/content')) return { status: 200, body: words };
    const cursor = Number(new URLSearchParams(path.split('?')[1]).get('cursor'));
    return { status: 200, body: { items: entries.slice(cursor, cursor + 100) } };
  };

const notHolding = async (file: ReceiptFile, ask: Ask): Promise<readonly string[]> => {
  const held = await holdReceipt(JSON.stringify(file), ask);
  if (held.kind !== 'held') throw new Error(held.kind);
  const wrong = held.lines.flatMap(({ checks }) => checks.filter(({ holds }) => !holds).map(({ asks }) => asks));
  expect(held.isRight).toBe(wrong.length === 0 && held.chain.broken === undefined);
  return wrong;
};

describe('a receipt in a browser', () => {
  it('holds against the record that it was given for, wherever in it', async () => {
    const held = await holdReceipt(JSON.stringify(receipt), telling(record));
    expect(held).toMatchObject({ kind: 'held', isRight: true, chain: { events: LENGTH } });
    expect(await notHolding(receipt, telling(record))).toEqual([]);
  });

  it('does not hold against a record that was written anew, though its chain is whole', async () => {
    expect(await notHolding(receipt, telling(await sealed('challenge')))).toEqual(['same']);
  });

  it('does not hold where the event is gone, the words are others, or the chain is broken before it', async () => {
    expect(await notHolding(receipt, telling(record.slice(0, -1)))).toEqual(['told']);
    expect(await notHolding(receipt, telling(record, { salt: content.salt, content: { explanation: 'x' } }))).toEqual([
      'words',
    ]);
    const broken = record.map((entry) =>
      entry.version === 2 ? { ...entry, recordedAt: '2026-03-02T15:00:00.001Z' } : entry,
    );
    expect(await holdReceipt(JSON.stringify(receipt), telling(broken))).toMatchObject({
      kind: 'held',
      isRight: false,
      chain: { broken: { version: 2 } },
    });
  });

  it('says of words that are not public that they were not compared', async () => {
    const sealedWords: Ask = async (path) =>
      path.endsWith('/content') ? { status: 403, body: {} } : telling(record)(path);
    expect(await holdReceipt(JSON.stringify(receipt), sealedWords)).toMatchObject({
      isRight: true,
      lines: [{ isUnread: true }],
    });
  });

  it.each(['', 'no JSON', '[]', '{"case":"ip-1","recorded":[]}', '{"case":"ip-1","recorded":[{"id":"ip-1@1"}]}'])(
    'is looked for in vain in %j, and nobody is asked',
    async (text) => {
      const nobody: Ask = () => Promise.reject(new Error('asked'));
      expect(await holdReceipt(text, nobody)).toEqual({ kind: 'no-receipt' });
    },
  );

  it('of a case that is not here, or without a network, says so', async () => {
    const elsewhere = JSON.stringify({ ...receipt, case: 'ip-2/../ip-1' });
    const asked: string[] = [];
    const noting: Ask = (path) => {
      asked.push(path);
      return telling(record)(path);
    };
    expect(await holdReceipt(elsewhere, noting)).toEqual({ kind: 'no-case', case: 'ip-2/../ip-1' });
    expect(asked).toEqual(['/cases/ip-2%2F..%2Fip-1/events?limit=100&cursor=0']);
    const gone: Ask = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await holdReceipt(JSON.stringify(receipt), gone)).toEqual({ kind: 'no-network' });
    const between: Ask = async () => ({ status: 200, body: undefined });
    expect(await holdReceipt(JSON.stringify(receipt), between)).toEqual({ kind: 'no-network' });
  });
});
