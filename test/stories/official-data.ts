import { release } from '../support/ocds.ts';

const tenderer = (number: number, name: string) => ({ id: `T-${number}`, name, roles: ['tenderer'] });
const TENDERERS = [tenderer(1, 'Puentes del Colibrí'), tenderer(2, 'Tres Magueyes')];

/** A tender as an authority publishes it: what every story is about. */
export const BRIDGE = release({
  parties: [{ id: 'VD-07', name: 'Ministry of Roads of Valdorada', roles: ['buyer', 'procuringEntity'] }, ...TENDERERS],
  buyer: { id: 'VD-07', name: 'Ministry of Roads of Valdorada' },
  tender: {
    id: 'tender-1',
    title: 'A bridge over the river Amapola',
    procurementMethod: 'open',
    tenderPeriod: { startDate: '2026-03-02T00:00:00Z', endDate: '2026-04-02T00:00:00Z' },
    tenderers: TENDERERS.map(({ id, name }) => ({ id, name })),
  },
});
