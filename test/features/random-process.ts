import { PROCESS } from '../../domain/process/process-state.ts';
import type { Instant } from '../../events/shapes.ts';
import type { CaseFile } from '../support/case-file.ts';
import { after } from '../support/cast.ts';
import { readOne, release } from '../support/ocds.ts';
import { type Dice, one } from './dice.ts';

const MS_PER_HOUR = 3_600_000;

export const company = (dice: Dice): string =>
  `Cerro ${one(['Azul', 'Verde', 'Pardo', 'Blanco'], dice)} ${dice.roll(5)}`;

/** What a publisher says of the process now: a little of it is not what it said before. */
export const publishedNow = (file: CaseFile, { ocid, now, dice }: { ocid: string; now: Instant; dice: Dice }) => {
  const kept = file.state.subjects.get(PROCESS);
  const process = kept?.kind === 'process' ? kept.process : readOne(release()).process;
  const anyone = () => ({
    name: company(dice),
    ...(dice.roll(2) === 0 ? {} : { identifier: { id: `CA${dice.roll(9)}10101` } }),
  });
  return {
    ...process,
    ocid,
    publishedAt: dice.roll(10) === 0 ? after(now, -999 * MS_PER_HOUR) : now,
    bidders: dice.roll(2) === 0 ? process.bidders : [...process.bidders.slice(dice.roll(2)), anyone()].slice(0, 30),
    tenderPeriod:
      dice.roll(2) === 0 ? process.tenderPeriod : { startAt: now, endAt: after(now, dice.roll(400) * MS_PER_HOUR) },
    awards:
      dice.roll(2) === 0
        ? process.awards
        : [{ id: `award-${dice.roll(2)}`, status: 'active', decidedAt: now, suppliers: [anyone()] }],
  };
};
