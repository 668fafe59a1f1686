import { describe, expect, it } from 'vitest';
import { CONCLUSION, caseIn, day, OPENED_AT, SUMMARY, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { filed, withdrawn } from '../../test/support/watch-facts.ts';
import {
  FINAL_CONCLUSION_WORDS_MIN,
  MISSING_CONTENT,
  STAGE_CONCLUSION_CHARACTERS_MIN,
  STAGE_CONCLUSION_WORDS_MIN,
  SUMMARY_CHARACTERS_MIN,
} from './minimum-content.ts';

const STAGE = 'tender-observation';
const both = [filed('observation-1'), filed('observation-2')];
const tender = given(...caseIn('integrity-pact', STAGE), ...both);
const final = given(...caseIn('integrity-pact', 'final-report'), ...both);
const whole = {
  summary: SUMMARY,
  conclusion: CONCLUSION,
  cites: ['observation-1', 'observation-2'],
  leavesOut: [],
  recommendations: [],
};
const finally_ = { stage: 'final-report', ...whole, noRecommendationsReason: 'There is nothing left to ask for.' };
const asks = (what: keyof typeof MISSING_CONTENT, facts: object = {}) => ({
  what,
  asks: MISSING_CONTENT[what],
  ...facts,
});

describe('a report', () => {
  it('is refused with everything that it lacks at once', () => {
    final
      .when(
        'draft-report',
        { stage: 'final-report', ...whole, summary: 'All well.', conclusion: 'All well.', cites: ['observation-2'] },
        { by: WITNESS },
      )
      .refuses('report-incomplete', {
        missing: [
          asks('summary-too-brief', { characters: 9, charactersMin: SUMMARY_CHARACTERS_MIN }),
          asks('conclusion-too-brief', { characters: 9, charactersMin: 200 }),
          asks('conclusion-too-general', { differentWords: 2, differentWordsMin: FINAL_CONCLUSION_WORDS_MIN }),
          asks('conclusion-repeats-summary'),
          asks('observations-unaccounted', { observations: ['observation-1'], count: 1 }),
          asks('recommendations-missing'),
        ],
      });
  });

  it('on a stage is measured more leniently, and recommends where there is something to', () => {
    tender.when('draft-report', { stage: STAGE, ...whole }, { by: WITNESS }).succeeds();
    tender
      .when('draft-report', { stage: STAGE, ...whole, conclusion: 'x '.repeat(39) }, { by: WITNESS })
      .refuses('report-incomplete', {
        missing: [
          asks('conclusion-too-brief', { characters: 77, charactersMin: STAGE_CONCLUSION_CHARACTERS_MIN }),
          asks('conclusion-too-general', { differentWords: 1, differentWordsMin: STAGE_CONCLUSION_WORDS_MIN }),
        ],
      });
  });

  it('is taken at its measure, and one character below it is not', () => {
    const summary = 's'.repeat(SUMMARY_CHARACTERS_MIN);
    tender.when('draft-report', { stage: STAGE, ...whole, summary }, { by: WITNESS }).succeeds();
    tender
      .when('draft-report', { stage: STAGE, ...whole, summary: `${summary.slice(1)}  ` }, { by: WITNESS })
      .refuses('report-incomplete');
  });

  it('does not count a repeated sentence, in whatever letters, as many words', () => {
    final
      .when('draft-report', { ...finally_, conclusion: 'The team saw. THE TEAM SAW! '.repeat(20) }, { by: WITNESS })
      .refuses('report-incomplete', {
        missing: [asks('conclusion-too-general', { differentWords: 3, differentWordsMin: FINAL_CONCLUSION_WORDS_MIN })],
      });
  });

  it('is refused as a field where it is blank, or holds nothing to read', () => {
    for (const conclusion of ['', '   ', '\u0301\u0301', 'a\u0000b', 'a\u202eb']) {
      final.when('draft-report', { ...finally_, conclusion }, { by: WITNESS }).cannotTake('conclusion');
    }
  });

  it('accounts for what was withdrawn as well: its tombstone stands in every count', () => {
    const torn = final.and(withdrawn('observation-1'));
    torn.when('draft-report', { ...finally_, cites: ['observation-2'] }, { by: WITNESS }).refuses('report-incomplete', {
      missing: [asks('observations-unaccounted', { observations: ['observation-1'], count: 1 })],
    });
    torn.when('draft-report', finally_, { by: WITNESS }).succeeds();
  });

  it('names at most fifty observations, and counts all', () => {
    const many = Array.from({ length: 60 }, (_, index) => filed(`observation-${index + 1}`));
    given(...caseIn('integrity-pact', 'final-report'), ...many)
      .when('draft-report', { ...finally_, cites: [] }, { by: WITNESS })
      .refuses('report-incomplete', {
        missing: [
          asks('observations-unaccounted', {
            observations: Array.from({ length: 50 }, (_, index) => `observation-${index + 1}`),
            count: 60,
          }),
        ],
      });
  });

  it('on a later stage accounts for what was filed since the one before', () => {
    const award = tender
      .when('draft-report', { stage: STAGE, ...whole }, { by: WITNESS })
      .succeeds()
      .and(
        { type: 'stage.advanced.v1', data: { from: STAGE, to: 'award-review' } },
        filed('observation-3', { stage: 'award-review' }),
      );
    award
      .when('draft-report', { stage: 'award-review', ...whole, cites: ['observation-3'] }, { by: WITNESS })
      .succeeds();
    award
      .when('draft-report', { stage: 'award-review', ...whole, cites: [] }, { by: WITNESS })
      .refuses('report-incomplete', {
        missing: [asks('observations-unaccounted', { observations: ['observation-3'], count: 1 })],
      });
  });
});

describe('a recommendation', () => {
  const recommended = (dueAt: string) => [{ to: 'The authority', recommends: 'Close the envelopes.', dueAt }];

  it('is due after the report that makes it', () => {
    tender
      .when('draft-report', { stage: STAGE, ...whole, recommendations: recommended(OPENED_AT) }, { by: WITNESS })
      .refuses('report-incomplete', {
        missing: [asks('recommendations-due-past', { pointers: ['/recommendations/0/dueAt'] })],
      });
    const { head } = tender
      .when('draft-report', { stage: STAGE, ...whole, recommendations: recommended(day(30)) }, { by: WITNESS })
      .succeeds();
    expect(head.reports[STAGE]).toMatchObject({ filed: 2 });
  });

  it('is made, or it is said why none is: not both', () => {
    final
      .when('draft-report', { ...finally_, recommendations: recommended(day(30)) }, { by: WITNESS })
      .refuses('report-incomplete', { missing: [asks('recommendations-contradict')] });
  });
});
