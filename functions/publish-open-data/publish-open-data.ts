import type { DuePlace } from '../_ports/item-store.ts';
import { OutsideFailure } from '../_ports/ports.ts';
import { noteChanges } from './note-changes.ts';
import { publishCase } from './publish-case.ts';
import { publishIndex } from './publish-index.ts';
import { publishPart } from './publish-part.ts';
import { after, type Publishing, type PublishingLimits, type PublishingPorts, publishingWith } from './publishing.ts';
import type { DueNote, Shelf } from './shelf.ts';

const LIMITS: PublishingLimits = { casesPerPart: 200, millisecondsMax: 240_000, restMilliseconds: 600_000 };

/** What of its time a run spends on cases, and on parts after them; the index always comes last. */
const SHARE_OF_CASES = 0.6;
const SHARE_OF_PARTS = 0.9;
/** Notes read at once. */
const PAGE = 25;
/** When something is tried again that could not be published. */
const RETRY_MILLISECONDS = 3_600_000;
/** Outside failures after which a run gives up: what it stands on is away. */
const FAILURES_MAX = 5;

/**
 * Keeps the static files of open data: a record for each case, the records and tables of each part, and what describes them all. A run
 * notes what changed, and writes what is out of date, each file once however much happened. It goes on where the one before stopped:
 * duplicates, disorder, crashes and runs beside each other end in the same files. Throws the last outside failure that it met.
 */
export const publishOpenData =
  (ports: PublishingPorts, limits: Partial<PublishingLimits> = {}) =>
  async (): Promise<{ readonly cases: number; readonly parts: number }> => {
    const publishing = publishingWith(ports, { ...LIMITS, ...limits });
    await noteChanges(publishing);
    const failures: OutsideFailure[] = [];
    const each = { publishing, failures };
    const { ledger } = publishing;
    const cases = await workOff(each, ledger.cases, { share: SHARE_OF_CASES, publish: publishCase });
    const parts = await workOff(each, ledger.parts, { share: SHARE_OF_PARTS, publish: publishPart });
    await publishIndex(publishing);
    if (cases + parts > 0) ports.log.say('VEE025', { cases, parts });
    const last = failures.at(-1);
    if (last !== undefined) throw last;
    return { cases, parts };
  };

interface Run {
  readonly publishing: Publishing;
  readonly failures: OutsideFailure[];
}

interface Work {
  readonly share: number;
  readonly publish: (publishing: Publishing, id: string) => Promise<void>;
}

/** Publishes what is due since before the run began, the longest waiting first. */
const workOff = async <Note>({ publishing, failures }: Run, shelf: Shelf<Note>, work: Work): Promise<number> => {
  const { clock, goesOn } = publishing;
  const until = clock.now();
  let done = 0;
  for (let place: DuePlace | undefined; ; ) {
    const page: readonly DueNote[] = await shelf.due(until, place, PAGE);
    for (const { id } of page) {
      if (!goesOn(work.share)) return done;
      const failure = await attempt(publishing, shelf, { id, publish: work.publish });
      if (failure !== undefined) failures.push(failure);
      if (failure !== undefined && failures.length >= FAILURES_MAX) throw failure;
      done += 1;
    }
    place = page.at(-1)?.place;
    if (place === undefined || page.length < PAGE) return done;
  }
};

/** What cannot be published must not keep the others waiting: it is said, and tried again later. */
const attempt = async <Note>(
  publishing: Publishing,
  shelf: Shelf<Note>,
  { id, publish }: { readonly id: string; readonly publish: Work['publish'] },
): Promise<OutsideFailure | undefined> => {
  const { log, clock } = publishing;
  try {
    await publish(publishing, id);
    return undefined;
  } catch (error) {
    if (error instanceof OutsideFailure) {
      log.say('VEE003', { openData: id, failure: error.message });
      return error;
    }
    log.say('VEE008', { openData: id });
    const dueAt = after(clock.now(), RETRY_MILLISECONDS);
    await shelf.change(id, (stands) => (stands?.dueAt === undefined ? undefined : { note: stands.note, dueAt }));
    return undefined;
  }
};
