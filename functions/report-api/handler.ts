import { reportApiPorts } from '../_ports/aws/report-ports.ts';
import { reportApi } from './report-api.ts';

export const handler = reportApi(reportApiPorts());
