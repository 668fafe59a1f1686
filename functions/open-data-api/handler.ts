import { openDataApiPorts } from '../_ports/aws/change-ports.ts';
import { openDataApi } from './open-data-api.ts';

export const handler = openDataApi(openDataApiPorts());
