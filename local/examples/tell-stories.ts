import * as z from 'zod/mini';
import type { Instant } from '../../events/shapes.ts';
import { type Answer, type Door, fieldOf, saidIn, WalkStopped } from '../walk/hand.ts';
import { announced } from './papers.ts';
import type { Act, Moment, Story } from './story.ts';
import { toldDays } from './told-days.ts';

/** Where stories are told: a system whose clock goes by them, before anybody else comes in. */
export interface Stage {
  readonly door: Door;
  readonly moveTo: (instant: Instant) => void;
  /** What the system does by itself once a day: it hands on what was recorded, and looks for terms that are over. */
  readonly night: () => Promise<void>;
  /** Resolves when the file has been examined as well: an act may lean on it next. */
  readonly upload: (invitation: unknown, bytes: Buffer) => Promise<void>;
}

export interface Telling {
  /** When the examples were begun: their last day. Told again after an interruption, it makes the same requests anew. */
  readonly today: Instant;
  /** Told of each case when its story is at its end. */
  readonly told?: (story: Story, caseId: string) => void;
  /** Ends it between two acts. */
  readonly signal?: AbortSignal;
}

/** One act at its time. */
interface Cue {
  readonly story: Story;
  readonly act: Act;
  readonly at: Instant;
  /** The same in every telling: what makes it safe to send again. */
  readonly key: string;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const MINUTES_BETWEEN_ACTS = 7;

/**
 * Tells stories all together, in the order of their days, each act as a request of whoever does it. Every request has its own key, so
 * that what was told before an interruption is answered from the record and happens no second time.
 */
export const tellStories = async (stage: Stage, stories: readonly Story[], telling: Telling): Promise<void> => {
  const cues = stories.flatMap((story) => cuesOf(story, telling.today)).toSorted((a, b) => order(a.at, b.at));
  const cases = new Map<string, string>();
  let day = dayOf(cues[0]?.at ?? telling.today);
  for (const [index, cue] of cues.entries()) {
    telling.signal?.throwIfAborted();
    day = await passNights(stage, { from: day, to: dayOf(cue.at) });
    stage.moveTo(cue.at);
    const caseId = await perform(stage, cue, {
      now: cue.at,
      case: cases.get(cue.story.name) ?? '',
      ...toldDays(cue.story.profile, telling.today),
    });
    if (caseId !== undefined) cases.set(cue.story.name, caseId);
    const isLast = !cues.slice(index + 1).some(({ story }) => story === cue.story);
    if (isLast && caseId !== undefined) telling.told?.(cue.story, caseId);
  }
  await passNights(stage, { from: day, to: dayOf(telling.today) });
  stage.moveTo(telling.today);
  // Once more for what the first says of itself.
  await stage.night();
  await stage.night();
};

/** When the first of the stories begins. */
export const beginningOf = (stories: readonly Story[], today: Instant): Instant =>
  stories
    .flatMap((story) => cuesOf(story, today))
    .map(({ at }) => at)
    .reduce((first, at) => (at < first ? at : first), today);

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const dayOf = (at: Instant): number => Math.floor(Date.parse(at) / MS_PER_DAY);

const passNights = async (stage: Stage, { from, to }: { from: number; to: number }): Promise<number> => {
  for (let day = from + 1; day <= to; day += 1) {
    stage.moveTo(new Date(day * MS_PER_DAY).toISOString());
    await stage.night();
  }
  return Math.max(from, to);
};

const cuesOf = (story: Story, today: Instant): readonly Cue[] => {
  const { at } = toldDays(story.profile, today);
  return story.scenes
    .flatMap(({ workday, time, acts }) => {
      const begins = Date.parse(at(workday, time));
      return acts.map((act, index) => ({ act, at: begins + index * MINUTES_BETWEEN_ACTS * MS_PER_MINUTE }));
    })
    .map((cue, index) => ({
      story,
      act: cue.act,
      at: new Date(cue.at).toISOString(),
      key: `example-${story.name}-${index + 1}`,
    }));
};

/** Does it, and gives the case that it happened in, where it did in one. */
const perform = async (
  { door, upload }: Stage,
  { story, act, key }: Cue,
  moment: Moment,
): Promise<string | undefined> => {
  const { by, body = {}, paper } = act;
  const path = /^\/(cases|roster)\b/.test(act.path) ? act.path : `/cases/${moment.case}${act.path}`;
  const bytes = await paper?.bytes();
  const sent = {
    ...(typeof body === 'function' ? body(moment) : body),
    ...(paper === undefined || bytes === undefined ? {} : announced(paper, bytes)),
  };
  const answer = await door.post(by, path, { body: sent, idempotencyKey: key });
  if (answer.status >= 300)
    throw new WalkStopped(`${story.name}: ${by} could not POST ${path}: ${saidIn(answer.body)}`);
  if (bytes !== undefined && isAwaited(answer)) await upload(answer.body, bytes);
  return path.startsWith('/roster') ? undefined : fieldOf(answer.body, 'case');
};

const isAwaited = ({ body }: Answer): boolean => z.object({ upload: z.unknown() }).safeParse(body).success;
