import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { rosterApi } from './roster-api.ts';

export const handler = rosterApi(awsPorts());
