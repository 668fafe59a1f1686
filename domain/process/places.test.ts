import { describe, expect, it } from 'vitest';
import { below, POINTER_LENGTH_MAX, pointerOf, ROOT } from './places.ts';

describe('the pointer of a place', () => {
  it('is empty at the root', () => {
    expect(pointerOf(ROOT)).toBe('');
  });

  it('names keys and positions, with ~ and / escaped as RFC 6901 asks', () => {
    expect(pointerOf(below(below(below(ROOT, 'a/b'), 0), 'c~d'))).toBe('/a~1b/0/c~0d');
  });

  it('tells an empty key from no key', () => {
    expect(pointerOf(below(ROOT, ''))).toBe('/');
  });

  it.each([
    ['a control character', 'a\u0000b'],
    ['half a character', '\ud800'],
    ['a change of direction', 'a\u202eb'],
  ])('stops before a key with %s', (_what, key) => {
    expect(pointerOf(below(below(below(ROOT, 'tender'), key), 'title'))).toBe('/tender');
  });

  it('stops before a key that would make it longer than its limit', () => {
    const fits = 'k'.repeat(POINTER_LENGTH_MAX - 1);
    expect(pointerOf(below(ROOT, fits))).toBe(`/${fits}`);
    expect(pointerOf(below(ROOT, `${fits}k`))).toBe('');
  });
});
