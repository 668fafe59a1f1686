import { storePorts } from '../_ports/aws/aws-ports.ts';
import { pagesApi } from './pages-api.ts';

export const handler = pagesApi(storePorts());
