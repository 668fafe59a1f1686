import { isOfPerson } from '../../events/record.ts';
import { GIVEN_ROLES } from '../../events/vocabulary.ts';
import type { Account, Accounts } from '../_ports/accounts.ts';
import type { Log, PeopleStore, StoredHead } from '../_ports/ports.ts';
import { announcedAnyBy, type BusEvent } from '../_record/announced.ts';
import { personOfAccess } from '../_record/handle-person-command.ts';
import { personRecordFrom } from '../_record/person-codec.ts';

export interface PeopleKeeperPorts {
  readonly people: Pick<PeopleStore, 'read'>;
  readonly accounts: Pick<Accounts, 'find' | 'giveRole' | 'takeRole' | 'disable' | 'enable'>;
  readonly log: Log;
}

/** How often the record may have moved on before this run leaves the rest to the next. */
const ROUNDS_MAX = 5;

/**
 * Makes the sign-in let in whom the record lets in, and in no other roles. It does what the head says now, not what the event tells, so
 * duplicates and disorder change nothing. A run that was slow may write what was true before: so it looks at the head again after its
 * last write and goes on until that is the one it wrote of. Then whoever writes last has written what is on record.
 */
export const keepPeople =
  ({ people, accounts, log }: PeopleKeeperPorts) =>
  async (event: BusEvent): Promise<void> => {
    const entry = announcedAnyBy(event);
    if (!isOfPerson(entry)) throw new Error('The event is about nobody who may sign in.');
    const person = personOfAccess(entry.stream);
    let { head } = await people.read({ person });
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      if (head === undefined) throw new Error('Who is announced is on record.');
      await hold(accounts, head);
      const { head: now } = await people.read({ person });
      if (now?.version === head.version) {
        log.say('VEE026', { stream: entry.stream, version: head.version });
        return;
      }
      head = now;
    }
    throw new Error('The record moves on faster than the sign-in can follow.');
  };

/** First what somebody loses, then what they get: what fails between leaves them with less, never with more. */
const hold = async (accounts: PeopleKeeperPorts['accounts'], head: StoredHead): Promise<void> => {
  const { person, roles, suspended } = personRecordFrom(head);
  const account = await accounts.find(person);
  // Somebody took the account away by hand: it is shown as a difference, and no attempt would bring it back.
  if (account === undefined) return;
  if (suspended && account.enabled) await accounts.disable(person);
  for (const role of tooMany(account, roles)) await accounts.takeRole(person, role);
  for (const role of GIVEN_ROLES) {
    if (roles.includes(role) && !account.roles.includes(role)) await accounts.giveRole(person, role);
  }
  if (!suspended && !account.enabled) await accounts.enable(person);
};

const tooMany = ({ roles }: Account, recorded: readonly string[]): readonly string[] =>
  roles.filter((role) => !recorded.includes(role));
