import { storePorts } from '../_ports/aws/aws-ports.ts';
import { keepAppointments } from './keep-appointments.ts';

export const handler = keepAppointments(storePorts());
