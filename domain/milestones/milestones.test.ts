import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACHIEVEMENT_CODES, type Dimension, STAGES } from '../../events/vocabulary.ts';
import { CASE, caseIn, day, type ToldFact, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { attended, awarded, filed, scheduled } from '../../test/support/watch-facts.ts';
import { inLanguage, LANGUAGES } from '../languages.ts';
import { ACHIEVED_WHEN } from './achieved-when.ts';
import type { Judgement } from './milestone.ts';
import {
  codeDimensions,
  foldMilestones,
  judgeMilestones,
  MILESTONES,
  NO_MILESTONES,
  PROOFS_MAX,
} from './milestones.ts';
import { becauseIn } from './words.ts';

const projected = (...facts: readonly ToldFact[]) =>
  given(...caseIn('integrity-pact', 'tender-observation'), ...facts).file.entries.reduce(foldMilestones, NO_MILESTONES);

const someMilestones = (dimension: Dimension, judgements: readonly Judgement[]) =>
  judgements.map((judgement, index) => ({
    id: `E${100 + index}` as const,
    name: 'sustained' as const,
    dimension,
    source: 'This test.',
    judgement,
    proof: { total: 0, events: [] },
  }));

const aJudgement: fc.Arbitrary<Judgement> = fc.oneof(
  fc
    .constantFrom(...ACHIEVEMENT_CODES)
    .map((status) => ({ applies: true as const, status, because: 'acts-open' as const })),
  fc.constant({ applies: false as const, because: 'no-tip' as const }),
);

describe('the milestones', () => {
  it('are those of the rulebook: eight of effectiveness and seven of openness', () => {
    const ids = MILESTONES.map(({ id }) => id);
    expect(ids).toEqual(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7']);
    expect(
      MILESTONES.every(({ id, dimension }) => (id.startsWith('E') ? 'effectiveness' : 'openness') === dimension),
    ).toBe(true);
  });

  it('each say when they are achieved, by which source, and why they stand as they do', () => {
    for (const { name, source, judgement } of judgeMilestones(CASE, NO_MILESTONES)) {
      const said = LANGUAGES.flatMap((language) => [
        inLanguage(ACHIEVED_WHEN[name], language),
        becauseIn(language, judgement),
      ]);
      expect([said.every((words) => words.endsWith('.')), source.length > 0, new Set(said).size]).toEqual([
        true,
        true,
        6,
      ]);
    }
  });

  it('need time or information as long as nothing happened', () => {
    const statuses = judgeMilestones(CASE, NO_MILESTONES).map(({ id, judgement }) => [
      id,
      judgement.applies ? judgement.status : 'does not apply',
    ]);
    expect(statuses).toEqual(MILESTONES.map(({ id }) => [id, 'furtherTimeNeeded']));
  });
});

describe('the proof of a milestone', () => {
  it('names the events that concern it, and no others', () => {
    const state = projected(
      scheduled('act-1'),
      scheduled('act-2', { stage: 'implementation-monitoring' }),
      attended('act-1', WITNESS),
      filed('observation-1'),
      awarded(),
    );
    const first = given(...caseIn('integrity-pact', 'tender-observation')).file.entries.length;
    const proof = Object.fromEntries(judgeMilestones(CASE, state).map(({ id, proof: { events } }) => [id, events]));
    const events = (...versions: readonly number[]) => versions.map((version) => `${CASE}@${first + version}`);
    expect(proof).toMatchObject({
      E1: [`${CASE}@${first}`, ...events(1)],
      E2: events(1, 3),
      E3: [],
      O2: events(3),
      O3: events(4, 5),
    });
  });

  it('names the first of many, and counts all', () => {
    const many = Array.from({ length: PROOFS_MAX + 7 }, (_, index) => filed(`observation-${index + 1}`));
    const proof = judgeMilestones(CASE, projected(...many)).find(({ id }) => id === 'O3')?.proof;
    expect([proof?.total, proof?.events.length]).toEqual([PROOFS_MAX + 7, PROOFS_MAX]);
  });
});

describe('the computed coding of a dimension', () => {
  const coding = (...judgements: readonly Judgement[]) =>
    codeDimensions(someMilestones('openness', judgements)).openness;
  const is = (status: (typeof ACHIEVEMENT_CODES)[number]): Judgement => ({
    applies: true,
    status,
    because: 'acts-open',
  });
  const NONE: Judgement = { applies: false, because: 'no-tip' };

  it.each([
    ['achieved when all that apply are', [is('achieved'), NONE, is('achieved')], ['achieved']],
    ['not achieved when one failed', [is('achieved'), is('notAchieved'), is('furtherTimeNeeded')], ['notAchieved']],
    ['what its milestones wait for', [is('achieved'), is('furtherTimeNeeded')], ['furtherTimeNeeded']],
    [
      'both where they wait for both',
      [is('furtherTimeNeeded'), is('informationMissing')],
      ['informationMissing', 'furtherTimeNeeded'],
    ],
    ['empty when nothing applies', [NONE], []],
  ] as const)('is %s', (_, judgements, codes) => {
    expect(coding(...judgements)).toEqual(codes);
  });

  it('is always a legal set, and of its own dimension', () => {
    fc.assert(
      fc.property(fc.array(aJudgement, { maxLength: 9 }), fc.array(aJudgement, { maxLength: 9 }), (left, right) => {
        const codes = codeDimensions([...someMilestones('effectiveness', left), ...someMilestones('openness', right)]);
        for (const [dimension, judgements] of [
          ['effectiveness', left],
          ['openness', right],
        ] as const) {
          const legal = codes[dimension];
          expect(legal.includes('achieved') && legal.includes('notAchieved')).toBe(false);
          expect(new Set(legal).size).toBe(legal.length);
          expect(legal.length === 0).toBe(judgements.every(({ applies }) => !applies));
          expect(legal).toEqual(codeDimensions(someMilestones(dimension, judgements.toReversed()))[dimension]);
        }
      }),
      { seed: 183_15, numRuns: 300 },
    );
  });
});

describe('what the milestones fold', () => {
  it('is the same for facts that tell them nothing', () => {
    const before = projected();
    expect(
      projected({
        type: 'pact.signed-by-bidder.v1',
        data: { bidder: 'bidder-1', documentHash: '0'.repeat(64), late: false },
      }).facts,
    ).toEqual(before.facts);
  });

  it('remembers when each stage was left, by advance or by the end of the process', () => {
    const state = projected({
      type: 'process.ended.v1',
      data: { ending: 'deserted', stage: 'tender-observation' },
      content: {},
      at: day(5),
    });
    expect(Object.keys(state.facts.stagesLeft)).toEqual(STAGES.slice(0, 2));
    expect(state.facts.stagesLeft['tender-observation']).toBe(day(5));
  });
});
