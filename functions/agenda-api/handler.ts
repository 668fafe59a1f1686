import { agendaApiPorts } from '../_ports/aws/agenda-ports.ts';
import { agendaApi } from './agenda-api.ts';

export const handler = agendaApi(agendaApiPorts());
