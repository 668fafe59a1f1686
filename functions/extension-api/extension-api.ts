import { type ApiHandler, api } from '../_http/api.ts';
import type { Identity, Log } from '../_ports/ports.ts';
import { readExtensionCodelist, readExtensionFile, readPolicy } from './extension.ts';

/** What the open data mean: the extension of OCDS that describes them, and the policy by which they are published. It reads no record. */
export const extensionApi = (ports: { readonly identity: Identity; readonly log: Log }): ApiHandler =>
  api([readExtensionFile, readExtensionCodelist, readPolicy], ports, (operation, ...asked) =>
    operation.answer(...asked),
  );
