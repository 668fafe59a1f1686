import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { assessmentApi } from './assessment-api.ts';

export const handler = assessmentApi(awsPorts());
