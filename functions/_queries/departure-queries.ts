import * as z from 'zod/mini';
import { DEPARTURES } from '../../domain/state.ts';
import { instant } from '../../events/shapes.ts';
import { DEPARTURE_CAUSES } from '../../events/vocabulary.ts';
import { query } from '../_http/operation.ts';
import { caseAtHand, subjectAtHand } from './case-at-hand.ts';
import { nothingAsked } from './paging.ts';

export const listDepartures = query({
  name: 'list-departures',
  path: '/cases/{case}/departures',
  summary: 'List who left the team of a case, why, and who was proposed in that place',
  query: nothingAsked,
  answers: z.strictObject({
    items: z.array(
      z.strictObject({
        person: z.string(),
        cause: z.enum(DEPARTURE_CAUSES),
        leftAt: instant,
        /** The event that recorded it. */
        leftIn: z.int(),
        successor: z.optional(z.string()),
      }),
    ),
  }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const list = await subjectAtHand(ports, found.head.case, DEPARTURES);
    const people = list?.kind === 'departures' ? Object.entries(list.people) : [];
    return { body: { items: people.map(([person, departure]) => ({ person, ...departure })) }, version: found.version };
  },
});
