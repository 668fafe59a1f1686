import { describe, expect, it } from 'vitest';
import { whoIsWho } from './same-party.ts';

const named = (name: string, id?: string, scheme?: string) => ({
  name,
  ...(id === undefined ? {} : { identifier: { id, ...(scheme === undefined ? {} : { scheme }) } }),
});
/** Which of some parties are one organisation, as the index of the first that is. */
const groupsOf = (...parties: readonly ReturnType<typeof named>[]): readonly number[] => {
  const who = whoIsWho(parties);
  const numbers = parties.map(who);
  return numbers.map((number) => numbers.indexOf(number));
};

describe('organisations', () => {
  it('differ as their identifiers do, where all come from one register', () => {
    expect(groupsOf(named('A', '1', 'S'), named('A', '2', 'S'), named('B', '1', 'S'))).toEqual([0, 1, 0]);
    expect(groupsOf(named('A', '1'), named('A', '2'))).toEqual([0, 1]);
  });

  it('are one by their identifier, under one scheme or where one of two tells none', () => {
    expect(groupsOf(named('A', '1', 'S'), named('B', '1'), named('C'))).toEqual([0, 0, 2]);
    expect(groupsOf(named('A', '1', 'S'), named('B', '1', 'T'), named('C'))).toEqual([0, 1, 2]);
    expect(groupsOf(named('A', '1', 'S'), named('A', '2', 'T'))).toEqual([0, 0]);
    expect(groupsOf(named('A', '1', 'S'), named('A', '2', 'S'), named('B'))).toEqual([0, 1, 2]);
  });

  it('are one by their name, whatever its case, its accents and its signs', () => {
    expect(groupsOf(named('Peña y Cía.'), named('PENA Y CIA'), named('Otra', '1', 'S'))).toEqual([0, 0, 2]);
    expect(groupsOf(named('—'), named('***'), named('—'))).toEqual([0, 1, 0]);
  });

  it('that are each the same as a third are one, in whatever order they come', () => {
    const [first, second, third, other] = [named('A', '1', 'S'), named('A', '2', 'S'), named('a'), named('B')];
    expect(groupsOf(first, second, third, other)).toEqual([0, 0, 0, 3]);
    expect(groupsOf(other, third, second, first)).toEqual([0, 1, 1, 1]);
    expect(groupsOf(first, other, second, third, first)).toEqual([0, 1, 0, 0, 0]);
  });

  it('that nobody named are nobody', () => {
    expect(whoIsWho([named('A')])(named('B'))).toBe(-1);
    expect(whoIsWho([])(named('B'))).toBe(-1);
  });
});
