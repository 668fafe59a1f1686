import { scoreboardApiPorts } from '../_ports/aws/tally-ports.ts';
import { scoreboardApi } from './scoreboard-api.ts';

export const handler = scoreboardApi(scoreboardApiPorts());
