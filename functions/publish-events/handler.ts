import { publisherPorts } from '../_ports/aws/publisher-ports.ts';
import { publishEvents } from './publish-events.ts';

export const handler = publishEvents(publisherPorts());
