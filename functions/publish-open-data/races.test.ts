import { beforeAll, describe, expect, it } from 'vitest';
import { type Around, dying } from '../../test/support/around.ts';
import { deliver, streamOf } from '../../test/support/deliver.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { journeyBegins } from '../../test/support/journey.ts';
import {
  betweenFiles,
  dead,
  intervened,
  listing,
  opened,
  publisherOn,
  rowsIn,
  run,
  textsOf,
  toldOf,
  untilDone,
} from '../../test/support/publisher.ts';
import { keepChanges } from '../keep-changes/keep-changes.ts';
import { takePlace } from './ledger.ts';

describe('the files of several cases', () => {
  let house: House;
  let cases: readonly string[];
  const told = async () => toldOf(house, cases);
  beforeAll(async () => {
    house = newHouse(journeyBegins);
    cases = await opened(house, 5);
  });

  it.each(['before', 'after'] as const)('are the same when a run dies %s any one of its calls', async (when) => {
    const one = cases.slice(0, 1);
    // Its directory is gone through already: nothing but the list of changes tells of the case.
    const begun = async () => {
      const ports = publisherOn(house);
      await run({ ...ports, cases: { ...house.cases, list: async () => ({ items: [] }) } });
      return listing(ports, house, one);
    };
    const expected = await begun();
    await run(expected);
    for (let at = 1, isOver = false; !isOver; at += 1) {
      const ports = await begun();
      const death = dying(at, when);
      await run(betweenFiles(ports, death.around)).catch(dead);
      isOver = death.calls() < at;
      await untilDone(ports);
      expect([at, textsOf(ports.openData)]).toEqual([at, textsOf(expected.openData)]);
    }
  });

  it('give a place to one case alone, though two ask for it at once', async () => {
    const ports = await told();
    let isTaken = false;
    const items: typeof ports.items = {
      ...ports.items,
      putOver: async (item, seen) => {
        if (item.pk.startsWith('OPENDATA#MONTH#') && !isTaken) {
          isTaken = true;
          await takePlace(ports.items, { case: 'another', month: '2026-03', position: 1 });
        }
        return ports.items.putOver(item, seen);
      },
    };
    await run({ ...ports, items }, { casesPerPart: 1 });
    const parts = ['001', '002', '003', '004', '005', '006'].map((part) =>
      rowsIn(ports.openData, 'cases', `2026-03-${part}`),
    );
    expect(parts.map((rows) => rows.length)).toEqual([0, 1, 1, 1, 1, 1]);
  });

  it('hold each case once when runs work beside each other', async () => {
    const ports = await told();
    const few = { casesPerPart: 2, restMilliseconds: 0 };
    await Promise.all([run(ports, few), run(ports, few), run(ports, few)]);
    await untilDone(ports, few);
    const parts = ['2026-03-001', '2026-03-002', '2026-03-003'];
    const listed = parts.map((part) => rowsIn(ports.openData, 'cases', part).map((row) => row['case']));
    expect(listed.map((part) => part.length)).toEqual([2, 2, 1]);
    expect(listed.flat().toSorted()).toEqual(cases.toSorted());
  });

  it('are newest where a slow run writes after a faster one', async () => {
    const own = newHouse(journeyBegins);
    const [first = ''] = await opened(own, 1);
    const ports = await toldOf(own, [first]);
    let isOvertaken = false;
    const overtaken: Around = async ({ method, call }) => {
      if (method === 'begin' && !isOvertaken) {
        isOvertaken = true;
        const body = { person: 'witness-1', reason: 'No other is free.' };
        await own.post('coordinator-1', `/cases/${first}/team`, { body, idempotencyKey: 'overtaking' });
        await deliver(keepChanges({ ...own, changes: ports.changes }), own.cases, first);
        await run(ports);
      }
      return call();
    };
    await run(intervened(ports, overtaken));
    await untilDone(ports);
    const { length } = await streamOf(own.cases, first);
    expect(ports.openData.files.get(`cases/${first}/record.json`)?.text).toContain(`-${first}-${length}"`);
    expect(rowsIn(ports.openData, 'cases', '2026-03-001').find((row) => row['case'] === first)).toMatchObject({
      'record/version': String(length),
    });
  });
});
