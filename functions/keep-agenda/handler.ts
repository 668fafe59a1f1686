import { agendaKeeperPorts } from '../_ports/aws/agenda-ports.ts';
import { keepAgenda } from './keep-agenda.ts';

export const handler = keepAgenda(agendaKeeperPorts());
