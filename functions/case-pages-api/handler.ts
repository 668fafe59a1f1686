import { storePorts } from '../_ports/aws/aws-ports.ts';
import { casePagesApi } from './case-pages-api.ts';

export const handler = casePagesApi(storePorts());
