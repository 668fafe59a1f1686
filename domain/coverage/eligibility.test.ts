import { describe, expect, it } from 'vitest';
import type { RegisteredFacts } from '../registry/registered-facts.ts';
import { eligibilityOf } from './eligibility.ts';
import { UMA_VALUES, umaOn } from './unit-values.ts';

/** Under the Mexican law until April 2025, in a year whose UMA is 108.57 pesos: goods above 542,850,000. */
const process = (told: Partial<RegisteredFacts> = {}): RegisteredFacts => ({
  ocid: 'ocds-test00-1',
  territory: 'MX',
  category: 'goods',
  value: { amount: 542_850_000.01, currency: 'MXN' },
  tenderStartAt: '2024-06-01T12:00:00.000Z',
  ...told,
});

const without = (name: keyof RegisteredFacts): RegisteredFacts => {
  const { [name]: _, ...rest } = process();
  return rest as RegisteredFacts;
};

const worth = (amount: number, currency = 'MXN') => ({ value: { amount, currency } });

describe('a process', () => {
  it.each<[string, RegisteredFacts, string]>([
    ['above the threshold of its category', process(), 'reachesThreshold'],
    ['at a threshold that must be passed', process(worth(542_850_000)), 'below'],
    ['of works, whose threshold is twice as high', process({ category: 'works' }), 'below'],
    [
      'of a category nobody tells, above every threshold',
      { ...without('category'), ...worth(2e9) },
      'reachesThreshold',
    ],
    ['of a category nobody tells, below every one', { ...without('category'), ...worth(1e6) }, 'below'],
    ['of a category nobody tells, between two', without('category'), 'categoryUnknown'],
    ['whose value nobody tells', without('value'), 'valueUnknown'],
    [
      'whose award alone has a value',
      { ...without('value'), awardedValue: { amount: 6e8, currency: 'MXN' } },
      'reachesThreshold',
    ],
    ['in another currency', process(worth(1e9, 'USD')), 'unitUnknown'],
    ['in a year whose unit is not kept', process({ tenderStartAt: '2010-06-01T12:00:00.000Z' }), 'unitUnknown'],
    ['without a place', without('territory'), 'territoryUnknown'],
    ['without a date', without('tenderStartAt'), 'dateUnknown'],
    ['where no profile rules', process({ territory: 'AR' }), 'noProfile'],
    [
      'under a law that states no threshold',
      process({ tenderStartAt: '2025-06-01T12:00:00.000Z' }),
      'noThresholdStated',
    ],
    ['in a subdivision with a profile of its own', process({ territory: 'MX-COA', ...worth(1) }), 'noThresholdStated'],
    ['in a subdivision without one: that of its country', process({ territory: 'MX-OAX' }), 'reachesThreshold'],
  ])('%s', (_, facts, eligibility) => {
    expect(eligibilityOf(facts)).toBe(eligibility);
  });
});

it('a unit of account is worth what holds on the day, and nothing after the last year that is kept', () => {
  expect([umaOn('2024-01-31'), umaOn('2024-02-01')]).toEqual([103.74, 108.57]);
  expect([umaOn('2016-12-31'), umaOn('2027-01-31'), umaOn('2027-02-01')]).toEqual([undefined, 117.31, undefined]);
  expect(UMA_VALUES.verified).toBe(false);
});
