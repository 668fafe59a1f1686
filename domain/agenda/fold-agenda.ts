import type { Instant } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import type { EntryWithContent } from '../case.ts';
import { computeTerm, dueAt } from '../clocks/term.ts';
import { TEAM_ROLE } from '../permissions.ts';
import { profileOf } from '../profiles/profiles.ts';
import { TERMS, type TermName } from '../profiles/terms.ts';
import { type AgendaContext, foldContext, isSuspended } from './context.ts';
import { type AgendaChange, agendaChange, type Beginning, type MustAct } from './due.ts';
import type { AgendaItem } from './item.ts';
import { reminderAt } from './reminder.ts';

/** The items that must be at hand to fold an event: some by name, or every open one of the case. */
export interface Wanted {
  readonly ids: readonly string[];
  readonly everyOpen: boolean;
}

export const wantedBy = (context: AgendaContext, entry: EntryWithContent): Wanted => {
  const {
    begins = [],
    done = [],
    cancelled = [],
    lapsed = [],
    reminded = [],
    moved = [],
    refreshes,
  } = agendaChange(context, entry);
  const ids = [...begins, ...moved].map(({ id }) => id).concat(done, cancelled, lapsed, reminded);
  return { ids: [...new Set(ids)], everyOpen: refreshes === true };
};

export interface FoldedAgenda {
  readonly context: AgendaContext;
  /** The items that the event began or changed, each as it is after it. */
  readonly changed: readonly AgendaItem[];
}

/** The agenda after one more event. `items` are those that it wants; nothing else of the case can change. */
export const foldAgenda = (
  before: AgendaContext,
  entry: EntryWithContent,
  items: ReadonlyMap<string, AgendaItem>,
): FoldedAgenda => {
  const context = foldContext(before, entry);
  const change = agendaChange(before, entry);
  const touched = new Map<string, AgendaItem>();
  const now = (id: string): AgendaItem | undefined => touched.get(id) ?? items.get(id);
  if (change.refreshes === true) {
    for (const item of items.values()) {
      if (item.state === 'open') touched.set(item.id, refreshed(item, { context, change, at: entry.recordedAt }));
    }
  }
  for (const [id, next] of settlements(change, entry.recordedAt)) {
    const item = now(id);
    if (item?.state === 'open') touched.set(id, next(item));
  }
  for (const beginning of change.begins ?? []) {
    touched.set(beginning.id, begun(beginning, { context, entry, before: now(beginning.id) }));
  }
  const changed = [...touched.values()].filter((item) => items.get(item.id) !== item);
  return { context, changed };
};

type Next = (item: AgendaItem) => AgendaItem;

const settlements = (
  { done = [], cancelled = [], lapsed = [], reminded = [], moved = [] }: AgendaChange,
  at: Instant,
): readonly (readonly [string, Next])[] => [
  ...done.map((id) => [id, (item: AgendaItem) => settledAs(item, 'done', at)] as const),
  ...cancelled.map((id) => [id, (item: AgendaItem) => settledAs(item, 'cancelled', at)] as const),
  ...lapsed.map((id) => [id, (item: AgendaItem) => changedAt(item, { lapsed: true }, at)] as const),
  ...reminded.map((id) => [id, (item: AgendaItem) => ({ ...withoutReminder(item), remindedAt: at })] as const),
  ...moved.map(({ id, to }) => [id, (item: AgendaItem) => changedAt(item, { dueAt: to }, at)] as const),
];

const changedAt = (item: AgendaItem, change: Partial<AgendaItem>, at: Instant): AgendaItem => ({
  ...item,
  ...change,
  sequence: item.sequence + 1,
  changedAt: at,
});

const withoutReminder = ({ remindAt: _, ...item }: AgendaItem): AgendaItem => item;

const settledAs = (item: AgendaItem, state: 'done' | 'cancelled', at: Instant): AgendaItem =>
  changedAt(withoutReminder(item), { state, standsStill: false, settledAt: at }, at);

/** An item as a person sees it who need not act on it any more: cancelled, while it goes on for the others. */
export const withdrawnFrom = (item: AgendaItem, person: string): AgendaItem => ({
  ...withoutReminder(item),
  persons: [person],
  state: 'cancelled',
  settledAt: item.changedAt,
});

const begun = (
  { who, due, ...rest }: Beginning,
  { context, entry, before }: { context: AgendaContext; entry: EntryWithContent; before: AgendaItem | undefined },
): AgendaItem => {
  const { recordedAt } = entry;
  const profile = profileOf(context.profile);
  const item = {
    ...rest,
    case: entry.stream,
    by: who.by,
    role: roleOf(who, context),
    ...('of' in who ? { of: who.of } : {}),
    persons: personsOf(who, context),
    startedAt: recordedAt,
    instrument: context.instrument,
    profile: context.profile,
    zone: profile.zone.value,
    stage: context.stage,
    title: context.title,
    state: 'open' as const,
    standsStill: rest.kind !== 'draw' && isSuspended(context),
    lapsed: false,
    // The same id may begin anew, as when somebody is proposed again: a calendar must take it for a newer version of the same.
    sequence: before === undefined ? 0 : before.sequence + 1,
    changedAt: recordedAt,
  };
  if ('at' in due) return { ...item, dueAt: due.at };
  if ('lasts' in due) {
    return { ...item, lasts: due.lasts, dueAt: endOf(due.lasts, { context, now: recordedAt }) };
  }
  return withTerm({ ...item, dueAt: recordedAt }, { name: due.term, context, now: recordedAt });
};

/** When what lasts so many months is over, as the case itself computes it. */
const endOf = (
  { months, startedAt }: NonNullable<AgendaItem['lasts']>,
  { context: { profile, pauses }, now }: { context: AgendaContext; now: Instant },
): Instant => dueAt({ term: { number: months, unit: 'month' }, startedAt, profile: profileOf(profile), pauses, now });

/** When the term of an item ends, as the case itself computes it, with how it was counted and when somebody is reminded of it. */
const withTerm = (
  item: AgendaItem,
  { name, context, now }: { name: TermName; context: AgendaContext; now: Instant },
): AgendaItem => {
  const profile = profileOf(context.profile);
  const { startedAt } = item;
  const { number, unit } = profile[TERMS[name]].value;
  const computed = computeTerm({ term: { number, unit }, startedAt, profile, pauses: context.pauses, now });
  const { dueAt: ends, zone } = computed;
  const isMoved = ends !== item.dueAt || item.term === undefined;
  // A confidential term is reminded of in no event: the event would tell that it runs.
  const remindAt = item.audience === 'confidential' ? undefined : reminderAt({ profile, startedAt, dueAt: ends });
  const { remindAt: _, remindedAt, ...rest } = item;
  return {
    ...rest,
    dueAt: ends,
    term: {
      name,
      zone,
      startedAt,
      daysCounted: computed.daysCounted.length,
      daysSkipped: computed.daysSkipped.length,
    },
    // A date that moved is another date to be reminded of.
    ...(isMoved || remindedAt === undefined ? optionalReminder(remindAt) : { remindedAt }),
  };
};

const optionalReminder = (remindAt: Instant | undefined): { remindAt?: Instant } =>
  remindAt === undefined ? {} : { remindAt };

const isTerm = (name: string): name is TermName => Object.hasOwn(TERMS, name);

const refreshed = (
  item: AgendaItem,
  { context, change, at }: { context: AgendaContext; change: AgendaChange; at: Instant },
): AgendaItem => {
  if (change.drops?.(item) === true) return settledAs(item, 'cancelled', at);
  const standsStill = item.kind !== 'draw' && isSuspended(context);
  const persons = personsOf(mustActOf(item), context);
  // While the case is suspended the date is that of before: where it will move to is known when the case goes on.
  const timed = standsStill ? item : timedAnew(item, context, at);
  const isSame =
    timed.dueAt === item.dueAt && standsStill === item.standsStill && persons.join(' ') === item.persons.join(' ');
  return isSame ? item : changedAt(timed, { standsStill, persons }, at);
};

const timedAnew = (item: AgendaItem, context: AgendaContext, now: Instant): AgendaItem => {
  const name = item.term?.name;
  if (name !== undefined && isTerm(name)) return withTerm(item, { name, context, now });
  return item.lasts === undefined ? item : { ...item, dueAt: endOf(item.lasts, { context, now }) };
};

const mustActOf = ({ by, role, persons, of = '' }: AgendaItem): MustAct => {
  switch (by) {
    case 'named':
      return { by, role, persons };
    case 'control-authority':
    case 'bidder':
      return { by, of };
    default:
      return { by };
  }
};

const roleOf = (who: MustAct, { instrument }: AgendaContext): Role => {
  if (who.by === 'named') return who.role;
  if (who.by === 'bidder') return 'bidder-representative';
  return who.by === 'team' || who.by === 'clear-team' ? TEAM_ROLE[instrument] : who.by;
};

const personsOf = (who: MustAct, { team, liaisons }: AgendaContext): string[] => {
  switch (who.by) {
    case 'named':
      return [...who.persons];
    case 'team':
      return sorted(team.filter(({ standing }) => standing === 'accepted'));
    case 'clear-team':
      return sorted(team.filter(({ standing, clear }) => standing === 'accepted' && clear));
    case 'contracting-authority':
      return sorted(liaisons.filter(({ kind }) => kind === 'contracting-authority'));
    case 'control-authority':
      return sorted(
        liaisons.filter(({ kind, controlAuthority }) => kind === 'control-authority' && controlAuthority === who.of),
      );
    case 'bidder':
      return sorted(liaisons.filter(({ kind, bidder }) => kind === 'bidder' && bidder === who.of));
  }
};

const sorted = (people: readonly { readonly person: string }[]): string[] =>
  [...new Set(people.map(({ person }) => person))].toSorted();
