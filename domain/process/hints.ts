import { officialAward } from '../award/official-award.ts';
import type { Head } from '../state.ts';
import type { ContractingProcess } from './contracting-process.ts';

/** What the official data can tell that a person must record before it moves the case. */
export const PROCESS_HINTS = ['process-ended', 'award-published', 'contract-published'] as const;

export interface Hint {
  readonly hint: (typeof PROCESS_HINTS)[number];
  readonly operation: string;
}

/** What the official data tell and the record of the case does not yet. */
export const hintsOf = (
  process: ContractingProcess,
  { ending, award, contract }: Pick<Head, 'ending' | 'award' | 'contract'>,
): readonly Hint[] => {
  const isSigned = process.contracts.some(({ signedAt }) => signedAt !== undefined);
  return [
    ...(process.ended !== undefined && ending === undefined
      ? [{ hint: 'process-ended', operation: 'end-process' } as const]
      : []),
    ...(officialAward(process, []) !== undefined && award === undefined
      ? [{ hint: 'award-published', operation: 'record-award' } as const]
      : []),
    ...(isSigned && contract === undefined
      ? [{ hint: 'contract-published', operation: 'record-contract-signature' } as const]
      : []),
  ];
};
