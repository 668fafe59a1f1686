import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDataTables } from '../../domain/open-data/tables.ts';
import { type Around, counting, dying } from '../../test/support/around.ts';
import { deliver, type onBus, streamOf } from '../../test/support/deliver.ts';
import { comeInDisorder, disorderOf } from '../../test/support/disorder.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { arrived, journeyBegins, stepsThrough, travel } from '../../test/support/journey.ts';
import {
  dead,
  intervened,
  opened,
  publisherOn,
  rowsIn,
  run,
  textsOf,
  untilDone,
} from '../../test/support/publisher.ts';
import { memoryEntropy } from '../_ports/memory/memory-entropy.ts';
import type { MemoryOpenDataStore } from '../_ports/memory/memory-open-data-store.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { keepChanges } from '../keep-changes/keep-changes.ts';
import { keepDeadlines } from '../keep-deadlines/keep-deadlines.ts';
import { sweepDeadlines } from '../sweep-deadlines/sweep-deadlines.ts';

const MINUTE = 60_000;

describe('the files of open data', () => {
  let house: House;
  let caseId: string;
  let whole: ReturnType<typeof publisherOn>;
  beforeAll(async () => {
    ({ house, caseId } = await arrived('integrity-pact'));
    whole = publisherOn(house);
    await deliver(keepChanges({ ...house, changes: whole.changes }), house.cases, caseId);
    expect(await run(whole)).toEqual({ cases: 1, parts: 1 });
  });

  it('hold the record that the API answers with, in its own file and as a line of its part', async () => {
    const { body } = await house.send({ method: 'GET', path: `/cases/${caseId}/ocds/record` });
    const { records, ...packaged } = JSON.parse(whole.openData.files.get(`cases/${caseId}/record.json`)?.text ?? '');
    const { records: answered, ...rest } = body as { records: unknown };
    expect(records).toEqual(answered);
    expect(packaged).toEqual({ ...rest, uri: `https://veedor.example/open-data/cases/${caseId}/record.json` });
    const lines = whole.openData.files.get('records/2026-03-001.jsonl')?.text.split('\n') ?? [];
    expect([lines.length, lines.at(-1)]).toEqual([2, '']);
    expect(JSON.parse(lines[0] ?? '')).toEqual(records[0]);
  });

  it('tell the same in tables: a row for each thing of the release, under the columns that the schema documents', () => {
    const [{ releases }] = JSON.parse(whole.openData.files.get(`cases/${caseId}/record.json`)?.text ?? '').records;
    const [oversight] = releases[0].oversight;
    const lists = Object.entries(oversight).filter(([, value]) => Array.isArray(value) && typeof value[0] === 'object');
    expect(lists.length).toBeGreaterThan(12);
    for (const [name, things] of lists) {
      const table = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const rows = rowsIn(whole.openData, table, '2026-03-001');
      const ids = (things as { id?: string }[]).map(({ id }) => id);
      expect([name, rows.map(({ case: of }) => of)]).toEqual([name, ids.map(() => caseId)]);
      if (ids[0] !== undefined) expect([name, rows.map(({ id }) => id)]).toEqual([name, ids]);
    }
    const [sent] = rowsIn(whole.openData, 'escalations-steps', '2026-03-001');
    expect(sent).toMatchObject({ case: caseId, 'escalations/id': 'escalation-1', step: 'sent' });
    const [row] = rowsIn(whole.openData, 'cases', '2026-03-001');
    const file = whole.openData.files.get(`cases/${caseId}/record.json`)?.text ?? '';
    expect(row).toMatchObject({
      ocid: 'ocds-test00-0001',
      case: caseId,
      stage: oversight.stage,
      'profile/id': oversight.profile.id,
      'file/bytes': String(Buffer.byteLength(file)),
      'file/sha256': createHash('sha256').update(file).digest('hex'),
    });
    for (const { name, columns } of openDataTables()) {
      const schema = JSON.parse(whole.openData.files.get(`schemas/${name}.json`)?.text ?? '');
      const text = whole.openData.files.get(`tables/${name}/2026-03-001.csv`)?.text ?? '';
      expect(text.slice(0, text.indexOf('\r\n')).split(',')).toEqual(
        schema.fields.map((field: { name: string }) => field.name),
      );
      expect(schema.fields).toHaveLength(columns.length);
      expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
      for (const { title, description, type } of schema.fields) expect([title, description, type]).not.toContain('');
    }
  });

  it('are described with their length, their hash and an open licence, each but the records of single cases', () => {
    const descriptor = JSON.parse(whole.openData.files.get('datapackage.json')?.text ?? '');
    expect(descriptor.licenses[0].path).toBe('https://creativecommons.org/licenses/by/4.0/');
    const described = descriptor.resources.map(({ path }: { path: string }) => path);
    const others = [...whole.openData.files.keys()].filter(
      (path) => !/^(cases|schemas)\/|^(datapackage\.json|index\.html)$/.test(path),
    );
    expect(described.toSorted()).toEqual(others.toSorted());
    for (const { name, path, bytes, hash, schema } of descriptor.resources) {
      const text = whole.openData.files.get(path)?.text ?? '';
      expect([bytes, hash]).toEqual([
        Buffer.byteLength(text),
        `sha256:${createHash('sha256').update(text).digest('hex')}`,
      ]);
      expect(name).toMatch(/^[a-z0-9._/-]+$/);
      if (schema !== undefined) expect(whole.openData.files.has(schema)).toBe(true);
      expect(whole.openData.files.get('index.html')?.text).toContain(`href="${path}"`);
    }
  });

  it('are the same however the events come, and wherever a run dies: shuffled, doubled, in pieces', async () => {
    const entries = await streamOf(house.cases, caseId);
    const property = fc.asyncProperty(disorderOf(entries.length), fc.nat({ max: 120 }), async (disorder, at) => {
      const ports = publisherOn(house);
      let told = 0;
      const consumer = (cases: House['cases']) => async (event: ReturnType<typeof onBus>) => {
        await keepChanges({ cases, changes: ports.changes, log: ports.log })(event);
        told += 1;
        if (told % 40 === 0)
          await run(intervened(ports, dying(at + 1, at % 2 === 0 ? 'before' : 'after').around)).catch(dead);
      };
      await comeInDisorder((view) => consumer(view(house.cases)), {
        entries: entries.slice(-8),
        disorder: { ...disorder, early: [], order: [1, 2, 3], again: [2] },
      });
      await untilDone(ports);
      expect(textsOf(ports.openData)).toEqual(textsOf(whole.openData));
    });
    await fc.assert(property, { seed: 40, numRuns: 3 });
  });
});

describe('what is out of date', () => {
  const noted = async (house: House, ports: ReturnType<typeof publisherOn>, cases: readonly string[]) => {
    for (const caseId of cases) await deliver(keepChanges({ ...house, changes: ports.changes }), house.cases, caseId);
  };

  it('is written once, however much happened, and its part rests before it is written again', async () => {
    const house = newHouse(journeyBegins);
    const [caseId = ''] = await opened(house, 1);
    const ports = publisherOn(house);
    const count = counting();
    const counted = intervened(ports, count.around);
    const begun = async () => {
      count.reset();
      await run(counted);
      return count.calls()['begin'] ?? 0;
    };
    const FILES = 1 + openDataTables().length;
    await noted(house, ports, [caseId]);
    // The case, its part, what describes them, and the schemas.
    expect(await begun()).toBe(1 + FILES + 2 + openDataTables().length);
    expect(await begun()).toBe(0);
    const propose = (key: string) =>
      house.post('coordinator-1', `/cases/${caseId}/team`, {
        body: { person: 'witness-2', reason: 'No other is free.' },
        idempotencyKey: key,
      });
    await propose('one');
    await noted(house, ports, [caseId]);
    // Only the case: its part was written a moment ago.
    expect(await begun()).toBe(1);
    house.clock.move(10 * MINUTE);
    expect(await begun()).toBe(FILES + 2);
    expect(await begun()).toBe(0);
  });

  it('is worked off in pieces, where there is more than a run has time for', async () => {
    const house = newHouse(journeyBegins);
    const cases = await opened(house, 6);
    const ports = publisherOn(house);
    await noted(house, ports, cases);
    const slowly: Around = ({ method, call }) => {
      if (method === 'begin') house.clock.move(MINUTE);
      return call();
    };
    const done = [];
    for (let time = 0; time < 5; time += 1) {
      done.push((await run(intervened(ports, slowly), { millisecondsMax: 5 * MINUTE, restMilliseconds: 0 })).cases);
    }
    expect(done).toEqual([3, 3, 0, 0, 0]);
  });

  it('stands in parts of a few cases each, and a case never leaves its own', async () => {
    const house = newHouse(journeyBegins);
    const cases = await opened(house, 5);
    house.clock.move(40 * 24 * 60 * MINUTE);
    const later = await travel(house, 'oversight-committee', { steps: 1 });
    const ports = publisherOn(house);
    const small = { casesPerPart: 2, restMilliseconds: 0 };
    await noted(house, ports, [...cases, later]);
    await run(ports, small);
    const parts = () =>
      ['2026-03-001', '2026-03-002', '2026-03-003', '2026-04-001'].map((part) =>
        rowsIn(ports.openData, 'cases', part).map((row) => row['case']),
      );
    const first = parts();
    expect(first.map((part) => part.length)).toEqual([2, 2, 1, 1]);
    expect(first.slice(0, 3).flat().toSorted()).toEqual(cases.toSorted());
    expect(first[3]).toEqual([later]);
    expect(first[0]).toEqual(first[0]?.toSorted());
    const [one = ''] = cases;
    await house.post('coordinator-1', `/cases/${one}/team`, {
      body: { person: 'witness-1', reason: 'No other is free.' },
      idempotencyKey: 'again',
    });
    await noted(house, ports, [one]);
    expect(await run(ports, small)).toEqual({ cases: 1, parts: 1 });
    expect(parts()).toEqual(first);
  });

  it('is found in the directory where cases are older than the list of changes', async () => {
    const house = newHouse(journeyBegins);
    const cases = await opened(house, 3);
    const ports = publisherOn(house);
    expect(await run(ports)).toEqual({ cases: 3, parts: 1 });
    expect(rowsIn(ports.openData, 'cases', '2026-03-001').map((row) => row['case'])).toEqual(cases.toSorted());
    await noted(house, ports, cases);
    expect(await run(ports)).toEqual({ cases: 0, parts: 0 });
  });

  it('does not wait for a case that cannot be read, which is said and tried again later', async () => {
    const house = newHouse(journeyBegins);
    const cases = await opened(house, 3);
    const [broken] = cases;
    const ports = publisherOn(house);
    const spoiling = {
      ...ports,
      cases: {
        ...house.cases,
        entries: async (asked: Parameters<typeof house.cases.entries>[0]) => {
          if (asked.case === broken) throw new Error('Nobody can read this.');
          return house.cases.entries(asked);
        },
      },
    };
    await run(spoiling);
    expect(rowsIn(ports.openData, 'cases', '2026-03-001').map((row) => row['case'])).toEqual(cases.slice(1).toSorted());
    expect(ports.log.said).toContainEqual({ message: 'VEE008', facts: { openData: broken } });
    house.clock.move(60 * MINUTE);
    await run(ports);
    expect(rowsIn(ports.openData, 'cases', '2026-03-001').map((row) => row['case'])).toEqual(cases.toSorted());
  });

  it('stays so where the store is away, and the run says so', async () => {
    const house = newHouse(journeyBegins);
    await opened(house, 2);
    const ports = publisherOn(house);
    const away = {
      ...ports,
      openData: { ...ports.openData, begin: async () => Promise.reject(new OutsideFailure('S3: away')) },
    };
    await expect(run(away)).rejects.toThrow('S3: away');
    expect(await run(ports)).toEqual({ cases: 2, parts: 1 });
  });

  it('is what an embargo held back, as soon as its instant is past: the sweep tells the record, and that tells us', async () => {
    const house = newHouse(journeyBegins);
    const ports = publisherOn(house);
    const telling = () => [...textsIn(ports.openData, 'The second envelope lay open')].toSorted();
    const caseId = await travel(house, 'integrity-pact', { steps: stepsThrough('integrity-pact', '/award') });
    await deliver(keepDeadlines(house), house.cases, caseId);
    await noted(house, ports, [caseId]);
    await run(ports);
    expect([ports.openData.files.size > 10, telling()]).toEqual([true, []]);
    house.clock.move(60 * MINUTE);
    await sweepDeadlines({ ...house, entropy: memoryEntropy(1_000_000) })();
    await noted(house, ports, [caseId]);
    await run(ports);
    const part = '2026-03-001';
    expect(telling()).toEqual([
      `cases/${caseId}/record.json`,
      `records/${part}.jsonl`,
      `tables/observations/${part}.csv`,
    ]);
  });
});

const textsIn = (store: MemoryOpenDataStore, words: string): readonly string[] =>
  [...store.files].flatMap(([path, { text }]) => (text.includes(words) ? [path] : []));
