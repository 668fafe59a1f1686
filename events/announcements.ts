import * as z from 'zod/mini';
import { canonicalJson } from './record.ts';
import { count, instant } from './shapes.ts';
import { ACHIEVEMENT_CODES, DIMENSIONS } from './vocabulary.ts';

/** The type of what the milestones announce: no fact of the record, but what follows from its facts. */
export const MILESTONE_CHANGED = 'milestone.changed.v1';

/** The source under which milestones speak: who follows the facts is not told twice. */
export const MILESTONES_SOURCE = 'veedor.milestones';

const share = z.strictObject({ numerator: z.int(), denominator: z.int() });

/** What the facts say of a milestone; `because` and `waitsFor` are codes, whose words the API has in three languages. */
const judgement = z.discriminatedUnion('applies', [
  z.strictObject({ applies: z.literal(false), because: z.string() }),
  z.strictObject({
    applies: z.literal(true),
    status: z.enum(ACHIEVEMENT_CODES),
    because: z.string(),
    share: z.optional(share),
    waitsFor: z.optional(z.array(z.string())),
  }),
]);

const coding = z.array(z.enum(ACHIEVEMENT_CODES));

/** What one event of a case changed in its milestones. */
export const milestoneChangedData = () =>
  z.strictObject({
    /** Milestones whose judgement is another one after the event; `from` is absent of the first. */
    changes: z
      .array(
        z.strictObject({
          milestone: z.string(),
          name: z.string(),
          dimension: z.enum(DIMENSIONS),
          from: z.optional(judgement),
          to: judgement,
        }),
      )
      .check(z.minLength(1)),
    /** What that makes of the two dimensions. */
    computed: z.strictObject({ effectiveness: coding, openness: coding }),
  });

const announcement = z.strictObject({
  /** `<case>@<version>-milestones`: receiving it twice is receiving it once. */
  id: z.string(),
  type: z.literal(MILESTONE_CHANGED),
  /** The case, and the version of the event that changed its milestones. */
  stream: z.string(),
  version: count,
  /** When that event was recorded. */
  recordedAt: instant,
  data: milestoneChangedData(),
});

/** That milestones of a case changed with one of its events. It follows from the record alone: whoever computes it again gets the same. */
export type MilestoneChanged = z.infer<typeof announcement>;

/** Reads a stored announcement. Throws for what is none. */
export const parseAnnouncement = (text: string): MilestoneChanged => announcement.parse(JSON.parse(text));

/** The one form in which an announcement is stored. */
export const announcementText = (announced: MilestoneChanged): string =>
  canonicalJson(JSON.parse(JSON.stringify(announced)));
