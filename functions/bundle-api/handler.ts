import { bundleApiPorts } from '../_ports/aws/bundle-api-ports.ts';
import { bundleApi } from './bundle-api.ts';

export const handler = bundleApi(bundleApiPorts());
