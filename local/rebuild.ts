import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { dynamodbCaseStore } from '../functions/_ports/aws/case-store.ts';
import { openTable } from '../functions/_ports/aws/table.ts';
import { OutsideFailure } from '../functions/_ports/ports.ts';
import { CannotStart } from './cannot-start.ts';
import { DATA_FOLDER, openDataFolder } from './data-folder.ts';
import { startEmbeddedDynamodb } from './embedded-dynamodb.ts';
import { type Rebuilt, rebuild } from './rebuild/rebuild.ts';
import { TABLE_NAME } from './system.ts';

const USAGE =
  'npm run rebuild [-- --compare]   (of a system that is stopped; VEEDOR_FOLDER says where its record is kept)';
const DIFFERENCES_TOLD_MAX = 20;
const TELL_EVERY_MS = 1_000;

/**
 * `npm run rebuild`: throws away what is projected from the record of a stopped system, makes it anew, and says where it differed.
 * With `--compare` it only says so. Exit status 0 only when nothing differed and
 * everything could be read.
 */
const main = async (): Promise<void> => {
  const compareOnly = readArguments();
  const path = process.env['VEEDOR_FOLDER'] ?? DATA_FOLDER;
  await stat(path).catch(() => {
    throw new CannotStart('bad-setting', `There is no record in ${path}.\n${USAGE}`);
  });
  const folder = await openDataFolder(path);
  try {
    const dynamodb = await startEmbeddedDynamodb(folder);
    try {
      const table = openTable({ name: process.env['TABLE_NAME'] ?? TABLE_NAME, endpoint: dynamodb.endpoint });
      const rebuilt = await rebuild({
        table,
        cases: dynamodbCaseStore(table),
        compareOnly,
        progress: tellProgress('cases'),
        countedProcesses: tellProgress('processes'),
      });
      console.log(told(rebuilt, compareOnly));
      process.exitCode = isAsRecorded(rebuilt) ? 0 : 1;
    } finally {
      await dynamodb.stop();
    }
  } finally {
    folder.release();
  }
};

const isAsRecorded = ({ differences, unreadable, damaged }: Rebuilt): boolean =>
  differences.length + unreadable.length + damaged.length === 0;

const readArguments = (): boolean => {
  try {
    return parseArgs({ options: { compare: { type: 'boolean', default: false } } }).values.compare;
  } catch {
    // Whatever was asked that there is not: the usage says what there is.
    throw new CannotStart('bad-setting', USAGE);
  }
};

/** A line a second, on the way that is not the answer. */
const tellProgress = (what: string) => {
  let startedAt: number | undefined;
  let toldAt = 0;
  return (done: number, all?: number): void => {
    const now = performance.now();
    startedAt ??= now;
    if (now - Math.max(startedAt, toldAt) < TELL_EVERY_MS) return;
    toldAt = now;
    const perSecond = (done * 1_000) / (now - startedAt);
    if (all === undefined) {
      console.error(`${done} ${what}, ${perSecond.toFixed(0)} a second`);
      return;
    }
    const secondsLeft = Math.ceil((all - done) / perSecond);
    console.error(`${done} of ${all} ${what}, ${perSecond.toFixed(0)} a second, ${secondsLeft} s left`);
  };
};

const told = (rebuilt: Rebuilt, compareOnly: boolean): string => {
  const { cases, events, items, processes, tidied, differences, termsPutBack, unreadable, damaged } = rebuilt;
  const some = differences.slice(0, DIFFERENCES_TOLD_MAX);
  const rest = differences.length - some.length;
  const righted = compareOnly ? 'Nothing was written.' : 'They are put right.';
  return [
    `${cases} cases, ${events} events: ${items} items of milestones, deadlines, agenda, appointments and the directory.`,
    `Scoreboard and coverage are counted anew from these cases and ${processes} contracting processes.`,
    differences.length === 0
      ? 'All of them stood as the record says.'
      : `${differences.length} did not stand as the record says. ${righted}`,
    ...some.map(({ was, place }) => `  ${was}: ${place}`),
    ...(rest === 0 ? [] : [`  and ${rest} more`]),
    ...(tidied === 0 ? [] : [`${tidied} counts that are empty, or bear a name of before, were tidied.`]),
    ...(termsPutBack === 0 ? [] : [`${termsPutBack} terms are set again; the next sweep ends those that are settled.`]),
    ...unreadable.map(
      (id) => `The record of ${id} cannot be read, and what is projected of it was left: npm run verify -- ${id}`,
    ),
    ...damaged.map(
      (place) =>
        `The registry of processes cannot read its item ${place}, and what was counted of it was left. Remove the item and import its process again.`,
    ),
  ].join('\n');
};

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart || error instanceof OutsideFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
