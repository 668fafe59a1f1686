import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { coordinatorApi } from './coordinator-api.ts';

export const handler = coordinatorApi(awsPorts());
