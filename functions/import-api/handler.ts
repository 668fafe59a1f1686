import { importApiPorts } from '../_ports/aws/registry-ports.ts';
import { importApi } from './import-api.ts';

export const handler = importApi(importApiPorts());
