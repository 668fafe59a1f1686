import { OPEN_DATA_PATH } from '../domain/open-data/data-package.ts';
import { systemClock } from '../functions/_ports/aws/clock.ts';
import type { LogLevel } from '../functions/_ports/aws/log.ts';
import { allowedHostsIn } from '../functions/_ports/aws/notice-ports.ts';
import { webhookSender } from '../functions/_ports/aws/webhook-sender.ts';
import type { Clock } from '../functions/_ports/ports.ts';
import { type LocalAccounts, openAccounts } from './accounts.ts';
import { openDataFolder } from './data-folder.ts';
import { type Database, openDatabase } from './database.ts';
import { documentsOf } from './documents.ts';
import { type Flow, startFlow } from './flow.ts';
import type { Functions, LocalPorts } from './functions.ts';
import { type Gateway, startGateway } from './http-gateway.ts';
import { type Issuer, openIssuer } from './issuer.ts';
import { mailboxOnDisk } from './mailbox.ts';
import { mailboxDoors } from './mailbox-doors.ts';
import type { OnObjectCreated } from './object-store/outbox.ts';
import { DOCUMENTS_BUCKET, type Objects, openObjects } from './objects.ts';
import { openDataDoor } from './open-data-door.ts';
import { secretsKeyIn } from './secrets-key.ts';
import { LOCAL_AUDIENCE } from './sign-in/client.ts';
import { type StartedParts, startedParts } from './started-parts.ts';

/** How long after one sweep of the deadlines the next one begins, as in the cloud. */
export const SWEEP_SECONDS = 60;
export const TABLE_NAME = 'veedor';

export interface SystemOptions {
  /** Where everything is kept. */
  readonly folder: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Other functions than those of the house. */
  readonly functions?: (ports: LocalPorts) => Functions;
  readonly clock?: Clock;
  /** Says nothing on the console. */
  readonly quiet?: boolean;
  readonly logLevel?: LogLevel;
  readonly sweepSeconds?: number;
  /** A DynamoDB-compatible server instead of the embedded one. */
  readonly dynamodbEndpoint?: string | undefined;
  readonly tableName?: string | undefined;
  /** Where the object store listens; 0 takes the port of the last start when it is free. */
  readonly objectsPort?: number;
  readonly documentsBucket?: string | undefined;
  /** Done before the door opens: until then every request is told to come back. */
  readonly prepare?: PrepareSystem;
  /** Told of every new object, as the bucket's notification tells in the cloud. */
  readonly onObjectCreated?: OnObjectCreated;
}

/** What is done on a system before anybody comes in, with a door of its own; `keep` keeps a small file in its folder. */
export type PrepareSystem = (system: System, keep: (file: string, text: string) => Promise<void>) => Promise<void>;

/** The whole system on one machine. */
export interface System {
  readonly url: string;
  readonly folder: string;
  readonly clock: Clock;
  /** What the functions work on, for tools that read the record itself. */
  readonly ports: LocalPorts;
  /** Where the documents are, for whoever speaks S3. */
  readonly objects: Objects;
  /** A token of one of the example people, good for an hour. Throws for anybody else. */
  tokenFor(person: string): Promise<string>;
  /** Resolves when everything that was written has been published and handled. */
  settled(): Promise<void>;
  /** Sweeps the deadlines now. */
  sweep(): Promise<void>;
  /** Delivers what is due now. */
  deliver(): Promise<void>;
  /** Writes the static files of open data that are out of date. */
  publish(): Promise<void>;
  /** Resolves when the embedded DynamoDB has ended although nobody asked it to. */
  readonly broken: Promise<void>;
  /** Finishes what runs and ends everything. */
  stop(): Promise<void>;
}

/** Starts everything, or nothing: what was started is ended again when a later part cannot. Throws `CannotStart`. */
export const startSystem = async (options: SystemOptions): Promise<System> => {
  const started = startedParts();
  try {
    return await startParts(options, started);
  } catch (error) {
    await started.end();
    throw error;
  }
};

const startParts = async (options: SystemOptions, started: StartedParts): Promise<System> => {
  const { clock = systemClock, quiet = false, logLevel = quiet ? 'silent' : 'warning' } = options;
  const warn = quiet ? () => undefined : (text: string) => console.error(text);
  const folder = await openDataFolder(options.folder);
  started.add(folder.release);
  // The gateway listens before there is a dispatcher to nudge: a taken port should be known at once.
  const later: { dispatcher?: Flow['dispatcher'] } = {};
  const written = (mayHaveWritten: boolean) => void (mayHaveWritten && later.dispatcher?.nudge());
  const failed = (error: unknown) =>
    warn(`A function threw ${error instanceof Error ? error.name : 'something'}: a bug.`);
  const gateway = await startGateway({ port: options.port, clock, answered: written, failed });
  started.add(gateway.stop);
  const accounts = await openAccounts(folder);
  const issuer = await openIssuer({ folder, accounts, clock, url: gateway.url });
  const { objectsPort = 0, documentsBucket: bucket = DOCUMENTS_BUCKET } = options;
  const documents = documentsOf(options.onObjectCreated, () => later.dispatcher?.nudge());
  const objects = await openObjects({
    folder,
    port: objectsPort,
    bucket,
    origin: gateway.url,
    clock,
    signingClock: systemClock,
    onObjectCreated: documents.created,
    warn,
    started,
  });
  const { tableName: table = TABLE_NAME, dynamodbEndpoint: endpoint, sweepSeconds = SWEEP_SECONDS } = options;
  const database = await openDatabase({ folder, table, endpoint, started });
  const environment = environmentOf({
    issuer,
    database,
    objects,
    logLevel,
    secretsKey: await secretsKeyIn(folder),
    url: gateway.url,
  });
  // All code of the house is loaded here and not before: whoever cannot have the port or the folder is told at once.
  const { functionsOf, localPorts } = await import('./functions.ts');
  const ports = {
    ...localPorts(environment, clock),
    accounts,
    webhooks: webhookSender({ allowed: allowedHostsIn(environment) }),
    mailer: mailboxOnDisk(folder.path, clock),
  };
  const { routes, check, ...functions } = (options.functions ?? functionsOf)(ports);
  documents.check(check);
  const sweep = async () => {
    await objects.forgetExpired();
    await functions.sweep();
  };
  const flow = await startFlow({ ...functions, sweep, sweepSeconds, database, folder, clock, logLevel, warn, started });
  later.dispatcher = flow.dispatcher;
  const system = systemOf({
    ports,
    gateway,
    issuer,
    accounts,
    flow,
    database,
    objects,
    folder: folder.path,
    clock,
    started,
  });
  const files = openDataDoor(ports.openData);
  const served = [...issuer.routes, ...mailboxDoors(folder.path), ...routes];
  if (options.prepare !== undefined) {
    // It nudges nobody: what is written there is handed on many at a time.
    const backDoor = await startGateway({ port: 0, clock, failed });
    started.add(backDoor.stop);
    backDoor.serve(served, files);
    // Whoever verifies a token reads the key where the token says.
    gateway.serveAlready(issuer.routes.filter(({ method }) => method === 'GET'));
    await options.prepare({ ...system, url: backDoor.url }, folder.replace);
    await backDoor.stop();
  }
  gateway.serve(served, files);
  return system;
};

const environmentOf = (parts: {
  issuer: Issuer;
  database: Database;
  objects: Objects;
  logLevel: LogLevel;
  secretsKey: string;
  url: string;
}): NodeJS.ProcessEnv => ({
  PUBLIC_URL: parts.url,
  OPEN_DATA_BUCKET: parts.objects.openDataBucket,
  OPEN_DATA_URL: `${parts.url}${OPEN_DATA_PATH}`,
  SECRETS_LOCAL_KEY: parts.secretsKey,
  WEBHOOK_ALLOWED_HOSTS: process.env['WEBHOOK_ALLOWED_HOSTS'],
  TABLE_NAME: parts.database.table,
  DYNAMODB_ENDPOINT: parts.database.endpoint,
  TOKEN_ISSUER: parts.issuer.url,
  TOKEN_AUDIENCE: LOCAL_AUDIENCE,
  DOCUMENTS_BUCKET: parts.objects.bucket,
  OBJECTS_ENDPOINT: parts.objects.endpoint,
  UPLOADS_URL: parts.objects.endpoint,
  OBJECTS_REGION: parts.objects.region,
  OBJECTS_ACCESS_KEY_ID: parts.objects.credentials.accessKeyId,
  OBJECTS_SECRET_ACCESS_KEY: parts.objects.credentials.secretAccessKey,
  LOG_LEVEL: parts.logLevel,
});

const systemOf = (parts: {
  ports: LocalPorts;
  gateway: Gateway;
  issuer: Issuer;
  accounts: LocalAccounts;
  flow: Flow;
  database: Database;
  objects: Objects;
  folder: string;
  clock: Clock;
  started: StartedParts;
}): System => ({
  url: parts.gateway.url,
  folder: parts.folder,
  clock: parts.clock,
  ports: parts.ports,
  objects: parts.objects,
  tokenFor: async (id) => {
    const person = parts.accounts.holder(id);
    if (person === undefined) {
      throw new Error(
        `${id} is none of ${parts.accounts
          .holders()
          .map((each) => each.id)
          .join(', ')}.`,
      );
    }
    return parts.issuer.tokenFor(person);
  },
  settled: async () => {
    await parts.objects.settled();
    await parts.flow.dispatcher.settled();
  },
  sweep: parts.flow.schedule.now,
  deliver: parts.flow.post.now,
  publish: parts.flow.publication.now,
  broken: parts.database.broken,
  stop: async () => {
    // First the door, so that what runs still finds everything behind it.
    await parts.gateway.stop();
    await parts.started.end();
  },
});
