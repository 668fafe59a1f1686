import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACHIEVEMENT_CODES, DIMENSIONS } from '../../events/vocabulary.ts';
import { type Coding, contradict, holding, inOrder, isAssessed, isLegal, isSame, joined } from './coding.ts';
import { verdictOf, weigh } from './verdict.ts';

const RUNS = { seed: 2_020, numRuns: 500 };
const anySet = fc.subarray([...ACHIEVEMENT_CODES]);
const shuffled = anySet.chain((codes) => fc.shuffledSubarray(codes, { minLength: codes.length }));
const legal = anySet.filter(isLegal);
const codings = fc.record({ effectiveness: legal, openness: legal });

describe('the algebra of the four codes', () => {
  it('knows twelve legal sets: one of achieved and not achieved at most, and any of the other two', () => {
    const sets = Array.from({ length: 2 ** ACHIEVEMENT_CODES.length }, (_, bits) =>
      ACHIEVEMENT_CODES.filter((__, index) => (bits >> index) % 2 === 1),
    );
    expect(sets.filter(isLegal)).toHaveLength(12);
    expect(sets.filter((set) => !isLegal(set)).every((set) => contradict(set, set))).toBe(true);
    expect(isLegal(['achieved', 'achieved'])).toBe(false);
  });

  it('takes the empty set for a dimension that nobody assessed, and no other', () => {
    fc.assert(
      fc.property(legal, (codes) => isAssessed(codes) === codes.length > 0),
      RUNS,
    );
  });

  it('looks at sets: their order says nothing, and one form stands for each', () => {
    fc.assert(
      fc.property(shuffled, anySet, (one, other) => {
        expect(inOrder(inOrder(one))).toEqual(inOrder(one));
        expect(isSame(one, inOrder(one))).toBe(true);
        expect(isSame(one, other)).toBe(new Set([...one, ...other]).size === one.length && one.length === other.length);
      }),
      RUNS,
    );
  });

  it('joins judgements to a legal set, in whatever order they come, that is empty for none alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACHIEVEMENT_CODES)), (statuses) => {
        const coding = joined(statuses);
        expect(isLegal(coding)).toBe(true);
        expect(isAssessed(coding)).toBe(statuses.length > 0);
        expect(joined(statuses.toReversed())).toEqual(coding);
        expect(joined([...statuses, ...statuses])).toEqual(coding);
        if (statuses.length > 0) expect(joined([...statuses, 'notAchieved'])).toEqual(['notAchieved']);
      }),
      RUNS,
    );
  });

  it('lets the last of several hold, whatever those before it said', () => {
    fc.assert(
      fc.property(fc.array(legal), legal, (before, last) => {
        expect(holding([...before, last])).toBe(last);
      }),
      RUNS,
    );
    expect(holding([])).toEqual([]);
  });

  it('contradicts only where one is achieved and the other is not', () => {
    fc.assert(
      fc.property(legal, legal, (one, other) => {
        const undecided = (codes: Coding) => !codes.includes('achieved') && !codes.includes('notAchieved');
        expect(contradict(one, other)).toBe(contradict(other, one));
        expect(contradict(one, one)).toBe(false);
        if (undecided(one)) expect(contradict(one, other)).toBe(false);
      }),
      RUNS,
    );
  });
});

describe('the verdict', () => {
  it('is never successful with a mandatory dimension that is missing, and always with both', () => {
    fc.assert(
      fc.property(codings, (each) => {
        const both = DIMENSIONS.every((dimension) => each[dimension].includes('achieved'));
        expect(verdictOf(each) === 'successful').toBe(both);
      }),
      RUNS,
    );
  });

  it('weighs what was computed and what an assessor says, and hides neither', () => {
    fc.assert(
      fc.property(codings, codings, (computed, assessed) => {
        const whole = weigh(computed, assessed);
        expect([whole.byComputation, whole.byAssessors]).toEqual([verdictOf(computed), verdictOf(assessed)]);
        for (const dimension of DIMENSIONS) {
          expect(whole.dimensions[dimension]).toMatchObject({
            computed: computed[dimension],
            assessed: assessed[dimension],
          });
          const either = [computed[dimension], assessed[dimension]];
          if (whole.verdict === 'successful') {
            expect(either.some((coding) => coding.includes('achieved'))).toBe(true);
            expect(either.some((coding) => coding.includes('notAchieved'))).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  it('changes with nothing that a silent assessor adds', () => {
    const silent = { effectiveness: [], openness: [] };
    fc.assert(
      fc.property(codings, (computed) => weigh(computed, silent).verdict === verdictOf(computed)),
      RUNS,
    );
  });

  it.each([
    ['follows the assessor where the events wait', ['furtherTimeNeeded'], ['achieved'], 'successful'],
    ['follows the assessor who doubts what the events prove', ['achieved'], ['informationMissing'], 'open'],
    ['is contested where the two exclude one another', ['achieved'], ['notAchieved'], 'contested'],
    ['is contested the other way round as well', ['notAchieved'], ['achieved', 'informationMissing'], 'contested'],
    ['is not successful where both say so', ['notAchieved'], ['notAchieved'], 'notSuccessful'],
  ] as const)('%s', (_, computed, assessed, verdict) => {
    const sure = ['achieved'] as const;
    expect(weigh({ effectiveness: computed, openness: sure }, { effectiveness: assessed, openness: [] }).verdict).toBe(
      verdict,
    );
  });

  it('is not successful as soon as one dimension surely failed, whatever becomes of a contested one', () => {
    const whole = weigh(
      { effectiveness: ['achieved'], openness: ['notAchieved'] },
      { effectiveness: ['notAchieved'], openness: [] },
    );
    expect(whole.verdict).toBe('notSuccessful');
  });
});
