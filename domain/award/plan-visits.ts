import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { VISIT_OUTCOMES } from '../../events/vocabulary.ts';
import { placeContent, saysPlace } from '../acts/place.ts';
import { moment, resolveMoment } from '../clocks/moment.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { coordinates, narrative, reason } from '../shapes.ts';
import { DATES_MAX, nextId, subjectOf } from '../state.ts';

const placeFields = () => ({ place: z.optional(reason), coordinates: z.optional(coordinates) });

/** Plans a visit to the works or the delivery. */
export const planVisit = command({
  name: 'plan-visit',
  input: () => z.strictObject({ plannedAt: moment, ...placeFields() }),
  decide: (input, { head }) => {
    const planned = resolveMoment(input.plannedAt, '/plannedAt');
    if ('refusal' in planned) return planned;
    return record({
      type: 'site-visit.planned.v1',
      data: { visit: nextId(head, 'visit'), plannedAt: planned.at },
      ...(saysPlace(input) ? { content: placeContent(input) } : {}),
    });
  },
});

/** Gives a planned visit another time, and another place where one is told. */
export const rescheduleVisit = command({
  name: 'reschedule-visit',
  input: () => z.strictObject({ visit: subjectId('visit'), plannedAt: moment, reason, ...placeFields() }),
  subjects: (input) => [input.visit],
  decide: (input, { subjects, now }) => {
    const found = subjectOf(subjects, 'visit', input.visit);
    if (found === undefined) return refuse('visit-unknown', { visit: input.visit });
    if (found.outcome !== undefined) return refuse('visit-settled', { visit: input.visit, outcome: found.outcome });
    const moved = resolveMoment(input.plannedAt, '/plannedAt');
    if ('refusal' in moved) return moved;
    const placed = saysPlace(input);
    if (moved.at === found.plannedAt && !placed) return refuse('date-unchanged', { date: moved.at });
    if (moved.at !== found.plannedAt && moved.at < now) return refuse('new-date-past', { date: moved.at, now });
    if ((found.earlierDates ?? []).length >= DATES_MAX) return refuse('too-many-dates', { datesMax: DATES_MAX });
    return record({
      type: 'site-visit.rescheduled.v1',
      data: { visit: input.visit, from: found.plannedAt, plannedAt: moved.at, placed },
      content: { reason: input.reason, ...placeContent(input) },
    });
  },
});

/** Records that a planned visit was done, or why it is excused. */
export const settleVisit = command({
  name: 'settle-visit',
  input: () => z.strictObject({ visit: subjectId('visit'), outcome: z.enum(VISIT_OUTCOMES), note: narrative }),
  subjects: (input) => [input.visit],
  decide: (input, { subjects, now }) => {
    const found = subjectOf(subjects, 'visit', input.visit);
    if (found === undefined) return refuse('visit-unknown', { visit: input.visit });
    if (found.outcome !== undefined) return refuse('visit-settled', { visit: input.visit, outcome: found.outcome });
    if (input.outcome === 'done' && found.plannedAt > now)
      return refuse('observed-in-the-future', { plannedAt: found.plannedAt, now });
    return record({
      type: 'site-visit.settled.v1',
      data: { visit: input.visit, outcome: input.outcome },
      content: { note: input.note },
    });
  },
});
