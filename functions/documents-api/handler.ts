import { documentsApiPorts } from '../_ports/aws/documents-api-ports.ts';
import { documentsApi } from './documents-api.ts';

export const handler = documentsApi(documentsApiPorts());
