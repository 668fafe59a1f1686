import { describingPorts } from '../_ports/aws/describing-ports.ts';
import { extensionApi } from './extension-api.ts';

export const handler = extensionApi(describingPorts());
