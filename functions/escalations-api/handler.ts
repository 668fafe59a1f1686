import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { escalationsApi } from './escalations-api.ts';

export const handler = escalationsApi(awsPorts());
