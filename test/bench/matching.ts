import { matchRoster, type Named, type NamedParty } from '../../domain/interests/match-parties.ts';
import { median, row } from './statistics.ts';

const ENTRIES = 10_000;
const RUNS = 15;
const LIMIT_MS = 50;
/** Ten times the entries may take ten times as long, and as much again for noise and a colder cache. */
const LINEAR_RATIO_MAX = 20;
const PARTIES = 100;

const TRADES = [
  'Constructora',
  'Comercializadora',
  'Servicios',
  'Ingeniería',
  'Distribuidora',
  'Suministros',
  'Transportes',
];
const PLACES = [
  'Magüey',
  'Colibrí',
  'Jacaranda',
  'Cóndor',
  'Araucaria',
  'Ceiba',
  'Quetzal',
  'Ñandú',
  'Yaguareté',
  'Flamboyán',
];
const FORMS = ['S.A. de C.V.', 'S. de R.L. de C.V.', 'S.R.L.', 'Ltda.', 'S.A.S.', 'C. por A.', 'E.I.R.L.', 'S/A'];

const pick = (list: readonly string[], number: number): string => list[number % list.length] ?? '';

/** The same organisation for the same number, every time. */
const organisation = (number: number): Named => ({
  name: `${pick(TRADES, number)} ${pick(PLACES, Math.floor(number / 7))} ${pick(PLACES, Math.floor(number / 70))} ${number} ${pick(FORMS, number)}`,
  ...(number % 3 === 0 ? {} : { identifier: { scheme: 'MX-RFC', id: `ABC-${100_000 + number}-XY${number % 10}` } }),
});

const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    person: `witness-${index + 1}`,
    interests: [organisation(index * 2), organisation(index * 2 + 1)],
  }));

/** Milliseconds of processor: matching waits for nothing, and what else the machine does is no part of it. */
const millisecondsFor = (parties: readonly NamedParty[], count: number): number => {
  const entries = entriesOf(count);
  const times = Array.from({ length: RUNS }, () => {
    const began = process.cpuUsage();
    const found = matchRoster(parties, entries).length;
    const { user, system } = process.cpuUsage(began);
    if (found === 0) throw new Error('Somebody on the roster has an interest.');
    return (user + system) / 1000;
  });
  return median(times);
};

/** How long the parties of one process take to be matched against a roster, and that it grows with the roster alone. */
export const benchMatching = (say: (line: string) => void): void => {
  const parties = Array.from({ length: PARTIES }, (_, index) => ({
    ...organisation(index * 37),
    party: `bidder-${index + 1}`,
  }));
  millisecondsFor(parties, ENTRIES / 10);
  const [thousand, tenThousand] = [millisecondsFor(parties, ENTRIES / 10), millisecondsFor(parties, ENTRIES)];
  say(
    row(
      `${PARTIES} parties against ${ENTRIES} roster entries of two interests, median`,
      `${tenThousand.toFixed(1)} ms`,
      {
        limit: `under ${LIMIT_MS} ms`,
        holds: tenThousand < LIMIT_MS,
      },
    ),
  );
  const ratio = tenThousand / thousand;
  say(
    row('the same against 10,000 / against 1,000: linear is 10', ratio.toFixed(2), {
      limit: `at most ${LINEAR_RATIO_MAX}`,
      holds: ratio <= LINEAR_RATIO_MAX,
    }),
  );
};
