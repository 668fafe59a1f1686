import { describe, expect, it } from 'vitest';
import { FINDING_CATEGORIES } from '../../events/vocabulary.ts';
import { title } from '../shapes.ts';
import { CATEGORIES } from './categories.ts';

describe('the categories of a finding', () => {
  it('are those of the vocabulary, 21 of them, in its order', () => {
    expect(Object.keys(CATEGORIES).toSorted()).toEqual([...FINDING_CATEGORIES].toSorted());
    expect(FINDING_CATEGORIES).toHaveLength(21);
  });

  it.each(['en', 'es', 'pt'] as const)('have a title of their own each in %s', (language) => {
    const titles = Object.values(CATEGORIES).map((each) => each[language]);
    expect(new Set(titles).size).toBe(21);
    expect(titles.filter((each) => title.parse(each) !== each)).toEqual([]);
  });
});
