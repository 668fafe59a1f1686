import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { code, count, instant, personId, subjectId } from './shapes.ts';
import { ACCREDITATION_LOSSES, APPOINTMENT_WAYS, DEPARTURE_CAUSES, LIAISON_KINDS, OFFICES } from './vocabulary.ts';

export const appointmentEvents = {
  'member.proposed.v1': fact(
    'Somebody was proposed for the team, in the place of somebody who left it where that is told. Appointing by hand carries its reason as content.',
    () => ({
      person: personId,
      way: z.enum(APPOINTMENT_WAYS),
      sector: z.optional(code),
      lapsesAt: instant,
      replaces: z.optional(personId),
      /** The first instant at which the accreditation no longer holds, where the roster has one. */
      accreditedUntil: z.optional(instant),
    }),
  ),
  'member.accepted.v1': fact('The proposed person accepted the appointment.', () => ({
    person: personId,
    accreditedUntil: z.optional(instant),
  })),
  'member.declined.v1': fact('The proposed person declined the appointment.', () => ({ person: personId })),
  'proposal.lapsed.v1': fact('The term to answer a proposal passed without an answer.', () => ({ person: personId })),
  'member.left.v1': fact(
    'A member of the team left it, and why. What the member filed stays under the member’s name; the reason is content.',
    () => ({ person: personId, cause: z.optional(z.enum(DEPARTURE_CAUSES)) }),
  ),
  'accreditation.changed.v1': fact(
    'What the roster says of the accreditation of somebody in the team became another: suspended, removed, or holding until another instant. Told by the roster, never decided in the case.',
    () => ({ person: personId, loss: z.optional(z.enum(ACCREDITATION_LOSSES)), accreditedUntil: z.optional(instant) }),
  ),
  'accreditation.lapsed.v1': fact(
    'The accreditation of somebody in the team ended while the case went on: from here on the person neither files nor votes nor signs.',
    () => ({ person: personId }),
  ),
  'declaration.signed.v1': fact(
    'A member declared, question by question of the profile, whether a conflict of interest exists in this process. Each yes is an impediment, and so is each declared interest that is found in a party of the process.',
    // Whom an interest is in, and which party it was found in, is content: only its number is everybody’s.
    () => ({
      person: personId,
      yes: z.array(code),
      asked: count,
      interests: z.optional(count),
      matches: z.optional(count),
    }),
  ),
  'impediment.found.v1': fact(
    'A declared interest of somebody in office was found in a party that became known: an impediment stands until it is ruled on. Which interest and which party is content.',
    () => ({ person: personId, matches: count }),
  ),
  'impediment.ruled.v1': fact(
    'The coordinator ruled, with a reason kept as content, whether an impediment stands.',
    () => ({ person: personId, stands: z.boolean(), matches: z.optional(count) }),
  ),
  'officer.elected.v1': fact('The committee elected a member to an office.', () => ({
    person: personId,
    office: z.enum(OFFICES),
  })),
  'liaison.accredited.v1': fact(
    'Somebody was accredited to act in this case for the contracting authority, for a bidder or for a control authority.',
    () => ({
      person: personId,
      kind: z.enum(LIAISON_KINDS),
      bidder: z.optional(subjectId('bidder')),
      controlAuthority: z.optional(code),
    }),
  ),
  'liaison.withdrawn.v1': fact(
    'The accreditation of somebody who acted for an institution in this case was withdrawn; the reason is content. What was done under it stays.',
    () => ({
      person: personId,
      kind: z.enum(LIAISON_KINDS),
      bidder: z.optional(subjectId('bidder')),
      controlAuthority: z.optional(code),
    }),
  ),
};
