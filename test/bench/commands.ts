import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { endpointConfiguration } from '../../functions/_ports/aws/table.ts';
import { RECALLED_CASES_MAX, RECALLED_SECONDS } from '../../functions/_record/recent-cases.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { startEmbeddedDynamodb } from '../../local/embedded-dynamodb.ts';
import { type System, startSystem, TABLE_NAME } from '../../local/system.ts';
import { countingProxy } from './counting-proxy.ts';
import { median, ratioRow, row, timed } from './statistics.ts';
import { commandsAlone, type Filing, witnessedCase } from './witnessed-case.ts';

/** Series of rounds; in each round the three are timed one after the other, so that a slow moment of the machine meets them alike. */
const SERIES = 15;
const ROUNDS = 10;
const SHORT_CASE_EVENTS = 20;
const LONG_CASE_EVENTS = 2_000;
const LATENCY_RATIO_MAX = 2.5;
const LENGTH_RATIO_MAX = 1.2;

/** What a command costs, counted on the wire, and how long it takes beside a bare transaction on the same embedded DynamoDB. */
export const benchCommands = async (say: (line: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-bench-'));
  const data = await openDataFolder(join(folder, 'dynamodb'));
  const dynamodb = await startEmbeddedDynamodb(data);
  const proxy = await countingProxy(dynamodb.endpoint);
  try {
    await countOne(folder, proxy, say);
    await timeMany(folder, dynamodb.endpoint, say);
  } finally {
    await proxy.stop();
    await dynamodb.stop();
    data.release();
    await rm(folder, { recursive: true, force: true });
  }
};

const systemOn = (folder: string, dynamodbEndpoint: string) =>
  startSystem({ folder, port: 0, functions: commandsAlone, quiet: true, dynamodbEndpoint });

const countOne = async (
  folder: string,
  proxy: Awaited<ReturnType<typeof countingProxy>>,
  say: (line: string) => void,
) => {
  const system = await systemOn(join(folder, 'counted'), proxy.endpoint);
  try {
    const filing = await witnessedCase(system, 'ocds-bench1-counted');
    const countOfOne = async (which: string, limit: string): Promise<void> => {
      proxy.takeCounts();
      await filing.file();
      const counts = [...proxy.takeCounts()];
      const shown = counts
        .map(([operation, count]) => `${count} ${operation}`)
        .toSorted()
        .join(', ');
      say(
        row(`requests to DynamoDB for filing an observation over HTTP, ${which}`, shown, {
          limit,
          holds: shown === limit,
        }),
      );
    };
    await setTimeout((RECALLED_SECONDS + 1) * 1000);
    await countOfOne('the first after a while', '1 BatchGetItem, 1 TransactWriteItems');
    await countOfOne('the next in a row', '1 TransactWriteItems');
  } finally {
    await system.stop();
  }
};

const timeMany = async (folder: string, endpoint: string, say: (line: string) => void) => {
  const system = await systemOn(join(folder, 'timed'), endpoint);
  const client = new DynamoDBClient(endpointConfiguration(endpoint));
  try {
    const long = await witnessedCase(system, 'ocds-bench1-long');
    await fillTo(long, LONG_CASE_EVENTS);
    const seldom = await seldomFiledTo(system);
    const times: Record<'bare' | 'short' | 'seldom' | 'long', number[]> = { bare: [], short: [], seldom: [], long: [] };
    for (let series = 0; series < SERIES; series += 1) {
      // The short case must stay short: each series begins another.
      const short = await shortCase(system, `short-${series}`);
      for (let round = 0; round < ROUNDS; round += 1) {
        times.bare.push(await timed(() => bareTransaction(client, `${series}-${round}`)));
        times.short.push(await timed(short.file));
        times.seldom.push(await timed(seldom));
        times.long.push(await timed(long.file));
      }
    }
    const [bareMs, shortMs, seldomMs, longMs] = [
      median(times.bare),
      median(times.short),
      median(times.seldom),
      median(times.long),
    ];
    say(row('a bare transaction of three items, median', `${bareMs.toFixed(2)} ms`));
    say(row('filing an observation over HTTP, one of several in a row, median', `${shortMs.toFixed(2)} ms`));
    say(row('filing an observation over HTTP, the first after a while, median', `${seldomMs.toFixed(2)} ms`));
    say(ratioRow('filing one of several in a row / a bare transaction', shortMs / bareMs, LATENCY_RATIO_MAX));
    say(row('filing the first after a while / a bare transaction', (seldomMs / bareMs).toFixed(2)));
    say(
      ratioRow(
        `filing after ${LONG_CASE_EVENTS} events / after ${SHORT_CASE_EVENTS}`,
        longMs / shortMs,
        LENGTH_RATIO_MAX,
      ),
    );
  } finally {
    client.destroy();
    await system.stop();
  }
};

/** Files to so many cases in turn that none is recalled when its turn comes again: each filing reads first. */
const seldomFiledTo = async (system: System): Promise<() => Promise<void>> => {
  const cases: Filing[] = [];
  for (let index = 0; index <= RECALLED_CASES_MAX; index += 1) cases.push(await shortCase(system, `seldom-${index}`));
  let turn = 0;
  return async () => {
    const filing = cases[turn % cases.length];
    turn += 1;
    await filing?.file();
  };
};

const shortCase = async (system: System, name: string): Promise<Filing> => {
  const filing = await witnessedCase(system, `ocds-bench1-${name}`);
  await fillTo(filing, SHORT_CASE_EVENTS);
  return filing;
};

const fillTo = async (filing: Filing, events: number): Promise<void> => {
  for (let present = await filing.events(); present < events; present += 1) await filing.file();
};

const ITEM_TEXT = 'x'.repeat(500);

/** Three puts under a condition, as small as a record could be. */
export const bareTransaction = (client: DynamoDBClient, round: string) =>
  client.send(
    new TransactWriteItemsCommand({
      TransactItems: ['one', 'two', 'three'].map((sk) => ({
        Put: {
          TableName: TABLE_NAME,
          Item: { pk: { S: `BENCH#${round}` }, sk: { S: sk }, text: { S: ITEM_TEXT } },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      })),
    }),
  );
