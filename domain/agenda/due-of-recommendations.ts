import type { EntryWithContent } from '../case.ts';
import { isTakenUp } from '../recommendations/take-up.ts';
import { type AgendaChange, type Beginning, NOTHING } from './change.ts';

const followUp = (recommendation: string): string => `follow-up:${recommendation}`;

/** Until a recommendation has concrete feedback, the team must say by its due date how far it was taken up. */
const followUpBy = ({ recommendation, dueAt }: { recommendation: string; dueAt: string }): Beginning => ({
  id: followUp(recommendation),
  kind: 'term',
  what: 'follow-up-recommendation',
  about: recommendation,
  audience: 'public',
  who: { by: 'clear-team' },
  due: { at: dueAt },
  reminds: true,
});

/** What published recommendations ask of the team. */
export const ofRecommendations = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'recommendations.made.v1':
      return { begins: entry.data.recommendations.map(followUpBy) };
    case 'recommendation.followed-up.v1': {
      const { recommendation, level, from } = entry.data;
      if (isTakenUp(level)) return { done: [followUp(recommendation)] };
      return isTakenUp(from) ? { begins: [followUpBy(entry.data)] } : NOTHING;
    }
    case 'recommendation.overdue.v1':
      return { lapsed: [followUp(entry.data.recommendation)] };
    default:
      return undefined;
  }
};
