import type { Beginning } from './change.ts';

export const SUSTAINED = 'sustained';

/** A closed case asks its coordinator, months later, whether what was achieved still stands. */
export const ofClosed = (dueAt: string | undefined): readonly Beginning[] =>
  dueAt === undefined
    ? []
    : [
        {
          id: SUSTAINED,
          kind: 'term',
          what: 'check-sustained',
          audience: 'public',
          who: { by: 'named', role: 'coordinator', persons: [] },
          due: { at: dueAt },
          reminds: true,
        },
      ];
