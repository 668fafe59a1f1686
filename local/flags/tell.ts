import type { Language } from '../../domain/languages.ts';
import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { Outcome } from '../../domain/red-flags/outcome.ts';
import type { FlagOf } from '../../domain/red-flags/red-flags.ts';
import { FLAG_TEXTS } from '../../domain/red-flags/texts.ts';
import { RED_FLAGS, type RedFlag } from '../../events/vocabulary.ts';
import { FLAG_WORDS } from './words.ts';

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
  language: Language,
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
    ...(raised.length === 0 ? [`  ${FLAG_WORDS[language].none}`] : raised),
    ...(untold.length === 0 ? [] : [`  ${FLAG_WORDS[language].untold}: ${untold.join('; ')}`]),
  ].join('\n');
};

const titleOf = (code: RedFlag, language: Language): string => FLAG_TEXTS[code][language].title;

const valuesOf = ({ values, bids }: Extract<Outcome, { result: 'raised' }>): string =>
  [
    ...Object.entries(values).map(([name, value]) => `${name} ${value}`),
    ...(bids.length === 0 ? [] : [`bids ${bids.join(', ')}`]),
  ].join(', ');

/** The last lines, for people. */
export const summaryLines = (summary: Summary, language: Language): string => {
  const words = FLAG_WORDS[language];
  const counted = words.counted(summary);
  if (summary.processes === 0) return ['', counted, words.nothing].join('\n');
  const rows = RED_FLAGS.map((code) => {
    const counts = summary.flags[code];
    const numbers = [counts?.raised, counts?.['not-raised'], counts?.['not-applicable'], counts?.['not-computable']];
    return `  ${code}  ${titleOf(code, language).padEnd(TITLE_WIDTH)}${numbers.map((number) => inColumn(String(number ?? 0))).join('')}`;
  });
  const head = `${' '.repeat(INDENT + TITLE_WIDTH)}${words.columns.map(inColumn).join('')}`;
  return ['', counted, head, ...rows, words.verdict].join('\n');
};

const INDENT = '  R003  '.length;
const TITLE_WIDTH = 44;
const inColumn = (text: string): string => text.padStart(COLUMN_WIDTH);
const COLUMN_WIDTH = 10;
