import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, sha256, subjectId } from './shapes.ts';

export const pactEvents = {
  'bidder.registered.v1': fact(
    'A bidder of the process became known, from the official data or by hand. Its name is content.',
    () => ({ bidder: subjectId('bidder'), source: z.enum(['ocds', 'by-hand']) }),
  ),
  'pact.signed-by-authority.v1': fact(
    'The contracting authority signed the integrity pact; the document is committed to by its hash.',
    () => ({
      documentHash: sha256,
    }),
  ),
  'pact.signed-by-bidder.v1': fact(
    'A bidder signed the integrity pact; the document is committed to by its hash. A signature after the bids were opened is late.',
    () => ({
      bidder: subjectId('bidder'),
      documentHash: sha256,
      late: z.boolean(),
    }),
  ),
  'pact.refused-by-bidder.v1': fact(
    'A bidder refused to sign the integrity pact. The stated reason is content.',
    () => ({
      bidder: subjectId('bidder'),
    }),
  ),
  'committee.constituted.v1': fact(
    'The act of constitution of the committee was recorded: its members, its object (content), its duration and, where the profile asks for it, its registration.',
    () => ({ members: count, durationMonths: count, registered: z.boolean(), documentHash: sha256 }),
  ),
};
