import type { EntryWithContent } from '../case.ts';
import type { AgendaChange } from './change.ts';

const tip = (id: string): string => `tip:${id}`;

/** What a citizen’s tip asks of the coordinators. */
export const ofTip = (entry: EntryWithContent): AgendaChange | undefined => {
  switch (entry.type) {
    case 'tip.received.v1': {
      const about = entry.data.tip;
      const item = { id: tip(about), kind: 'term', what: 'answer-tip', about, audience: 'case' } as const;
      return {
        begins: [{ ...item, who: { by: 'named', role: 'coordinator', persons: [] }, due: { term: 'tip-answer' } }],
      };
    }
    case 'tip.answered.v1':
      return { done: [tip(entry.data.tip)] };
    case 'tip.overdue.v1':
      return { lapsed: [tip(entry.data.tip)] };
    default:
      return undefined;
  }
};
