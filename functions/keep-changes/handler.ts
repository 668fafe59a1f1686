import { changeKeeperPorts } from '../_ports/aws/change-ports.ts';
import { keepChanges } from './keep-changes.ts';

export const handler = keepChanges(changeKeeperPorts());
