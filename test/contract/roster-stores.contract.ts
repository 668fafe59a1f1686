import { beforeEach, describe, expect, it } from 'vitest';
import {
  type AnyEntry,
  GENESIS,
  hashContent,
  type OpenEnvelope,
  type PersonEntry,
  type RosterEntry,
  sealForPerson,
  sealForRoster,
} from '../../events/record.ts';
import type {
  AppointmentStore,
  ImportStore,
  PeopleStore,
  PersonAppend,
  PersonStore,
  RosterStore,
} from '../../functions/_ports/ports.ts';
import { BadCursor } from '../../functions/_ports/ports.ts';

const HASH = 'a'.repeat(64);
let people = 0;
const somebody = (): string => `contract-person-${(people += 1)}`;
const content = { version: 1, salt: 'b'.repeat(32), body: { name: 'Ana Ejemplo' } };

/** A family beside the cases, as its stores are tried: how an entry of it comes about, and what its streams are called. */
interface Family<Entry extends AnyEntry> {
  readonly streams: string;
  readonly entry: (envelope: OpenEnvelope, person: string) => Promise<Entry>;
}

const ROSTER: Family<RosterEntry> = {
  streams: 'roster:',
  entry: (envelope, person) =>
    envelope.version === 1
      ? sealForRoster({ ...envelope, type: 'roster.entry-added.v1', data: { person, kind: 'person' } })
      : sealForRoster({ ...envelope, type: 'roster.entry-corrected.v1', data: { person } }),
};

const PEOPLE: Family<PersonEntry> = {
  streams: 'person:',
  entry: (envelope, person) =>
    envelope.version === 1
      ? sealForPerson({ ...envelope, type: 'person.added.v1', data: { person, roles: ['witness'] } })
      : sealForPerson({ ...envelope, type: 'role.given.v1', data: { role: 'auditor' } }),
};

const envelopeOf = async (stream: string, version: number): Promise<OpenEnvelope> => ({
  id: `${stream}@${version}`,
  stream,
  version,
  recordedAt: '2026-03-02T15:00:00.000Z',
  observedAt: '2026-03-02T15:00:00.000Z',
  actor: { person: 'administrator-1', role: 'administrator' },
  command: HASH,
  receiptHash: HASH,
  contentHash: await hashContent(content),
  previousHash: GENESIS,
});

/** What every store of the roster promises. */
export const rosterStoreContract = (where: string, open: () => Promise<RosterStore>): void =>
  personStoreContract(`the roster ${where}`, ROSTER, open);

/** What every store of those who may sign in promises. */
export const peopleStoreContract = (where: string, open: () => Promise<PeopleStore>): void =>
  personStoreContract(`who may sign in ${where}`, PEOPLE, open);

const personStoreContract = <Entry extends AnyEntry>(
  what: string,
  family: Family<Entry>,
  open: () => Promise<PersonStore<Entry>>,
): void => {
  const appending = async (
    person: string,
    version: number,
    addedAt = '2026-03-02T15:00:00.000Z',
  ): Promise<PersonAppend<Entry>> => ({
    person,
    expectedVersion: version - 1,
    head: { version, hash: HASH, state: `{"v":${version}}` },
    addedAt,
    entries: [await family.entry(await envelopeOf(`${family.streams}${person}`, version), person)],
    contents: [{ ...content, version }],
    receipt: {
      command: `${person}-${version}`,
      case: `${family.streams}${person}`,
      salt: 's',
      requestHash: HASH,
      first: version,
      last: version,
    },
  });

  describe(what, () => {
    let store: PersonStore<Entry>;
    beforeEach(async () => {
      store = await open();
    });

    it('gives back what was appended, and nothing of nobody', async () => {
      const person = somebody();
      expect(await store.read({ person, command: 'x' })).toEqual({ head: undefined, receipt: undefined });
      expect((await store.heads([person])).size).toBe(0);
      const [first, second] = [await appending(person, 1), await appending(person, 2)];
      expect([await store.append(first), await store.append(second)]).toEqual([true, true]);
      expect(await store.read({ person, command: `${person}-1` })).toEqual({
        head: second.head,
        receipt: first.receipt,
      });
      expect(await store.heads([person, 'nobody', person])).toEqual(new Map([[person, second.head]]));
      expect((await store.entries({ person, after: 0, limit: 10 })).items).toEqual([
        ...first.entries,
        ...second.entries,
      ]);
      expect((await store.entries({ person, after: 0, limit: 1 })).next).toBe('1');
      expect((await store.entries({ person, after: 1, limit: 1 })).items).toEqual(second.entries);
      const raw = await store.rawItems({ person, limit: 10 });
      expect(raw.items.map(({ sk }) => sk)).toEqual([
        'CONTENT#000000001',
        'CONTENT#000000002',
        'EVENT#000000001',
        'EVENT#000000002',
        'HEAD',
      ]);
      expect(await store.rawReceipts([`${person}-2`, 'none'])).toHaveLength(1);
      expect(await store.contents({ person, versions: [2, 7, 2] })).toEqual(new Map([[2, { ...content, version: 2 }]]));
    });

    it('reads who asks beside whom it is about, and writes only while both are as they were read', async () => {
      const [person, by] = [somebody(), somebody()];
      expect(await store.append({ ...(await appending(person, 1)), by: { person: by, version: 1 } })).toBe(false);
      expect(await store.append({ ...(await appending(person, 1)), by: { person: by, version: 0 } })).toBe(true);
      expect((await store.read({ person, by })).by).toBeUndefined();
      const asking = await appending(by, 1);
      await store.append(asking);
      expect(await store.read({ person, by })).toMatchObject({ head: { version: 1 }, by: asking.head });
      expect(await store.append({ ...(await appending(person, 2)), by: { person: by, version: 0 } })).toBe(false);
      expect(await store.append({ ...(await appending(person, 2)), by: { person: by, version: 1 } })).toBe(true);
      expect(await store.read({ person, by: person })).toMatchObject({ head: { version: 2 }, by: { version: 2 } });
      expect(await store.append({ ...(await appending(person, 3)), by: { person, version: 2 } })).toBe(true);
    });

    it('writes nothing over what another wrote first, nor under a receipt that is there', async () => {
      const person = somebody();
      await store.append(await appending(person, 1));
      expect(await store.append(await appending(person, 1))).toBe(false);
      const other = { ...(await appending(person, 2)), receipt: (await appending(person, 1)).receipt };
      expect(await store.append(other)).toBe(false);
      expect((await store.read({ person })).head?.version).toBe(1);
    });

    it('lists everybody, newest first, page by page', async () => {
      const some = [somebody(), somebody(), somebody()];
      for (const [index, person] of some.entries())
        await store.append(await appending(person, 1, `2099-03-0${index + 1}T00:00:00.000Z`));
      const first = await store.list({ limit: 2 });
      expect(first.items).toEqual([some[2], some[1]]);
      const second = await store.list({ limit: 1, ...(first.next === undefined ? {} : { from: first.next }) });
      expect(second.items).toEqual([some[0]]);
      await expect(store.list({ limit: 1, from: 'bm8' })).rejects.toThrow(BadCursor);
    });
  });
};

/** What every store of imports promises. */
export const importStoreContract = (where: string, open: () => Promise<ImportStore>): void => {
  it(`an import ${where} is begun once, and each of its chunks is written once`, async () => {
    const store = await open();
    const begun = {
      import: somebody(),
      by: 'administrator-1',
      fileHash: HASH,
      rows: 2,
      startedAt: '2026-03-02T15:00:00.000Z',
    };
    const id = { import: begun.import };
    expect(await store.read(begun.import)).toBeUndefined();
    expect([await store.begin(begun), await store.begin({ ...begun, rows: 3 })]).toEqual([true, false]);
    expect(await store.read(begun.import)).toEqual(begun);
    expect(await store.chunks({ ...id, first: 0, limit: 10 })).toEqual([]);
    expect(await store.saveChunk({ ...id, chunk: 0, results: '[0]' })).toBe(true);
    expect(await store.saveChunk({ ...id, chunk: 1, results: '[1]' })).toBe(true);
    expect(await store.saveChunk({ ...id, chunk: 1, results: '[2]' })).toBe(false);
    expect(await store.chunks({ ...id, first: 0, limit: 10 })).toEqual(['[0]', '[1]']);
    expect(await store.chunks({ ...id, first: 1, limit: 1 })).toEqual(['[1]']);
  });
};

/** What every store of appointments promises. */
export const appointmentStoreContract = (where: string, open: () => Promise<AppointmentStore>): void => {
  it(`appointments ${where} list everybody who has one, once, page by page`, async () => {
    const store = await open();
    const persons = [somebody(), somebody(), somebody()];
    for (const person of [...persons, ...persons]) {
      await store.save({ person, case: 'ip-a', version: 1, standing: 'proposed' });
    }
    const [first = ''] = persons;
    await store.save({ person: first, case: 'ip-a', version: 2, standing: 'left' });
    const found: string[] = [];
    let from: string | undefined;
    do {
      const page = await store.people({ limit: 2, ...(from === undefined ? {} : { from }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items);
      from = page.next;
    } while (from !== undefined);
    expect(found).toEqual([...new Set(found)].toSorted());
    expect(found).toEqual(expect.arrayContaining(persons));
    const other = await store.of({ person: first, limit: 10 });
    expect(other.items).toHaveLength(1);
  });

  it(`appointments ${where} keep what the newest event says, in whatever order it comes`, async () => {
    const store = await open();
    const person = somebody();
    const of = (caseId: string, version: number, standing: 'proposed' | 'accepted' | 'left') => ({
      person,
      case: caseId,
      version,
      standing,
    });
    expect(await store.save(of('ip-a', 5, 'accepted'))).toBe(true);
    expect(await store.save(of('ip-a', 3, 'proposed'))).toBe(false);
    expect(await store.save(of('ip-a', 5, 'accepted'))).toBe(false);
    expect(await store.save(of('ip-b', 2, 'proposed'))).toBe(true);
    expect(await store.save(of('ip-b', 9, 'left'))).toBe(true);
    const first = await store.of({ person, limit: 1 });
    expect(first.items).toEqual([of('ip-a', 5, 'accepted')]);
    const rest = await store.of({ person, limit: 5, ...(first.next === undefined ? {} : { from: first.next }) });
    expect(rest).toEqual({ items: [of('ip-b', 9, 'left')] });
    await expect(store.of({ person: somebody(), limit: 1, from: first.next ?? '' })).rejects.toThrow(BadCursor);
  });
};
