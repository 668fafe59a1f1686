import { describe, expect, it } from 'vitest';
import { scoreOf } from './coded-case.ts';
import { openedState, type WatchState } from './watch-state.ts';

const CASE = 'ip-00000000000000000000';
const fresh = openedState(
  { instrument: 'integrity-pact', profile: { id: 'generic', version: 1 }, ocid: 'ocds-test00-0001' },
  '2026-03-02T15:00:00.000Z',
);

const verdictsOf = (coded: WatchState['coded']): readonly string[] =>
  Object.keys(scoreOf(CASE, { ...fresh, coded }))
    .filter((name) => name.startsWith('verdict.'))
    .toSorted();

describe('the score of a case', () => {
  it('says what the whole comes to, and beside it the events alone and people alone', () => {
    expect(verdictsOf({})).toEqual(['verdict.computed.open', 'verdict.people.open', 'verdict.whole.open']);
    expect(verdictsOf({ effectiveness: ['achieved'], openness: ['achieved', 'furtherTimeNeeded'] })).toEqual([
      'verdict.computed.open',
      'verdict.people.successful',
      'verdict.whole.successful',
    ]);
    expect(verdictsOf({ openness: ['notAchieved'], replication: ['achieved'] })).toEqual([
      'verdict.computed.open',
      'verdict.people.notSuccessful',
      'verdict.whole.notSuccessful',
    ]);
  });
});
