import type { Appointment, AppointmentStore } from '../_ports/ports.ts';

/** Appointments that are read at once. */
const READ = 100;

/** The cases that somebody is on the team of now, or proposed for, by case; `more` says that there are more of them. */
export const casesOfPerson = async (
  appointments: AppointmentStore,
  { person, limit }: { person: string; limit: number },
): Promise<{ readonly items: readonly Appointment[]; readonly more: boolean }> => {
  const items: Appointment[] = [];
  let from: string | undefined;
  do {
    const page = await appointments.of({ person, limit: READ, ...(from === undefined ? {} : { from }) });
    items.push(...page.items.filter(({ standing }) => standing !== 'left'));
    from = page.next;
  } while (from !== undefined && items.length <= limit);
  return { items: items.slice(0, limit), more: items.length > limit };
};
