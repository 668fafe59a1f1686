import type { ProposedFact } from '../command.ts';
import type { ContractingProcess } from '../process/contracting-process.ts';

/**
 * Red flags computed from the official data, with the definitions and default thresholds of Open Contracting's Cardinal. A flag is a
 * place to look, never a verdict; what the data cannot tell raises none.
 */
interface FlagDefinition {
  readonly code: 'R003' | 'R018';
  readonly title: string;
  /** The values that raise the flag, or nothing. */
  readonly raisedBy: (process: ContractingProcess) => Readonly<Record<string, number>> | undefined;
}

/** Cardinal R003: the submission period is shorter than this many days. */
export const SHORT_SUBMISSION_DAYS = 15;

const MS_PER_DAY = 86_400_000;

export const FLAG_DEFINITIONS: readonly FlagDefinition[] = [
  {
    code: 'R003',
    title: 'Short submission period',
    raisedBy: ({ tenderPeriod }) => {
      if (tenderPeriod?.startAt === undefined || tenderPeriod.endAt === undefined) return undefined;
      const days = (Date.parse(tenderPeriod.endAt) - Date.parse(tenderPeriod.startAt)) / MS_PER_DAY;
      return days >= 0 && days < SHORT_SUBMISSION_DAYS
        ? { submissionDays: Math.round(days * 100) / 100, thresholdDays: SHORT_SUBMISSION_DAYS }
        : undefined;
    },
  },
  {
    code: 'R018',
    title: 'Single bid received',
    raisedBy: ({ numberOfTenderers, procurementMethod, awards }) => {
      const isCompetitive = procurementMethod === 'open' || procurementMethod === 'selective';
      return isCompetitive && numberOfTenderers === 1 && awards.length > 0 ? { tenderers: 1 } : undefined;
    },
  },
];

/** The facts that raise the flags of a process, numbered from 1. */
export const raiseFlags = (process: ContractingProcess): readonly ProposedFact[] =>
  FLAG_DEFINITIONS.flatMap(({ code, raisedBy }) => {
    const values = raisedBy(process);
    return values === undefined ? [] : [{ code, values }];
  }).map(({ code, values }, index) => ({ type: 'flag.raised.v1', data: { flag: `flag-${index + 1}`, code, values } }));
