import type { Remedy } from '../../events/vocabulary.ts';
import { type Awaited, dayClassOf, monthOf, plus } from './measures.ts';
import type { WatchState } from './watch-state.ts';

const DAY_MILLISECONDS = 86_400_000;

interface Which {
  readonly of: Awaited;
  readonly id: string;
}

const counted = (state: WatchState, at: string, changes: Readonly<Record<string, number>>): WatchState => {
  const month = monthOf(at);
  const counters = Object.entries(changes).reduce(
    (known, [name, by]) => plus(known, name, by),
    state.months[month] ?? {},
  );
  return { ...state, months: { ...state.months, [month]: { ...counters } } };
};

const waiting = (state: WatchState, { of, id }: Which) => state.awaited[of]?.[id];

const withWaiting = (
  state: WatchState,
  { of, id }: Which,
  is: { at: string; overdue: boolean } | undefined,
): WatchState => {
  const { [id]: _, ...others } = state.awaited[of] ?? {};
  return { ...state, awaited: { ...state.awaited, [of]: is === undefined ? others : { ...others, [id]: is } } };
};

/** Something was asked: it counts in the month in which it was. */
export const asked = (state: WatchState, { at, ...which }: Which & { readonly at: string }): WatchState =>
  withWaiting(counted(state, at, { [`${which.of}.asked`]: 1 }), which, { at, overdue: false });

/** The term passed and nothing came: unanswered until it does. */
export const overdue = (state: WatchState, which: Which): WatchState => {
  const found = waiting(state, which);
  if (found === undefined || found.overdue) return state;
  return withWaiting(counted(state, found.at, { [`${which.of}.unanswered`]: 1 }), which, { ...found, overdue: true });
};

/** The answer came: it counts in the month in which it was asked for, with the days begun that it took. */
export const answered = (
  state: WatchState,
  { at, late, ...which }: Which & { readonly at: string; readonly late: boolean },
): WatchState => {
  const found = waiting(state, which);
  if (found === undefined) return state;
  const { of } = which;
  const days = Math.max(1, Math.ceil((Date.parse(at) - Date.parse(found.at)) / DAY_MILLISECONDS));
  const changes = {
    [`${of}.${late ? 'late' : 'inTime'}`]: 1,
    [`${of}.days`]: days,
    [`${of}.${dayClassOf(days)}`]: 1,
    ...(found.overdue ? { [`${of}.unanswered`]: -1 } : {}),
  };
  return withWaiting(counted(state, found.at, changes), which, undefined);
};

/** The latest answer about a finding counts, in the month of the first. */
export const countedRemedy = (
  state: WatchState,
  id: string,
  { at, remedy }: { readonly at: string; readonly remedy: Remedy },
): WatchState => {
  const first = state.remedied[id]?.at ?? at;
  const without = uncounted(state, id);
  const remedied = { ...without.remedied, [id]: { at: first, remedy } };
  return counted({ ...without, remedied }, first, { [`remedies.${remedy}`]: 1 });
};

/** What a control authority said no more holds for nobody, sealed or open. */
export const withoutRemedy = (state: WatchState, id: string): WatchState => {
  const found = state.withheld[id];
  if (found === undefined) return uncounted(state, id);
  const { remedy: _, ...rest } = found;
  return { ...state, withheld: { ...state.withheld, [id]: rest } };
};

const uncounted = (state: WatchState, id: string): WatchState => {
  const { [id]: found, ...remedied } = state.remedied;
  if (found === undefined) return state;
  return counted({ ...state, remedied }, found.at, { [`remedies.${found.remedy}`]: -1 });
};
