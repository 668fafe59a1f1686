import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { witnessApi } from './witness-api.ts';

export const handler = witnessApi(awsPorts());
