import { storePorts } from '../_ports/aws/aws-ports.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

export const handler = sweepDeadlines(storePorts());
