import { describe, expect, it } from 'vitest';
import { advanced, caseIn, ended, type ToldFact } from '../../test/support/cast.ts';
import { judged } from '../../test/support/milestone-facts.ts';
import { asked, awarded, checked, filed, replied, scheduled } from '../../test/support/watch-facts.ts';

const watching = caseIn('integrity-pact', 'tender-observation');
const reviewing = caseIn('integrity-pact', 'award-review');
const REVIEWED = advanced('award-review', 'final-report');
const closed = [...caseIn('integrity-pact', 'final-report'), advanced('final-report', 'closed')];

const check = (result: 'obtained' | 'incomplete' | 'late' | 'refused' | 'not-applicable'): ToldFact => ({
  type: 'document-access.checked.v1',
  data: { stage: 'tender-observation', document: 'clarifications', result },
});
const OTHERS = checked('tender-observation', 'tender-notice', 'bidding-documents');

describe('O1, documents accessible', () => {
  it.each([
    ['achieved 3/3', 'every document was obtained', [...reviewing, ...OTHERS, check('obtained'), REVIEWED]],
    ['achieved 2/2', 'the rest did not apply', [...reviewing, ...OTHERS, check('not-applicable'), REVIEWED]],
    ['notAchieved 2/3', 'one was incomplete', [...watching, ...OTHERS, check('incomplete')]],
    ['notAchieved 2/3', 'one was late', [...watching, ...OTHERS, check('late')]],
    ['notAchieved 2/3', 'one was refused', [...watching, ...OTHERS, check('refused')]],
    [
      'achieved 3/3',
      'one was refused first and then obtained',
      [...reviewing, ...OTHERS, check('refused'), check('obtained'), REVIEWED],
    ],
    ['furtherTimeNeeded 2/2', 'the checklists are not complete', [...watching, ...OTHERS]],
    ['achieved 2/2', 'the process ended with them', [...watching, ...OTHERS, ended('tender-observation')]],
    ['informationMissing 0/0', 'none applied', [...reviewing, check('not-applicable'), REVIEWED]],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('O1', ...facts)).toBe(status);
  });
});

describe('O2, acts open', () => {
  const admitting = (act: string, citizensAdmitted?: boolean): ToldFact => ({
    type: 'act.attended.v1',
    data: {
      act,
      stage: 'tender-observation',
      present: ['witness-1'],
      ...(citizensAdmitted === undefined ? {} : { citizensAdmitted }),
    },
  });
  const OBSTRUCTED: ToldFact = {
    type: 'act.not-attended.v1',
    data: { act: 'act-1', stage: 'tender-observation', absence: 'obstructed', reason: 'entry-refused' },
    content: { circumstances: 'Shut.' },
  };
  const two = [scheduled('act-1'), scheduled('act-2', { isPublic: false })];

  it.each([
    [
      'achieved 1/1',
      'citizens were admitted to the public ones',
      [...reviewing, ...two, admitting('act-1', true), admitting('act-2'), REVIEWED],
    ],
    ['notAchieved 0/1', 'they were not', [...watching, ...two, admitting('act-1', false)]],
    ['notAchieved 0/1', 'an act was obstructed', [...watching, ...two, OBSTRUCTED]],
    ['furtherTimeNeeded 1/1', 'acts are to come', [...watching, ...two, admitting('act-1', true)]],
    ['informationMissing 0/1', 'nobody said whether they were', [...reviewing, ...two, admitting('act-1'), REVIEWED]],
    ['informationMissing', 'there was no act', [...reviewing, REVIEWED]],
    [
      'achieved 0/0',
      'none was public',
      [...reviewing, scheduled('act-2', { isPublic: false }), admitting('act-2'), REVIEWED],
    ],
    [
      'furtherTimeNeeded 0/0',
      'those of other stages do not count',
      [...watching, scheduled('act-1', { stage: 'implementation-monitoring' })],
    ],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('O2', ...facts)).toBe(status);
  });
});

describe('O3, published as it happens', () => {
  const open = filed('observation-1');
  const sealed = filed('observation-2', { visibility: 'after-award' });
  const restricted = filed('observation-3', { visibility: 'restricted' });

  it.each([
    ['achieved 1/1', 'every observation is public', [...watching, open]],
    ['furtherTimeNeeded 1/2', 'one waits for the award', [...watching, open, sealed]],
    ['achieved 2/2', 'the award opened it', [...reviewing, open, sealed, awarded()]],
    ['achieved 2/2', 'the end of the process opened it', [...watching, open, sealed, ended('tender-observation')]],
    ['achieved 1/1', 'those that protect somebody do not count', [...watching, open, restricted]],
    ['furtherTimeNeeded', 'there is none so far', watching],
    ['does not apply', 'there never was one that may be public', [...closed, restricted]],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('O3', ...facts)).toBe(status);
  });
});

describe('O5, the authority answers', () => {
  const ask = (question: string, to: 'contracting-authority' | 'team' = 'contracting-authority') =>
    asked(question, { to });
  const overdue: ToldFact = {
    type: 'answer.overdue.v1',
    data: { question: 'question-1', to: 'contracting-authority' },
  };

  it.each([
    ['achieved 1/1', 'every question was answered in time', [...watching, ask('question-1'), replied('question-1')]],
    [
      'furtherTimeNeeded 1/2',
      'one awaits its answer',
      [...watching, ask('question-1'), replied('question-1'), ask('question-2')],
    ],
    [
      'notAchieved 0/1',
      'one was answered late',
      [...watching, ask('question-1'), replied('question-1', { late: true })],
    ],
    ['notAchieved 0/1', 'one is overdue', [...watching, ask('question-1'), overdue]],
    [
      'notAchieved 0/1',
      'one was answered after that',
      [...watching, ask('question-1'), overdue, replied('question-1', { late: true })],
    ],
    ['furtherTimeNeeded', 'none was asked so far', [...watching, ask('question-1', 'team')]],
    ['does not apply', 'none ever was', closed],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('O5', ...facts)).toBe(status);
  });
});

describe('O4, citizens heard', () => {
  const sent = (tip: string): ToldFact => ({
    type: 'tip.received.v1',
    data: { tip, files: 0, answerDueAt: '2026-04-01T00:00:00.000Z' },
    content: { text: 'Gravel.', language: 'es', files: [], receiptHash: 'a'.repeat(64) },
  });
  const answered = (tip: string, late: boolean): ToldFact => ({
    type: 'tip.answered.v1',
    data: { tip, code: 'known-already', late },
    content: { reason: 'Seen.' },
  });

  const overdue: ToldFact = { type: 'tip.overdue.v1', data: { tip: 'tip-1' } };

  it.each([
    ['furtherTimeNeeded', 'nobody sent a tip so far', watching],
    ['does not apply', 'nobody sent one before the end', closed],
    ['furtherTimeNeeded 1/2', 'a tip waits', [...watching, sent('tip-1'), sent('tip-2'), answered('tip-1', false)]],
    ['achieved 1/1', 'each was answered in time', [...watching, sent('tip-1'), answered('tip-1', false)]],
    ['notAchieved 0/1', 'one is overdue', [...watching, sent('tip-1'), overdue]],
    ['notAchieved 0/1', 'one was answered after that', [...watching, sent('tip-1'), overdue, answered('tip-1', true)]],
    [
      'notAchieved 1/2',
      'one was answered late',
      [...watching, sent('tip-1'), sent('tip-2'), answered('tip-1', false), answered('tip-2', true)],
    ],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('O4', ...facts)).toBe(status);
  });
});
