import * as z from 'zod/mini';
import { sha256, subjectId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type Decision, type ProposedFact, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { language, text } from '../shapes.ts';
import { nextId, type SubjectOf, subjectOf } from '../state.ts';
import { nextTipAt } from './tip-bucket.ts';

export const TIP_LENGTH_MAX = 10_000;
const NAME_LENGTH_MAX = 200;
const CONTACT_LENGTH_MAX = 300;
/** How long each thing may be that somebody writes. */
export const TIP_LIMITS = { text: TIP_LENGTH_MAX, name: NAME_LENGTH_MAX, contact: CONTACT_LENGTH_MAX } as const;
const FILES_MAX = 20;
export const ADDITIONS_MAX = 20;

const DISTINCT_DIGITS_MIN = 6;

/**
 * What the sender proves itself with: 128 bits or more in hexadecimal, made by this system or by the sender. A code that is plainly no
 * chance is refused; one of 128 random bits never is (fewer than six different digits: one in 10^13).
 */
export const receiptCode = z.string().check(
  z.regex(/^[0-9a-f]{32,64}$/),
  z.refine((code) => new Set(code).size >= DISTINCT_DIGITS_MIN, { error: 'must be made by chance' }),
);

/** The hashes of files, each once: a file that is told twice is no second piece of evidence. */
const files = z.optional(
  z.array(sha256).check(z.maxLength(FILES_MAX), ({ value, issues }) => {
    value.forEach((hash, index) => {
      if (value.indexOf(hash) === index) return;
      issues.push({ code: 'custom', input: hash, path: [index], message: 'stands in this list already' });
    });
  }),
);

const optional = (value: string | undefined, key: string) => (value === undefined ? {} : { [key]: value });

/** When the answer to a tip is due, with the time that suspensions gave back. */
export const tipAnswerDueAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  receivedAt: string,
): string => dueAt({ term: profile.tipAnswerTerm.value, startedAt: receivedAt, profile, pauses: head.pauses, now });

/** Takes a tip of anybody, unnamed if they wish. Only the hash of the receipt code is kept. */
export const sendTip = command({
  name: 'send-tip',
  input: () =>
    z.strictObject({
      receipt: receiptCode,
      text: text(TIP_LENGTH_MAX),
      language,
      name: z.optional(text(NAME_LENGTH_MAX)),
      contact: z.optional(text(CONTACT_LENGTH_MAX)),
      files,
    }),
  hashed: ({ receipt }) => [receipt],
  decide: ({ receipt, files: hashes = [], name, contact, ...input }, situation) => {
    const { head, now, profile, sha256: hashOf } = situation;
    return unlessTooMany(situation, {
      type: 'tip.received.v1',
      data: {
        tip: nextId(head, 'tip'),
        files: hashes.length,
        answerDueAt: tipAnswerDueAt({ head, profile, now }, now),
      },
      content: {
        ...input,
        ...optional(name, 'name'),
        ...optional(contact, 'contact'),
        files: hashes,
        receiptHash: hashOf(receipt),
      },
      withoutName: true,
    });
  },
});

/** Whatever strangers write in a case is measured together, so that nobody can flood its record with tips or with additions to them. */
const unlessTooMany = ({ head, now }: Situation, fact: ProposedFact): Decision => {
  const retryAt = nextTipAt(head.tips, now);
  return retryAt === undefined ? record(fact) : refuse('tips-too-many', { retryAt });
};

/** A wrong code is answered exactly as a tip that is not there. */
const withReceipt = (
  { subjects, sha256: hashOf }: Situation,
  { tip, receipt }: { tip: string; receipt: string },
  decide: (found: SubjectOf<'tip'>) => Decision,
): Decision => {
  const found = subjectOf(subjects, 'tip', tip);
  return found === undefined || found.receiptHash !== hashOf(receipt) ? refuse('tip-unknown') : decide(found);
};

/** Adds to a tip, before or after it was answered. */
export const addToTip = command({
  name: 'add-to-tip',
  input: () => z.strictObject({ tip: subjectId('tip'), receipt: receiptCode, text: text(TIP_LENGTH_MAX), files }),
  subjects: ({ tip }) => [tip],
  hashed: ({ receipt }) => [receipt],
  decide: ({ tip, receipt, files: hashes = [], ...written }, situation) =>
    withReceipt(situation, { tip, receipt }, ({ addedIn }) =>
      addedIn.length >= ADDITIONS_MAX
        ? refuse('tip-full', { additionsMax: ADDITIONS_MAX })
        : unlessTooMany(situation, {
            type: 'tip.added-to.v1',
            data: { tip, files: hashes.length },
            content: { ...written, files: hashes },
            withoutName: true,
          }),
    ),
});
