import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import './field-words.ts';

const schema = z.strictObject({
  text: z.optional(z.string().check(z.minLength(2), z.maxLength(3))),
  digit: z.optional(z.string().check(z.regex(/^\d$/))),
  number: z.optional(z.number().check(z.gte(1), z.lte(5))),
  whole: z.optional(z.int()),
  sure: z.optional(z.boolean()),
  one: z.optional(z.enum(['a', 'b'])),
  only: z.optional(z.literal('c')),
  list: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(2))),
  inside: z.optional(z.strictObject({ needed: z.string() })),
  own: z.optional(z.string().check(z.refine(() => false, { error: 'has its own words' }))),
});

const said = (input: unknown): readonly string[] => {
  const parsed = z.safeParse(schema, input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('what is wrong with a field is said:', () => {
  it.each<[unknown, string]>([
    [{ text: 1 }, 'text must be a text'],
    [{ text: null }, 'text must be a text'],
    [{ text: 'a' }, 'text must have at least 2 characters'],
    [{ text: 'abcd' }, 'text must not be longer than 3 characters'],
    [{ digit: 'x' }, String.raw`digit must be of the form ^\d$`],
    [{ number: '1' }, 'number must be a number'],
    [{ number: Number.NaN }, 'number must be a number'],
    [{ number: 0 }, 'number must be at least 1'],
    [{ number: 6 }, 'number must not be more than 5'],
    [{ whole: 1.5 }, 'whole must be a whole number'],
    [{ sure: 'yes' }, 'sure must be true or false'],
    [{ one: 'c' }, 'one must be one of a, b'],
    [{ only: 'd' }, 'only must be c'],
    [{ list: 'a' }, 'list must be a list'],
    [{ list: [] }, 'list must hold at least 1'],
    [{ list: ['a', 'b', 'c'] }, 'list must not hold more than 2'],
    [{ list: [1] }, 'list.0 must be a text'],
    [{ inside: {} }, 'inside.needed is missing'],
    [{ inside: [] }, 'inside must be an object'],
    [{ own: 'x' }, 'own has its own words'],
    [{ extra: 1, other: 2 }, ' does not take extra, other'],
    [[], ' must be an object'],
  ])('%j', (input, words) => {
    expect(said(input)).toEqual([words]);
  });

  it('what was sent is not repeated, unless it is the name of a field', () => {
    expect(said({ 'some free text': 1 })).toEqual([' holds fields that are not taken here']);
    expect(said(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`f${index}`, 1])))).toEqual([
      ' does not take f0, f1, f2, f3, f4',
    ]);
    expect(said({ one: 'secret', text: 'secret', only: 'secret', digit: 'secret' }).join()).not.toContain('secret');
  });
});
