import { feedKey, feedPartition } from '../desk-items.ts';
import type { DeskStore, StoredFeed, StoredPlan } from '../desk-ports.ts';
import { pageInMemory } from './memory-pages.ts';

/** Feeds and plans in memory. */
export const memoryDeskStore = (): DeskStore => {
  const kept = new Map<string, StoredFeed>();
  const plans = new Map<string, StoredPlan>();
  const nameOf = (feed: { person: string; id: string }): string => JSON.stringify(feedKey(feed));
  return {
    openFeed: async (feed) => {
      const isTaken =
        kept.has(nameOf(feed)) || [...kept.values()].some(({ secretHash }) => secretHash === feed.secretHash);
      if (!isTaken) kept.set(nameOf(feed), feed);
      return !isTaken;
    },
    revokeFeed: async (feed) => {
      const found = kept.get(nameOf(feed));
      if (found === undefined || found.revokedAt !== undefined) return false;
      kept.set(nameOf(feed), feed);
      return true;
    },
    feed: async (request) => kept.get(nameOf(request)),
    feedBehind: async (secretHash) => [...kept.values()].find((feed) => feed.secretHash === secretHash),
    feeds: async ({ person, from, limit }) => {
      const own = [...kept.values()]
        .filter((feed) => feed.person === person)
        .sort((one, other) => (one.id < other.id ? -1 : 1));
      return pageInMemory(own, { list: feedPartition(person), place: ({ id }) => id, from, limit });
    },
    plan: async (plan) => {
      const found = plans.get(plan.id) ?? plan;
      plans.set(plan.id, found);
      return found;
    },
    planned: async (id) => plans.get(id),
  };
};
