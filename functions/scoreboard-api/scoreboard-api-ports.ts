import type { ApiPorts } from '../_http/api-ports.ts';
import type { TallyStore } from '../_ports/tally-ports.ts';

/** What the function of the scoreboard works on. */
export interface ScoreboardApiPorts extends ApiPorts {
  readonly tallies: TallyStore;
}
