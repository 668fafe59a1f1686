import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import {
  AUTHORITY,
  advanced,
  appointed,
  at,
  COORDINATOR,
  caseIn,
  day,
  ended,
  opened,
  resumed,
  SUSPENDED,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { SUSPENSIONS_MAX } from '../state.ts';

const explanation = 'The court said so.';
const suspension = { reason: 'court-order', explanation };
const ending = { ending: 'annulled', explanation };

const watched = given(...caseIn('integrity-pact', 'tender-observation'));
const suspended = watched.and(...at(day(3), SUSPENDED));

describe('suspending a case', () => {
  it('stops its clocks, with the reason and its explanation', () => {
    const { head } = watched
      .when('suspend-case', suspension, { by: COORDINATOR, at: day(3) })
      .records({ type: 'case.suspended.v1', data: { reason: 'court-order' }, content: { explanation } });
    expect(head).toMatchObject({ condition: 'suspended', pauses: [{ from: day(3) }], stage: 'tender-observation' });
  });

  it('cannot be done twice at a time', () => {
    suspended.when('suspend-case', suspension, { by: COORDINATOR }).refuses('case-suspended', {});
  });

  it('can be done as often as a record can hold', () => {
    const pauses = Array.from({ length: SUSPENSIONS_MAX }, (_, index) => [
      ...at(day(index + 1), SUSPENDED),
      ...at(day(index + 1, 2), resumed(day(index + 1))),
    ]).flat();
    watched
      .and(...pauses.slice(0, -2))
      .when('suspend-case', suspension, { by: COORDINATOR })
      .succeeds();
    watched
      .and(...pauses)
      .when('suspend-case', suspension, { by: COORDINATOR })
      .refuses('too-many-suspensions', { suspensionsMax: SUSPENSIONS_MAX });
  });

  it('is the coordinator’s to do, before the final report', () => {
    watched.when('suspend-case', suspension, { by: WITNESS }).refuses('not-permitted', { operation: 'suspend-case' });
    given(...caseIn('integrity-pact', 'final-report'))
      .when('suspend-case', suspension, { by: COORDINATOR })
      .refuses('wrong-stage');
  });
});

describe('a suspended case', () => {
  it('refuses whatever has a term', () => {
    suspended.when('advance-stage', {}, { by: COORDINATOR }).refuses('case-suspended', {});
    suspended
      .when('sign-pact-for-authority', { documentHash: '0'.repeat(64) }, { by: AUTHORITY })
      .refuses('case-suspended', {});
  });

  it('tells the stage first, and nothing to whom the table does not know', () => {
    suspended
      .when('record-contract-end', { end: 'completed', endedAt: day(1) }, { by: COORDINATOR })
      .refuses('wrong-stage');
    suspended
      .when('record-contract-end', { end: 'completed', endedAt: day(1) }, { by: WITNESS })
      .refuses('not-permitted');
  });
});

describe('resuming a case', () => {
  it('lets its clocks run again', () => {
    const { head } = suspended
      .when('resume-case', { explanation }, { by: COORDINATOR, at: day(9) })
      .records({ type: 'case.resumed.v1', data: { suspendedAt: day(3) }, content: { explanation } });
    expect(head).toMatchObject({ condition: 'running', pauses: [{ from: day(3), to: day(9) }] });
  });

  it('needs a suspension', () => {
    watched.when('resume-case', { explanation }, { by: COORDINATOR }).refuses('case-not-suspended', {});
    suspended
      .and(...at(day(4), resumed(day(3))))
      .when('resume-case', { explanation }, { by: COORDINATOR })
      .refuses('case-not-suspended', {});
  });

  it('closes the open pause and no other', () => {
    const { head } = suspended
      .and(...at(day(4), resumed(day(3))), ...at(day(6), SUSPENDED))
      .when('resume-case', { explanation }, { by: COORDINATOR, at: day(7) })
      .succeeds();
    expect(head.pauses).toEqual([
      { from: day(3), to: day(4) },
      { from: day(6), to: day(7) },
    ]);
  });
});

describe.each(INSTRUMENTS)('the end of the process of %s', (instrument) => {
  const stages = ['appointment', 'tender-observation', 'award-review', 'implementation-monitoring'] as const;

  it.each(stages)('takes the case from %s straight to its final report', (stage) => {
    const { head } = given(...caseIn(instrument, stage))
      .when('end-process', ending, { by: COORDINATOR, at: day(5) })
      .records({ type: 'process.ended.v1', data: { ending: 'annulled', stage }, content: { explanation } });
    expect(head).toMatchObject({ stage: 'final-report', ending: 'annulled', participationEndedAt: day(5) });
  });

  it('ends its suspension with it', () => {
    const { head } = given(...caseIn(instrument, 'award-review'), ...at(day(3), SUSPENDED))
      .when('end-process', ending, { by: COORDINATOR, at: day(5) })
      .succeeds();
    expect(head).toMatchObject({ stage: 'final-report', condition: 'running', pauses: [{ from: day(3), to: day(5) }] });
  });

  it('needs no team: what was seen still gets reported', () => {
    given(...opened(instrument))
      .when('end-process', ending, { by: COORDINATOR })
      .succeeds();
  });

  it('comes once', () => {
    given(...opened(instrument), ...appointed(instrument), ended('appointment'))
      .when('end-process', ending, { by: COORDINATOR })
      .refuses('wrong-stage', { stage: 'final-report', allowedIn: [...stages] });
  });

  it('comes too late once the final report is under way', () => {
    given(...caseIn(instrument, 'implementation-monitoring'), advanced('implementation-monitoring', 'final-report'))
      .when('end-process', ending, { by: COORDINATOR })
      .refuses('wrong-stage');
  });
});
