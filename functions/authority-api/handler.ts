import { awsPorts } from '../_ports/aws/aws-ports.ts';
import { authorityApi } from './authority-api.ts';

export const handler = authorityApi(awsPorts());
