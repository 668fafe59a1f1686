import { CANARY } from './refusal.ts';

type Path = readonly (string | number)[];

/** What stands where something else belongs. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  -1e308,
  2 ** 53 + 2,
  '',
  ' \t\u00a0\u3000 ',
  '\u200b',
  `${CANARY}\u0000`,
  `${CANARY}\u202e`,
  `\u2066${CANARY}`,
  `${CANARY}\u001b[2J`,
  CANARY,
  CANARY.repeat(2_000),
  'NaN',
  '1e308',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-02-30T00:00:00Z',
  '2026-03-05T10:00:00',
  '2026-03-05T10:00:00+99:99',
  '+275760-09-13T00:00:00Z',
  '__proto__',
  'constructor',
  'act-0',
  'act-1000000',
  'observation-999999',
  'bidder-1\n',
  [],
  [null],
  [CANARY],
  {},
  { [CANARY]: CANARY },
  { constructor: { prototype: {} } },
];

/** Lists as long as a body can hold. */
export const hugeLists = (like: unknown): readonly unknown[] => [
  Array.from({ length: 5_001 }, () => like),
  Array.from({ length: 30_000 }, () => 'x'),
  Array.from({ length: 2_000 }, (_, index) => `observation-${index + 1}`),
];

/** Where something stands in a body: every field and everything in it; of a list, its first entry. */
export const placesIn = (value: unknown, at: Path = []): readonly Path[] => {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const entries = Array.isArray(value) ? inside.slice(0, 1) : inside;
  const places = entries.flatMap(([key, inner]) => placesIn(inner, [...at, Array.isArray(value) ? Number(key) : key]));
  return at.length === 0 ? places : [at, ...places];
};

export const valueAt = (body: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], body);

/** The same body with something else in one place; undefined, which JSON leaves out, takes the place away. */
export const withValue = (body: unknown, path: Path, value: unknown): unknown => {
  const copy = structuredClone(body);
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  holder[path.at(-1) ?? ''] = value;
  return copy;
};
