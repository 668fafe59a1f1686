import type { Counters } from './measures.ts';
import type { WatchState } from './watch-state.ts';

/** What watching comes to and what it meets, of all cases of a group: how often each happened, as far as anybody may know it. */
const PROGRESS = [
  'acts.attended',
  'acts.missed',
  'acts.obstructed',
  'observations.published',
  'documents.checked',
  'documents.refused',
  'tips.received',
] as const;
export type ProgressName = (typeof PROGRESS)[number];

/** The counters of one case. Acts are those of tender and award, and a document counts as it was found last. */
export const progressOf = ({ facts }: Pick<WatchState, 'facts'>): Counters => {
  const { acts, observations, documentAccess, tips } = facts;
  const results = Object.values(documentAccess);
  const isOver = facts.awardRecorded || facts.processEnded;
  const open = isOver ? observations.afterAward - Object.keys(facts.embargoes ?? {}).length : 0;
  const counted: Readonly<Record<ProgressName, number>> = {
    'acts.attended': acts.attended,
    'acts.missed': acts.missed,
    'acts.obstructed': acts.obstructed,
    'observations.published': observations.public + Math.max(0, open),
    'documents.checked': results.filter((result) => result !== 'not-applicable').length,
    'documents.refused': results.filter((result) => result === 'refused').length,
    'tips.received': tips?.received ?? 0,
  };
  return Object.fromEntries(Object.entries(counted).filter(([, number]) => number !== 0));
};

/** What the cases of a group come to. */
export const progressIn = (counters: Counters): Readonly<Record<ProgressName, number>> => {
  const number = (name: ProgressName): number => counters[name] ?? 0;
  const [attended, missed, obstructed, published, checked, refused, tips] = PROGRESS;
  return {
    [attended]: number(attended),
    [missed]: number(missed),
    [obstructed]: number(obstructed),
    [published]: number(published),
    [checked]: number(checked),
    [refused]: number(refused),
    [tips]: number(tips),
  };
};
