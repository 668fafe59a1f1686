import { openDataPorts } from '../_ports/aws/open-data-ports.ts';
import { publishOpenData } from './publish-open-data.ts';

export const handler = publishOpenData(openDataPorts());
