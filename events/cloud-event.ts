import { MILESTONE_CHANGED, MILESTONES_SOURCE, type MilestoneChanged } from './announcements.ts';
import { type AnyEntry, isOfPerson, isOfRoster } from './record.ts';
import { asJsonObject, type JsonObject } from './shapes.ts';

/** The bus's name for us, and the `source` of every event of a case that leaves the house. */
export const EVENT_SOURCE = 'veedor';

/** The source of what happens in the roster: who watches cases is not told of every entry of it. */
export const ROSTER_SOURCE = 'veedor.roster';

/** The source of what happens to those who may sign in: only what keeps the sign-in is told. */
export const PEOPLE_SOURCE = 'veedor.people';

/** Every name under which the record speaks. */
export const EVENT_SOURCES = [EVENT_SOURCE, ROSTER_SOURCE, PEOPLE_SOURCE] as const;

export const sourceOf = (entry: AnyEntry | MilestoneChanged): string => {
  if (entry.type === MILESTONE_CHANGED) return MILESTONES_SOURCE;
  if (isOfPerson(entry)) return PEOPLE_SOURCE;
  return isOfRoster(entry) ? ROSTER_SOURCE : EVENT_SOURCE;
};

/** A recorded fact, or an announcement that follows from it, on its way out: CloudEvents 1.0 in JSON, with the whole envelope as extension attributes so that anyone can verify the chain. */
export const toCloudEvent = (entry: AnyEntry | MilestoneChanged): JsonObject => ({
  specversion: '1.0',
  id: entry.id,
  source: sourceOf(entry),
  type: entry.type,
  subject: entry.stream,
  time: entry.recordedAt,
  datacontenttype: 'application/json',
  data: asJsonObject(entry),
});
