import type { ProposedFact } from '../command.ts';
import type { ContractingProcess } from '../process/contracting-process.ts';
import { flagsOf } from '../red-flags/red-flags.ts';

/**
 * The facts that raise the flags of a process, numbered from 1. Only flags that one process can raise by itself: those that are outliers
 * among many are computed on a folder, `npm run flags`.
 */
export const raiseFlags = (process: ContractingProcess): readonly ProposedFact[] =>
  flagsOf(process)
    .flatMap(({ code, outcome }) => (outcome.result === 'raised' ? [{ code, values: outcome.values }] : []))
    .map(({ code, values }, index) => ({ type: 'flag.raised.v1', data: { flag: `flag-${index + 1}`, code, values } }));
