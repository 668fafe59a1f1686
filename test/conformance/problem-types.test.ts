import { describe, expect, it } from 'vitest';
import openapi from '../../docs/openapi.json' with { type: 'json' };
import { REFUSALS } from '../../domain/refusals.ts';
import { PROBLEM_WORDS } from '../../functions/_http/problem-words.ts';
import { newHouse } from '../support/house.ts';

const house = newHouse();
const types = PROBLEM_WORDS.map((word) => `/problems/${word}`);

describe('every type of problem', () => {
  it('is one that the description of the API names', () => {
    expect(openapi.components.schemas.Problem.properties.type.enum).toEqual(types);
  });

  it('has a page at its own address, which says what to do next in whole sentences', async () => {
    for (const type of types) {
      const { status, body } = await house.get('', type);
      expect([status, body]).toEqual([200, { type, help: expect.stringMatching(/^[A-Z].{15,}\.$/s) }]);
    }
  });

  it('is listed with its help', async () => {
    const { body } = await house.get('', '/problems');
    const { items } = body as { items: readonly { type: string; help: string }[] };
    expect(items.map(({ type }) => type)).toEqual(types);
    for (const [word, help] of Object.entries(REFUSALS))
      expect(items).toContainEqual({ type: `/problems/${word}`, help });
  });
});

it('what is no type of problem has no page', async () => {
  for (const word of ['nothing', 'not-found-', 'constructor', '__proto__', 'toString', '%20'])
    expect(await house.get('', `/problems/${word}`)).toMatchObject({ status: 404 });
});
