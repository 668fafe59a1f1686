import type { EntryWithContent } from '../../domain/case.ts';
import { aboutIn } from '../../domain/notices/about.ts';
import type { Told } from '../../domain/notices/concern.ts';
import { foldNoticeContext, NO_ONE, type NoticeContext, noticeContextSchema } from '../../domain/notices/context.ts';
import { authoritiesConcerned, ROSTER_NOTICES, whomItConcerns } from '../../domain/notices/whom-it-concerns.ts';
import type { MilestoneChanged } from '../../events/announcements.ts';
import { type AnyEntry, canonicalJson, isOfRoster, type RosterEntry } from '../../events/record.ts';
import { endpointsFor, mailFor, mailWishesOf, newDelivery } from '../_notices/receivers.ts';
import type { Notice, NoticeBook, NoticeStore } from '../_ports/notice-ports.ts';
import type { EndpointStore, Message, Outbox } from '../_ports/outbox-ports.ts';
import type { CaseStore, Clock, Log, RosterStore } from '../_ports/ports.ts';
import { announcedAnyBy, type BusEvent, milestonesIn } from '../_record/announced.ts';
import { catchUp } from '../_record/catch-up.ts';
import { personOfStream } from '../_record/handle-roster-command.ts';
import { stateOf } from '../_record/state-codec.ts';
import { thingsOf } from './things-of.ts';

export interface NoticeKeeperPorts {
  readonly cases: CaseStore;
  readonly notices: NoticeStore;
  readonly outbox: Outbox;
  readonly endpoints: EndpointStore;
  readonly roster: Pick<RosterStore, 'heads'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Tells everybody whom a fact concerns, once. Idempotent by (stream, version), indifferent to order: who is told follows from the
 * events up to the fact and from what never changes of the things that it is about, a notice has its place by its event, and the book
 * moves on only when all of them are written.
 */
export const keepNotices =
  (ports: NoticeKeeperPorts) =>
  async (event: BusEvent): Promise<void> => {
    const milestones = milestonesIn(event);
    if (milestones !== undefined) {
      await tellOfMilestones(ports, milestones);
      return;
    }
    const announced = announcedAnyBy(event);
    if (isOfRoster(announced)) await tellOfRoster(ports, announced);
    else await tellOfCase(ports, announced);
    ports.log.say('VEE012', { stream: announced.stream, version: announced.version });
  };

const tellOfRoster = async (ports: NoticeKeeperPorts, entry: RosterEntry): Promise<void> => {
  const person = personOfStream(entry.stream);
  if (ROSTER_NOTICES[entry.type] !== 'whoever it is about' || person === entry.actor.person) return;
  const notice = noticeOf(entry, { person, as: 'person' });
  await tell(ports, [notice], () => ({ of: 'roster', person, kind: entry.type }));
};

/** Those who follow every case are told by webhook. It needs no book: what is in the outbox already is left as it is. */
const tellOfMilestones = async (ports: NoticeKeeperPorts, changed: MilestoneChanged): Promise<void> => {
  const { id: message, type: kind, stream, version, recordedAt: createdAt } = changed;
  const standing = async () => ({ liaisons: [], profile: await profileIn(ports.cases, stream) });
  const what = { of: 'milestones', case: stream, version, kind } as const;
  const endpoints = await endpointsFor(ports.endpoints, changed, { authorities: [], standing });
  // A mailbox is told of the facts already: of milestones only where it asked for them.
  const asked = endpoints.filter(({ channel, kinds }) => channel.kind === 'webhook' || kinds !== undefined);
  for (const { id: to } of asked) {
    await ports.outbox.add(newDelivery({ to, message, what, createdAt, now: ports.clock.now() }));
  }
};

const tellOfCase = async (ports: NoticeKeeperPorts, announced: { stream: string; version: number }): Promise<void> => {
  const caseId = announced.stream;
  await catchUp(ports.cases, announced, {
    read: () => ports.notices.book(caseId),
    seenBy: (book) => book?.version ?? 0,
    fold: (entries, book) => foldEntries(ports, { caseId, entries, book }),
  });
};

const foldEntries = async (
  ports: NoticeKeeperPorts,
  { caseId, entries, book }: { caseId: string; entries: readonly EntryWithContent[]; book: NoticeBook | undefined },
): Promise<boolean> => {
  const from = book?.version ?? 0;
  let context = book === undefined ? NO_ONE : noticeContextSchema.parse(JSON.parse(book.state));
  for (const entry of entries) {
    context = foldNoticeContext(context, entry);
    await tellOf(ports, entry, context);
  }
  const version = entries.at(-1)?.version ?? from;
  return ports.notices.saveBook({ case: caseId, version, state: canonicalJson(context) }, from);
};

const tellOf = async (ports: NoticeKeeperPorts, entry: EntryWithContent, context: NoticeContext): Promise<void> => {
  const things = await thingsOf(ports.cases, entry);
  const what = { of: 'fact', case: entry.stream, version: entry.version, kind: entry.type } as const;
  const notices = whomItConcerns(entry, context, things).map((told) => noticeOf(entry, told));
  await tell(ports, notices, ({ as }) => ({ ...what, as }));
  const { id: message, recordedAt: createdAt } = entry;
  const now = ports.clock.now();
  const authorities = authoritiesConcerned(entry, things);
  const { liaisons } = context;
  // Who is accredited is known as of the fact; the profile of a case never changes.
  const standing = async () => ({ liaisons, profile: await profileIn(ports.cases, entry.stream) });
  for (const { id: to } of await endpointsFor(ports.endpoints, entry, { authorities, standing })) {
    await ports.outbox.add(newDelivery({ to, message, what, createdAt, now }));
  }
};

const profileIn = async (cases: CaseStore, caseId: string): Promise<string | undefined> =>
  stateOf(await cases.read({ case: caseId, subjects: [] })).head?.profile.id;

/** Writes notices, and the mail that goes with them: once, because what is in the outbox already is left as it is. */
const tell = async (
  ports: NoticeKeeperPorts,
  notices: readonly Notice[],
  messageOf: (notice: Notice) => Message,
): Promise<void> => {
  const persons = notices.map(({ person }) => person);
  const wishes = await mailWishesOf(ports, persons);
  for (const notice of notices) {
    await ports.notices.tell(notice);
    const mail = mailFor(wishes.get(notice.person) ?? 'none', {
      ...notice,
      what: messageOf(notice),
      now: ports.clock.now(),
    });
    if (mail !== undefined) await ports.outbox.add(mail);
  }
};

const noticeOf = ({ id, stream, version, type, recordedAt, data }: AnyEntry, { person, as }: Told): Notice => {
  const about = aboutIn(data);
  return { person, event: id, stream, version, kind: type, as, recordedAt, ...(about === undefined ? {} : { about }) };
};
