import { stat } from 'node:fs/promises';
import { storePorts } from '../../functions/_ports/aws/aws-ports.ts';
import { peopleStore } from '../../functions/_ports/aws/people-ports.ts';
import { ACCESS, ROSTER } from '../../functions/_ports/aws/table-keys.ts';
import { OutsideFailure } from '../../functions/_ports/ports.ts';
import { type PersonVerification, verifyPerson, verifyRosterEntry } from '../../functions/_record/verify-person.ts';
import { type Verification, verifyRecord } from '../../functions/_record/verify-record.ts';
import { CannotStart } from '../cannot-start.ts';
import { DATA_FOLDER, openDataFolder } from '../data-folder.ts';
import { endpointOfRunning, startEmbeddedDynamodb } from '../embedded-dynamodb.ts';
import { TABLE_NAME } from '../system.ts';
import type { Told } from '../told.ts';
import { tellVerification } from './tell.ts';

const USAGE =
  'npm run verify -- CASE, roster:PERSON or person:PERSON   (VEEDOR_FOLDER or DYNAMODB_ENDPOINT say where its record is kept)';

/** `npm run verify -- CASE`: reads a whole record again and names the first bad event. Exit status 0 only when it verifies. */
export const runVerify = async (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Told> => {
  try {
    const [caseId, ...others] = args;
    if (caseId === undefined || others.length > 0) return { status: 1, complains: USAGE };
    return tellVerification(
      await withDatabase(environment, (endpoint) => verifyAt(environment, { endpoint, stream: caseId })),
    );
  } catch (error) {
    if (error instanceof CannotStart || error instanceof OutsideFailure) return { status: 1, complains: error.message };
    throw error;
  }
};

const verifyAt = (
  environment: NodeJS.ProcessEnv,
  { endpoint, stream }: { endpoint: string; stream: string },
): Promise<Verification | PersonVerification> => {
  const at = {
    TABLE_NAME: environment['TABLE_NAME'] ?? TABLE_NAME,
    DYNAMODB_ENDPOINT: endpoint,
    LOG_LEVEL: 'silent',
  };
  if (stream.startsWith(ACCESS.streams)) {
    return verifyPerson(peopleStore(at).people, stream.slice(ACCESS.streams.length));
  }
  const ports = storePorts(at);
  return stream.startsWith(ROSTER.streams)
    ? verifyRosterEntry(ports.roster, stream.slice(ROSTER.streams.length))
    : verifyRecord(ports, stream);
};

/** The record is read where it is: on the server that is named, of the system that runs, or of one that was stopped. */
const withDatabase = async <Result>(
  environment: NodeJS.ProcessEnv,
  work: (endpoint: string) => Promise<Result>,
): Promise<Result> => {
  const named = environment['DYNAMODB_ENDPOINT'];
  if (named !== undefined) return work(named);
  const path = environment['VEEDOR_FOLDER'] ?? DATA_FOLDER;
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
