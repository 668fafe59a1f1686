import { type ApiHandler, api } from '../_http/api.ts';
import type { Log } from '../_ports/ports.ts';
import { type AppPorts, appPages } from './app-pages.ts';
import { fieldPages } from './field-pages.ts';
import { receiptPages } from './receipt-page.ts';
import { readScript } from './scripts.ts';

export type AccountApiPorts = AppPorts & { readonly log: Log };

/** The pages that a script draws, and what runs on them. It reads no record: their script asks the API, with a token that only it has. */
export const accountApi = (ports: AccountApiPorts): ApiHandler =>
  api(
    [...appPages(ports), ...fieldPages(ports), ...receiptPages(ports), readScript(ports.scripts)],
    ports,
    (operation, event) => operation.answer(event),
  );
