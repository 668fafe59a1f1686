import { scoreboardKeeperPorts } from '../_ports/aws/tally-ports.ts';
import { keepScoreboard } from './keep-scoreboard.ts';

export const handler = keepScoreboard(scoreboardKeeperPorts());
