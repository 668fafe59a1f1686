import * as z from 'zod/mini';
import { asJsonObject, subjectId } from '../../events/shapes.ts';
import { DOCUMENT_PURPOSES } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Sight, type Situation } from '../command.ts';
import { unnamed } from '../observations/confide.ts';
import { textRefusal } from '../pact/deposit-pact-text.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { nextId, type SubjectOf, subjectOf } from '../state.ts';
import { receiptCode } from '../tips/send-tip.ts';
import { nextTipFileAt } from '../tips/tip-bucket.ts';
import { accountOf, CITIZENS, shelfOf, UNNAMED_SENDER, UPLOADS } from './document-state.ts';
import { fileShape } from './file-shape.ts';
import { fileRefusal } from './fit-file.ts';
import {
  CASE_BYTES_MAX,
  CASE_FILES_MAX,
  CITIZENS_BYTES_MAX,
  CITIZENS_FILES_MAX,
  FILES_PER_THING_MAX,
  PERSON_BYTES_MAX,
  PERSON_FILES_MAX,
  TIP_BYTES_MAX,
  TIP_FILES_MAX,
  TIP_FILES_TRIED_MAX,
} from './limits.ts';
import { isEverybodys } from './may-read-document.ts';
import { attachment, kindOf, PURPOSES, thingOf } from './purposes.ts';

type Document = SubjectOf<'document'>;

export const declareDocumentInput = () =>
  z.strictObject({
    ...fileShape(),
    purpose: z.enum(DOCUMENT_PURPOSES),
    attachedTo: attachment,
    /** An earlier version of the same document. It stays, and stays readable to whoever could read it. */
    supersedes: z.optional(subjectId('document')),
    /** The original of which this version leaves something out, and why. */
    redacts: z.optional(subjectId('document')),
    reason: z.optional(reason),
    /** Of a tip: what its sender proves itself with. */
    receipt: z.optional(receiptCode),
  });
type Input = z.infer<ReturnType<typeof declareDocumentInput>>;

/** The files on the same shelf with the same bytes; of a tip, whatever hangs on it. */
const related = (input: Input, { subjects }: Sight): readonly string[] => {
  const shelf = subjectOf(subjects, 'shelf', shelfOf(input.attachedTo));
  return input.purpose === 'tip-file'
    ? (shelf?.documents ?? []).map(({ document }) => document)
    : sameOnShelf(shelf, input);
};

const sameOnShelf = (
  shelf: SubjectOf<'shelf'> | undefined,
  same: { readonly purpose: string; readonly sha256: string },
): readonly string[] =>
  (shelf?.documents ?? [])
    .filter((each) => each.purpose === same.purpose && each.sha256 === same.sha256)
    .map(({ document }) => document);

/** Announces a file: what it will be, what it is for, and what it belongs to. Its bytes come to the store by themselves. */
export const declareDocument = command({
  name: 'declare-document',
  input: declareDocumentInput,
  subjects: ({ attachedTo, supersedes, redacts }) => [
    UPLOADS,
    shelfOf(attachedTo),
    ...thingOf(attachedTo),
    ...[supersedes, redacts].filter((each) => each !== undefined),
  ],
  related,
  hashed: ({ receipt }) => (receipt === undefined ? [] : [receipt]),
  decide: (input, situation) =>
    purposeRefusal(input, situation) ??
    fileRefusal(input) ??
    thingRefusal(input, situation) ??
    linkRefusal(input, situation) ??
    roomRefusal(input, situation) ??
    floodRefusal(input, situation) ??
    declared(input, situation),
});

const purposeRefusal = (
  { purpose, attachedTo, redacts, receipt, reason: why }: Input,
  { actor }: Situation,
): Decision | undefined => {
  const rule = PURPOSES[purpose];
  const isRedaction = redacts !== undefined;
  const mayHandIn = isRedaction
    ? actor.role === 'coordinator' && purpose !== 'tip-file'
    : rule.roles.includes(actor.role);
  const fits =
    rule.attachedTo.some((kind) => kind === kindOf(attachedTo)) && (receipt !== undefined) === (purpose === 'tip-file');
  if (!mayHandIn || !fits) return refuse('purpose-unfit', { purpose, attachedTo: rule.attachedTo, roles: rule.roles });
  return isRedaction && why === undefined ? refuse('reason-missing') : undefined;
};

/** Whether what it hangs on is there, and theirs to attach to. What is not theirs to know looks as if it were not there. */
const thingRefusal = (input: Input, situation: Situation): Decision | undefined => {
  const { attachedTo, purpose, redacts } = input;
  const { subjects, head } = situation;
  switch (kindOf(attachedTo)) {
    case 'observation':
      return redacts === undefined ? observationRefusal(input, situation) : undefined;
    case 'question': {
      const question = subjectOf(subjects, 'question', attachedTo);
      return question?.to === 'contracting-authority'
        ? undefined
        : refuse('question-unknown', { question: attachedTo });
    }
    case 'report':
      return subjectOf(subjects, 'report', attachedTo) === undefined
        ? refuse('report-unknown', { report: attachedTo })
        : undefined;
    case 'tip':
      return tipRefusal(input, situation);
    case 'pact':
      if (head.instrument !== 'integrity-pact') return refuse('not-for-this-instrument', { purpose });
      // What everybody reads as the text of the pact is what was deposited and signed, to the last byte.
      return redacts === undefined ? textRefusal(head, input.sha256) : undefined;
    case 'constitution':
      return head.instrument === 'oversight-committee' ? undefined : refuse('not-for-this-instrument', { purpose });
    default:
      return undefined;
  }
};

const observationRefusal = ({ attachedTo, purpose }: Input, { subjects, actor }: Situation): Decision | undefined => {
  const observation = subjectOf(subjects, 'observation', attachedTo);
  const unknown = refuse('observation-unknown', { observation: attachedTo });
  if (observation === undefined) return unknown;
  if (purpose === 'reply-attachment') return observation.notifiedAt === undefined ? unknown : undefined;
  if (observation.by !== actor.person) return refuse('not-the-author', { observation: attachedTo });
  return observation.withdrawnAt === undefined
    ? undefined
    : refuse('observation-withdrawn', { observation: attachedTo });
};

const tipRefusal = (
  { attachedTo, receipt = '' }: Input,
  { subjects, sha256: hashOf }: Situation,
): Decision | undefined => {
  const tip = subjectOf(subjects, 'tip', attachedTo);
  return tip === undefined || tip.receiptHash !== hashOf(receipt) ? refuse('tip-unknown') : undefined;
};

const isSameSort = (earlier: Document, { purpose, attachedTo }: Input): boolean =>
  earlier.purpose === purpose && earlier.attachedTo === attachedTo;

/** A version follows one of the same hand; one with something left out follows a usable one. */
const linkRefusal = (input: Input, { subjects, actor }: Situation): Decision | undefined => {
  const { supersedes, redacts } = input;
  if (supersedes !== undefined) {
    const earlier = subjectOf(subjects, 'document', supersedes);
    if (earlier === undefined || earlier.by !== actor.person || !isSameSort(earlier, input))
      return refuse('document-unknown', { document: supersedes });
    if (earlier.supersededBy !== undefined)
      return refuse('document-superseded', { supersededBy: earlier.supersededBy });
  }
  if (redacts === undefined) return undefined;
  const original = subjectOf(subjects, 'document', redacts);
  if (original === undefined || original.redacts !== undefined || !isSameSort(original, input))
    return refuse('document-unknown', { document: redacts });
  return original.state === 'usable' ? undefined : refuse('document-state', { state: original.state });
};

const roomRefusal = (input: Input, { head, subjects, actor }: Situation): Decision | undefined => {
  const { sizeBytes, attachedTo, purpose } = input;
  const shelf = subjectOf(subjects, 'shelf', shelfOf(attachedTo));
  const same = sameOnShelf(shelf, input).find((id) => subjectOf(subjects, 'document', id)?.state !== 'refused');
  if (same !== undefined) return refuse('document-declared', { document: same });
  const triedMax = purpose === 'tip-file' ? TIP_FILES_TRIED_MAX : FILES_PER_THING_MAX;
  if ((shelf?.documents.length ?? 0) >= triedMax) return refuse('documents-too-many', { filesMax: triedMax });
  const account = accountOf({ purpose, by: actor.person });
  const own = subjectOf(subjects, 'uploads', UPLOADS)?.people[account];
  const ofOwn =
    account === CITIZENS
      ? { of: 'citizens', filesMax: CITIZENS_FILES_MAX, bytesMax: CITIZENS_BYTES_MAX }
      : { of: 'person', filesMax: PERSON_FILES_MAX, bytesMax: PERSON_BYTES_MAX };
  const ofTip = { of: 'tip', filesMax: TIP_FILES_MAX, bytesMax: TIP_BYTES_MAX };
  const measures = [
    ...(purpose === 'tip-file' ? [{ used: usedOn(shelf, subjects), limit: ofTip }] : []),
    { used: head.documents, limit: { of: 'case', filesMax: CASE_FILES_MAX, bytesMax: CASE_BYTES_MAX } },
    { used: own, limit: ofOwn },
  ];
  const full = measures.find(
    ({ used = { files: 0, bytes: 0 }, limit }) =>
      used.files >= limit.filesMax || used.bytes + sizeBytes > limit.bytesMax,
  );
  return full === undefined ? undefined : refuse('quota-full', full.limit);
};

/** What the files of a tip take together. */
const usedOn = (shelf: SubjectOf<'shelf'> | undefined, subjects: Situation['subjects']) => {
  const kept = (shelf?.documents ?? [])
    .flatMap(({ document }) => subjectOf(subjects, 'document', document) ?? [])
    .filter(({ state }) => state !== 'refused');
  return { files: kept.length, bytes: kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
};

/** The files of strangers are measured apart from what they write. One that is here already is known before. */
const floodRefusal = ({ purpose }: Input, { head, now }: Situation): Decision | undefined => {
  const retryAt = purpose === 'tip-file' ? nextTipFileAt(head.tips, now) : undefined;
  return retryAt === undefined ? undefined : refuse('tip-files-too-many', { retryAt });
};

/** Where the thing is sealed, the event says that a file is awaited and nothing else: not even what it hangs on, nor whose it is. */
const declared = ({ receipt: _, ...input }: Input, situation: Situation): Decision => {
  const { head, subjects, actor, now } = situation;
  const { name, mediaType, reason: why, ...told } = input;
  // Nobody is kept who could be asked for: whoever holds the code of a tip shows that its files are theirs.
  const by = input.purpose === 'tip-file' ? UNNAMED_SENDER : actor.person;
  const isOpen = isEverybodys({ head, subjects, now }, { ...told, by });
  const observation = subjectOf(subjects, 'observation', input.attachedTo);
  const nameless = observation === undefined ? {} : unnamed(observation, situation);
  return record({
    type: 'document.declared.v1',
    ...(input.purpose === 'tip-file' ? { withoutName: true } : nameless),
    data: { document: nextId(head, 'document'), ...(isOpen ? { told } : {}) },
    content: { ...asJsonObject({ ...told, name, mediaType, reason: why }), by },
  });
};
