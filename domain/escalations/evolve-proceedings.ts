import * as z from 'zod/mini';
import type { proceedingEvents } from '../../events/proceedings.ts';
import { calendarDate, type JsonObject } from '../../events/shapes.ts';
import { PROCEEDING_KINDS, PROCEEDING_STATES } from '../../events/vocabulary.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { subjectOf } from '../state.ts';

/** How many proceedings an escalation knows by their numbers: the newest. */
export const PROCEEDINGS_KNOWN_MAX = 100;

const moved = z.object({ state: z.enum(PROCEEDING_STATES), on: calendarDate });
const recorded = z.object({
  ...moved.shape,
  kind: z.enum(PROCEEDING_KINDS),
  escalation: z.optional(z.string()),
  findings: z.array(z.string()),
  numberHash: z.optional(z.string()),
});
const about = z.looseObject({ escalation: z.optional(z.string()), findings: z.optional(z.array(z.string())) });

/** What a fact of a proceeding tells, in its event or, where it is about what is sealed, in its content. */
const toldIn = ({ data, content }: { readonly data: object; readonly content?: JsonObject }) => ({
  ...content,
  ...data,
});

/** The things that a proceeding is about: its escalation, and its findings. */
export const behindProceeding = (entry: {
  readonly data: object;
  readonly content?: JsonObject;
}): readonly string[] => {
  const { escalation, findings = [] } = about.safeParse(toldIn(entry)).data ?? {};
  return [...findings, ...(escalation === undefined ? [] : [escalation])];
};

export const proceedingEvolutions: Evolutions<keyof typeof proceedingEvents> = {
  'proceeding.recorded.v1': {
    head: (head, { data }) => numbered(head, data.proceeding),
    subjects: (entry, subjects) => {
      const { kind, state, on, escalation, findings, numberHash } = recorded.parse(toldIn(entry));
      const followed = subjectOf(subjects, 'escalation', escalation ?? '');
      return [
        {
          kind: 'proceeding',
          id: entry.data.proceeding,
          recordedIn: entry.version,
          type: kind,
          ...(escalation === undefined ? {} : { escalation }),
          findings,
          states: [{ state, on, recordedIn: entry.version }],
        },
        ...(followed === undefined || numberHash === undefined
          ? []
          : [
              {
                ...followed,
                proceedings: [
                  ...(followed.proceedings ?? []).slice(1 - PROCEEDINGS_KNOWN_MAX),
                  { proceeding: entry.data.proceeding, numberHash },
                ],
              },
            ]),
      ];
    },
  },
  'proceeding.moved.v1': {
    subjects: (entry, subjects) => {
      const found = subjectOf(subjects, 'proceeding', entry.data.proceeding);
      if (found === undefined) return [];
      const { state, on } = moved.parse(toldIn(entry));
      return [{ ...found, states: [...found.states, { state, on, recordedIn: entry.version }] }];
    },
  },
};
