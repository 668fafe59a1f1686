import { peopleKeeperPorts } from '../_ports/aws/people-ports.ts';
import { keepPeople } from './keep-people.ts';

export const handler = keepPeople(peopleKeeperPorts());
