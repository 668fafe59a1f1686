import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamodbChangeStore } from '../../functions/_ports/aws/change-store.ts';
import { endpointConfiguration, openTable } from '../../functions/_ports/aws/table.ts';
import { announcedBy } from '../../functions/_record/announced.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { startEmbeddedDynamodb } from '../../local/embedded-dynamodb.ts';
import { type Functions, functionsOf, type LocalPorts } from '../../local/functions.ts';
import { startSystem, TABLE_NAME } from '../../local/system.ts';
import { bareTransaction } from './commands.ts';
import { median, row, timed } from './statistics.ts';
import { witnessedCase } from './witnessed-case.ts';

type Say = (line: string) => void;

/** Where it exists, the table is kept in memory: what is timed is the house and not a disk. */
const MEMORY = '/dev/shm';
/** A busy case: observations a second, for so many of them; the first ones find a cold system and do not count. */
const STEADY_A_SECOND = 5;
const STEADY_EVENTS = 100;
const BURST_EVENTS = 150;
const WARM_UP = 10;
const BARE_TRANSACTIONS = 100;
const TELLINGS = 200;
/** As many hands as the cloud gives a consumer. */
const HANDS = 10;

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(part * (values.length - 1))] ?? Number.NaN;
const spread = (values: readonly number[], unit = ''): string =>
  `${quantile(values, 0.5).toFixed(0)}${unit}, p95 ${quantile(values, 0.95).toFixed(0)}${unit}`;

/**
 * How far the milestones are behind the record: an event goes from its acknowledgement through the table's stream, the publisher and the bus
 * to their projector, in a whole system where every other consumer works too. And how fast the list of changes is told beside that.
 */
export const benchLag = async (say: Say): Promise<void> => {
  const folder = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'veedor-bench-'));
  const data = await openDataFolder(join(folder, 'dynamodb'));
  const dynamodb = await startEmbeddedDynamodb(data);
  const projected = watchedProjector();
  const options = { folder: join(folder, 'system'), port: 0, quiet: true, dynamodbEndpoint: dynamodb.endpoint };
  const system = await startSystem({ ...options, functions: projected.functions });
  const client = new DynamoDBClient(endpointConfiguration(dynamodb.endpoint));
  try {
    const bare: number[] = [];
    for (let serial = 0; serial < BARE_TRANSACTIONS; serial += 1) {
      bare.push(await timed(() => bareTransaction(client, `lag-${serial}`)));
    }
    const filing = await witnessedCase(system, 'ocds-bench1-lag');
    await system.settled();
    const follow = projected.following(await filing.events());
    for (let serial = 0; serial < WARM_UP; serial += 1) await follow(filing.file);
    await system.settled();
    const steady = await filed(follow, filing.file, { events: STEADY_EVENTS, everyMs: 1_000 / STEADY_A_SECOND });
    await system.settled();
    say(row(`projector behind at ${STEADY_A_SECOND} events a second: median`, spread(steady.lags(), ' ms')));
    say(row('  as a ratio to a bare transaction', (median(steady.lags()) / median(bare)).toFixed(1)));
    say(row('  events not projected yet when the next one is acknowledged: median', spread(steady.behind)));
    const burst = await filed(follow, filing.file, { events: BURST_EVENTS, everyMs: 0 });
    await system.settled();
    const eventsASecond = BURST_EVENTS / burst.seconds;
    say(row('events a second, one client after another, every consumer at work', eventsASecond.toFixed(0)));
    say(row('  projector behind then: median', spread(burst.lags(), ' ms')));
    say(row('  events not projected yet when the next one is acknowledged: median', spread(burst.behind)));
    await benchTellings(dynamodb.endpoint, eventsASecond, say);
  } finally {
    client.destroy();
    await system.stop();
    await dynamodb.stop();
    data.release();
    await rm(folder, { recursive: true, force: true });
  }
};

/** The functions of the house, and when the milestones came up to which version. */
const watchedProjector = () => {
  const doneAt: number[] = [];
  let upTo = 0;
  const functions = (ports: LocalPorts): Functions => {
    const house = functionsOf(ports);
    const projector = house.consumers['project-milestones'];
    if (projector === undefined) throw new Error('There is a projector.');
    const handle: typeof projector.handle = async (event) => {
      await projector.handle(event);
      // What was announced is projected, and so is everything before it.
      for (const now = performance.now(); upTo < announcedBy(event).version; upTo += 1) doneAt[upTo + 1] = now;
    };
    return { ...house, consumers: { ...house.consumers, 'project-milestones': { ...projector, handle } } };
  };
  /** Files, knowing which version that makes. */
  const following = (events: number) => {
    let version = events;
    return async (file: () => Promise<void>) => {
      await file();
      version += 1;
      const [mine, at] = [version, performance.now()];
      return { behind: version - upTo, lag: () => Math.max(0, (doneAt[mine] ?? Number.NaN) - at) };
    };
  };
  return { functions, following };
};

type Follow = ReturnType<ReturnType<typeof watchedProjector>['following']>;

const filed = async (
  follow: Follow,
  file: () => Promise<void>,
  { events, everyMs }: { events: number; everyMs: number },
) => {
  const followed: Awaited<ReturnType<Follow>>[] = [];
  const began = performance.now();
  for (let serial = 0; serial < events; serial += 1) {
    const pause = began + serial * everyMs - performance.now();
    if (pause > 0) await wait(pause);
    followed.push(await follow(file));
  }
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, behind: followed.map(({ behind }) => behind), lags: () => followed.map(({ lag }) => lag()) };
};

/** One item holds the last number of all changes: whether that, or the rest of the machine, is what limits it. */
const benchTellings = async (endpoint: string, eventsASecond: number, say: Say): Promise<void> => {
  const changes = dynamodbChangeStore(openTable({ name: TABLE_NAME, endpoint }));
  const tell = async (name: string): Promise<boolean> => {
    const change = { case: name, version: 1, at: '2026-03-02T15:00:00.000Z', type: 'act.observed.v1' };
    try {
      return await changes.tell({ case: name, told: 0, changes: [change] });
    } catch {
      // Others were faster every time: the queue would bring it again.
      return false;
    }
  };
  const many = async (hands: number): Promise<{ aSecond: number; lost: number }> => {
    let [next, lost] = [0, 0];
    const hand = async (): Promise<void> => {
      while (next < TELLINGS) {
        next += 1;
        if (!(await tell(`bench-${hands}-${next}`))) lost += 1;
      }
    };
    const took = await timed(() => Promise.all(Array.from({ length: hands }, hand)));
    return { aSecond: ((TELLINGS - lost) * 1_000) / took, lost };
  };
  const [one, several] = [await many(1), await many(HANDS)];
  say(row('tellings of changes a second, one after the other', one.aSecond.toFixed(0)));
  say(
    row('  as a ratio to the events a second of the whole machine', (one.aSecond / eventsASecond).toFixed(1), {
      limit: 'at least 1: the list of changes is not what limits it',
      holds: one.aSecond >= eventsASecond,
    }),
  );
  say(row(`  by ${HANDS} hands that race`, `${several.aSecond.toFixed(0)}, ${several.lost} left to the queue`));
};
