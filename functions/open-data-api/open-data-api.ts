import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { readExtensionCodelist, readExtensionFile, readPolicy } from './extension.ts';
import { readFeed } from './feed.ts';
import { readRecord, readRelease } from './releases.ts';

/** What is published of a case for whoever wants to use it: as OCDS, and as a feed; with the extension that describes it. */
export const openDataApi = (ports: ApiPorts): ApiHandler =>
  api(
    [readRelease, readRecord, readFeed, readExtensionFile, readExtensionCodelist, readPolicy],
    ports,
    (operation, ...asked) => operation.answer(...asked),
  );
