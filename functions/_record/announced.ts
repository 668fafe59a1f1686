import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { MILESTONES_SOURCE, type MilestoneChanged, parseAnnouncement } from '../../events/announcements.ts';
import { type AnyEntry, parseAnyEntry, parseEntry, type RecordEntry } from '../../events/record.ts';

/** An event of the bus as consumers receive it: a CloudEvent whose data is the entry of the record. */
export type BusEvent = EventBridgeEvent<string, unknown>;

const cloudEvent = z.looseObject({ data: z.unknown() });

/** What the milestones announce, where an event of the bus is theirs. Throws for one that says so and is none. */
export const milestonesIn = (event: BusEvent): MilestoneChanged | undefined =>
  event.source === MILESTONES_SOURCE
    ? parseAnnouncement(JSON.stringify(cloudEvent.parse(event.detail).data))
    : undefined;

/** The entry of any stream that an event of the bus announces. Throws for anything else. */
export const announcedAnyBy = (event: BusEvent): AnyEntry =>
  parseAnyEntry(JSON.stringify(cloudEvent.parse(event.detail).data));

/** The entry of a case that an event of the bus announces. Throws for anything else: the queue of the dead is where it belongs. */
export const announcedBy = (event: BusEvent): RecordEntry =>
  parseEntry(JSON.stringify(cloudEvent.parse(event.detail).data));
