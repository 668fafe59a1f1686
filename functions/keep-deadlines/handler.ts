import { storePorts } from '../_ports/aws/aws-ports.ts';
import { keepDeadlines } from './keep-deadlines.ts';

export const handler = keepDeadlines(storePorts());
