import { beforeAll, describe, expect, it } from 'vitest';
import { GENESIS, hashContent, type RecordEntry, seal } from '../../../events/record.ts';
import { type EventShown, followed, isCommitted, UNREAD } from './chain.ts';

const content = { salt: 'f'.repeat(32), body: { explanation: 'Se decretó la fuerza mayor por el huracán.' } };
const LENGTH = 5;

let entries: readonly RecordEntry[];
let record: readonly EventShown[];

const shown = (entry: RecordEntry): EventShown => ({ ...entry, data: { ...entry.data } });

beforeAll(async () => {
  const sealed: RecordEntry[] = [];
  for (let version = 1; version <= LENGTH; version += 1) {
    sealed.push(
      await seal({
        id: `ip-1@${version}`,
        stream: 'ip-1',
        version,
        recordedAt: `2026-03-0${version}T15:00:00.000Z`,
        observedAt: `2026-03-0${version}T15:00:00.000Z`,
        actor: { person: 'coordinator-1', role: 'coordinator' },
        command: 'c'.repeat(64),
        receiptHash: 'd'.repeat(64),
        contentHash: await hashContent(content),
        previousHash: sealed.at(-1)?.hash ?? GENESIS,
        type: 'case.suspended.v1',
        data: { reason: 'force-majeure' },
      }),
    );
  }
  entries = sealed;
  record = entries.map(shown);
});

const brokenIn = async (events: readonly EventShown[]) => (await followed(UNREAD, events)).broken;

/** The same record with one event told otherwise. */
const otherwise = (version: number, told: Partial<EventShown>): readonly EventShown[] =>
  record.map((event) => (event.version === version ? { ...event, ...told } : event));

describe('the chain of a record', () => {
  it('is unbroken from its first event to its last, read at once or page by page', async () => {
    const whole = { events: LENGTH, hash: record.at(-1)?.hash };
    expect(await followed(UNREAD, record)).toEqual(whole);
    expect(await followed(await followed(UNREAD, record.slice(0, 2)), record.slice(2))).toEqual(whole);
  });

  it('names the event that was changed in anything that it tells', async () => {
    const actor = { person: 'coordinator-2', role: 'coordinator' } as const;
    const changes = [{ actor }, { data: { reason: 'challenge' } }, { recordedAt: '2026-03-03T15:00:00.001Z' }];
    for (const told of [...changes, { contentHash: 'a'.repeat(64) }, { receiptHash: 'a'.repeat(64) }]) {
      expect(await brokenIn(otherwise(3, told))).toEqual({ version: 3, flaw: 'changed' });
    }
  });

  it('names the event after one that was sealed anew by another hand', async () => {
    const [, , third] = entries;
    if (third === undefined) throw new Error('The record is too short.');
    const { hash: _, ...open } = third;
    const forged = await seal({ ...open, type: 'case.suspended.v1', data: { reason: 'challenge' } });
    expect(await brokenIn(otherwise(3, shown(forged)))).toEqual({ version: 4, flaw: 'unlinked' });
  });

  it('names the first event after one that is not there, also at the beginning', async () => {
    expect(await brokenIn(record.filter(({ version }) => version !== 2))).toEqual({ version: 3, flaw: 'missing' });
    expect(await brokenIn(record.slice(1))).toEqual({ version: 2, flaw: 'missing' });
  });

  it('names the first event that is out of its order, and one that is told twice', async () => {
    const [first, second, third, ...rest] = record;
    if (first === undefined || second === undefined || third === undefined) throw new Error('The record is too short.');
    expect(await brokenIn([first, third, second, ...rest])).toEqual({ version: 3, flaw: 'missing' });
    expect(await brokenIn([first, second, second, third])).toEqual({ version: 2, flaw: 'missing' });
    const renumbered = [first, { ...third, version: 2 }, { ...second, version: 3 }, ...rest];
    expect(await brokenIn(renumbered)).toEqual({ version: 2, flaw: 'unlinked' });
  });

  it('stays broken, whatever follows', async () => {
    const broken = await followed(UNREAD, record.slice(1));
    expect(await followed(broken, record)).toEqual(broken);
  });
});

describe('what somebody wrote with an event', () => {
  it('is what the event committed to, or is not', async () => {
    const [event] = record;
    if (event === undefined) throw new Error('The record is too short.');
    const { salt, body } = content;
    expect(await isCommitted(event, { salt, content: body })).toBe(true);
    expect(await isCommitted(event, { salt, content: { explanation: 'Otra cosa.' } })).toBe(false);
    expect(await isCommitted(event, { salt: '0'.repeat(32), content: body })).toBe(false);
  });
});
