import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, instant, sha256, subjectId } from './shapes.ts';
import { BREACH_CONSEQUENCES, DISSOLUTION_CAUSES, ELECTION_WAYS, PACT_SIGNATORIES, STAGES } from './vocabulary.ts';

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
  'pact.text-deposited.v1': fact(
    'The text of the pact was deposited by its hash; its title, language and version are content. Who signed an earlier edition has to sign again.',
    () => ({ documentHash: sha256, edition: count }),
  ),
  'pact.breach-reported.v1': fact(
    'The team reported that somebody who signed the pact breached it. Who, which provision and how is content until the ruling.',
    () => ({ breach: subjectId('breach'), answerDueAt: instant }),
  ),
  'pact.breach-answered.v1': fact(
    'Who is accused of a breach answered. The answer is content, and so is who gave it.',
    () => ({ breach: subjectId('breach'), late: z.boolean() }),
  ),
  'pact.breach-answer-lapsed.v1': fact('The term to answer to a breach passed without an answer.', () => ({
    breach: subjectId('breach'),
  })),
  'pact.breach-ruled.v1': fact(
    'The coordinator ruled on a breach, with its consequence; the explanation is content. Who breached the pact is named, and nobody where it was no breach.',
    () => ({
      breach: subjectId('breach'),
      consequence: z.enum(BREACH_CONSEQUENCES),
      accused: z.optional(z.enum(PACT_SIGNATORIES)),
      bidder: z.optional(subjectId('bidder')),
    }),
  ),
  'committee.constituted.v1': fact(
    'The act of constitution of the committee was recorded: its members, its object (content), its duration and, where the profile asks for it, its registration.',
    () => ({
      members: count,
      durationMonths: count,
      registered: z.boolean(),
      documentHash: sha256,
      /** How and when its members were elected, and by how many votes. */
      election: z.optional(z.strictObject({ way: z.enum(ELECTION_WAYS), heldAt: instant, votes: z.optional(count) })),
      startedAt: z.optional(instant),
      /** When its duration is over; suspensions give time back. */
      endsAt: z.optional(instant),
    }),
  ),
  'committee.term-ended.v1': fact(
    'The duration of the committee is over. Its members stay in office until it is extended or dissolved.',
    () => ({ endedAt: instant }),
  ),
  'committee.extended.v1': fact(
    'The committee was given so many months more, counted from the end that it had; the reason is content.',
    () => ({ months: count, startedAt: instant, endsAt: instant, documentHash: sha256 }),
  ),
  'committee.dissolved.v1': fact(
    'The committee was dissolved, by its vote or by the coordinator. The case goes straight to its final report: what was seen still gets reported. The explanation is content.',
    () => ({
      cause: z.enum(DISSOLUTION_CAUSES),
      stage: z.enum(STAGES),
      decidedBy: z.enum(['committee', 'coordinator']),
      votesFor: z.optional(count),
      votesAgainst: z.optional(count),
      abstentions: z.optional(count),
      documentHash: z.optional(sha256),
    }),
  ),
};
