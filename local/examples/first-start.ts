import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Instant, instant } from '../../events/shapes.ts';
import { systemClock } from '../../functions/_ports/aws/clock.ts';
import { CannotStart } from '../cannot-start.ts';
import { jsonOf } from '../json-of.ts';
import type { PrepareSystem, System } from '../system.ts';
import { WalkStopped } from '../walk/hand.ts';
import { httpDoor } from '../walk/http-door.ts';
import { giveAddresses } from './addresses.ts';
import { STORIES } from './stories.ts';
import type { Story } from './story.ts';
import { beginningOf, type Stage, tellStories } from './tell-stories.ts';
import { type ToldClock, toldClock } from './told-clock.ts';
import { uploaded } from './uploaded.ts';

const FILE = 'examples.json';
const MS_PER_DAY = 86_400_000;
/** For how many days before the first start its example people have been getting mail. */
const MAILED_DAYS = 9;

/** How far the examples of a folder are: once begun, a later start completes them, unless one was told to leave them. */
const progressSchema = z.strictObject({ begunAt: instant, state: z.enum(['begun', 'told', 'left']) });
type Progress = z.infer<typeof progressSchema>;

export interface FirstStart {
  /** What the system goes by: the time of the stories while they are told, and the machine’s from then on. */
  readonly clock: ToldClock;
  readonly prepare: PrepareSystem;
}

export interface FirstStartOptions {
  readonly folder: string;
  /** Starts without examples; those that an interrupted start has begun stay as they are. */
  readonly empty: boolean;
  readonly say: (line: string) => void;
  /** Ends it between two acts: the next start goes on. */
  readonly signal?: AbortSignal;
  readonly stories?: readonly Story[];
}

/**
 * Fills an empty folder with the examples before anybody comes in: over the API, with tokens of everybody in their role, by a clock
 * that is told the days of the stories. What an interrupted start has begun is completed; nothing is made twice.
 */
export const firstStart = async (options: FirstStartOptions): Promise<FirstStart> => {
  const { folder, empty, say, stories = STORIES } = options;
  const clock = toldClock(systemClock);
  const before = await progressIn(folder);
  // What is in the folder must not be swept by today’s clock before its stories have come to today.
  if (before?.state === 'begun' && !empty) clock.tell(beginningOf(stories, before.begunAt));
  return {
    clock,
    prepare: async (system, keep) => {
      const begun = before ?? ((await isEmpty(system)) ? { begunAt: systemClock.now(), state: 'begun' } : undefined);
      if (begun?.state !== 'begun') return;
      const ends = (state: Progress['state']) => keep(FILE, JSON.stringify({ begunAt: begun.begunAt, state }));
      if (empty) return before === undefined ? undefined : ends('left');
      await ends('begun');
      say(
        `Making ${stories.filter(({ scenes }) => scenes.length > 1).length} example cases (npm start -- --empty starts without):`,
      );
      try {
        await tellIn(system, { ...options, stories, clock, today: begun.begunAt });
        await ends('told');
      } catch (error) {
        if (!(error instanceof WalkStopped)) throw error;
        throw new CannotStart(
          'examples-incomplete',
          `The examples could not be completed: ${error.message}\nStart again to go on with them, or leave them as they are with\n  npm start -- --empty`,
        );
      }
      clock.letGo();
    },
  };
};

const tellIn = async (
  system: System,
  {
    stories,
    clock,
    today,
    say,
    signal,
  }: FirstStartOptions & { stories: readonly Story[]; clock: ToldClock; today: Instant },
): Promise<void> => {
  const mails = mailsOfLastDays(system, { clock, today });
  const stage: Stage = {
    door: httpDoor(system),
    moveTo: clock.tell,
    night: async () => {
      await system.settled();
      await system.sweep();
      await mails();
    },
    upload: async (invitation, bytes) => {
      await uploaded(invitation, bytes);
      await system.objects.settled();
    },
  };
  await tellStories(stage, stories, {
    today,
    told: ({ shows }, caseId) => say(`  ${caseId}  ${shows}`),
    ...(signal === undefined ? {} : { signal }),
  });
};

/** Sends what the last nights bring: mails of long ago would only be counted, and each costs time before anybody may come in. */
const mailsOfLastDays = (
  system: System,
  { clock, today }: { readonly clock: ToldClock; readonly today: Instant },
): (() => Promise<void>) => {
  const from = Date.parse(today) - MAILED_DAYS * MS_PER_DAY;
  let hasAddresses = false;
  return async () => {
    if (Date.parse(clock.now()) < from) return;
    if (!hasAddresses) await giveAddresses(system);
    hasAddresses = true;
    await system.deliver();
  };
};

const isEmpty = async ({ ports }: System): Promise<boolean> => {
  const found = await Promise.all([ports.cases.list({ limit: 1 }), ports.roster.list({ limit: 1 })]);
  return found.every(({ items }) => items.length === 0);
};

const progressIn = async (folder: string): Promise<Progress | undefined> => {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  return progressSchema.safeParse(jsonOf(text)).data;
};
