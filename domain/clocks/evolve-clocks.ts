import type { clockEvents } from '../../events/clocks.ts';
import type { Evolutions } from '../evolution.ts';

export const clockEvolutions: Evolutions<keyof typeof clockEvents> = {
  'team.inactive.v1': {
    head: (head) =>
      head.teamActive === undefined ? head : { ...head, teamActive: { ...head.teamActive, raised: true } },
  },
  // A reminder changes nothing in the case.
  'term.reminded.v1': {},
};
