import type { ApiPorts } from '../_http/api-ports.ts';
import type { AgendaStore } from '../_ports/agenda-ports.ts';
import type { DeskStore, Secrets } from '../_ports/desk-ports.ts';
import type { Caller } from '../_ports/ports.ts';

/** What the function of the agenda works on. */
export interface AgendaApiPorts extends ApiPorts {
  readonly agenda: AgendaStore;
  readonly desk: DeskStore;
  readonly secrets: Secrets;
}

/** Who sees what is due in every case: coordinators assign and watch, auditors read everything. */
export const seesEveryCase = (caller: Caller | undefined): boolean =>
  caller !== undefined && (caller.roles.includes('coordinator') || caller.roles.includes('auditor'));
