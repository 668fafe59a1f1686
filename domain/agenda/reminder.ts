import type { Instant } from '../../events/shapes.ts';
import { addDays, isWorkingDay, localDate, startOfDay } from '../clocks/calendar.ts';
import { holidayOn } from '../profiles/holidays/holidays.ts';
import type { Profile } from '../profiles/profile.ts';

/** A calendar without a working day in a year does not exist: whoever walks longer walks on a wrong one. */
const DAYS_WALKED_MAX = 400;

/**
 * When somebody is reminded of a term: at the beginning of the day that lies the profile’s number of working days before its last.
 * Undefined where that is before the term began: who has just been told need not be reminded.
 */
export const reminderAt = ({
  profile,
  startedAt,
  dueAt,
}: {
  profile: Pick<Profile, 'zone' | 'holidays' | 'reminderWorkingDays'>;
  startedAt: Instant;
  dueAt: Instant;
}): Instant | undefined => {
  const zone = profile.zone.value;
  // The instant of the due date is the first after the term.
  let date = localDate(new Date(Date.parse(dueAt) - 1).toISOString(), zone);
  let left = profile.reminderWorkingDays.value;
  for (let walked = 0; left > 0 && walked < DAYS_WALKED_MAX; walked += 1) {
    date = addDays(date, -1);
    if (isWorkingDay(date) && holidayOn(profile.holidays.value, date) === undefined) left -= 1;
  }
  const at = startOfDay(date, zone);
  return at > startedAt ? at : undefined;
};
