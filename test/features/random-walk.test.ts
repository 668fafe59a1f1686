import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../domain/commands.ts';
import { INSTRUMENTS, type InstrumentId, STAGES, type Stage } from '../../events/vocabulary.ts';
import { ask, type CaseFile, NO_FILE, recordAll } from '../support/case-file.ts';
import { caseIn, liaisons, opened } from '../support/cast.ts';
import { OFFICIAL_DATA } from '../support/journey-step.ts';
import { readOne } from '../support/ocds.ts';
import { flagRaised } from '../support/watch-facts.ts';
import { clockFlaws } from './clock-invariants.ts';
import { diceOf } from './dice.ts';
import { canaryFlaws, headOf, refoldFlaws, stepFlaws } from './invariants.ts';
import { milestoneFlaws } from './milestone-invariants.ts';
import { randomCommand } from './random-commands.ts';

/** Walks of each instrument; `VEEDOR_WALKS=5000 vitest run test/features/random-walk` takes more of them. */
const WALKS = Number(process.env['VEEDOR_WALKS'] ?? 280);
/** The same walks every time, unless others are asked for. */
const SEED = Number(process.env['VEEDOR_WALKS_SEED'] ?? 7);
const STEPS_MAX = 300;
/** One command in so many is decided once more. */
const AGAIN = 4;

/** What only the other instrument asks for. */
const NOT_ASKED: Readonly<Record<InstrumentId, readonly string[]>> = {
  'integrity-pact': [
    'elect-officer',
    'constitute-committee',
    'end-committee-term',
    'extend-committee',
    'dissolve-committee',
    'vote-on-report',
  ],
  'oversight-committee': [
    'deposit-pact-text',
    'sign-pact-for-authority',
    'sign-pact-for-bidder',
    'refuse-pact-for-bidder',
    'report-pact-breach',
    'answer-pact-breach',
    'lapse-breach-answer',
    'rule-on-pact-breach',
    'sign-report',
  ],
};

/** What walks came across, to see that they went everywhere. */
interface Sights {
  readonly commands: Set<string>;
  readonly refusals: Set<string>;
  readonly stages: Set<string>;
}

const { process: OFFICIAL } = readOne(OFFICIAL_DATA);

/** Every other walk begins with nothing but the institutions; the others where a case comes to later. */
const beginning = (instrument: InstrumentId, stage: Stage): CaseFile =>
  recordAll(NO_FILE, [
    ...(stage === 'appointment'
      ? [...opened(instrument, { process: OFFICIAL }), ...liaisons(instrument)]
      : caseIn(instrument, stage, { process: OFFICIAL })),
    flagRaised('flag-1'),
  ]);

const aStage = fc.constantFrom<Stage>('appointment', 'appointment', 'appointment', ...STAGES.slice(1, 5));

const walk = (file: CaseFile, seed: number, sights: Sights): CaseFile => {
  const asking = randomCommand(file, diceOf(seed));
  const outcome = ask(file, asking);
  if ('refusal' in outcome) sights.refusals.add(outcome.refusal.word);
  if (!('after' in outcome)) return blameless(file, asking.name, clockFlaws(file, asking.now));
  sights.commands.add(asking.name);
  sights.stages.add(headOf(outcome.after).stage);
  return blameless(outcome.after, asking.name, [
    ...clockFlaws(file, asking.now),
    ...(seed % AGAIN !== 0 || isDeepStrictEqual(ask(file, asking), outcome)
      ? []
      : ['it is decided otherwise the next time']),
    ...stepFlaws({ before: file, after: outcome.after, asking }),
  ]);
};

const blameless = (file: CaseFile, name: string, flaws: readonly string[]): CaseFile => {
  if (flaws.length > 0) throw new Error(`After ${name}: ${flaws.join('; ')}.`);
  return file;
};

/** One seed for the dice of each step; without fast-check’s liking for small numbers, which would load them. */
const SOME_STEPS = fc.noBias(fc.array(fc.nat(), { maxLength: STEPS_MAX, size: 'max' }));

describe.each(INSTRUMENTS)('whatever anybody does to a case of %s', (instrument) => {
  it('holds what must hold', () => {
    const sights: Sights = { commands: new Set(), refusals: new Set(), stages: new Set() };
    fc.assert(
      fc.property(aStage, SOME_STEPS, (stage, steps) => {
        const file = steps.reduce((state, seed) => walk(state, seed, sights), beginning(instrument, stage));
        expect([
          ...refoldFlaws(file, NO_FILE),
          ...canaryFlaws(file, file.now),
          ...milestoneFlaws(file, steps.length),
        ]).toEqual([]);
      }),
      // A shorter walk to the same flaw is searched for longer than anybody waits: the seed finds this one again.
      { seed: SEED, numRuns: WALKS, endOnFailure: true },
    );
    expect(Object.keys(COMMANDS).filter((name) => !sights.commands.has(name))).toEqual(NOT_ASKED[instrument]);
    expect([...sights.stages].toSorted()).toEqual([...STAGES].toSorted());
  });
});
