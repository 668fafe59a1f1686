import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { code, instant } from './shapes.ts';

/** What is due, by the name that the agenda gives it: `reply:observation-3`. */
const agendaItemId = z.string().check(z.maxLength(140), z.regex(/^[a-z][a-z-]*(:[a-z0-9][a-z0-9-]*)?$/));

/** What the clocks of a case say by themselves. Nobody acts in these facts but the machinery of deadlines. */
export const clockEvents = {
  'team.inactive.v1': fact(
    'Nothing was heard of the team for the profile’s term: no filing, no attendance, no report. It is said once, and again only after the team was active.',
    () => ({ since: instant }),
  ),
  'term.reminded.v1': fact(
    'A term that runs comes to its end soon, and whoever must act is reminded: consumers send the message. A date that moves is reminded of anew.',
    () => ({ item: agendaItemId, term: code, dueAt: instant }),
  ),
};
