import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { openDataApi } from './open-data-api.ts';

export const handler = openDataApi(awsPorts());
