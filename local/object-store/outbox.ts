import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { jsonColumn, type Tables } from './tables.ts';
import { type AtOnce, ONE_AT_A_TIME, openUnderWay } from './under-way.ts';

/** The first pause after somebody who was told failed, in milliseconds; it doubles until the longest one. */
export const RETRY_MILLISECONDS_MIN = 100;
export const RETRY_MILLISECONDS_MAX = 30_000;
const BATCH = 100;
/** How often in a row somebody may fail before `settled` waits no longer. */
const FAILURES_MAX = 5;
/** How often `settled` looks. */
const SETTLED_MILLISECONDS = 4;

const objectCreated = z.object({
  /** How it came to be: EventBridge's `reason`. */
  reason: z.enum(['PutObject', 'POST Object', 'CopyObject', 'CompleteMultipartUpload']),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  sizeBytes: z.number(),
  etag: z.string(),
  /** RFC 3339, UTC. */
  at: z.string(),
});
/** A new version of an object is there. */
export type ObjectCreated = z.infer<typeof objectCreated>;

export interface Announcement extends ObjectCreated {
  /** Grows with every object of the store: the later of two versions of a key has the greater one. */
  readonly sequence: number;
}

export type OnObjectCreated = (created: Announcement) => Promise<void>;

/**
 * What the bucket's event notification is in the cloud. The announcement is written in the transaction that makes the object visible,
 * and stays until whoever is told has come back without failing: told at least once, whatever happens, and not always in order.
 */
export interface Outbox {
  /** Inside the transaction. */
  add(created: ObjectCreated): void;
  /** After it. */
  nudge(): void;
  /** Resolves when everything has been told, or when who is told fails again and again. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const row = z.object({ id: z.number(), event: jsonColumn(objectCreated) });
const NEXT = 'SELECT id, event FROM outbox WHERE id > ? ORDER BY id LIMIT ?';
const newest = z.object({ id: z.nullable(z.number()) });

export const startOutbox = (
  tables: Tables,
  onObjectCreated: OnObjectCreated | undefined,
  atOnce: AtOnce = ONE_AT_A_TIME,
): Outbox => {
  const stopping = new AbortController();
  let nudged = new AbortController();
  let failures = 0;
  // What an earlier process left here may be what ended it: told alone, it takes nothing else with it when it does so again.
  const leftBehind = tables.one(newest, 'SELECT max(id) AS id FROM outbox')?.id ?? 0;

  /** Tells everything there is once, and what comes meanwhile; false when somebody failed. */
  const pass = async (tell: OnObjectCreated): Promise<boolean> => {
    let allTold = true;
    let after = 0;
    const open = openUnderWay();
    const tellOne = async ({ id, event }: z.infer<typeof row>): Promise<void> => {
      if (stopping.signal.aborted) return;
      if (await succeeds(() => tell({ ...event, sequence: id }))) tables.run('DELETE FROM outbox WHERE id = ?', id);
      else allTold = false;
    };
    for (;;) {
      nudged = new AbortController();
      const batch = stopping.signal.aborted ? [] : tables.all(row, NEXT, after, BATCH);
      if (batch.length === 0 && open.isEmpty()) return allTold;
      if (batch.length === 0) await Promise.race([open.oneIsOver(), untilAborted(nudged.signal)]);
      for (const each of batch) {
        const limit = each.id <= leftBehind ? ONE_AT_A_TIME : atOnce;
        await open.begin(() => tellOne(each), { bytes: each.event.sizeBytes, limit });
        after = each.id;
      }
    }
  };

  const follow = async (tell: OnObjectCreated): Promise<void> => {
    let pause = RETRY_MILLISECONDS_MIN;
    while (!stopping.signal.aborted) {
      nudged = new AbortController();
      const allTold = await pass(tell);
      failures = allTold ? 0 : failures + 1;
      const signal = AbortSignal.any([stopping.signal, nudged.signal]);
      pause = allTold ? RETRY_MILLISECONDS_MIN : Math.min(pause * 2, RETRY_MILLISECONDS_MAX);
      if (allTold) await untilAborted(signal);
      else await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = onObjectCreated === undefined ? Promise.resolve() : follow(onObjectCreated);

  return {
    add: (created) => {
      // Where nobody listens, nothing must pile up.
      if (onObjectCreated !== undefined) tables.run('INSERT INTO outbox (event) VALUES (?)', JSON.stringify(created));
    },
    nudge: () => nudged.abort(),
    settled: async () => {
      if (onObjectCreated === undefined) return;
      const isWaiting = () =>
        !stopping.signal.aborted && failures < FAILURES_MAX && tables.all(row, NEXT, 0, 1).length > 0;
      while (isWaiting()) {
        nudged.abort();
        await wait(SETTLED_MILLISECONDS);
      }
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

const succeeds = async (work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch {
    // What it failed with is its own business: it is told again.
    return false;
  }
};

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
