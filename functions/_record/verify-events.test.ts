import { describe, expect, it } from 'vitest';
import { canonicalJson, hashEntry, parseEntry, type RecordEntry } from '../../events/record.ts';
import { deliver } from '../../test/support/deliver.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { eventKey, type RecordTable, storesOver, tableOf, tampered } from '../../test/support/record-table.ts';
import { projectMilestones } from '../project-milestones/project-milestones.ts';
import { verifyRecord } from './verify-record.ts';

interface Recorded {
  readonly caseId: string;
  readonly table: RecordTable;
  readonly entries: readonly RecordEntry[];
}

const recorded = async (steps?: number): Promise<Recorded> => {
  const { house, caseId } = await arrived('integrity-pact', steps);
  await deliver(projectMilestones(house), house.cases, caseId);
  const table = await tableOf(house, caseId);
  return { caseId, table, entries: [...table.records.values()].map(parseEntry) };
};

/** A case with events of every type of its instrument. */
const whole = await recorded();
/** Where an event stands matters more than what it says: each change reads the record whole, and of a short one sooner. */
const short = await recorded(stepsThrough('integrity-pact', '/pact/authority-signature'));

const verifyAfter = ({ table, caseId }: Recorded, tamper: (copy: RecordTable) => void) =>
  verifyRecord(storesOver(tampered(table, tamper)), caseId);

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
  const isFirst = whole.entries.find(({ type }) => type === entry.type) === entry;
  return fieldsIn(entry).filter(
    ([first], index) => (isFirst && first === 'data') || index % TURNS === entry.version % TURNS,
  );
};
const TURNS = 24;

const firstOfEachType = () =>
  whole.entries.filter(({ type }, index) => whole.entries.findIndex((other) => other.type === type) === index);

describe('a record that nobody touched', () => {
  it('verifies, with its last hash and as many events as it has', async () => {
    expect(await verifyAfter(whole, () => undefined)).toEqual({
      verified: true,
      case: whole.caseId,
      events: whole.entries.length,
      hash: whole.entries.at(-1)?.hash,
      milestones: 'current',
      deadlines: 'absent',
    });
  });

  it('verifies, whatever its milestones have yet to see', async () => {
    expect(await verifyAfter(whole, (copy) => (copy.milestones = undefined))).toMatchObject({
      verified: true,
      milestones: 'absent',
    });
  });
});

describe('every event that another hand', () => {
  it('changed in a field is named', async () => {
    let changes = 0;
    for (const entry of whole.entries) {
      // Each change reads the record whole: an event has one field in sixteen of its turn changed, and the next event the next ones.
      for (const field of fieldsOf(entry).filter((_, index) => (index + entry.version) % 16 === 0)) {
        const record = canonicalJson(withField(entry, field, another));
        const verification = await verifyAfter(whole, ({ records }) => records.set(eventKey(entry.version), record));
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
        const verification = await verifyAfter(whole, ({ records }) =>
          records.set(eventKey(entry.version), record ?? ''),
        );
        expect(verification).toMatchObject({ verified: false, firstBad: entry.version });
      }
    }
  });

  it('changed and sealed again is named, or the next one that does not follow from it', async () => {
    for (const entry of short.entries) {
      const changed = { ...entry, recordedAt: new Date(Date.parse(entry.recordedAt) + 60_000).toISOString() };
      const sealed = canonicalJson({ ...changed, hash: await hashEntry(changed) });
      const verification = await verifyAfter(short, ({ records }) => records.set(eventKey(entry.version), sealed));
      const isLast = entry.version === short.entries.length;
      expect(verification).toMatchObject({
        verified: false,
        firstBad: isLast ? entry.version : entry.version + 1,
        flaw: isLast ? 'milestones-wrong' : 'chain-broken',
      });
    }
  });

  it('removed is named', async () => {
    for (const { version } of short.entries) {
      const verification = await verifyAfter(short, ({ records }) => records.delete(eventKey(version)));
      expect(verification).toMatchObject({ verified: false, firstBad: version });
    }
  });

  it('removed with everything that stood after it is named', async () => {
    for (const { version } of short.entries.slice(1)) {
      const verification = await verifyAfter(short, (copy) => {
        for (const later of short.entries.slice(version - 1)) copy.records.delete(eventKey(later.version));
        copy.milestones = undefined;
      });
      expect(verification).toMatchObject({ verified: false, firstBad: version });
    }
  });

  it('put in the place of the next one is named', async () => {
    for (const { version } of short.entries.slice(0, -1)) {
      const verification = await verifyAfter(short, ({ records }) =>
        records.set(eventKey(version + 1), records.get(eventKey(version)) ?? ''),
      );
      expect(verification).toMatchObject({ verified: false, firstBad: version + 1, flaw: 'out-of-place' });
    }
  });

  it('swapped with the next one is named', async () => {
    for (const { version } of short.entries.slice(0, -1)) {
      const verification = await verifyAfter(short, ({ records }) => {
        const [one = '', other = ''] = [records.get(eventKey(version)), records.get(eventKey(version + 1))];
        records.set(eventKey(version), other).set(eventKey(version + 1), one);
      });
      expect(verification).toMatchObject({ verified: false, firstBad: version, flaw: 'out-of-place' });
    }
  });

  it('put between two others is named', async () => {
    for (const { version } of short.entries) {
      const between = await verifyAfter(short, ({ records }) =>
        records.set(`${eventKey(version)}0`, records.get(eventKey(version)) ?? ''),
      );
      expect(between).toMatchObject({ verified: false, firstBad: version + 1, flaw: 'out-of-place' });
    }
    for (const { version } of [...short.entries.slice(0, 3), ...short.entries.slice(-3)]) {
      const atTheEnd = await verifyAfter(short, ({ records }) =>
        records.set(eventKey(short.entries.length + 1), records.get(eventKey(version)) ?? ''),
      );
      expect(atTheEnd).toMatchObject({ verified: false, firstBad: short.entries.length + 1, flaw: 'out-of-place' });
    }
  });

  it('forged to stand after the last one is named, with or without a receipt', async () => {
    const last = short.entries.at(-1);
    if (last === undefined) throw new Error('A case has events.');
    const version = last.version + 1;
    const { contentHash: _, ...bare } = last;
    const next = {
      ...bare,
      id: `${short.caseId}@${version}`,
      version,
      previousHash: last.hash,
      command: '0'.repeat(64),
    };
    const forged = { ...next, hash: await hashEntry(next) };
    const alone = await verifyAfter(short, ({ records }) => records.set(eventKey(version), canonicalJson(forged)));
    expect(alone).toMatchObject({ verified: false, firstBad: version, flaw: 'receipt-wrong' });
    const receipted = await verifyAfter(short, ({ records, receipts }) => {
      records.set(eventKey(version), canonicalJson(forged));
      receipts.set(forged.command, {
        command: forged.command,
        case: short.caseId,
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
  const emptied = await verifyAfter(short, (copy) => copy.records.clear());
  expect(emptied).toMatchObject({ verified: false, firstBad: 1, flaw: 'head-wrong' });
  const nothing = await verifyAfter(short, (copy) => {
    copy.records.clear();
    copy.head = undefined;
    copy.milestones = undefined;
  });
  expect(nothing).toMatchObject({ verified: false, firstBad: 0, flaw: 'no-case' });
});
