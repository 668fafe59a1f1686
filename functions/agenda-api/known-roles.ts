import type { Instant } from '../../events/shapes.ts';
import type { DeskStore } from '../_ports/desk-ports.ts';
import type { Caller, Clock, Identity } from '../_ports/ports.ts';
import { seesEveryCase } from './agenda-api-ports.ts';

/** How long somebody is taken to hold the roles of the last token that they came with, in days. Set by the deployment. */
export const ROLES_KNOWN_DAYS = 30;
const MS_PER_DAY = 86_400_000;

interface Knowing {
  readonly desk: Pick<DeskStore, 'sight' | 'see'>;
  readonly clock: Clock;
}

/**
 * Identity that notes with which roles somebody came last: a feed is fetched without a token, and what it may show of every case follows
 * from the roles of its person. Who never saw every case is not noted; who did is written down when the roles change, and once a day.
 */
export const notingRoles = (identity: Identity, { desk, clock }: Knowing): Identity => ({
  verify: async (token) => {
    const caller = await identity.verify(token);
    if (caller === undefined) return undefined;
    const { person, roles } = caller;
    const now = clock.now();
    const last = await desk.sight(person);
    const isNew = last === undefined ? seesEveryCase(caller) : isOther(last, { roles, now });
    if (isNew) await desk.see({ person, roles, seenAt: now });
    return caller;
  },
});

const isOther = (
  last: { readonly roles: Caller['roles']; readonly seenAt: Instant },
  { roles, now }: { roles: Caller['roles']; now: Instant },
): boolean =>
  last.seenAt.slice(0, 10) !== now.slice(0, 10) || last.roles.toSorted().join(' ') !== roles.toSorted().join(' ');

/** Whether somebody came lately with a role that sees every case. */
export const sawEveryCaseLately = async ({ desk, clock }: Knowing, person: string): Promise<boolean> => {
  const last = await desk.sight(person);
  if (last === undefined || !seesEveryCase(last)) return false;
  return Date.parse(clock.now()) - Date.parse(last.seenAt) <= ROLES_KNOWN_DAYS * MS_PER_DAY;
};
