import { declareDocument } from '../../domain/documents/declare-document.ts';
import { PART_BYTES, partsOf } from '../../domain/documents/limits.ts';
import type { SubjectOf } from '../../domain/state.ts';
import { action } from '../_http/answer-action.ts';
import { CASE_ID } from '../_http/case-id.ts';
import { COMPLETE_UPLOAD, DECLARE_DOCUMENT, type Invitation } from '../_http/document-operations.ts';
import type { ActionAnswer, ActionOperation } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import { errorsOf } from '../_http/request.ts';
import { keyOf, type UploadedPart } from '../_ports/document-ports.ts';
import { declaredIn, documentAtHand } from '../_queries/document-at-hand.ts';
import { type CommandResult, handleCommand } from '../_record/handle-command.ts';
import type { DocumentsApiPorts } from './documents-api-ports.ts';

type Document = SubjectOf<'document'>;

export const caseNamed = (parameters: Readonly<Record<string, string>>): string | undefined => {
  const { case: id = '' } = parameters;
  return CASE_ID.test(id) ? id : undefined;
};

/**
 * Announces a file and answers how its bytes come. Whoever sends it again, because the answer was lost or the links are too old, gets
 * new ones to the same document: nothing is announced twice.
 */
export const declareAction = (ports: DocumentsApiPorts): ActionOperation =>
  action({
    ...DECLARE_DOCUMENT,
    act: async ({ parameters, body, caller, idempotencyKey }) => {
      const caseId = caseNamed(parameters);
      if (caseId === undefined) return undefined;
      const result = await handleCommand(ports, {
        name: 'declare-document',
        command: declareDocument,
        case: caseId,
        petitioner: caller,
        idempotencyKey,
        input: body,
      });
      const document = await documentAtHand(ports, caseId, declaredIn(result));
      if (document === undefined || document.by !== caller.person) return failureOf(result);
      const isNew = 'answer' in result && !result.replayed;
      return { status: isNew ? 201 : 200, body: await invitationTo(ports, caseId, document) };
    },
  });

export const failureOf = (result: CommandResult): ActionAnswer<never> => {
  if ('refusal' in result) return { refusal: result.refusal };
  if ('invalid' in result) throw new ProblemError('input-invalid', { errors: errorsOf(result.invalid) });
  if (!('failure' in result) || result.failure === 'case-not-found') return undefined;
  throw new ProblemError(result.failure === 'key-reused' ? 'idempotency-key-reused' : 'lost-every-race');
};

export const invitationTo = async (
  ports: DocumentsApiPorts,
  caseId: string,
  document: Document,
): Promise<Invitation> => {
  const about = { case: caseId, document: document.id, state: document.state };
  if (document.state !== 'awaited') return about;
  const key = keyOf('incoming', { case: caseId, document: document.id });
  const { sizeBytes, sha256, mediaType } = document;
  if (partsOf(sizeBytes) === 0) {
    const form = await ports.links.form({ key, sizeBytes, sha256, mediaType });
    return { ...about, upload: { kind: 'form', ...form, fields: { ...form.fields } } };
  }
  const begun = await ports.uploads.under(key);
  // It came whole and waits to be looked into: nobody should send hundreds of megabytes again.
  if (begun === undefined && (await ports.uploads.isThere(key))) return about;
  const upload = begun ?? (await ports.uploads.begin({ key, mediaType }));
  const missing = missingOf(document, await ports.uploads.parts({ key, upload }));
  const parts = await Promise.all(
    missing.map(async (part) => ({ ...part, ...(await ports.links.part({ key, upload, number: part.number })) })),
  );
  return { ...about, upload: { kind: 'parts', partBytes: PART_BYTES, parts } };
};

/** The parts of a file that are not there, or not whole. */
const missingOf = (
  { sizeBytes }: Document,
  there: readonly UploadedPart[],
): readonly { readonly number: number; readonly sizeBytes: number }[] => {
  const sizes = new Map(there.map((part) => [part.number, part.sizeBytes]));
  const count = partsOf(sizeBytes);
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    sizeBytes: index + 1 < count ? PART_BYTES : sizeBytes - index * PART_BYTES,
  })).filter((part) => sizes.get(part.number) !== part.sizeBytes);
};

/** Puts the parts together once all of them are there. Sent again, it finds that they are. */
export const completeAction = (ports: DocumentsApiPorts): ActionOperation =>
  action({
    ...COMPLETE_UPLOAD,
    act: async ({ parameters, caller }) => {
      const caseId = caseNamed(parameters);
      if (caseId === undefined) return undefined;
      const document = await documentAtHand(ports, caseId, parameters['document'] ?? '');
      if (document === undefined || document.by !== caller.person) return undefined;
      const about = { case: caseId, document: document.id, state: document.state };
      const key = keyOf('incoming', { case: caseId, document: document.id });
      const isInParts = document.state === 'awaited' && partsOf(document.sizeBytes) > 0;
      const upload = isInParts ? await ports.uploads.under(key) : undefined;
      if (upload === undefined) return { status: 200, body: about };
      const there = await ports.uploads.parts({ key, upload });
      if (missingOf(document, there).length > 0)
        return { status: 200, body: await invitationTo(ports, caseId, document) };
      await ports.uploads.complete({ key, upload, parts: there });
      return { status: 200, body: about };
    },
  });
