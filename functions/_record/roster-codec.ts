import { type RosterRecord, rosterEntrySchema } from '../../domain/roster/roster-entry.ts';
import { PERSON_HEADS_MAX, type RosterStore, type StoredHead } from '../_ports/ports.ts';

/** What the table keeps of an entry of the roster, read and checked again. */
export const rosterRecordFrom = ({ state }: Pick<StoredHead, 'state'>): RosterRecord =>
  rosterEntrySchema.parse(JSON.parse(state));

export const storedRosterHead = (
  state: RosterRecord,
  { version, hash }: { version: number; hash: string },
): StoredHead => ({ version, hash, state: JSON.stringify(state) });

/** The entries of people in the roster, those among them who have none too. Nobody is asked for: nothing is read. */
export const enrolledIn = async (
  roster: Pick<RosterStore, 'heads'>,
  persons: readonly string[],
): Promise<ReadonlyMap<string, RosterRecord | undefined>> => {
  const wanted = [...new Set(persons)];
  if (wanted.length > PERSON_HEADS_MAX) throw new Error(`${wanted.length} people are too many for one decision.`);
  const heads = wanted.length === 0 ? new Map<string, StoredHead>() : await roster.heads(wanted);
  return new Map(
    wanted.map((person) => {
      const head = heads.get(person);
      return [person, head === undefined ? undefined : rosterRecordFrom(head)];
    }),
  );
};
