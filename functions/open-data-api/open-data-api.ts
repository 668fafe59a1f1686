import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { readFeed } from './feed.ts';
import { readRecord, readRelease } from './releases.ts';

/** What is published of a case for whoever wants to use it: as OCDS, and as a feed. */
export const openDataApi = (ports: ApiPorts): ApiHandler =>
  api([readRelease, readRecord, readFeed], ports, (operation, ...asked) => operation.answer(...asked));
