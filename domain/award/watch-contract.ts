import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { CONTRACT_ENDS, VISIT_OUTCOMES } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { money, narrative, reason, time } from '../shapes.ts';
import { nextId, subjectOf } from '../state.ts';

/** Records the signature of the contract. */
export const recordContractSignature = command({
  name: 'record-contract-signature',
  input: () => z.strictObject({ signedAt: time, value: z.optional(money) }),
  decide: (input, { head, now }) => {
    if (head.contract !== undefined) return refuse('contract-signed-already');
    if (input.signedAt > now) return refuse('observed-in-the-future', { signedAt: input.signedAt, now });
    return record({
      type: 'contract.signed.v1',
      data: { signedAt: input.signedAt, ...(input.value === undefined ? {} : { value: input.value }) },
    });
  },
});

/** Records an amendment made since the signature. */
export const recordAmendment = command({
  name: 'record-amendment',
  input: () => z.strictObject({ amendedAt: time, change: narrative }),
  decide: (input, { head, now }) => {
    if (head.contract === undefined) return refuse('contract-not-signed');
    if (input.amendedAt > now) return refuse('observed-in-the-future', { amendedAt: input.amendedAt, now });
    return record({
      type: 'contract.amended.v1',
      data: { amendment: nextId(head, 'amendment'), amendedAt: input.amendedAt },
      content: { change: input.change },
    });
  },
});

/** Records what the team concluded of an amendment. */
export const reviewAmendment = command({
  name: 'review-amendment',
  input: () => z.strictObject({ amendment: subjectId('amendment'), conclusion: narrative }),
  subjects: (input) => [input.amendment],
  decide: (input, { subjects }) => {
    const found = subjectOf(subjects, 'amendment', input.amendment);
    if (found === undefined) return refuse('amendment-unknown', { amendment: input.amendment });
    if (found.reviewed) return refuse('amendment-reviewed', { amendment: input.amendment });
    return record({
      type: 'amendment.reviewed.v1',
      data: { amendment: input.amendment },
      content: { conclusion: input.conclusion },
    });
  },
});

/** Plans a visit to the works or the delivery. */
export const planVisit = command({
  name: 'plan-visit',
  input: () => z.strictObject({ plannedAt: time, place: z.optional(reason) }),
  decide: (input, { head }) =>
    record({
      type: 'site-visit.planned.v1',
      data: { visit: nextId(head, 'visit'), plannedAt: input.plannedAt },
      ...(input.place === undefined ? {} : { content: { place: input.place } }),
    }),
});

/** Records that a planned visit was done, or why it is excused. */
export const settleVisit = command({
  name: 'settle-visit',
  input: () => z.strictObject({ visit: subjectId('visit'), outcome: z.enum(VISIT_OUTCOMES), note: narrative }),
  subjects: (input) => [input.visit],
  decide: (input, { subjects, now }) => {
    const found = subjectOf(subjects, 'visit', input.visit);
    if (found === undefined) return refuse('visit-unknown', { visit: input.visit });
    if (found.outcome !== undefined) return refuse('visit-settled', { visit: input.visit, outcome: found.outcome });
    if (input.outcome === 'done' && found.plannedAt > now)
      return refuse('observed-in-the-future', { plannedAt: found.plannedAt, now });
    return record({
      type: 'site-visit.settled.v1',
      data: { visit: input.visit, outcome: input.outcome },
      content: { note: input.note },
    });
  },
});

/** Records the completion or termination of the contract. */
export const recordContractEnd = command({
  name: 'record-contract-end',
  input: () => z.strictObject({ end: z.enum(CONTRACT_ENDS), endedAt: time }),
  decide: (input, { head, now }) => {
    if (head.contract === undefined) return refuse('contract-not-signed');
    if (head.contract.end !== undefined) return refuse('contract-ended', { end: head.contract.end });
    if (input.endedAt > now) return refuse('observed-in-the-future', { endedAt: input.endedAt, now });
    return record({
      type: 'contract.ended.v1',
      data: { end: input.end, endedAt: input.endedAt, amendments: head.numbers.amendment ?? 0 },
    });
  },
});
