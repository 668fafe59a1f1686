import { type ApiHandler, api } from '../_http/api.ts';
import { type BundleApiPorts, readBundle } from './answer-bundle.ts';

/** The evidence of escalations, as one file. */
export const bundleApi = (ports: BundleApiPorts): ApiHandler =>
  api([readBundle(ports)], ports, (operation, ...asked) => operation.answer(...asked));
