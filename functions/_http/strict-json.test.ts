import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTH_MAX, parseStrictJson } from './strict-json.ts';

const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);

describe('strict JSON', () => {
  it.each([
    'null',
    'true',
    '0',
    '-0',
    '1.5e-7',
    '1e308',
    '""',
    '"\\u00e9\\n\\"\\\\"',
    '"😀"',
    '[]',
    '{}',
    ' [1, {"a": [null, "b:c", "{"]}] ',
    '{"a":{"a":1},"b":{"a":2}}',
    '{"":0}',
    '["a","a"]',
    '{"a":"a"}',
    '"\\ud83d\\ude00"',
  ])('reads %s as JSON.parse does', (text) => {
    expect(parseStrictJson(text)).toEqual({ value: JSON.parse(text) });
  });

  it('reads whatever can be written as JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, stringUnit: 'grapheme' }), (text) => {
        expect(parseStrictJson(text)).toEqual(
          text.includes('__proto__') ? { flaw: 'forbidden-key' } : { value: JSON.parse(text) },
        );
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it.each<[string, string]>([
    ['malformed', ''],
    ['malformed', '{'],
    ['malformed', '{"a":1,}'],
    ['malformed', "{'a':1}"],
    ['malformed', '{"a":NaN}'],
    ['malformed', '"\n"'],
    ['malformed', '\uFEFF{}'],
    ['duplicate-key', '{"a":1,"a":1}'],
    ['duplicate-key', '{"a":1,"b":{},"\\u0061":1}'],
    ['duplicate-key', '[{"x":{"a":[],"a":{}}}]'],
    ['duplicate-key', '{"":1,"":2}'],
    ['forbidden-key', '{"__proto__":1}'],
    ['forbidden-key', '{"a":[{"\\u005f\\u005fproto__":{}}]}'],
    ['lone-surrogate', '"\\ud800"'],
    ['lone-surrogate', '["\\udc00\\ud800"]'],
    ['lone-surrogate', '{"a\\ud800":1}'],
    ['number-too-large', '1e309'],
    ['number-too-large', '[-1E+999]'],
    ['number-too-large', `{"a":${'9'.repeat(310)}}`],
  ])('finds %s in %s', (flaw, text) => {
    expect(parseStrictJson(text)).toEqual({ flaw });
  });

  it('takes a text of the name of a key that is forbidden, where it is no key', () => {
    expect(parseStrictJson('["__proto__"]')).toEqual({ value: ['__proto__'] });
  });

  it(`takes ${DEPTH_MAX} levels of nesting, and no more`, () => {
    expect(parseStrictJson(nested(DEPTH_MAX))).toHaveProperty('value');
    expect(parseStrictJson(nested(DEPTH_MAX + 1))).toEqual({ flaw: 'too-deep' });
    expect(parseStrictJson(nested(DEPTH_MAX, '{"a":', '}').replace('{"a":}', '{"a":1}'))).toHaveProperty('value');
    expect(parseStrictJson(nested(1_000_000))).toEqual({ flaw: 'too-deep' });
  });

  it.each([
    ['plain', 'x'],
    ['escaped', '\\n'],
    ['wide', '漢'],
  ])('reads a %s string of millions of characters', (_, unit) => {
    expect(parseStrictJson(`["${unit.repeat(6_000_000)}"]`)).toHaveProperty('value');
  });
});
