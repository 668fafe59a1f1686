import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../domain/languages.ts';
import { PROFILES } from '../../../domain/profiles/profiles.ts';
import { TERMS } from '../../../domain/profiles/terms.ts';
import { deskWordsIn } from '../words/words.ts';
import { parametersIn, termIn } from './profile-parameters.ts';

const every = PROFILES.flatMap((profile) => parametersIn({ ...profile }));

describe('a parameter of a profile', () => {
  it('is told of every profile, with the terms among them told as terms', () => {
    const terms = every.filter(({ is }) => termIn(is) !== undefined).map(({ name }) => name);
    expect(new Set(terms)).toEqual(new Set(Object.values(TERMS)));
    expect(every.filter(({ is }) => is.source === '')).toEqual([]);
  });

  it('has its name, its unit and what starts it in every language', () => {
    for (const language of LANGUAGES) {
      const { choices } = deskWordsIn(language);
      const said = (group: string, code: string) => choices[group]?.[code];
      expect(every.filter(({ name }) => said('parameters', name) === undefined)).toEqual([]);
      const terms = every.flatMap(({ is }) => termIn(is) ?? []);
      expect(terms.filter(({ unit }) => said('units', unit) === undefined)).toEqual([]);
      expect(terms.filter(({ startsWith }) => said('termStarts', startsWith) === undefined)).toEqual([]);
    }
  });
});
