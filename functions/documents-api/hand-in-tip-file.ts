import { declareDocument } from '../../domain/documents/declare-document.ts';
import { HAND_IN_TIP_FILE } from '../_http/document-operations.ts';
import type { ActionOperation } from '../_http/operation.ts';
import { ProblemError, problem, refused } from '../_http/problem.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf } from '../_http/request.ts';
import { asHolder, retryAfterOf } from '../_http/tip-holder.ts';
import { declaredIn, documentAtHand } from '../_queries/document-at-hand.ts';
import type { DocumentsApiPorts } from './documents-api-ports.ts';
import { caseNamed, failureOf, invitationTo } from './upload.ts';

const TIP = /^tip-[1-9]\d{0,5}$/;

/**
 * Announces a file of a tip and answers how its bytes come, to whoever holds the tip’s receipt code. A token is looked at only to refuse
 * a wrong one, so that not even somebody signed in is tied to it. Sent again, it finds the same document.
 */
export const handInTipFile = (ports: DocumentsApiPorts): ActionOperation => ({
  ...HAND_IN_TIP_FILE,
  answer: async (event, { identity }) => {
    await callerOf(event, identity);
    const caseId = caseNamed({ case: event.pathParameters?.case ?? '' });
    const tip = event.pathParameters?.tip ?? '';
    if (caseId === undefined || !TIP.test(tip)) return problem('not-found');
    const idempotencyKey = idempotencyKeyOf(event);
    const parsed = HAND_IN_TIP_FILE.body.safeParse(bodyOf(event, BODY_BYTES_MAX));
    if (!parsed.success) throw new ProblemError('input-invalid', { errors: errorsOf(parsed.error.issues) });
    const result = await asHolder(ports, {
      name: 'declare-document',
      command: declareDocument,
      case: caseId,
      idempotencyKey,
      input: { ...parsed.data, purpose: 'tip-file', attachedTo: tip },
    });
    const document = await documentAtHand(ports, caseId, declaredIn(result));
    if (document !== undefined) {
      const isNew = 'answer' in result && !result.replayed;
      const body = JSON.stringify(await invitationTo(ports, caseId, document));
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
      return { statusCode: isNew ? 201 : 200, headers, body };
    }
    const failed = failureOf(result);
    if (failed === undefined || !('refusal' in failed)) return problem('not-found');
    const answer = refused(failed.refusal);
    return { ...answer, headers: { ...answer.headers, ...retryAfterOf(result, ports.clock.now()) } };
  },
});
