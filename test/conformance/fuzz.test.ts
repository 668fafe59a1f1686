import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { atEachCommand, COMMAND_NAMES } from './at-each-command.ts';
import { HOSTILE_VALUES, placesIn, withValue } from './hostile-values.ts';
import { inShort, tried } from './refusal.ts';

/** The same bodies every time. */
const RUNS = { seed: 20_260_302, numRuns: 30 };

/** Changes in as many places of a valid body as the numbers say: another value, none, or a field more. */
const changes = fc.array(
  fc.record({
    place: fc.nat(),
    value: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_VALUES, undefined) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
      {
        weight: 1,
        arbitrary: fc
          .date({ min: new Date('1989-01-01'), max: new Date('2101-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString()),
      },
      { weight: 1, arbitrary: fc.double() },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

const mutated = (body: unknown, made: readonly { place: number; value: unknown }[]): unknown =>
  made.reduce((sofar, { place, value }) => {
    const places = placesIn(sofar);
    const at = places[place % Math.max(1, places.length)];
    return at === undefined ? sofar : withValue(sofar, at, value);
  }, body);

it('whatever a body holds, every command does it or refuses it, and no bug is met', async () => {
  const met = new Map<string, number>();
  const visited = await atEachCommand(async ({ aside, request, sending }) => {
    await fc.assert(
      fc.asyncProperty(changes, async (made) => {
        const body = JSON.stringify(mutated(sending.body, made));
        const outcome = await tried(aside, { ...request, body });
        const word = outcome.done ? 'done' : outcome.word;
        met.set(word, (met.get(word) ?? 0) + 1);
      }),
      RUNS,
    );
  });
  expect([...visited].sort()).toEqual([...COMMAND_NAMES].sort());
  expect(met.size).toBeGreaterThan(5);
});

it('whatever bytes come as a body, every command refuses them or does it, and no bug is met', async () => {
  await atEachCommand(async ({ aside, request }) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.string({ unit: 'binary', maxLength: 4 }), async (place, noise) => {
        const body = request.body ?? '';
        const at = place % (body.length + 1);
        await tried(aside, { ...request, body: body.slice(0, at) + noise + body.slice(at) });
      }),
      { ...RUNS, numRuns: 15 },
    );
  });
});

it('whatever stands in a path or a query, nothing but a refusal comes of it', async () => {
  const part = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('cases', 'constructor', '__proto__', '..', 'observation-1'),
    )
    .map(encodeWell);
  await atEachCommand(async ({ aside, request }) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), part, part, async (place, segment, query) => {
        const parts = request.path.split('/');
        const path = parts.with(1 + (place % (parts.length - 1)), segment).join('/');
        for (const method of ['GET', 'POST'] as const) {
          const sent = { ...request, method, path: `${path}?${query}=${segment}` };
          const outcome = await tried(aside, sent);
          if (outcome.done && method === 'GET') expect(inShort(sent)).toContain('=');
        }
      }),
      { ...RUNS, numRuns: 8 },
    );
  });
});

/** A text with half characters has no place in a URL. */
function encodeWell(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
