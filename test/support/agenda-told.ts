import { keepAgenda } from '../../functions/keep-agenda/keep-agenda.ts';
import { keepAppointments } from '../../functions/keep-appointments/keep-appointments.ts';
import { deliver } from './deliver.ts';
import type { House } from './house.ts';

/** What a case has come to is told to those who keep agendas and who know the cases of each person. */
export const agendaTold = async (house: House, caseId: string): Promise<void> => {
  await deliver(keepAgenda(house), house.cases, caseId);
  await deliver(keepAppointments(house), house.cases, caseId);
};
