import { searchApiPorts } from '../_ports/aws/search-ports.ts';
import { searchApi } from './search-api.ts';

export const handler = searchApi(searchApiPorts());
