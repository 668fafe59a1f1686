import { mailAddress } from '../../domain/shapes.ts';
import type { NoticeSettings, NoticeStore, OwnAddress } from '../_ports/notice-ports.ts';
import type { RosterStore, StoredHead } from '../_ports/ports.ts';
import { rosterRecordFrom } from '../_record/roster-codec.ts';

/** How whoever said nothing is told: in the language of most deployments, and at once, because terms run. */
export const SETTINGS_UNLESS_SAID: NoticeSettings = { language: 'es', mail: 'immediate' };

/** What the code for the address of somebody is sealed for: it opens for no other address. */
export const purposeOfAddress = (person: string): string => `address:${person}`;

export interface AddressBook {
  readonly notices: Pick<NoticeStore, 'address'>;
  readonly roster: Pick<RosterStore, 'heads'>;
}

/**
 * Where mail for somebody goes: to the address that they gave and confirmed, else to the one that the roster knows. What the roster holds
 * is what an administrator typed and answers for: what is no address is none.
 */
export const mailGoesTo = async (
  { notices, roster }: AddressBook,
  person: string,
): Promise<Destination | undefined> => {
  const own = ownDestination(await notices.address(person));
  return own ?? rosterDestination((await roster.heads([person])).get(person));
};

export interface Destination {
  readonly from: 'own-address' | 'roster';
  readonly address: string;
}

export const ownDestination = (own: OwnAddress | undefined): Destination | undefined =>
  own?.mailbox?.confirmedAt === undefined ? undefined : { from: 'own-address', address: own.mailbox.address };

export const rosterDestination = (head: StoredHead | undefined): Destination | undefined => {
  if (head === undefined) return undefined;
  const { data } = mailAddress.safeParse(rosterRecordFrom(head).details.email);
  return data === undefined ? undefined : { from: 'roster', address: data };
};
