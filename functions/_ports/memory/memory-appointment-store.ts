import type { Appointment, AppointmentStore } from '../ports.ts';
import { pageInMemory } from './memory-pages.ts';

/** The cases of each person in memory. */
export const memoryAppointmentStore = (): AppointmentStore => {
  const kept = new Map<string, Appointment>();
  const placeOf = ({ person, case: caseId }: Pick<Appointment, 'person' | 'case'>): string => `${person} ${caseId}`;
  return {
    save: async (appointment) => {
      const before = kept.get(placeOf(appointment));
      if (before !== undefined && before.version >= appointment.version) return false;
      kept.set(placeOf(appointment), appointment);
      return true;
    },
    of: async ({ person, from, limit }) => {
      const own = [...kept.values()].filter((appointment) => appointment.person === person);
      const sorted = own.sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));
      return pageInMemory(sorted, { list: `cases of ${person}`, place: placeOf, from, limit });
    },
  };
};
