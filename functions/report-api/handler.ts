import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { reportApi } from './report-api.ts';

export const handler = reportApi(awsPorts());
