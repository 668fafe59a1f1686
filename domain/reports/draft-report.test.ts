import { describe, expect, it } from 'vitest';
import {
  CHAIR,
  CONCLUSION,
  COORDINATOR,
  caseIn,
  day,
  ended,
  SUMMARY,
  SUSPENDED,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { adopted, commented, drafted, filed, published, sentForReply, voted } from '../../test/support/watch-facts.ts';
import { MISSING_CONTENT } from './minimum-content.ts';

const watched = given(
  ...caseIn('integrity-pact', 'tender-observation'),
  filed('observation-1'),
  filed('observation-2'),
);
const final = given(...caseIn('integrity-pact', 'final-report'), filed('observation-1'), filed('observation-2'));

const text = { summary: SUMMARY, conclusion: CONCLUSION, cites: [], leavesOut: [], recommendations: [] };
const BOTH = ['observation-1', 'observation-2'];
const onStage = { stage: 'tender-observation', ...text, cites: BOTH };
const leftOut = { observation: 'observation-2', reason: 'Not of this process.' };
const onAll = {
  stage: 'final-report',
  ...text,
  cites: ['observation-1'],
  leavesOut: [leftOut],
  noRecommendationsReason: 'The law leaves nothing to ask for.',
};

describe('drafting a report', () => {
  it('counts what it cites, leaves out and recommends; its text is content', () => {
    const recommendations = [{ to: 'The authority', recommends: 'Close the envelopes.', dueAt: day(90) }];
    const { stage, noRecommendationsReason: _, ...written } = { ...onAll, recommendations };
    const { head } = final.when('draft-report', { stage, ...written }, { by: WITNESS }).records({
      type: 'report.drafted.v1',
      data: {
        report: 'report-1',
        stage: 'final-report',
        cites: 1,
        leavesOut: 1,
        recommendations: 1,
        filed: 2,
        recommendationsDueAt: [day(90)],
      },
      content: written,
    });
    expect(head.reports).toEqual({
      'final-report': { report: 'report-1', state: 'draft', commented: false, filed: 2 },
    });
  });

  it('is about the stage where the case stands', () => {
    watched
      .when('draft-report', { ...onStage, stage: 'award-review' }, { by: WITNESS })
      .refuses('wrong-stage', { stage: 'tender-observation', allowedIn: ['award-review'] });
    watched.when('draft-report', { ...onStage, stage: 'appointment' }, { by: WITNESS }).cannotTake('stage');
  });

  it('is done once for a stage', () => {
    watched
      .and(drafted('report-1', 'tender-observation'))
      .when('draft-report', onStage, { by: WITNESS })
      .refuses('report-exists', { report: 'report-1' });
  });

  it('cites what there is, each once', () => {
    for (const [cites, leavesOut, observation] of [
      [['observation-3'], [], 'observation-3'],
      [['observation-1', 'observation-1'], [], 'observation-1'],
      [['observation-2'], [leftOut], 'observation-2'],
    ]) {
      watched
        .when('draft-report', { ...onStage, cites, leavesOut }, { by: WITNESS })
        .refuses('observation-unknown', { observation });
    }
  });

  it('is the team’s, and no suspended case’s', () => {
    for (const by of [COORDINATOR, CHAIR]) watched.when('draft-report', onStage, { by }).refuses('not-permitted');
    watched.and(SUSPENDED).when('draft-report', onStage, { by: WITNESS }).refuses('case-suspended');
  });
});

describe('the final report', () => {
  it('is drafted after a process that ended early', () => {
    given(...caseIn('integrity-pact', 'appointment'), ended('appointment'))
      .when('draft-report', { ...onAll, cites: [], leavesOut: [] }, { by: WITNESS })
      .succeeds();
  });
});

describe('drafting a report anew', () => {
  const anew = { report: 'report-1', ...text, cites: BOTH };
  const once = watched.and(drafted('report-1', 'tender-observation'));

  it('replaces its text', () => {
    const { report: _, ...written } = anew;
    once.when('redraft-report', anew, { by: WITNESS }).records({
      type: 'report.redrafted.v1',
      data: { report: 'report-1', cites: 2, leavesOut: 0, recommendations: 0, filed: 2 },
      content: written,
    });
  });

  it('lets signatures and votes on the former text fall', () => {
    const committee = given(
      ...caseIn('oversight-committee', 'tender-observation'),
      filed('observation-1', { by: CHAIR }),
      drafted('report-1', 'tender-observation'),
      voted('report-1', CHAIR, 'against'),
    );
    const after = committee.when('redraft-report', { ...anew, cites: ['observation-1'] }, { by: CHAIR }).succeeds();
    expect(after.file.state.subjects.get('report-1')).toMatchObject({
      votes: {},
      dissents: [],
      signedBy: [],
      accounts: 1,
    });
    after.when('vote-on-report', { report: 'report-1', vote: 'for' }, { by: CHAIR }).succeeds();
  });

  it('must be put to the authority anew: it has not seen this text', () => {
    const sent = once.and(sentForReply('report-1'), commented('report-1'));
    const { head } = sent.when('redraft-report', anew, { by: WITNESS }).succeeds();
    expect(head.reports['tender-observation']).toEqual({
      report: 'report-1',
      state: 'draft',
      commented: false,
      filed: 2,
    });
  });

  it('comes before its adoption', () => {
    const done = once.and(adopted('report-1', 'tender-observation'));
    done.when('redraft-report', anew, { by: WITNESS }).refuses('report-state', { state: 'adopted' });
    done
      .and(published('report-1', 'tender-observation'))
      .when('redraft-report', anew, { by: WITNESS })
      .refuses('report-state', { state: 'published' });
  });

  it('needs a report', () => {
    watched.when('redraft-report', anew, { by: WITNESS }).refuses('report-unknown', { report: 'report-1' });
  });

  it('asks the same of the text', () => {
    final
      .and(drafted('report-1', 'final-report', 2))
      .when('redraft-report', { ...anew, cites: ['observation-1'] }, { by: WITNESS })
      .refuses('report-incomplete', {
        missing: [
          {
            what: 'observations-unaccounted',
            asks: MISSING_CONTENT['observations-unaccounted'],
            observations: ['observation-2'],
            count: 1,
          },
          { what: 'recommendations-missing', asks: MISSING_CONTENT['recommendations-missing'] },
        ],
      });
  });
});
