import { beforeAll, describe, expect, it } from 'vitest';
import { parseEntry, type RecordEntry } from '../../events/record.ts';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { deliver } from '../../test/support/deliver.ts';
import { arrived } from '../../test/support/journey.ts';
import { type RecordTable, storesOver, tableOf, tampered } from '../../test/support/record-table.ts';
import { projectMilestones } from '../project-milestones/project-milestones.ts';
import { verifyRecord } from './verify-record.ts';

const another = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${String(value)}x`;
};

/** Every text, number and truth in a JSON text, each changed in its turn, and each taken away. */
const changesOf = (json: string): readonly string[] => {
  const changed: string[] = [];
  const walk = (value: unknown, put: (other: unknown) => unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        walk(inner, (other) => put(Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other }));
        const { [key]: _, ...rest } = value as Record<string, unknown>;
        changed.push(JSON.stringify(put(Array.isArray(value) ? value.toSpliced(Number(key), 1) : rest)));
      }
      return;
    }
    changed.push(JSON.stringify(put(another(value))));
  };
  walk(JSON.parse(json), (other) => other);
  return changed;
};

/** A long record is read whole for every change: of many changes like one another, some in their turn are looked at there. */
const SOME: Readonly<Record<InstrumentId, number>> = { 'integrity-pact': 41, 'oversight-committee': 3 };

/** Of a long list, one in five. */
const oneInFive = <T>(items: readonly T[]): readonly T[] =>
  items.length < 40 ? items : items.filter((_, index) => index % 5 === 0);

describe.each(INSTRUMENTS)('in a case of %s', (instrument: InstrumentId) => {
  let table: RecordTable;
  let caseId: string;
  let entries: readonly RecordEntry[];

  beforeAll(async () => {
    const { house, caseId: id } = await arrived(instrument);
    caseId = id;
    await deliver(projectMilestones(house), house.cases, id);
    table = await tableOf(house, id);
    entries = [...table.records.values()].map(parseEntry);
  });

  const verifyAfter = (tamper: (copy: RecordTable) => void) =>
    verifyRecord(storesOver(tampered(table, tamper)), caseId);
  const someOf = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => index % SOME[instrument] === 0);
  const bad = (more: object) => expect.objectContaining({ verified: false, ...more });

  it('a content that another hand changed, emptied, removed or exchanged is named by its event', async () => {
    expect(table.contents.size).toBeGreaterThan(4);
    for (const [version, content] of oneInFive([...table.contents])) {
      const others = [
        ...changesOf(JSON.stringify(content.body))
          .slice(0, 2)
          .map((body) => ({ ...content, body: JSON.parse(body) })),
        { ...content, body: {} },
        { ...content, salt: content.salt.replace(/.$/, (last) => (last === 'f' ? 'e' : 'f')) },
      ];
      for (const other of others) {
        expect(await verifyAfter(({ contents }) => contents.set(version, other))).toEqual(
          bad({ firstBad: version, flaw: 'content-altered' }),
        );
      }
      expect(await verifyAfter(({ contents }) => contents.delete(version))).toEqual(
        bad({ firstBad: version, flaw: 'content-missing', item: `content ${version}` }),
      );
    }
  });

  it('a content that another hand added is named by where it stands', async () => {
    const some = [...table.contents.values()][0];
    if (some === undefined) throw new Error('There are contents.');
    for (const { version, contentHash } of entries) {
      if (contentHash !== undefined) continue;
      expect(await verifyAfter(({ contents }) => contents.set(version, { ...some, version }))).toEqual(
        bad({ firstBad: version, flaw: 'content-added' }),
      );
    }
    const next = entries.length + 1;
    expect(await verifyAfter(({ contents }) => contents.set(next, { ...some, version: next }))).toEqual(
      bad({ firstBad: next, flaw: 'content-added' }),
    );
  });

  it('a head that another hand changed or removed is found', async () => {
    const { head } = table;
    if (head === undefined) throw new Error('A case has a head.');
    const others = [
      undefined,
      { ...head, version: head.version + 1 },
      { ...head, version: head.version - 1 },
      { ...head, hash: '0'.repeat(64) },
      ...['', 'null', '{}', '{', ...someOf(changesOf(head.state))].map((state) => ({ ...head, state })),
    ];
    for (const other of others) {
      expect(await verifyAfter((copy) => (copy.head = other))).toEqual(bad({ flaw: 'head-wrong', item: 'head' }));
    }
  });

  it('a thing that another hand changed, removed or added is named', async () => {
    for (const [id, subject] of oneInFive([...table.subjects])) {
      const others = [
        { ...subject, version: subject.version - 1 },
        { ...subject, version: subject.version + 1 },
        ...['{}', ...someOf(changesOf(subject.state))].map((state) => ({ ...subject, state })),
      ];
      for (const other of others) {
        expect(await verifyAfter(({ subjects }) => subjects.set(id, other))).toEqual(
          bad({ flaw: 'subject-wrong', item: id }),
        );
      }
      expect(await verifyAfter(({ subjects }) => subjects.delete(id))).toEqual(
        bad({ flaw: 'subject-wrong', item: id }),
      );
      const added = /\d$/.test(id) ? id.replace(/\d+$/, '77') : `${id}-77`;
      expect(await verifyAfter(({ subjects }) => subjects.set(added, { ...subject, id: added }))).toEqual(
        bad({ flaw: 'subject-wrong', item: added }),
      );
    }
  });

  it('a receipt that another hand changed or removed is named by the first event that it is of', async () => {
    for (const [command, receipt] of someOf([...table.receipts])) {
      const others = [
        { ...receipt, case: 'ip-00000000000000000000' },
        { ...receipt, first: receipt.first - 1 },
        { ...receipt, first: receipt.first + 1 },
        { ...receipt, last: receipt.last + 1 },
        { ...receipt, last: receipt.last - 1 },
        { ...receipt, first: receipt.first - 1, last: receipt.last + 1 },
      ];
      for (const other of others) {
        expect(await verifyAfter(({ receipts }) => receipts.set(command, other))).toEqual(
          bad({ flaw: 'receipt-wrong', firstBad: receipt.first }),
        );
      }
      expect(await verifyAfter(({ receipts }) => receipts.delete(command))).toEqual(
        bad({ flaw: 'receipt-wrong', firstBad: receipt.first }),
      );
    }
  });

  it('milestones that another hand changed are found', async () => {
    const { milestones } = table;
    if (milestones === undefined) throw new Error('The case has milestones.');
    const others = [
      { ...milestones, version: milestones.version + 1 },
      { ...milestones, version: milestones.version - 1 },
      { ...milestones, version: 0 },
      { ...milestones, version: -1 },
      ...['', '{}', ...someOf(changesOf(milestones.state))].map((state) => ({ ...milestones, state })),
    ];
    for (const other of others) {
      expect(await verifyAfter((copy) => (copy.milestones = other))).toEqual(
        bad({ flaw: 'milestones-wrong', item: 'milestones' }),
      );
    }
  });
});
