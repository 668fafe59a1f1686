import { release } from './ocds.ts';

/** One command of a journey: who sends what where, after how many days. Things of the case bear the numbers they will have. */
export interface Step {
  readonly person: string;
  /** Under the case; nothing for its opening. */
  readonly path: string;
  readonly body?: object | ((now: string) => object);
  readonly days?: number;
}

const MS_PER_DAY = 86_400_000;
export const daysAfter = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * MS_PER_DAY).toISOString();

export const hash = (digit: string): string => digit.repeat(64);

const bidder = (number: number, name: string) => ({ id: `T-${number}`, name, roles: ['tenderer'] });
const TENDERERS = ['Puentes del Colibrí', 'Tres Magueyes', 'Cerro Azul'].map((name, index) => bidder(index + 1, name));

const TENDER = {
  id: 'tender-1',
  title: 'A bridge over the river',
  procurementMethod: 'open',
  tenderPeriod: { startDate: '2026-03-10T00:00:00Z', endDate: '2026-03-15T00:00:00Z' },
  numberOfTenderers: 1,
  tenderers: TENDERERS.map(({ id, name }) => ({ id, name })),
};

/** Official data with two red flags in them: a short submission period and a single tenderer. */
export const OFFICIAL_DATA = release({
  tag: ['tender', 'award'],
  parties: TENDERERS,
  tender: TENDER,
  awards: [{ id: 'award-1', status: 'active', suppliers: [{ id: 'T-1', name: 'Puentes del Colibrí' }] }],
});

/** The same data a few days later: the term was moved, and a title was corrected. */
export const REFRESHED_DATA = {
  ...OFFICIAL_DATA,
  date: '2026-03-04T12:00:00Z',
  tender: {
    ...TENDER,
    title: 'A bridge over the river, with its lamps',
    tenderPeriod: { startDate: '2026-03-10T00:00:00Z', endDate: '2026-03-20T00:00:00Z' },
  },
};
