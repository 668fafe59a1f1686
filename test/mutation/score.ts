import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** What Stryker writes of each file that it changed; what is not read here is left out. */
const report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** How many changes of a place were noticed, of how many that a test reached, and how many none reached. */
export interface Score {
  readonly noticed: number;
  readonly of: number;
  readonly tooSlow: number;
  readonly notReached: number;
}

/** The score in a report; undefined where there is none. */
export const scoreIn = (path: string): Score | undefined => {
  if (!existsSync(path)) return undefined;
  const { files } = report.parse(JSON.parse(readFileSync(path, 'utf8')));
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted: readonly string[]): number => all.filter((status) => wanted.includes(status)).length;
  return {
    noticed: count('Killed', 'Timeout'),
    of: count('Killed', 'Timeout', 'Survived'),
    tooSlow: count('Timeout'),
    notReached: count('NoCoverage'),
  };
};

const percent = ({ noticed, of }: Score): string => (of === 0 ? '-' : `${((100 * noticed) / of).toFixed(1)} %`);

/** The scores as a table of the decision that keeps them, docs/adr/0018-mutation-score.md. */
export const tableOf = (scores: readonly (readonly [string, Score | undefined])[]): string =>
  [
    '| place | noticed | of | score | not reached | noticed by its slowness |',
    '| --- | --- | --- | --- | --- | --- |',
    ...scores.map(([place, score]) =>
      score === undefined
        ? `| \`${place}\` | | | not run | | |`
        : `| \`${place}\` | ${score.noticed} | ${score.of} | ${percent(score)} | ${score.notReached} | ${score.tooSlow} |`,
    ),
  ].join('\n');
