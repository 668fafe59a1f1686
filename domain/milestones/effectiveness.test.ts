import { describe, expect, it } from 'vitest';
import {
  advanced,
  appointed,
  at,
  caseIn,
  day,
  ended,
  opened,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { judged } from '../../test/support/milestone-facts.ts';
import {
  adopted,
  answered,
  attended,
  CONTRACT_SIGNED,
  drafted,
  escalated,
  filed,
  published,
  scheduled,
} from '../../test/support/watch-facts.ts';

const appointing = [...opened('integrity-pact'), ...appointed('integrity-pact')];
const watching = caseIn('integrity-pact', 'tender-observation');
const reviewing = caseIn('integrity-pact', 'award-review');
const REVIEWED = advanced('award-review', 'implementation-monitoring');
const reporting = caseIn('integrity-pact', 'final-report');
const CLOSED = advanced('final-report', 'closed');

const missed = (
  act: string,
  absence: 'missed' | 'obstructed',
  stage: 'tender-observation' | 'implementation-monitoring' = 'tender-observation',
): ToldFact => ({
  type: 'act.not-attended.v1',
  data: { act, stage, absence, reason: 'entry-refused' },
  content: { circumstances: 'Shut.' },
});
const FINDING = filed('observation-1', { severity: 'grave' });
const SENT = escalated('escalation-1', ['observation-1']);
const remedied = (remedy: 'eliminated' | 'not-eliminated' | 'no-mechanism', late = false): ToldFact => ({
  type: 'escalation.answered.v1',
  data: {
    escalation: 'escalation-1',
    outcome: 'violation-corrected',
    remedies: [{ observation: 'observation-1', remedy }],
    late,
  },
  content: { answer: 'So.' },
});
const LAPSED: ToldFact = { type: 'escalation.lapsed.v1', data: { escalation: 'escalation-1' } };

describe('E1, watch in place', () => {
  const leaves = (when: string) => at(when, advanced('appointment', 'tender-observation'));

  it.each([
    [
      'achieved',
      'the team was there before the first act',
      [...appointing, ...leaves(day(1)), scheduled('act-1', { heldAt: day(2) })],
    ],
    [
      'notAchieved',
      'the first act came before it',
      [...appointing, ...leaves(day(3)), scheduled('act-1', { heldAt: day(2) })],
    ],
    [
      'notAchieved',
      'the earliest of several did',
      [
        ...appointing,
        scheduled('act-1', { heldAt: day(9) }),
        scheduled('act-2', { heldAt: day(2) }),
        ...leaves(day(3)),
      ],
    ],
    ['furtherTimeNeeded', 'the team is being appointed', [...appointing, scheduled('act-1')]],
    [
      'furtherTimeNeeded',
      'no act of the tender is known',
      [...appointing, ...leaves(day(1)), scheduled('act-1', { stage: 'award-review' })],
    ],
    ['does not apply', 'the process ended before any act', [...watching, ended('tender-observation')]],
    [
      'does not apply',
      'the process ended before there was a team',
      [...appointing, scheduled('act-1'), ended('appointment')],
    ],
    [
      'notAchieved',
      'it ended after an act that no team watched',
      [...appointing, scheduled('act-1', { heldAt: day(2) }), ...at(day(3), ended('appointment'))],
    ],
    ['achieved', 'the process ended later', [...watching, scheduled('act-1'), ended('tender-observation')]],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('E1', ...facts)).toBe(status);
  });
});

describe('E2, acts watched', () => {
  const two = [scheduled('act-1'), scheduled('act-2')];

  it.each([
    [
      'achieved 2/2',
      'every act was attended',
      [...reviewing, ...two, attended('act-1', WITNESS), attended('act-2', WITNESS), REVIEWED],
    ],
    ['notAchieved 1/2', 'one was missed', [...watching, ...two, attended('act-1', WITNESS), missed('act-2', 'missed')]],
    [
      'achieved 1/1',
      'the other was obstructed',
      [...reviewing, ...two, attended('act-1', WITNESS), missed('act-2', 'obstructed'), REVIEWED],
    ],
    ['furtherTimeNeeded 1/2', 'acts are to come', [...watching, ...two, attended('act-1', WITNESS)]],
    ['informationMissing 1/2', 'nobody said of one', [...reviewing, ...two, attended('act-1', WITNESS), REVIEWED]],
    ['informationMissing 0/0', 'there was none', [...reviewing, REVIEWED]],
    [
      'informationMissing 0/0',
      'every act was obstructed',
      [...watching, scheduled('act-1'), missed('act-1', 'obstructed'), ended('tender-observation')],
    ],
    ['informationMissing 0/2', 'the process ended before its acts', [...watching, ...two, ended('tender-observation')]],
    [
      'furtherTimeNeeded 0/0',
      'those of other stages do not count',
      [
        ...watching,
        scheduled('act-1', { stage: 'implementation-monitoring' }),
        missed('act-1', 'missed', 'implementation-monitoring'),
      ],
    ],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('E2', ...facts)).toBe(status);
  });
});

describe('E3, award reviewed in time', () => {
  const report = at(day(2), drafted('report-1', 'award-review'), adopted('report-1', 'award-review'));
  const signed = (signedAt: string): ToldFact => ({ ...CONTRACT_SIGNED, data: { signedAt } }) as ToldFact;

  it.each([
    ['achieved', 'the report came before the contract', [...reviewing, ...report, ...at(day(3), signed(day(3)))]],
    ['achieved', 'no contract is signed yet', [...reviewing, ...report]],
    ['notAchieved', 'the contract came first', [...reviewing, ...report, signed(day(1))]],
    ['notAchieved', 'both came at once', [...reviewing, ...report, signed(day(2))]],
    ['notAchieved', 'the contract was signed and nothing reported', [...reviewing, signed(day(1))]],
    ['furtherTimeNeeded', 'neither is there', reviewing],
    [
      'furtherTimeNeeded',
      'only another stage was reported on',
      [...watching, drafted('report-1', 'tender-observation'), adopted('report-1', 'tender-observation')],
    ],
    ['does not apply', 'the process ended before', [...reviewing, ended('award-review')]],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('E3', ...facts)).toBe(status);
  });
});

describe('E4, irregularities answered', () => {
  it.each([
    [
      'achieved 1/1',
      'every escalation was answered in its term',
      [...reviewing, FINDING, SENT, remedied('eliminated')],
    ],
    ['notAchieved 0/1', 'one was answered late', [...reviewing, FINDING, SENT, remedied('eliminated', true)]],
    ['notAchieved 0/1', 'one lapsed', [...reviewing, FINDING, SENT, LAPSED]],
    [
      'furtherTimeNeeded 1/2',
      'one awaits its answer',
      [
        ...reviewing,
        FINDING,
        SENT,
        answered('escalation-1', ['observation-1']),
        escalated('escalation-2', ['observation-1'], { to: 'supreme-audit', tier: 2 }),
      ],
    ],
    ['furtherTimeNeeded', 'nothing was escalated so far', reviewing],
    ['does not apply', 'nothing was escalated and the case is closed', [...reporting, CLOSED]],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('E4', ...facts)).toBe(status);
  });
});

describe('E5, irregularities remedied', () => {
  it.each([
    ['achieved 1/1', 'every finding is eliminated', [...reviewing, FINDING, SENT, remedied('eliminated')]],
    ['notAchieved 0/1', 'one is not', [...reviewing, FINDING, SENT, remedied('not-eliminated')]],
    ['notAchieved 0/1', 'there is no mechanism for one', [...reviewing, FINDING, SENT, remedied('no-mechanism')]],
    ['furtherTimeNeeded 0/0', 'an escalation awaits its answer', [...reviewing, FINDING, SENT]],
    ['furtherTimeNeeded', 'nothing was escalated so far', reviewing],
    ['does not apply', 'no finding carries a remedy and the case is closed', [...reporting, CLOSED]],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('E5', ...facts)).toBe(status);
  });
});

describe('E6, report on time', () => {
  const publication = (late: boolean): ToldFact => ({
    type: 'report.published.v1',
    data: { report: 'report-1', stage: 'final-report', late },
  });

  it.each([
    [
      'achieved',
      'it was published in its term',
      [...reporting, drafted('report-1', 'final-report'), publication(false)],
    ],
    ['notAchieved', 'it was published late', [...reporting, drafted('report-1', 'final-report'), publication(true)]],
    ['furtherTimeNeeded', 'it is not published', reporting],
    [
      'furtherTimeNeeded',
      'only a stage’s report is',
      [...watching, drafted('report-1', 'tender-observation'), published('report-1', 'tender-observation')],
    ],
  ])('is %s when %s', (status, _, facts) => {
    expect(judged('E6', ...facts)).toBe(status);
  });
});

describe('E7', () => {
  const recommending = (recommendations: number): ToldFact => ({
    type: 'report.drafted.v1',
    data: { report: 'report-1', stage: 'final-report', cites: 0, leavesOut: 0, recommendations },
    content: {},
  });

  it('cannot be computed of what kept no dates, and says so', () => {
    expect(judged('E7', ...reporting, recommending(2), CLOSED)).toMatch(/^informationMissing/);
  });

  it('does not apply to a report that recommends nothing', () => {
    expect(judged('E7', ...reporting, recommending(0), CLOSED)).toBe('does not apply');
    expect(judged('E7', ...reporting, recommending(0))).toMatch(/^furtherTimeNeeded/);
  });
});
