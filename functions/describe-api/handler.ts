import { describingPorts } from '../_ports/aws/describing-ports.ts';
import { describeApi } from './describe-api.ts';

export const handler = describeApi(describingPorts());
