import type { Accreditation, RosterRecord } from '../../domain/roster/roster-entry.ts';
import { OPENED_AT } from './cast.ts';

/** Somebody in the roster with one accreditation. */
export const enrolled = (
  person: string,
  { validFrom = '2026-01-01', validTo = '2027-12-31', suspended = false, removed = false } = {},
): RosterRecord => ({
  person,
  kind: 'person',
  addedAt: OPENED_AT,
  details: { name: 'Ana Ejemplo', namePublic: false, interests: [] },
  accreditations: [accreditation({ validFrom, validTo, ...standing(suspended, removed) })],
});

const standing = (suspended: boolean, removed: boolean): Pick<Accreditation, 'standing'> => {
  if (removed) return { standing: 'removed' };
  return suspended ? { standing: 'suspended' } : {};
};

const accreditation = (given: Pick<Accreditation, 'validFrom' | 'validTo' | 'standing'>): Accreditation => ({
  id: 'accreditation-1',
  number: 'TS-001',
  issuer: 'Padrón',
  specialities: [],
  territories: [],
  ...given,
});

/** What puts somebody into the roster over the API. */
export const addition = (person: string, differing: object = {}) => ({
  person,
  kind: 'person',
  name: 'Ana Ejemplo',
  email: 'ana@veedor.example',
  accreditation: {
    number: `TS-${person}`,
    issuer: 'Padrón de testigos',
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
  },
  ...differing,
});
