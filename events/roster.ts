import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { calendarDate, code, personId, subjectId, territoryCode } from './shapes.ts';
import { ROSTER_KINDS } from './vocabulary.ts';

const accreditation = () => subjectId('accreditation');

/**
 * The roster: who can be appointed. Each entry has a stream of its own. Who stands behind a pseudonymous id, how to reach them, what
 * ties them to whom and under which number they are registered is content, so that the stream can be published.
 */
export const rosterEvents = {
  'roster.entry-added.v1': fact(
    'A person or an organisation entered the roster under its pseudonymous id. Always the first fact of its stream; who it is stands in the content.',
    () => ({ person: personId, kind: z.enum(ROSTER_KINDS) }),
  ),
  'roster.entry-corrected.v1': fact(
    'What the roster says of somebody was put right. The content holds all of it anew; what stood before stays with its own event.',
    () => ({ person: personId }),
  ),
  'accreditation.granted.v1': fact(
    'An issuer accredited the entry from the first to the last day, both included. Number and issuer are content.',
    () => ({
      accreditation: accreditation(),
      validFrom: calendarDate,
      validTo: calendarDate,
      specialities: z.array(code),
      territories: z.array(territoryCode),
    }),
  ),
  'accreditation.renewed.v1': fact(
    'An accreditation goes on to a later day. It never ends earlier by this; that would be a removal.',
    () => ({ accreditation: accreditation(), validTo: calendarDate }),
  ),
  'accreditation.suspended.v1': fact(
    'An accreditation was suspended, with the reason as content: until it is reinstated nobody is appointed by it or acts under it.',
    () => ({ accreditation: accreditation() }),
  ),
  'accreditation.reinstated.v1': fact('A suspended accreditation holds again, with the reason as content.', () => ({
    accreditation: accreditation(),
  })),
  'accreditation.removed.v1': fact(
    'An accreditation was taken away for good, with the reason as content. It never comes back: a new one would be granted.',
    () => ({ accreditation: accreditation() }),
  ),
};
