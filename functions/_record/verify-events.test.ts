import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, hashEntry, parseEntry, type RecordEntry } from '../../events/record.ts';
import { deliver } from '../../test/support/deliver.ts';
import { arrived } from '../../test/support/journey.ts';
import { eventKey, type RecordTable, storesOver, tableOf, tampered } from '../../test/support/record-table.ts';
import { projectMilestones } from '../project-milestones/project-milestones.ts';
import { verifyRecord } from './verify-record.ts';

let table: RecordTable;
let caseId: string;
let entries: readonly RecordEntry[];

beforeAll(async () => {
  const { house, caseId: id } = await arrived('integrity-pact');
  caseId = id;
  await deliver(projectMilestones(house), house.cases, id);
  table = await tableOf(house, id);
  entries = [...table.records.values()].map(parseEntry);
});

const verify = (of: RecordTable) => verifyRecord(storesOver(of), caseId);
const verifyAfter = (tamper: (copy: RecordTable) => void) => verify(tampered(table, tamper));

type Path = readonly string[];
const fieldsIn = (value: unknown, at: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => fieldsIn(inner, [...at, key]))
    : [at];

/** Something else of the same kind. */
const another = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return ['x'];
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return new Date(Date.parse(value) + 1).toISOString();
  if (/^[0-9a-f]{64}$/.test(value)) return value.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  if (/-\d+$/.test(value)) return value.replace(/\d+$/, (number) => String(Number(number) + 1));
  return OTHER_WORDS[value] ?? `${value}x`;
};
const OTHER_WORDS: Readonly<Record<string, string>> = {
  coordinator: 'auditor',
  witness: 'member',
  public: 'restricted',
};

const withField = (entry: RecordEntry, [first = '', ...rest]: Path, change: (value: unknown) => unknown): unknown => {
  const copy = structuredClone(entry) as unknown as Record<string, any>;
  let holder = copy;
  let key = first;
  for (const next of rest) {
    holder = holder[key];
    key = next;
  }
  // What JSON cannot hold is left out of it: undefined takes a field away.
  holder[key] = change(holder[key]);
  return JSON.parse(JSON.stringify(copy));
};

/** Of every event, a part of its fields in their turn; of the first of its type, all of its data. */
const fieldsOf = (entry: RecordEntry): readonly Path[] => {
  const isFirst = entries.find(({ type }) => type === entry.type) === entry;
  return fieldsIn(entry).filter(
    ([first], index) => (isFirst && first === 'data') || index % TURNS === entry.version % TURNS,
  );
};
const TURNS = 24;

const firstOfEachType = () =>
  entries.filter(({ type }, index) => entries.findIndex((other) => other.type === type) === index);

describe('a record that nobody touched', () => {
  it('verifies, with its last hash and as many events as it has', async () => {
    expect(await verify(table)).toEqual({
      verified: true,
      case: caseId,
      events: entries.length,
      hash: entries.at(-1)?.hash,
      milestones: 'current',
      deadlines: 'absent',
    });
  });

  it('verifies, whatever its milestones have yet to see', async () => {
    expect(await verifyAfter((copy) => (copy.milestones = undefined))).toMatchObject({
      verified: true,
      milestones: 'absent',
    });
  });
});

describe('every event that another hand', () => {
  it('changed in a field is named', async () => {
    let changes = 0;
    for (const entry of entries) {
      // Each change reads the record whole: an event has one field in sixteen of its turn changed, and the next event the next ones.
      for (const field of fieldsOf(entry).filter((_, index) => (index + entry.version) % 16 === 0)) {
        const record = canonicalJson(withField(entry, field, another));
        const verification = await verifyAfter(({ records }) => records.set(eventKey(entry.version), record));
        expect([entry.type, field, verification]).toEqual([
          entry.type,
          field,
          expect.objectContaining({ verified: false, firstBad: entry.version }),
        ]);
        changes += 1;
      }
    }
    expect(changes).toBeGreaterThan(25);
  });

  it('took a field from, or gave one to, is named', async () => {
    for (const [index, entry] of firstOfEachType().entries()) {
      const forged = [
        withField(entry, ['actor', 'role'], () => undefined),
        withField(entry, ['data', 'extra'], () => 'x'),
        withField(entry, ['extra'], () => 'x'),
      ];
      const unreadable = ['', '{', 'null', JSON.stringify(entry, undefined, 1)];
      // Each type has one of them, and the next type the next.
      const changed = [...forged.map(canonicalJson), ...unreadable];
      for (const record of [changed[index % changed.length], changed[(index + 3) % changed.length]]) {
        const verification = await verifyAfter(({ records }) => records.set(eventKey(entry.version), record ?? ''));
        expect(verification).toMatchObject({ verified: false, firstBad: entry.version });
      }
    }
  });

  it('changed and sealed again is named, or the next one that does not follow from it', async () => {
    for (const entry of entries) {
      const changed = { ...entry, recordedAt: new Date(Date.parse(entry.recordedAt) + 60_000).toISOString() };
      const sealed = canonicalJson({ ...changed, hash: await hashEntry(changed) });
      const verification = await verifyAfter(({ records }) => records.set(eventKey(entry.version), sealed));
      const isLast = entry.version === entries.length;
      expect(verification).toMatchObject({
        verified: false,
        firstBad: isLast ? entry.version : entry.version + 1,
        flaw: isLast ? 'milestones-wrong' : 'chain-broken',
      });
    }
  });

  it('removed is named', async () => {
    for (const { version } of entries) {
      const verification = await verifyAfter(({ records }) => records.delete(eventKey(version)));
      expect(verification).toMatchObject({ verified: false, firstBad: version });
    }
  });

  it('removed with everything that stood after it is named', async () => {
    for (const { version } of entries.slice(1)) {
      const verification = await verifyAfter((copy) => {
        for (const later of entries.slice(version - 1)) copy.records.delete(eventKey(later.version));
        copy.milestones = undefined;
      });
      expect(verification).toMatchObject({ verified: false, firstBad: version });
    }
  });

  it('put in the place of the next one is named', async () => {
    for (const { version } of entries.slice(0, -1)) {
      const verification = await verifyAfter(({ records }) =>
        records.set(eventKey(version + 1), records.get(eventKey(version)) ?? ''),
      );
      expect(verification).toMatchObject({ verified: false, firstBad: version + 1, flaw: 'out-of-place' });
    }
  });

  it('swapped with the next one is named', async () => {
    for (const { version } of entries.slice(0, -1)) {
      const verification = await verifyAfter(({ records }) => {
        const [one = '', other = ''] = [records.get(eventKey(version)), records.get(eventKey(version + 1))];
        records.set(eventKey(version), other).set(eventKey(version + 1), one);
      });
      expect(verification).toMatchObject({ verified: false, firstBad: version, flaw: 'out-of-place' });
    }
  });

  it('put between two others is named', async () => {
    for (const { version } of entries) {
      const between = await verifyAfter(({ records }) =>
        records.set(`${eventKey(version)}0`, records.get(eventKey(version)) ?? ''),
      );
      expect(between).toMatchObject({ verified: false, firstBad: version + 1, flaw: 'out-of-place' });
    }
    for (const { version } of [...entries.slice(0, 3), ...entries.slice(-3)]) {
      const atTheEnd = await verifyAfter(({ records }) =>
        records.set(eventKey(entries.length + 1), records.get(eventKey(version)) ?? ''),
      );
      expect(atTheEnd).toMatchObject({ verified: false, firstBad: entries.length + 1, flaw: 'out-of-place' });
    }
  });

  it('forged to stand after the last one is named, with or without a receipt', async () => {
    const last = entries.at(-1);
    if (last === undefined) throw new Error('A case has events.');
    const version = last.version + 1;
    const { contentHash: _, ...bare } = last;
    const next = { ...bare, id: `${caseId}@${version}`, version, previousHash: last.hash, command: '0'.repeat(64) };
    const forged = { ...next, hash: await hashEntry(next) };
    const alone = await verifyAfter(({ records }) => records.set(eventKey(version), canonicalJson(forged)));
    expect(alone).toMatchObject({ verified: false, firstBad: version, flaw: 'receipt-wrong' });
    const receipted = await verifyAfter(({ records, receipts }) => {
      records.set(eventKey(version), canonicalJson(forged));
      receipts.set(forged.command, {
        command: forged.command,
        case: caseId,
        salt: '0'.repeat(32),
        requestHash: '0'.repeat(64),
        first: version,
        last: version,
      });
    });
    expect(receipted).toMatchObject({ verified: false, firstBad: version });
  });
});

it('a case whose events were all removed is named at its first; one that never was is no case', async () => {
  const emptied = await verifyAfter((copy) => copy.records.clear());
  expect(emptied).toMatchObject({ verified: false, firstBad: 1, flaw: 'head-wrong' });
  const nothing = await verifyAfter((copy) => {
    copy.records.clear();
    copy.head = undefined;
    copy.milestones = undefined;
  });
  expect(nothing).toMatchObject({ verified: false, firstBad: 0, flaw: 'no-case' });
});
