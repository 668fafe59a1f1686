import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { publicApi } from './public-api.ts';

export const handler = publicApi(awsPorts());
