import { describe, expect, it } from 'vitest';
import { at, caseIn, day, resumed, SUSPENDED } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { profileOf } from '../profiles/profiles.ts';
import { termInShort, termInShortSchema } from './term-in-short.ts';

const pact = given(...caseIn('integrity-pact', 'award-review'));
const profile = profileOf(pact.head.profile);
const of = { number: 10, unit: 'working-day', zone: 'America/Mexico_City', source: profile.findingReplyTerm.source };

describe('a term in short', () => {
  it('tells how many days count and do not, and why, and where every one of them is explained', () => {
    const told = termInShort({ head: pact.head, profile, now: day(1) }, 'finding-reply', day(0));
    expect(told).toEqual({
      ...of,
      term: 'finding-reply',
      startedAt: day(0),
      dueAt: '2026-03-17T06:00:00.000Z',
      ended: false,
      daysCounted: 10,
      daysSkipped: [{ because: 'weekend', days: 4 }],
      explanation: `/cases/${pact.head.case}/terms/finding-reply?from=${day(0)}`,
    });
    expect(termInShortSchema.parse(told)).toEqual(told);
  });

  it('ends with its last instant, by the clock that is asked', () => {
    const ended = (now: string) => termInShort({ head: pact.head, profile, now }, 'finding-reply', day(0)).ended;
    expect([ended('2026-03-17T05:59:59.999Z'), ended('2026-03-17T06:00:00.000Z')]).toEqual([false, true]);
  });

  it('tells the days of a suspension and the holidays apart from those of a weekend', () => {
    const stood = pact.and(...at(day(1), SUSPENDED), ...at(day(3), resumed(day(1))));
    // Monday 16 March 2026 is a holiday in Mexico where the profile says so; the generic profile keeps none.
    const { daysSkipped, daysCounted } = termInShort(
      { head: stood.head, profile, now: day(9) },
      'finding-reply',
      day(0),
    );
    expect(daysCounted).toBe(10);
    expect(daysSkipped).toEqual([
      { because: 'weekend', days: 4 },
      { because: 'suspended', days: 3 },
    ]);
    const mexican = profileOf({ id: 'mx-federal-2025', version: 1 });
    const { daysSkipped: inMexico } = termInShort(
      { head: pact.head, profile: mexican, now: day(1) },
      'finding-reply',
      day(0),
    );
    expect(inMexico).toContainEqual({ because: 'holiday', days: 1 });
  });
});
