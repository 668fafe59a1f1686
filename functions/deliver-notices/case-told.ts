import { PROCESS } from '../../domain/process/process-state.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { stateOf, subjectFrom } from '../_record/state-codec.ts';

/** What a mail says of the case that it is about: what everybody may read of it. */
export interface CaseTold {
  readonly case: string;
  /** As the official data call the process; its number where they do not. */
  readonly title: string;
  /** Where its terms run. */
  readonly zone: string;
  readonly isExample: boolean;
}

/** The case of a message; what was announced of it is there. */
export const caseTold = async (cases: Pick<CaseStore, 'read'>, caseId: string): Promise<CaseTold> => {
  const reading = await cases.read({ case: caseId, subjects: [PROCESS] });
  const { head } = stateOf(reading);
  const stored = reading.subjects.get(PROCESS);
  const process = stored === undefined ? undefined : subjectFrom(stored);
  return {
    case: caseId,
    title: process?.kind === 'process' ? process.process.title : (head?.ocid ?? caseId),
    zone: head === undefined ? 'UTC' : profileOf(head.profile).zone.value,
    isExample: head?.example ?? false,
  };
};
