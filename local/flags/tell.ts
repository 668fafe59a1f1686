import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { Outcome } from '../../domain/red-flags/outcome.ts';
import type { FlagOf } from '../../domain/red-flags/red-flags.ts';
import { FLAG_TEXTS, type FlagLanguage } from '../../domain/red-flags/texts.ts';
import { RED_FLAGS, type RedFlag } from '../../events/vocabulary.ts';

export type Counts = Record<Outcome['result'], number>;

/** What was found, over all processes. */
export interface Summary {
  processes: number;
  documents: number;
  /** Documents in which no contracting process could be read. */
  withoutProcess: number;
  /** Documents that are no JSON, or too large. */
  unreadable: number;
  flags: Record<string, Counts>;
}

export const emptySummary = (): Summary => ({
  processes: 0,
  documents: 0,
  withoutProcess: 0,
  unreadable: 0,
  flags: Object.fromEntries(
    RED_FLAGS.map((code) => [code, { raised: 0, 'not-raised': 0, 'not-applicable': 0, 'not-computable': 0 }]),
  ),
});

export const count = (summary: Summary, flags: readonly FlagOf[]): void => {
  for (const { code, outcome } of flags) {
    const counts = summary.flags[code];
    if (counts !== undefined) counts[outcome.result] += 1;
  }
};

/** A process with its flags, for people: what was raised, and what could not be told. */
export const paragraphOf = (
  { file, process, flags }: { file: string; process: ContractingProcess; flags: readonly FlagOf[] },
  language: FlagLanguage,
): string => {
  const raised = flags.flatMap(({ code, outcome }) =>
    outcome.result === 'raised' ? [`  ${code}  ${titleOf(code, language)}: ${valuesOf(outcome)}`] : [],
  );
  const untold = flags.flatMap(({ code, outcome }) =>
    outcome.result === 'not-computable' ? [`${code} (${outcome.missing.join(', ')})`] : [],
  );
  return [
    `${process.ocid}  ${process.title}`,
    `  ${file}`,
    ...(raised.length === 0 ? ['  no flag was raised'] : raised),
    ...(untold.length === 0 ? [] : [`  cannot be computed: ${untold.join('; ')}`]),
  ].join('\n');
};

const titleOf = (code: RedFlag, language: FlagLanguage): string => FLAG_TEXTS[code][language].title;

const valuesOf = ({ values, bids }: Extract<Outcome, { result: 'raised' }>): string =>
  [
    ...Object.entries(values).map(([name, value]) => `${name} ${value}`),
    ...(bids.length === 0 ? [] : [`bids ${bids.join(', ')}`]),
  ].join(', ');

const some = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;

/** The last lines, for people. */
export const summaryLines = (summary: Summary, language: FlagLanguage): string => {
  const { processes, documents, withoutProcess, unreadable } = summary;
  const counted = `${some(processes, 'process', 'processes')} in ${some(documents, 'document', 'documents')}; ${withoutProcess} held no process, ${unreadable} could not be read.`;
  if (processes === 0) return ['', counted, 'There is no contracting process here: nothing was looked at.'].join('\n');
  const rows = RED_FLAGS.map((code) => {
    const counts = summary.flags[code];
    const numbers = [counts?.raised, counts?.['not-raised'], counts?.['not-applicable'], counts?.['not-computable']];
    return `  ${code}  ${titleOf(code, language).padEnd(44)}${numbers.map((number) => String(number ?? 0).padStart(9)).join('')}`;
  });
  return [
    '',
    counted,
    `  ${' '.repeat(50)}   raised       no   no case   untold`,
    ...rows,
    'A flag is a place to look, never a verdict. What could not be computed (untold: the data to tell it are missing) is not clean.',
  ].join('\n');
};
