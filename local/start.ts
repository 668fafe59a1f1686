import { ROLES } from '../events/vocabulary.ts';
import { CannotStart } from './cannot-start.ts';
import { DATA_FOLDER } from './data-folder.ts';
import { EXIT_INTERRUPTED, onInterruption } from './interruption.ts';
import { PEOPLE } from './people.ts';
import type { System } from './system.ts';

const PORT = 8080;
const EXIT_CANNOT_START = 1;

/** What `npm start` runs. */
const main = async (): Promise<void> => {
  const began = performance.now();
  const folder = process.env['VEEDOR_FOLDER'] ?? DATA_FOLDER;
  const interruption = new AbortController();
  const asked = askedIn(process.argv.slice(2));
  const port = portOf(process.env['PORT'], { name: 'PORT', otherwise: PORT });
  const objectsPort = portOf(process.env['OBJECTS_PORT'], { name: 'OBJECTS_PORT', otherwise: 0 });
  const stopped = stopOnSignal(interruption);
  const { firstStart } = await import('./examples/first-start.ts');
  const { startSystem } = await import('./system.ts');
  // Whatever is in a table of somebody else is not ours to add to.
  const isOwnTable = (process.env['DYNAMODB_ENDPOINT'] ?? '') === '';
  const first = isOwnTable
    ? await firstStart({ folder, ...asked, say: (line) => console.log(line), signal: interruption.signal })
    : {};
  const system = await startSystem({
    ...first,
    folder,
    port,
    dynamodbEndpoint: process.env['DYNAMODB_ENDPOINT'],
    tableName: process.env['TABLE_NAME'],
    objectsPort,
    documentsBucket: process.env['DOCUMENTS_BUCKET'],
  });
  stopped(system);
  console.log(welcome(system, performance.now() - began));
  void system.broken.then(async () => {
    console.error(
      'The embedded DynamoDB has ended by itself. Nothing that was acknowledged is lost. Start again: npm start',
    );
    process.exitCode = EXIT_CANNOT_START;
    await system.stop();
  });
};

/** What is asked for behind `npm start --`. */
const askedIn = (words: readonly string[]): { readonly empty: boolean } => {
  const unknown = words.find((word) => word !== '--empty');
  if (unknown !== undefined) {
    throw new CannotStart('bad-setting', `${unknown} is not known here. --empty starts without the examples.`);
  }
  return { empty: words.length > 0 };
};

const portOf = (text: string | undefined, { name, otherwise }: { name: string; otherwise: number }): number => {
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new CannotStart('bad-setting', `${name} must be a number from 0 to 65535 (0 takes a free one).`);
};

const welcome = ({ url, folder, objects }: System, milliseconds: number): string =>
  `
Veedor runs at ${url} (started in ${Math.round(milliseconds)} ms)

  Public     ${url}/es (/pt, /en)
  Desk       ${url}/es/desk (coordinators, authorities, committees and all others who sign in)
  Field      ${url}/es/field (witnesses on their phones, without a network too)
  API        ${url}/openapi.json
  Mail       ${url}/mailbox (every mail that would have been sent; none leaves this machine)
  Open data  ${url}/open-data/ (files; a new one is there some seconds after what it tells)
  Documents  ${objects.endpoint}/${objects.bucket} (S3; every request is signed)
  Data       ${folder} (kept over restarts; VEEDOR_FOLDER changes it)

A token for each role, good for an hour. This sign-in begins with example people, asks for no password and is for this machine alone:

${tokenCommands(url)}

Send it as "Authorization: Bearer $TOKEN". Ctrl-C stops; twice, at once.
`.trimStart();

const tokenCommands = (url: string): string =>
  ROLES.flatMap((role) => {
    const [first, ...others] = PEOPLE.filter(({ roles }) => roles.includes(role));
    if (first === undefined) return [];
    const also = others.length === 0 ? '' : ` (also ${others.map(({ id }) => id).join(', ')})`;
    return [`  # ${role}${also}`, `  ${tokenCommand(url, first.id)}`];
  }).join('\n');

const tokenCommand = (url: string, person: string): string =>
  `TOKEN=$(curl -s -H accept:text/plain -d grant_type=client_credentials -d client_id=${person} ${url}/oauth2/token)`;

/** The first signal ends in peace, the second at once. Before there is a system, the first ends what prepares it. */
const stopOnSignal = (interruption: AbortController): ((system: System) => void) => {
  let running: System | undefined;
  onInterruption(() => {
    if (interruption.signal.aborted) process.exit(EXIT_INTERRUPTED);
    interruption.abort();
    console.log('\nStopping. Press Ctrl-C again to stop at once.');
    if (running !== undefined) stop(running);
  });
  return (system) => {
    running = system;
    if (interruption.signal.aborted) stop(system);
  };
};

const stop = (system: System): void => {
  system.stop().then(
    () => console.log('Stopped. The data stays.'),
    (error: unknown) => {
      console.error(
        `Stopped with a failure: ${error instanceof Error ? error.name : 'unknown error'}. The data stays.`,
      );
      process.exit(EXIT_CANNOT_START);
    },
  );
};

try {
  await main();
} catch (error) {
  // Told to stop in the middle of the examples: the next start goes on with them.
  if (error instanceof Error && error.name === 'AbortError') {
    console.log('Stopped. The data stays.');
  } else {
    if (!(error instanceof CannotStart)) throw error;
    console.error(`Veedor cannot start. ${error.message}`);
    process.exitCode = EXIT_CANNOT_START;
  }
}
