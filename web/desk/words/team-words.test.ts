import { expect, it } from 'vitest';
import { PROFILES } from '../../../domain/profiles/profiles.ts';
import { IMPEDIMENT_QUESTIONS } from './team-words.ts';

it('each question of a profile about impediments has its words', () => {
  const asked = PROFILES.flatMap(({ impedimentQuestions }) => impedimentQuestions.value.map(({ asks }) => asks));
  expect(asked.filter((asks) => IMPEDIMENT_QUESTIONS[asks] === undefined)).toEqual([]);
});
