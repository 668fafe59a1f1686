import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** What the API answered to one request. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A body, under the key that makes sending it again safe. */
export interface Sent {
  readonly body: unknown;
  readonly idempotencyKey: string;
}

/** How a walk reaches the API: as one person, over whatever transport. */
export interface Door {
  readonly get: (person: string, path: string) => Promise<Answer>;
  readonly post: (person: string, path: string, sent: Sent) => Promise<Answer>;
}

/** The time in which a walk takes place. It can be moved on, never back. */
export interface WalkTime {
  readonly now: () => string;
  readonly moveTo: (instant: string) => void;
}

/** A refusal that a walk ran into on purpose, with what it was told. */
export interface RefusalMet {
  readonly person: string;
  readonly path: string;
  readonly status: number;
  readonly problem: unknown;
}

/** The API did not answer as the walk needs: with everything that helps to see why. */
export class WalkStopped extends Error {
  override readonly name = 'WalkStopped';
}

const told = z.looseObject({
  detail: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
});

/** What a problem says to people: what to do next, each field that was wrong, and the facts beside them. */
export const saidIn = (body: unknown): string => {
  const { data } = told.safeParse(body);
  if (data === undefined) return JSON.stringify(body);
  const { detail, errors = [], type: _, title: __, status: ___, ...facts } = data;
  return [
    detail,
    ...errors.map((error) => `  ${error.pointer}: ${error.detail}`),
    ...Object.entries(facts).map(([name, fact]) => `  ${name}: ${JSON.stringify(fact)}`),
  ].join('\n');
};

const MS_PER_DAY = 86_400_000;

const NAME_LENGTH = 16;

/** Everybody's hands in one case: what they do, at what time, and what they were refused. `name` tells the keys of one walk from another's. */
export const handOf = (door: Door, time: WalkTime, name: string) => {
  const keys = documentHash(name).slice(0, NAME_LENGTH);
  const refusals: RefusalMet[] = [];
  let sent = 0;

  const send = (person: string, path: string, body: unknown): Promise<Answer> => {
    sent += 1;
    return door.post(person, path, { body, idempotencyKey: `${keys}-${sent}` });
  };

  return {
    refusals,
    now: time.now,
    /** Does something that must succeed. */
    do: async (person: string, path: string, body: unknown = {}): Promise<Answer> => {
      const answer = await send(person, path, body);
      if (answer.status >= 300) throw new WalkStopped(`${person} could not POST ${path}: ${saidIn(answer.body)}`);
      return answer;
    },
    /** Tries something that must be refused, and keeps what it was told. */
    tryInVain: async (person: string, path: string, body: unknown = {}): Promise<void> => {
      const { status, body: problem } = await send(person, path, body);
      if (status < 400 || status >= 500) throw new WalkStopped(`${person} was not refused at ${path}: ${status}`);
      refusals.push({ person, path, status, problem });
    },
    read: async (person: string, path: string): Promise<unknown> => {
      const { status, body } = await door.get(person, path);
      if (status !== 200) throw new WalkStopped(`${person} could not GET ${path}: ${saidIn(body)}`);
      return body;
    },
    /** Goes on at a time, or now where that time is past, unknown or absurdly far. */
    waitUntil: (instant: string | undefined, daysMax = 1_500): void => {
      if (instant === undefined || instant <= time.now()) return;
      if (Date.parse(instant) - Date.parse(time.now()) > daysMax * MS_PER_DAY) return;
      time.moveTo(instant);
    },
    waitDays: (days: number): void => time.moveTo(new Date(Date.parse(time.now()) + days * MS_PER_DAY).toISOString()),
  };
};

export type Hand = ReturnType<typeof handOf>;

/** A document that somebody signed, by the hash that the record keeps of it. */
export const documentHash = (of: string): string => createHash('sha256').update(of).digest('hex');

/** A text field of an answer, which the walk cannot go on without. */
export const fieldOf = (body: unknown, name: string): string => {
  const value = z.record(z.string(), z.unknown()).parse(body)[name];
  if (typeof value !== 'string') throw new WalkStopped(`The answer names no ${name}: ${JSON.stringify(body)}`);
  return value;
};
