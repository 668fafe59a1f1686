import { recordAccreditationChange } from '../../domain/appointment/accreditation-changes.ts';
import { changesStanding } from '../../domain/roster/roster.ts';
import { type AnyEntry, isOfRoster, type RosterEntry } from '../../events/record.ts';
import type { Appointment, AppointmentStore, CaseStore, Clock, Entropy, Log, RosterStore } from '../_ports/ports.ts';
import { announcedAnyBy, type BusEvent } from '../_record/announced.ts';
import { handleCommand } from '../_record/handle-command.ts';
import { personOfStream } from '../_record/handle-roster-command.ts';

export interface AppointmentPorts {
  readonly cases: CaseStore;
  readonly roster: Pick<RosterStore, 'heads'>;
  readonly appointments: AppointmentStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** Cases of one person that are read at once. */
const CASES_PAGE = 50;

/** The roster, as the record of a case names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };

/**
 * Knows in which cases each person stands, for the lists of coordinators too, and reminds those cases when the roster says something else of the person. Whoever comes
 * first, an appointment or a suspension, the other finds it: each is on record before it is announced, an appointment is kept before the
 * roster is looked at, and the case looks into the roster itself. So duplicates and disorder change nothing.
 */
export const keepAppointments =
  (ports: AppointmentPorts) =>
  async (event: BusEvent): Promise<void> => {
    const entry = announcedAnyBy(event);
    if (isOfRoster(entry)) {
      if (changesStanding(entry)) await remindAll(ports, entry);
      return;
    }
    const appointment = appointmentIn(entry);
    if (appointment === undefined) return;
    await ports.appointments.save(appointment);
    if (appointment.standing !== 'left') await remind(ports, entry, appointment);
  };

/** What an event of a case says of somebody’s place in its team. */
export const appointmentIn = (entry: AnyEntry): Appointment | undefined => {
  const of = (person: string, standing: Appointment['standing']): Appointment => ({
    person,
    case: entry.stream,
    version: entry.version,
    standing,
  });
  switch (entry.type) {
    case 'member.proposed.v1':
      return of(entry.data.person, 'proposed');
    case 'member.accepted.v1':
      return of(entry.data.person, 'accepted');
    case 'member.declined.v1':
    case 'proposal.lapsed.v1':
    case 'member.left.v1':
      return of(entry.data.person, 'left');
    default:
      return undefined;
  }
};

const remindAll = async (ports: AppointmentPorts, entry: RosterEntry): Promise<void> => {
  const person = personOfStream(entry.stream);
  let from: string | undefined;
  do {
    const page = await ports.appointments.of({ person, limit: CASES_PAGE, ...(from === undefined ? {} : { from }) });
    for (const appointment of page.items) {
      if (appointment.standing !== 'left') await remind(ports, entry, appointment);
    }
    from = page.next;
  } while (from !== undefined);
};

/** The case decides whether anything changed for it. What it refuses, because it knows already or is closed, is settled. */
const remind = async (
  ports: AppointmentPorts,
  { id }: AnyEntry,
  { person, case: caseId }: Appointment,
): Promise<void> => {
  const result = await handleCommand(ports, {
    name: 'record-accreditation-change',
    command: recordAccreditationChange,
    case: caseId,
    petitioner: SYSTEM,
    idempotencyKey: `${caseId}/accreditation:${person}/${id}`,
    input: { person },
  });
  if ('failure' in result) throw new Error(`The case could not be reminded: ${result.failure}.`);
  if ('answer' in result) ports.log.say('VEE011', { case: caseId, version: result.answer.version });
};
