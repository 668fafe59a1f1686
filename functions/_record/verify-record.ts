import { isDeepStrictEqual } from 'node:util';
import { FLAWS, type Flaw, type Wrong } from './flaws.ts';
import { type Judged, judgeProjections } from './judge-projections.ts';
import { endFlaw, itemsFlaw } from './judge-record.ts';
import { type RawRecord, type RawStores, readRaw } from './raw-record.ts';
import { entriesOf, walkRecord } from './walk-record.ts';

/** How often a record that is being written to is read anew before what was found is told. */
const ATTEMPTS_MAX = 5;

export type Verification =
  | ({ readonly verified: true; readonly case: string; readonly events: number; readonly hash: string } & Judged)
  | {
      readonly verified: false;
      readonly case: string;
      /** The first event that is bad, or the last one that a bad item rests on. */
      readonly firstBad: number;
      readonly flaw: Flaw;
      readonly explanation: string;
      /** The item that is wrong, where it is not the event itself. */
      readonly item?: string;
    };

/**
 * Reads every item of a case again and checks it against what the house writes: each event, hash, content and receipt, and every
 * state that was folded from them, down to the last attribute. What looks wrong in a case that was written to meanwhile is looked at
 * again, until it stands still.
 */
export const verifyRecord = async (stores: RawStores, caseId: string): Promise<Verification> => {
  let record = await readRaw(stores, caseId);
  let verification = await verifyOnce(record);
  for (let attempt = 1; attempt < ATTEMPTS_MAX && !verification.verified; attempt += 1) {
    const again = await readRaw(stores, caseId, record);
    if (isSame(again, record)) break;
    record = again;
    verification = await verifyOnce(record);
  }
  return verification;
};

const isSame = (one: RawRecord, other: RawRecord): boolean => isDeepStrictEqual(allItemsIn(one), allItemsIn(other));

const allItemsIn = ({ items, milestones, deadlines, receipts }: RawRecord) => [items, milestones, deadlines, receipts];

const verifyOnce = async (record: RawRecord): Promise<Verification> => {
  const walk = await walkRecord(record);
  if ('flaw' in walk) return notVerified(record, walk);
  const atTheEnd = await endFlaw(record, walk);
  if (atTheEnd !== undefined) return notVerified(record, atTheEnd);
  const judged = judgeProjections(record, { state: walk.state, entries: entriesOf(record) });
  if ('flaw' in judged) return notVerified(record, judged);
  const wrong = itemsFlaw(record, walk);
  if (wrong !== undefined) return notVerified(record, wrong);
  return { verified: true, case: record.case, events: walk.version, hash: walk.hash, ...judged };
};

const notVerified = ({ case: caseId }: RawRecord, wrong: Wrong): Verification => ({
  verified: false,
  case: caseId,
  ...wrong,
  explanation: FLAWS[wrong.flaw],
});
