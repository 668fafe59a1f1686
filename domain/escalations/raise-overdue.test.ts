import { describe, expect, it } from 'vitest';
import { after, at, caseIn, day, SUSPENDED, SYSTEM, type ToldFact, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { corrected, escalated, filed, withdrawn } from '../../test/support/watch-facts.ts';

const ONE = { observation: 'observation-1' };
/** Five working days after Monday 2 March, by the clock of Mexico City. */
const DUE_AT = '2026-03-10T06:00:00.000Z';
const grave = given(...caseIn('integrity-pact', 'award-review'), filed('observation-1', { severity: 'grave' }));
const sealed = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { severity: 'grave', visibility: 'restricted' }),
);
const overdue = grave.when('raise-escalation-overdue', ONE, { by: SYSTEM, at: DUE_AT }).succeeds();
const open = ({ head }: typeof grave) => head.escalationsOverdue?.open;

describe('a grave finding that nobody escalates', () => {
  it('is overdue once its term is over, and counted', () => {
    grave
      .when('raise-escalation-overdue', ONE, { by: SYSTEM, at: after(DUE_AT, -1) })
      .refuses('term-running', { dueAt: DUE_AT });
    const late = grave
      .when('raise-escalation-overdue', ONE, { by: SYSTEM, at: DUE_AT })
      .records({ type: 'finding.escalation-overdue.v1', data: ONE });
    expect(late.head.escalationsOverdue).toEqual({ open: 1, named: ['observation-1'] });
    late.when('raise-escalation-overdue', ONE, { by: SYSTEM, at: day(60) }).refuses('nothing-to-lapse', {});
  });

  it('is not named while it is sealed', () => {
    sealed.when('raise-escalation-overdue', ONE, { by: SYSTEM, at: DUE_AT }).records({
      type: 'finding.escalation-overdue.v1',
      data: {},
      content: { ...ONE, by: 'system' },
    });
  });

  it('is counted until it is escalated, explained, withdrawn or less grave', () => {
    expect(open(overdue)).toBe(1);
    const reasoned: ToldFact = {
      type: 'non-escalation.reasoned.v1',
      data: {},
      content: { ...ONE, reason: 'It was corrected.' },
    };
    for (const fact of [
      escalated('escalation-1', ['observation-1']),
      reasoned,
      withdrawn('observation-1'),
      corrected('observation-1', 2, { severity: 'serious' }),
    ]) {
      expect(open(overdue.and(fact))).toBe(0);
    }
    expect(open(overdue.and(corrected('observation-1', 2, { severity: 'grave' })))).toBe(1);
  });

  it('has its whole term again where it becomes grave later', () => {
    const again = overdue.and(
      ...at(day(20), corrected('observation-1', 2, { severity: 'serious' })),
      ...at(day(30), corrected('observation-1', 3, { severity: 'grave' })),
    );
    expect(open(again)).toBe(0);
    again.when('raise-escalation-overdue', ONE, { by: SYSTEM, at: day(31) }).refuses('term-running');
    expect(open(again.when('raise-escalation-overdue', ONE, { by: SYSTEM, at: day(45) }).succeeds())).toBe(1);
  });

  it('is nothing that is not grave, not there, or while time stands still', () => {
    given(...caseIn('integrity-pact', 'award-review'), filed('observation-1', { severity: 'serious' }))
      .when('raise-escalation-overdue', ONE, { by: SYSTEM, at: day(60) })
      .refuses('nothing-to-lapse', {});
    grave
      .when('raise-escalation-overdue', { observation: 'observation-9' }, { by: SYSTEM, at: day(60) })
      .refuses('nothing-to-lapse', {});
    grave
      .and(SUSPENDED)
      .when('raise-escalation-overdue', ONE, { by: SYSTEM, at: day(60) })
      .refuses('case-suspended', {});
    grave.when('raise-escalation-overdue', ONE, { by: WITNESS, at: day(60) }).refuses('not-permitted');
  });
});
