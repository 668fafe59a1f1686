import { describe, expect, it } from 'vitest';
import { after, at, CHAIR, COORDINATOR, caseIn, day, ended, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { adopted, drafted } from '../../test/support/watch-facts.ts';

const final = given(
  ...caseIn('integrity-pact', 'final-report'),
  drafted('report-1', 'final-report'),
  adopted('report-1', 'final-report'),
);
const report = { report: 'report-1' };
/** Ten calendar days after Monday 2 March, by the clock of Mexico City. */
const DUE_AT = '2026-03-13T06:00:00.000Z';

describe('publishing a report', () => {
  it.each([
    ['in time', after(DUE_AT, -1), false],
    ['late, which is recorded and not refused', DUE_AT, true],
  ])('can be %s', (_, when, late) => {
    const { head } = final.when('publish-report', report, { by: WITNESS, at: when }).records({
      type: 'report.published.v1',
      data: { ...report, stage: 'final-report', late },
    });
    expect(head.reports['final-report']).toMatchObject({ state: 'published' });
  });

  it('counts from the end of the team’s participation', () => {
    given(
      ...caseIn('integrity-pact', 'award-review'),
      ...at(day(30), ended('award-review'), drafted('report-1', 'final-report'), adopted('report-1', 'final-report')),
    )
      .when('publish-report', report, { by: COORDINATOR, at: day(40) })
      .records({ type: 'report.published.v1', data: { ...report, stage: 'final-report', late: false } });
  });

  it('is never late for a stage', () => {
    given(
      ...caseIn('integrity-pact', 'tender-observation'),
      drafted('report-1', 'tender-observation'),
      adopted('report-1', 'tender-observation'),
    )
      .when('publish-report', report, { by: WITNESS, at: day(900) })
      .records({ type: 'report.published.v1', data: { ...report, stage: 'tender-observation', late: false } });
  });

  it('comes after its adoption, once', () => {
    given(...caseIn('integrity-pact', 'final-report'), drafted('report-1', 'final-report'))
      .when('publish-report', report, { by: WITNESS })
      .refuses('report-state', { state: 'draft', allowedFrom: ['adopted'] });
    final
      .when('publish-report', report, { by: WITNESS })
      .succeeds()
      .when('publish-report', report, { by: WITNESS })
      .refuses('report-state', { state: 'published', allowedFrom: ['adopted'] });
  });

  it('needs a report, and one who may', () => {
    final
      .when('publish-report', { report: 'report-2' }, { by: WITNESS })
      .refuses('report-unknown', { report: 'report-2' });
    final.when('publish-report', report, { by: CHAIR }).refuses('not-permitted');
  });
});
