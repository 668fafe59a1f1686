import { pagesApiPorts } from '../_ports/aws/search-ports.ts';
import { pagesApi } from './pages-api.ts';

export const handler = pagesApi(pagesApiPorts());
