import { describe, expect, it, onTestFinished } from 'vitest';
import { type ObjectCreated, type OnObjectCreated, type Outbox, startOutbox } from './outbox.ts';
import { openTables, type Tables } from './tables.ts';

const created = (key: string, sizeBytes = 1): ObjectCreated => ({
  reason: 'PutObject',
  bucket: 'documents',
  key,
  versionId: key,
  sizeBytes,
  etag: 'e',
  at: '2026-03-02T15:00:00.000Z',
});

/** Somebody who is told, and answers when the test says so. */
const listener = () => {
  const open = new Map<string, PromiseWithResolvers<void>>();
  const told: string[] = [];
  const onCreated: OnObjectCreated = ({ key }) => {
    told.push(key);
    const answer = Promise.withResolvers<void>();
    open.set(key, answer);
    return answer.promise;
  };
  return { told, onCreated, answers: (key: string) => open.get(key)?.resolve() };
};

const ENOUGH = { count: 2, bytes: 100 };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const adding = async (outbox: Outbox, objects: readonly ObjectCreated[]): Promise<void> => {
  for (const each of objects) outbox.add(each);
  outbox.nudge();
  await turn();
};

const opened = (tables: Tables, told: ReturnType<typeof listener>): Outbox => {
  const outbox = startOutbox(tables, told.onCreated, ENOUGH);
  onTestFinished(async () => {
    for (const key of ['a', 'b', 'c', 'large']) told.answers(key);
    await outbox.stop();
  });
  return outbox;
};

describe('new objects', () => {
  it('are told of several at once, and of the next one as soon as one is over', async () => {
    const told = listener();
    const outbox = opened(openTables(':memory:'), told);
    await adding(outbox, [created('a')]);
    await adding(outbox, [created('b'), created('c')]);
    expect(told.told).toEqual(['a', 'b']);
    told.answers('b');
    await turn();
    expect(told.told).toEqual(['a', 'b', 'c']);
  });

  it('are told of alone where they are large', async () => {
    const told = listener();
    const outbox = opened(openTables(':memory:'), told);
    await adding(outbox, [created('a'), created('large', 100), created('b')]);
    expect(told.told).toEqual(['a']);
    told.answers('a');
    await turn();
    expect(told.told).toEqual(['a', 'large']);
    told.answers('large');
    await turn();
    expect(told.told).toEqual(['a', 'large', 'b']);
  });

  it('that an earlier process left behind are told of alone: what ended it takes nothing else with it', async () => {
    const tables = openTables(':memory:');
    const before = startOutbox(tables, async () => undefined);
    await before.stop();
    for (const key of ['a', 'b']) before.add(created(key));
    const told = listener();
    const outbox = opened(tables, told);
    await adding(outbox, [created('c')]);
    expect(told.told).toEqual(['a']);
    told.answers('a');
    await turn();
    expect(told.told).toEqual(['a', 'b']);
  });
});
