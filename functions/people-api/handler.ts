import { peopleApiPorts } from '../_ports/aws/people-ports.ts';
import { peopleApi } from './people-api.ts';

export const handler = peopleApi(peopleApiPorts());
