import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { CONTRACT_ENDS } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { money, narrative, time } from '../shapes.ts';
import { nextId, subjectOf } from '../state.ts';

/** Records the signature of the contract. */
export const recordContractSignature = command({
  name: 'record-contract-signature',
  input: () => z.strictObject({ signedAt: time, value: z.optional(money) }),
  decide: (input, { head, now }) => {
    if (head.contract !== undefined) return refuse('contract-signed-already');
    if (head.award?.decision === 'none') return refuse('nothing-awarded');
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
