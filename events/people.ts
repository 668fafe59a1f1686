import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { personId } from './shapes.ts';
import { GIVEN_ROLES } from './vocabulary.ts';

const role = () => z.enum(GIVEN_ROLES);

/**
 * Who may sign in, and in which roles: whoever gives roles could give them to themself or a friend, so each is on record. Each person
 * has a stream of their own. Where they are reached and why something was done is content; who they are besides is in no event.
 */
export const peopleEvents = {
  'person.added.v1': fact(
    'Somebody may sign in from now on, in these roles and no others. Always the first fact of its stream; the mail address stands in the content.',
    () => ({ person: personId, roles: z.array(role()) }),
  ),
  'role.given.v1': fact(
    'Somebody may act in one more role, with the reason as content. The sign-in follows; no token says it before.',
    () => ({ role: role() }),
  ),
  'role.taken.v1': fact(
    'Somebody may not act in a role any more, with the reason as content. A token of before says it until it ends, a quarter of an hour at most.',
    () => ({ role: role() }),
  ),
  'person.suspended.v1': fact(
    'Somebody cannot sign in until they are restored, with the reason as content. Their roles stay as they are on record.',
    () => ({}),
  ),
  'person.restored.v1': fact('Somebody who was suspended can sign in again, with the reason as content.', () => ({})),
};
