import type { Party } from '../process/contracting-process.ts';
import { sameName } from '../process/same-party.ts';

/** What tells an organisation from others across processes: its identifier where it has one, or else its name. */
export const organisationKey = ({ name, identifier }: Party): string =>
  identifier === undefined ? `name ${sameName(name)}` : `id ${identifier.scheme ?? ''} ${identifier.id}`;
