import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../../local/data-folder.ts';
import { firstStart } from '../../local/examples/first-start.ts';
import { bridge } from '../../local/examples/stories/bridge.ts';
import type { Story } from '../../local/examples/story.ts';
import { freePort } from '../../local/free-port.ts';
import { type System, startSystem } from '../../local/system.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { temporaryFolder } from './embedded-table.ts';
import { type RunningProgram, runProgram, runs, until } from './processes.ts';

const START = 'local/start.ts';
const EXAMPLE = new URL('../../local/examples/integrity-pact-works.json', import.meta.url);
const KILLS = 2;
const WRITERS = 4;
const ANSWERS_BEFORE_KILL = 12;

interface Started extends RunningProgram {
  readonly url: string;
  readonly tokenFor: (person: string) => Promise<string>;
}

const started = async (env: Record<string, string>): Promise<Started> => {
  const program = runProgram(START, { args: ['--empty'], env: { PORT: '0', ...env } });
  const url = /runs at (http:\S+)/.exec(await program.says('Ctrl-C stops'))?.[1] ?? '';
  const tokens = new Map<string, Promise<string>>();
  const askToken = async (person: string): Promise<string> => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: person });
    return (await fetch(`${url}/oauth2/token`, { method: 'POST', headers: { accept: 'text/plain' }, body })).text();
  };
  const tokenFor = (person: string): Promise<string> => {
    const token = tokens.get(person) ?? askToken(person);
    tokens.set(person, token);
    return token;
  };
  return { ...program, url, tokenFor };
};

const serverOf = async (folder: string): Promise<number> =>
  JSON.parse(await readFile(join(folder, 'dynamodb.pid'), 'utf8')).pid;

const openCase = async (system: Started): Promise<string> => {
  const ocds = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  const { body } = await httpDoor(system).post('coordinator-1', '/cases', {
    body: { instrument: 'integrity-pact', ocds },
    idempotencyKey: 'open',
  });
  return `/cases/${(body as { case: string }).case}`;
};

/** It stops on Ctrl-C, with all that it had started. */
const stops = async (system: Started, folder: string): Promise<void> => {
  const server = await serverOf(folder);
  system.child.kill('SIGINT');
  expect(await system.ended).toEqual({ code: 0, signal: null });
  expect(system.said()).toContain('Stopped. The data stays.');
  expect(await runs(server)).toBe(false);
  (await openDataFolder(folder)).release();
};

/** In words that a shell takes. */
const givesTokens = async (system: Started): Promise<void> => {
  const commands = system.said().match(/^ {2}TOKEN=\$\((.*)\)$/gm) ?? [];
  expect(commands).toHaveLength(9);
  for (const command of commands) {
    const script = `${command}; printf %s "$TOKEN"`;
    const { stdout } = await promisify(execFile)('sh', ['-c', script], { env: { PATH: process.env['PATH'] } });
    const response = await fetch(`${system.url}/cases`, { headers: { authorization: `Bearer ${stdout}` } });
    expect(response.status).toBe(200);
  }
};

/** Another one says that the port is taken, or the folder in use. */
const isAlone = async (system: Started, folder: string): Promise<void> => {
  const { port } = new URL(system.url);
  const elsewhere = await temporaryFolder();
  const onPort = runProgram(START, { env: { VEEDOR_FOLDER: elsewhere, PORT: port } });
  expect((await onPort.ended).code).toBe(1);
  expect(onPort.said()).toMatch(
    new RegExp(`^Veedor cannot start\\. Port ${port} of 127\\.0\\.0\\.1 is taken.*\\nSet PORT to another one`),
  );
  const inFolder = runProgram(START, { env: { VEEDOR_FOLDER: folder, PORT: '0' } });
  expect((await inFolder.ended).code).toBe(1);
  expect(inFolder.said()).toContain(`Another Veedor is running on ${folder}`);
};

describe('npm start', () => {
  test('says where to go, how everybody gets a token, what another one may not take, and why it ends when its DynamoDB dies', async () => {
    const folder = await temporaryFolder();
    const system = await started({ VEEDOR_FOLDER: folder });
    expect(system.said()).toContain(folder);
    await givesTokens(system);
    await isAlone(system, folder);
    process.kill(await serverOf(folder), 'SIGKILL');
    expect((await system.ended).code).toBe(1);
    expect(system.said()).toContain('The embedded DynamoDB has ended by itself');
  });

  test('stops at once when it is told twice', async () => {
    const folder = await temporaryFolder();
    const system = await started({ VEEDOR_FOLDER: folder });
    const server = await serverOf(folder);
    // A request that never ends keeps the first signal waiting.
    const socket = connect(Number(new URL(system.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('POST /oauth2/token HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n');
    await once(socket, 'data');
    system.child.kill('SIGINT');
    await system.says('Stopping');
    system.child.kill('SIGINT');
    expect(await system.ended).toEqual({ code: 130, signal: null });
    await until('the server is gone', async () => !(await runs(server)));
  });

  test.each([
    [
      'the folder cannot be',
      { VEEDOR_FOLDER: '/dev/null/veedor' },
      'Set VEEDOR_FOLDER to a folder that this user may write',
    ],
    ['the port is none', { PORT: '80a' }, 'PORT must be a number from 0 to 65535'],
    ['the port is too high', { PORT: '65536' }, 'PORT must be a number from 0 to 65535'],
    ['no server is there', { DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }, 'Check DYNAMODB_ENDPOINT'],
    ['the server is none', { DYNAMODB_ENDPOINT: 'here' }, 'DYNAMODB_ENDPOINT must be a URL'],
  ])('says that %s', async (_, env, words) => {
    const program = runProgram(START, {
      env: { VEEDOR_FOLDER: await temporaryFolder(), PORT: String(await freePort()), ...env },
    });
    expect((await program.ended).code).toBe(1);
    expect(program.said()).toContain(words);
    expect(program.said()).not.toMatch(/^ {4}at /m);
  });

  /** A file system of our own, where the machine lets us have one. */
  const mounted = (options: string, command: string): { code: number | null; said: string } => {
    const script = `mount -t tmpfs -o ${options} tmpfs "$FOLDER" && exec "$NODE" ${START}`;
    const { status, stderr } = spawnSync('sh', ['-c', 'exec unshare -rm sh -c "$SCRIPT"'], {
      env: {
        SCRIPT: script,
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        PORT: '0',
        NODE: process.execPath,
        FOLDER: command,
        VEEDOR_FOLDER: join(command, 'data'),
      },
      encoding: 'utf8',
    });
    return { code: status, said: stderr };
  };
  const mayMount = spawnSync('sh', ['-c', 'exec unshare -rm mount -t tmpfs tmpfs /mnt']).status === 0;

  test.runIf(mayMount)('says that the disk is read-only', async () => {
    const { code, said } = mounted('ro', await temporaryFolder());
    expect(code).toBe(1);
    expect(said).toContain('the disk is read-only (EROFS)');
  });

  test.runIf(mayMount)('says that the disk is full', async () => {
    const { code, said } = mounted('size=4m', await temporaryFolder());
    expect(code).toBe(1);
    expect(said).toMatch(/The disk of .* is full \(ENOSPC\): at least \d+ MB must be free/);
  });
});

describe('a first start', () => {
  /** The first days of a story, told last week: up to the signature under a file that was uploaded and examined just before. */
  const short: Story = {
    ...bridge,
    scenes: bridge.scenes.slice(0, 4).map((scene) => ({ ...scene, workday: scene.workday + 106 })),
  };
  const startOn = async (folder: string, { nightsMax = Number.POSITIVE_INFINITY, empty = false } = {}) => {
    const said: string[] = [];
    const { clock, prepare } = await firstStart({ folder, empty, say: (line) => said.push(line), stories: [short] });
    let nights = 0;
    const sweep = (system: System) => async () => {
      nights += 1;
      if (nights > nightsMax) throw new Error('killed');
      await system.sweep();
    };
    const system = await startSystem({
      folder,
      port: 0,
      quiet: true,
      clock,
      prepare: (prepared, keep) => prepare({ ...prepared, sweep: sweep(prepared) }, keep),
    });
    onTestFinished(system.stop);
    return { system, said };
  };
  const casesIn = async ({ url }: System) =>
    ((await (await fetch(`${url}/cases`)).json()) as { items: object[] }).items;

  test('makes the examples once, completes what was interrupted, and then goes by the time of the machine', async () => {
    const folder = await temporaryFolder();
    await expect(startOn(folder, { nightsMax: 2 })).rejects.toThrow('killed');
    const second = await startOn(folder);
    expect(second.said).toHaveLength(2);
    const [made, ...others] = await casesIn(second.system);
    expect([made, others]).toEqual([expect.objectContaining({ example: true, stage: 'appointment' }), []]);
    expect(Math.abs(Date.parse(second.system.clock.now()) - Date.now())).toBeLessThan(60_000);
    const at = `/cases/${(made as { case: string }).case}`;
    const events = await everyEvent(httpDoor(second.system), at);
    const happened = (wanted: string) => events.filter(({ type }) => type === wanted).length;
    expect([happened('member.proposed.v1'), happened('pact.signed-by-authority.v1')]).toEqual([2, 1]);
    await second.system.stop();
    const third = await startOn(folder);
    expect([third.said, await casesIn(third.system)]).toEqual([[], [made]]);
  });

  test('told to start empty makes none, and one that is told something unknown does not start', async () => {
    const { system, said } = await startOn(await temporaryFolder(), { empty: true });
    expect([said, await casesIn(system)]).toEqual([[], []]);
    const misspelt = runProgram(START, { args: ['--emtpy'], env: { VEEDOR_FOLDER: await temporaryFolder() } });
    expect((await misspelt.ended).code).toBe(1);
    expect(misspelt.said()).toContain('--empty starts without the examples');
  });
});

describe('a system that is killed in the middle of its work', () => {
  test('has lost nothing that it acknowledged, and does nothing twice', async () => {
    const folder = await temporaryFolder();
    const acknowledged = new Map<string, unknown>();
    const sent = new Set<string>();
    let system = await started({ VEEDOR_FOLDER: folder });
    const at = await openCase(system);
    const schedule = async (door: ReturnType<typeof httpDoor>, key: string) => {
      sent.add(key);
      const act = { kind: 'clarification-meeting', stage: 'tender-observation', heldAt: '2031-01-01T10:00:00.000Z' };
      const { status, body } = await door.post('coordinator-1', `${at}/acts`, { body: act, idempotencyKey: key });
      if (status < 300) acknowledged.set(key, body);
    };
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const server = await serverOf(folder);
      const door = httpDoor(system);
      const enough = acknowledged.size + ANSWERS_BEFORE_KILL;
      const write = async (writer: number) => {
        for (let count = 1; ; count += 1) await schedule(door, `round-${kill}-writer-${writer}-${count}`);
      };
      const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer).catch(() => undefined));
      await until('enough was acknowledged', () => acknowledged.size >= enough);
      system.child.kill('SIGKILL');
      await Promise.all(writers);
      await system.ended;
      system = await started({ VEEDOR_FOLDER: folder });
      expect(await runs(server)).toBe(false);
    }
    // What was acknowledged is answered in the same words; what was not is done now, unless it was done before the kill.
    const door = httpDoor(system);
    const promised = new Map(acknowledged);
    for (const key of sent) await schedule(door, key);
    for (const [key, answer] of promised) expect(acknowledged.get(key)).toEqual(answer);
    const events = await everyEvent(door, at);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'act.scheduled.v1')).toHaveLength(sent.size);
    const isProjected = async () =>
      ((await door.get('auditor-1', `${at}/milestones`)).body as { version: number }).version === events.length;
    await until('everything is projected', isProjected);
    await stops(system, folder);
  });
});

const everyEvent = async (
  door: ReturnType<typeof httpDoor>,
  at: string,
): Promise<{ version: number; type: string }[]> => {
  const events: { version: number; type: string }[] = [];
  for (let more = true; more; ) {
    const page = (await door.get('auditor-1', `${at}/events?limit=100&cursor=${events.length}`)).body as {
      items: typeof events;
    };
    events.push(...page.items);
    more = page.items.length === 100;
  }
  return events;
};
