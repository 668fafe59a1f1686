import { beforeAll, describe, expect, it } from 'vitest';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import {
  afterDeed,
  type Deed,
  deedsOn,
  isNotJudged,
  itemsOf,
  storesOverItems,
} from '../../test/support/another-hand.ts';
import { deliver } from '../../test/support/deliver.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, JOURNEYS, stepsThrough } from '../../test/support/journey.ts';
import { memoryEntropy } from '../_ports/memory/memory-entropy.ts';
import type { RawItem } from '../_ports/ports.ts';
import { keepDeadlines } from '../keep-deadlines/keep-deadlines.ts';
import { projectMilestones } from '../project-milestones/project-milestones.ts';
import { sweepDeadlines } from '../sweep-deadlines/sweep-deadlines.ts';
import { type Verification, verifyRecord } from './verify-record.ts';

/** As far as a term runs whose end is awaited, and at the end. */
const STAGES: readonly (readonly [InstrumentId, number])[] = [
  ['integrity-pact', stepsThrough('integrity-pact', '/team')],
  ...INSTRUMENTS.map((instrument) => [instrument, JOURNEYS[instrument].length] as const),
];

/** Each deed reads a record whole: to the first item of each kind all are done, of those to the others so many, spread over all. */
const SPREAD = 15;

const kindOf = ({ sk }: RawItem): string => sk.split('#')[0] ?? '';

const someDeedsOn = (items: readonly RawItem[]): readonly Deed[] => {
  const firsts = new Set(items.filter((item) => items.find((other) => kindOf(other) === kindOf(item)) === item));
  const judged = deedsOn(items).filter((deed) => !isNotJudged(deed));
  const turn = Math.ceil(judged.length / SPREAD);
  return judged.filter((deed, index) => firsts.has(deed.on) || index % turn === 0);
};

/** A projection that was put back or taken away may be one that is late: it is said. Everything else must be found. */
const isNoticed = ({ on }: Deed, found: Verification): boolean => {
  if (!found.verified) return found.firstBad > 0;
  const isProjection = ['MILESTONES', 'BOOK'].includes(on.sk) || on.sk.startsWith('TERM#');
  return isProjection && (found.milestones !== 'current' || found.deadlines !== 'current');
};

const settled = async (house: House, caseId: string): Promise<void> => {
  await deliver(projectMilestones(house), house.cases, caseId);
  await deliver(keepDeadlines(house), house.cases, caseId);
};

describe.each(STAGES)('in a case of %s after %d steps', (instrument, steps) => {
  let house: House;
  let caseId: string;
  let items: readonly RawItem[];

  beforeAll(async () => {
    ({ house, caseId } = await arrived(instrument, steps));
    await settled(house, caseId);
    items = await itemsOf(house, caseId);
  });

  const verifyAfter = (deed: Deed) => verifyRecord(storesOverItems(afterDeed(items, deed)), caseId);

  it('everything verifies that nobody touched', async () => {
    const verified = { verified: true, milestones: 'current', deadlines: 'current' };
    expect(await verifyRecord(house, caseId)).toMatchObject(verified);
    expect(await verifyRecord(storesOverItems(items), caseId)).toMatchObject(verified);
  });

  it('whatever another hand does to any item is found, and an event is named', async () => {
    const unnoticed: string[] = [];
    for (const deed of someDeedsOn(items)) {
      if (!isNoticed(deed, await verifyAfter(deed))) unnoticed.push(`${deed.on.sk}: ${deed.what}`);
    }
    expect(unnoticed).toEqual([]);
  });
});

describe('the deadlines of a case', () => {
  it('may be postponed or taken away by a sweep: the record verifies after each', async () => {
    const { house, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/escalations'));
    await settled(house, caseId);
    for (let days = 0; days < 90; days += 15) {
      house.clock.move(15 * 86_400_000);
      await sweepDeadlines({ ...house, entropy: memoryEntropy(1_000_000 * (days + 1)) })();
      expect(await verifyRecord(house, caseId)).toMatchObject({ verified: true });
      await settled(house, caseId);
      expect(await verifyRecord(house, caseId)).toMatchObject({ verified: true, deadlines: 'current' });
    }
  });
});
