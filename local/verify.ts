import { stat } from 'node:fs/promises';
import { storePorts } from '../functions/_ports/aws/aws-ports.ts';
import { OutsideFailure } from '../functions/_ports/ports.ts';
import { rosterStream } from '../functions/_record/handle-roster-command.ts';
import type { Judged } from '../functions/_record/judge-projections.ts';
import { type Verification, verifyRecord } from '../functions/_record/verify-record.ts';
import { type RosterVerification, verifyRosterEntry } from '../functions/_record/verify-roster-entry.ts';
import { CannotStart } from './cannot-start.ts';
import { DATA_FOLDER, openDataFolder } from './data-folder.ts';
import { endpointOfRunning, startEmbeddedDynamodb } from './embedded-dynamodb.ts';
import { TABLE_NAME } from './system.ts';

const USAGE =
  'npm run verify -- CASE, or roster:PERSON   (VEEDOR_FOLDER or DYNAMODB_ENDPOINT say where its record is kept)';

/** `npm run verify -- CASE`: reads a whole record again and names the first bad event. Exit status 0 only when it verifies. */
const main = async (): Promise<void> => {
  const [caseId, ...others] = process.argv.slice(2);
  if (caseId === undefined || others.length > 0) throw new CannotStart('bad-setting', USAGE);
  const verification = await withDatabase((endpoint) => verifyAt(endpoint, caseId));
  console.log(sentence(verification));
  process.exitCode = verification.verified ? 0 : 1;
};

const ROSTER = rosterStream('');

const verifyAt = (endpoint: string, stream: string): Promise<Verification | RosterVerification> => {
  const ports = storePorts({
    TABLE_NAME: process.env['TABLE_NAME'] ?? TABLE_NAME,
    DYNAMODB_ENDPOINT: endpoint,
    LOG_LEVEL: 'silent',
  });
  return stream.startsWith(ROSTER)
    ? verifyRosterEntry(ports.roster, stream.slice(ROSTER.length))
    : verifyRecord(ports, stream);
};

/** The record is read where it is: on the server that is named, of the system that runs, or of one that was stopped. */
const withDatabase = async <Result>(work: (endpoint: string) => Promise<Result>): Promise<Result> => {
  const named = process.env['DYNAMODB_ENDPOINT'];
  if (named !== undefined) return work(named);
  const path = process.env['VEEDOR_FOLDER'] ?? DATA_FOLDER;
  const running = await runningOn(path);
  if (running !== undefined) return work(running);
  const folder = await openDataFolder(path);
  try {
    const dynamodb = await startEmbeddedDynamodb(folder);
    try {
      return await work(dynamodb.endpoint);
    } finally {
      await dynamodb.stop();
    }
  } finally {
    folder.release();
  }
};

/** Where a running system keeps its record; undefined when none holds the folder. */
const runningOn = async (path: string): Promise<string | undefined> => {
  await stat(path).catch(() => {
    throw new CannotStart('bad-setting', `There is no record in ${path}.\n${USAGE}`);
  });
  try {
    (await openDataFolder(path)).release();
    return undefined;
  } catch (error) {
    if (error instanceof CannotStart && error.obstacle === 'another-instance') return endpointOfRunning(path);
    throw error;
  }
};

const NOT_JUDGED = {
  current: '',
  behind: 'they were judged up to the last event that they say they have seen; the next event brings them up to date.',
  absent: 'they are not written yet, or were taken away; the next event makes them anew.',
} as const;

const sentence = (verification: Verification | RosterVerification): string => {
  if (verification.verified) {
    return [
      `The record of ${verification.case} verifies: ${verification.events} events, ending in ${verification.hash}.`,
      ...('milestones' in verification ? projectionsOf(verification) : []),
    ].join('\n');
  }
  if (verification.flaw === 'no-case') return `There is no record of ${verification.case}.`;
  return [
    `The record of ${verification.case} does not verify. First bad event: ${verification.firstBad} (${verification.flaw}).`,
    verification.explanation,
    ...(verification.item === undefined ? [] : [`Item: ${verification.item}.`]),
  ].join('\n');
};

const projectionsOf = (judged: Judged): readonly string[] =>
  (['milestones', 'deadlines'] as const)
    .filter((name) => judged[name] !== 'current')
    .map((name) => `Its ${name} are ${judged[name]}: ${NOT_JUDGED[judged[name]]}`);

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart || error instanceof OutsideFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
