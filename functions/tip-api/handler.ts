import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { tipApi } from './tip-api.ts';

export const handler = tipApi(awsPorts());
