import type { Profile } from '../../domain/profiles/profile.ts';
import type { Instant } from '../../events/shapes.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import type { Paper } from './papers.ts';

/** What an act needs to know of the moment in which it happens. */
export interface Moment {
  readonly now: Instant;
  /** The id of the story’s case; empty until it is opened. */
  readonly case: string;
  /** An instant of the story: so many working days before today (negative) or after, at a time of the profile’s zone. */
  readonly at: (workday: number, time: string) => Instant;
  /** The local date of such a day. */
  readonly date: (workday: number) => string;
}

type Body = Readonly<Record<string, unknown>>;

/** One thing that somebody does over the API. Nobody (an empty name) is anybody in the street. */
export interface Act {
  readonly by: string;
  /** Below the story’s case; what begins with `/cases` or `/roster` stands by itself. */
  readonly path: string;
  readonly body?: Body | ((moment: Moment) => Body);
  /** The file that is handed in with it. */
  readonly paper?: Paper;
}

/** What happens on one day, from a time on, one act after the other. */
export interface Scene {
  readonly workday: number;
  readonly time: string;
  readonly acts: readonly Act[];
}

/** An example as it is told: a case, under whose rules, and what happens in it, day by day. */
export interface Story {
  /** What its requests are known by: never given to another story. */
  readonly name: string;
  /** What it shows, in a few words. */
  readonly shows: string;
  readonly instrument: InstrumentId;
  readonly profile: Profile;
  readonly scenes: readonly Scene[];
}

/**
 * A day of a story, counted in working days of its profile: `-1` is the last one before today. So no holiday and no weekend gets into
 * a story, whenever it is told.
 */
export const on = (workday: number, time: string, ...acts: readonly (Act | readonly Act[])[]): Scene => ({
  workday,
  time,
  acts: acts.flat(),
});
