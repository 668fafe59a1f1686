import type { Instant } from '../../events/shapes.ts';
import type { MailWish, NoticeStore } from '../_ports/notice-ports.ts';
import type { Delivery, Endpoint, EndpointStore, Message } from '../_ports/outbox-ports.ts';
import { PERSON_HEADS_MAX, type RosterStore, type StoredHead } from '../_ports/ports.ts';
import { ownDestination, rosterDestination, SETTINGS_UNLESS_SAID } from './mail-goes-to.ts';
import { type Standing, servesCase } from './serves.ts';

/** A delivery as it enters the outbox: due at once, unless said. */
export const newDelivery = (of: {
  readonly to: string;
  readonly message: string;
  readonly what: Message;
  readonly createdAt: Instant;
  readonly now: Instant;
  readonly dueAt?: Instant;
}): Delivery => {
  const { to, message, what, createdAt, now, dueAt = now } = of;
  return {
    to,
    message,
    what,
    createdAt,
    // Three days from when it can first be sent.
    since: dueAt,
    state: 'pending',
    nextAttemptAt: dueAt,
    failures: 0,
    attempts: [],
    version: 1,
  };
};

/**
 * The endpoints that are told of a fact: of those of the authorities that it concerns the ones that serve the case, and those of the
 * organisations that follow every case. `standing` is how the case stands after the fact, and asked for only where there is an endpoint.
 */
export const endpointsFor = async (
  endpoints: EndpointStore,
  { type }: { readonly type: string },
  { authorities, standing }: { authorities: readonly string[]; standing: () => Promise<Standing> },
): Promise<readonly Endpoint[]> => {
  const owners = [{ organisation: '' }, ...authorities.map((controlAuthority) => ({ controlAuthority }))];
  const found = (await Promise.all(owners.map((owner) => endpoints.of(owner)))).flat();
  const willing = found.filter(({ state, kinds }) => state === 'enabled' && (kinds?.includes(type) ?? true));
  if (willing.length === 0) return [];
  const after = await standing();
  return willing.filter((endpoint) => servesCase(endpoint, after));
};

const MS_PER_DAY = 86_400_000;
/** The hour of UTC at which the day's mails go out: early morning in Mexico, morning in Brazil. */
const DIGEST_HOUR = 12;

/** The span of a digest that a moment falls in: from one hour of sending to the next. */
const digestSpan = (at: Instant): { readonly from: Instant; readonly to: Instant } => {
  const shift = DIGEST_HOUR * 3_600_000;
  const day = Math.floor((Date.parse(at) - shift) / MS_PER_DAY);
  const of = (days: number): Instant => new Date(days * MS_PER_DAY + shift).toISOString();
  return { from: of(day), to: of(day + 1) };
};

export interface MailboxPorts {
  readonly notices: Pick<NoticeStore, 'mailSettings'>;
  readonly roster: Pick<RosterStore, 'heads'>;
}

/** How those among these people want mail who want any and whom it reaches. Nobody is asked for: nothing is read. */
export const mailWishesOf = async (
  { notices, roster }: MailboxPorts,
  persons: readonly string[],
): Promise<ReadonlyMap<string, MailWish>> => {
  if (persons.length === 0) return new Map();
  const said = await notices.mailSettings(persons);
  const wishOf = (person: string) => (said.get(person)?.settings ?? SETTINGS_UNLESS_SAID).mail;
  const willing = [...new Set(persons)].filter((person) => wishOf(person) !== 'none');
  const others = willing.filter((person) => ownDestination(said.get(person)?.own) === undefined);
  const heads = new Map<string, StoredHead>();
  for (let start = 0; start < others.length; start += PERSON_HEADS_MAX) {
    for (const [person, head] of await roster.heads(others.slice(start, start + PERSON_HEADS_MAX))) {
      heads.set(person, head);
    }
  }
  const unreached = new Set(others.filter((person) => rosterDestination(heads.get(person)) === undefined));
  return new Map(willing.filter((person) => !unreached.has(person)).map((person) => [person, wishOf(person)]));
};

/** The mail that somebody gets for a fact, if any: one for it, or a share in that of the day. */
export const mailFor = (
  mail: MailWish,
  {
    person,
    event,
    what,
    recordedAt,
    now,
  }: { person: string; event: string; what: Message; recordedAt: Instant; now: Instant },
): Delivery | undefined => {
  if (mail === 'none') return undefined;
  const to = `person:${person}`;
  if (mail === 'immediate') {
    return newDelivery({ to, message: `${event}/${person}`, what, createdAt: recordedAt, now });
  }
  const span = digestSpan(recordedAt);
  const message = `digest@${span.to}/${person}`;
  const dueAt = span.to > now ? span.to : now;
  return newDelivery({ to, message, what: { of: 'digest', ...span }, createdAt: span.to, now, dueAt });
};
