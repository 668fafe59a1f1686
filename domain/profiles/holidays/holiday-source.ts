import type { Parameter } from '../profile.ts';
import type { CalendarId, Holidays } from './holidays.ts';

/** Computed by a library from what is public, and corrected by hand: no official calendar was read. */
const COMPUTED =
  'Public and bank holidays of the country as the library date-holidays computes them (secondary), with the corrections of overrides.ts.';

/** The holidays of a country, as a parameter. `more` says what is known of a state’s. */
export const computedHolidays = (country: CalendarId, more = ''): Parameter<Holidays> => ({
  value: { calendars: [country], besides: [] },
  source: `${COMPUTED}${more === '' ? '' : ` ${more}`}`,
  verified: false,
});
