import { readFile, writeFile } from 'node:fs/promises';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toCloudEvent } from '../../events/cloud-event.ts';
import type { RecordEntry } from '../../events/record.ts';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { memoryBus } from '../../functions/_ports/memory/memory-bus.ts';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { memoryLog } from '../../functions/_ports/memory/memory-log.ts';
import { publishEvents } from '../../functions/publish-events/publish-events.ts';
import type { EventRule } from '../../infra/event-rules.ts';
import { readCheckpoint } from '../../local/checkpoint.ts';
import { type DataFolder, openDataFolder } from '../../local/data-folder.ts';
import { DEAD_LETTERS_FILE, type DeadLetter, deadLettersIn } from '../../local/dead-letters.ts';
import { type Publisher, startDispatcher } from '../../local/dispatcher.ts';
import { type BusEvent, localBus } from '../../local/event-bus.ts';
import { startSchedule } from '../../local/schedule.ts';
import { appendTo, entriesOf } from '../contract/cast.ts';
import { embeddedTable, temporaryFolder } from './embedded-table.ts';

const clock = memoryClock('2026-11-22T10:00:00.000Z');
const { table, database } = await embeddedTable();
const store = dynamodbCaseStore(table);

const held = async (path?: string): Promise<DataFolder> => {
  const folder = await openDataFolder(path ?? (await temporaryFolder()));
  onTestFinished(() => folder.release());
  return folder;
};

let cases = 0;
const write = async (events: number): Promise<string[]> => {
  cases += 1;
  const change = await appendTo(`ip-flow${cases}`, 0, { events });
  expect(await store.append(change)).toBe(true);
  return change.entries.map(({ id }) => id);
};

/** A dispatcher that hands everything to a bus in memory, from where the folder says. */
const dispatcherFor = async (
  folder: DataFolder,
  options: { publish?: (through: Publisher) => Publisher; drained?: () => Promise<void> } = {},
) => {
  const bus = memoryBus();
  const warnings: string[] = [];
  const through = publishEvents({ bus, log: memoryLog() });
  const dispatcher = await startDispatcher({
    streams: database.streams,
    streamArn: database.streamArn,
    folder,
    publish: options.publish?.(through) ?? through,
    drained: options.drained ?? (async () => undefined),
    deadLetters: deadLettersIn(folder),
    clock,
    warn: (text) => warnings.push(text),
  });
  onTestFinished(dispatcher.stop);
  return { dispatcher, bus, warnings, published: () => bus.published.map(({ id }) => id) };
};

const deadLettersOf = async (folder: DataFolder): Promise<DeadLetter[]> =>
  (await readFile(folder.file(DEAD_LETTERS_FILE), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('the dispatcher', () => {
  test('publishes everything that is written, once, in order, and is settled then', async () => {
    const { dispatcher, published } = await dispatcherFor(await held());
    await dispatcher.settled();
    const before = published().length;
    const ids = [...(await write(40)), ...(await write(3))];
    dispatcher.nudge();
    await dispatcher.settled();
    expect(published().slice(before)).toEqual(ids);
    await dispatcher.settled();
    expect(published().slice(before)).toEqual(ids);
  });

  test('publishes without being told that something was written', async () => {
    const { dispatcher, published } = await dispatcherFor(await held());
    await dispatcher.settled();
    const [id] = await write(1);
    await expect.poll(() => published().at(-1)).toBe(id);
  });

  test('goes on where it was when it is started again, and from the beginning when it forgot where', async () => {
    const path = await temporaryFolder();
    const folder = await held(path);
    const first = await dispatcherFor(folder);
    await write(3);
    await first.dispatcher.settled();
    const everything = first.published();
    await first.dispatcher.stop();
    const missed = await write(2);
    const second = await dispatcherFor(folder);
    await second.dispatcher.settled();
    expect(second.published()).toEqual(missed);
    await second.dispatcher.stop();
    for (const lost of ['', '{"stream":', JSON.stringify({ stream: 'arn:another', shards: {} })]) {
      await writeFile(folder.file('stream-checkpoint.json'), lost);
      const again = await dispatcherFor(folder);
      await again.dispatcher.settled();
      expect(again.published()).toEqual([...everything, ...missed]);
      await again.dispatcher.stop();
    }
  });

  test('does a batch again that was not handled to its end: the checkpoint waits for what follows from it', async () => {
    const folder = await held();
    const caught = await dispatcherFor(folder);
    await caught.dispatcher.settled();
    await caught.dispatcher.stop();
    const before = await readCheckpoint(folder, database.streamArn);
    const ids = await write(2);
    // Like a process that is killed between publishing and the end of what follows.
    const killed = await dispatcherFor(folder, { drained: () => Promise.reject(new Error('killed')) });
    await expect.poll(() => killed.published()).toEqual(expect.arrayContaining(ids));
    await killed.dispatcher.stop();
    expect(await readCheckpoint(folder, database.streamArn)).toEqual(before);
    const next = await dispatcherFor(folder);
    await next.dispatcher.settled();
    expect(next.published()).toEqual(ids);
  });

  test('tries a failing batch again from its first failure', async () => {
    let failures = 2;
    const flaky =
      (through: Publisher): Publisher =>
      async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
        if (failures > 0) {
          failures -= 1;
          if (failures === 1) throw new Error('the function failed');
          const last = event.Records.findLast(({ dynamodb }) => dynamodb!.Keys!['sk']!.S!.startsWith('EVENT#'))!;
          await through({ Records: event.Records.slice(0, event.Records.indexOf(last)) });
          return { batchItemFailures: [{ itemIdentifier: last.dynamodb!.SequenceNumber! }] };
        }
        return through(event);
      };
    const folder = await held();
    const ids = await write(3);
    const { dispatcher, published, warnings } = await dispatcherFor(folder, { publish: flaky });
    await dispatcher.settled();
    expect(failures).toBe(0);
    expect(published().slice(-3)).toEqual(ids);
    expect([warnings, await deadLettersOf(folder)]).toEqual([[], []]);
  });

  test('lays a record aside that fails for ever, says what is lost, and goes on with the rest', async () => {
    const poisoned =
      (through: Publisher): Publisher =>
      async (event) => {
        const bad = event.Records.find(
          ({ dynamodb }) =>
            dynamodb?.Keys?.['pk']?.S === 'CASE#ip-poison' && dynamodb.Keys['sk']?.S === 'EVENT#000000001',
        );
        const good = await through({ Records: event.Records.filter((record) => record !== bad) });
        return bad === undefined ? good : { batchItemFailures: [{ itemIdentifier: bad.dynamodb!.SequenceNumber! }] };
      };
    const folder = await held();
    const { dispatcher, published, warnings } = await dispatcherFor(folder, { publish: poisoned });
    await store.append(await appendTo('ip-poison', 0, { events: 3, command: 900_001 }));
    await dispatcher.settled();
    expect(published()).toEqual(expect.arrayContaining(['ip-poison@2', 'ip-poison@3']));
    expect(published()).not.toContain('ip-poison@1');
    expect(warnings).toEqual([
      expect.stringMatching(/publish-events failed on CASE#ip-poison EVENT#000000001.*reaches nobody/),
    ]);
    const [letter] = await deadLettersOf(folder);
    expect(letter).toMatchObject({
      at: clock.now(),
      target: 'publish-events',
      event: { dynamodb: { Keys: { pk: { S: 'CASE#ip-poison' } } } },
    });
  });
});

const ALL: EventRule = { name: 'all', pattern: { source: ['veedor'] }, target: 'project-milestones' };

const busFor = async (handle: (event: BusEvent) => Promise<unknown>, rules: readonly EventRule[] = [ALL]) => {
  const folder = await held();
  const warnings: string[] = [];
  const bus = localBus({
    rules,
    consumers: {
      'project-milestones': { handle, impactWhenFailing: 'People see old milestones.' },
      'keep-deadlines': { handle, impactWhenFailing: '' },
    },
    deadLetters: deadLettersIn(folder),
    clock,
    warn: (text) => warnings.push(text),
  });
  return { bus, folder, warnings };
};

describe('the bus on one machine', () => {
  test('hands each event to its consumer as EventBridge would, after it took it', async () => {
    const heard: BusEvent[] = [];
    const { bus } = await busFor(async (event) => heard.push(event));
    const [entry] = await entriesOf('ip-1', 1, 1);
    await bus.publish([entry!]);
    expect(heard).toEqual([]);
    await bus.drained();
    expect(heard).toEqual([
      {
        version: '0',
        id: 'ip-1@1',
        'detail-type': 'member.accepted.v1',
        source: 'veedor',
        account: '000000000000',
        time: '2026-01-05T10:00:00Z',
        region: 'local',
        resources: [],
        detail: toCloudEvent(entry!),
      },
    ]);
  });

  test('hands on only what a rule matches, to everybody whose rule does', async () => {
    const heard: string[] = [];
    const rules: EventRule[] = [
      { name: 'none', pattern: { source: ['elsewhere'] }, target: 'project-milestones' },
      {
        name: 'other',
        pattern: { source: ['veedor'], 'detail-type': ['case.opened.v1'] },
        target: 'project-milestones',
      },
      {
        name: 'one',
        pattern: { source: ['x', 'veedor'], 'detail-type': ['case.opened.v1', 'member.accepted.v1'] },
        target: 'keep-deadlines',
      },
      ALL,
    ];
    const { bus } = await busFor(async (event) => heard.push(event.id), rules);
    await bus.publish(await entriesOf('ip-1', 1, 2));
    await bus.drained();
    expect(heard.sort()).toEqual(['ip-1@1', 'ip-1@1', 'ip-1@2', 'ip-1@2']);
  });

  test.each<[string, unknown]>([
    ['an operator that it does not know', { ...ALL, pattern: { source: [{ prefix: 'vee' }] } }],
    ['a target that is not there', { ...ALL, target: 'crown-emperor' }],
  ])('does not start with %s', async (_, rule) => {
    await expect(busFor(async () => undefined, [rule as EventRule])).rejects.toThrow(/rule all/);
  });

  test('tries again what fails, while the others go on', async () => {
    const heard: string[] = [];
    let failures = 2;
    const { bus, folder } = await busFor(async ({ id }) => {
      if (id === 'ip-1@1' && failures > 0) {
        failures -= 1;
        throw new Error('not now');
      }
      heard.push(id);
    });
    await bus.publish(await entriesOf('ip-1', 1, 3));
    await bus.drained();
    expect(heard).toEqual(['ip-1@2', 'ip-1@3', 'ip-1@1']);
    expect(await deadLettersOf(folder)).toEqual([]);
  });

  test('lays aside what fails for ever, with what a person loses, and delivers it when it goes well again', async () => {
    let broken = true;
    const heard: string[] = [];
    const { bus, folder, warnings } = await busFor(async ({ id }) => {
      if (broken) throw new Error('the text of an event');
      heard.push(id);
    });
    const entries: RecordEntry[] = await entriesOf('ip-1', 1, 2);
    await bus.publish(entries);
    await bus.drained();
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(
      /^project-milestones failed on member\.accepted\.v1 ip-1@\d, .* People see old milestones\.$/,
    );
    expect((await deadLettersOf(folder)).map(({ target, event }) => [target, (event as BusEvent).id]).sort()).toEqual([
      ['project-milestones', 'ip-1@1'],
      ['project-milestones', 'ip-1@2'],
    ]);
    const letters = deadLettersIn(folder);
    expect(await letters.redrive(bus.redeliver)).toEqual({ taken: 0, left: 2 });
    broken = false;
    expect(await letters.redrive(bus.redeliver)).toEqual({ taken: 2, left: 0 });
    expect(heard.sort()).toEqual(['ip-1@1', 'ip-1@2']);
    expect(await letters.redrive(bus.redeliver)).toEqual({ taken: 0, left: 0 });
  });

  test('tells a consumer one event at a time', async () => {
    let running = 0;
    let most = 0;
    const { bus } = await busFor(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    });
    await bus.publish(await entriesOf('ip-1', 1, 5));
    await bus.drained();
    expect(most).toBe(1);
  });

  test('does not count as handled what could neither be delivered nor laid aside', async () => {
    const fail = () => Promise.reject(new Error('the disk is full'));
    const bus = localBus({
      rules: [ALL],
      consumers: { 'project-milestones': { handle: fail, impactWhenFailing: '' } },
      deadLetters: { layAside: fail, redrive: fail },
      clock,
      warn: () => undefined,
    });
    await bus.publish(await entriesOf('ip-1', 1, 1));
    await expect(bus.drained()).rejects.toThrow('the disk is full');
    await bus.drained();
  });

  test('keeps a consumer from changing what another one hears', async () => {
    const heard: unknown[] = [];
    const { bus } = await busFor(
      async (event) => {
        heard.push(event.account);
        event.account = 'changed';
      },
      [ALL, { ...ALL, name: 'again' }],
    );
    await bus.publish(await entriesOf('ip-1', 1, 1));
    await bus.drained();
    expect(heard).toEqual(['000000000000', '000000000000']);
  });
});

describe('dead letters', () => {
  test('survive a line that a crash cut off, and a target that is gone', async () => {
    const { bus, folder } = await busFor(async () => undefined);
    const letters = deadLettersIn(folder);
    const [entry] = await entriesOf('ip-1', 1, 1);
    await letters.layAside({ at: clock.now(), target: 'gone', event: toCloudEvent(entry!) });
    await writeFile(folder.file(DEAD_LETTERS_FILE), '{"at":"2026-', { flag: 'a' });
    expect(await letters.redrive(bus.redeliver)).toEqual({ taken: 1, left: 1 });
    expect((await deadLettersOf(folder)).map(({ target }) => target)).toEqual(['gone']);
  });
});

describe('the schedule', () => {
  test('works at the start, then on demand, never twice at once, and leaves a failure to the next time', async () => {
    let running = 0;
    let most = 0;
    let done = 0;
    const failures: unknown[] = [];
    const schedule = startSchedule({
      seconds: 3_600,
      work: async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        done += 1;
        if (done === 2) throw new Error('failed');
      },
      failed: (error) => failures.push(error),
    });
    await Promise.all([schedule.now(), schedule.now()]);
    expect(done).toBe(1);
    await schedule.now();
    await schedule.now();
    expect([done, most, failures.length]).toEqual([3, 1, 1]);
    await schedule.stop();
  });

  test('works again and again by itself', async () => {
    let done = 0;
    const schedule = startSchedule({ seconds: 0.001, work: async () => void (done += 1), failed: () => undefined });
    await expect.poll(() => done).toBeGreaterThan(3);
    await schedule.stop();
    const atStop = done;
    await Promise.resolve();
    expect(done).toBe(atStop);
  });
});
