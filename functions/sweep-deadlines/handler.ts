import { agendaKeeperPorts } from '../_ports/aws/agenda-ports.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

export const handler = sweepDeadlines(agendaKeeperPorts());
