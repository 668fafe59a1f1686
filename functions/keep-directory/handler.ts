import { directoryKeeperPorts } from '../_ports/aws/search-ports.ts';
import { keepDirectory } from './keep-directory.ts';

export const handler = keepDirectory(directoryKeeperPorts());
