import type { SubjectOf } from '../../domain/state.ts';
import type { QueryPorts } from '../_http/operation.ts';
import type { CommandResult } from '../_record/handle-command.ts';
import { subjectAtHand } from './case-at-hand.ts';

/** The document that was announced now or before. */
export const declaredIn = (result: CommandResult): string => {
  if ('answer' in result) return result.answer.created ?? '';
  const known = 'refusal' in result && result.refusal.word === 'document-declared' ? result.refusal.facts : {};
  return 'document' in known ? String(known['document']) : '';
};

/** A document of a case, or nothing. */
export const documentAtHand = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  id: string,
): Promise<SubjectOf<'document'> | undefined> => {
  if (!/^document-[1-9]\d{0,5}$/.test(id)) return undefined;
  const subject = await subjectAtHand(ports, caseId, id);
  return subject?.kind === 'document' ? subject : undefined;
};
