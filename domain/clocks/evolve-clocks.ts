import type { clockEvents } from '../../events/clocks.ts';
import type { Evolutions } from '../evolution.ts';
import { aboutObservation, subjectOf } from '../state.ts';

export const clockEvolutions: Evolutions<keyof typeof clockEvents> = {
  'team.inactive.v1': {
    head: (head) =>
      head.teamActive === undefined ? head : { ...head, teamActive: { ...head.teamActive, raised: true } },
  },
  // A reminder changes nothing in the case, but that one which names nothing cannot be told from the next by its event alone.
  'term.reminded.v1': {
    subjects: ({ data, content }, subjects) => {
      if (data.item !== undefined) return [];
      const about = aboutObservation.safeParse(content).data?.observation ?? '';
      const observation = subjectOf(subjects, 'observation', about);
      return observation === undefined ? [] : [{ ...observation, remindedOf: data.dueAt }];
    },
  },
};
