import { describe, expect, it } from 'vitest';
import { INSTRUMENTS, type InstrumentId, type Stage } from '../../events/vocabulary.ts';
import {
  advanced,
  at,
  COORDINATOR,
  caseIn,
  DIGEST,
  day,
  ended,
  opened,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { CHECKS, FINAL } from '../../test/support/requirement-checks.ts';
import { given } from '../../test/support/specification.ts';
import { sustainedDueAt as checkedFrom } from '../assessment/check-sustained.ts';
import { INSTRUMENT, nextStage } from '../instruments/instruments.ts';
import { profileOf } from '../profiles/profiles.ts';
import type { JudgedRequirement } from './requirement.ts';
import { REQUIREMENTS, type RequirementId } from './requirement-ids.ts';

const begin = (instrument: InstrumentId, stage: Stage) =>
  stage === 'appointment' ? opened(instrument) : caseIn(instrument, stage);

const STAGES = INSTRUMENTS.flatMap((instrument) =>
  INSTRUMENT[instrument].stages.map(({ stage, requirements }) => ({ instrument, stage, requirements })),
).filter(({ requirements }) => requirements.length > 0);

const CELLS = STAGES.flatMap((cell) => cell.requirements.map((requirement) => ({ ...cell, requirement })));

/** The case in a stage with everything posed; met is what `requirements` say. */
const standing = (instrument: InstrumentId, stage: Stage, isMet: (id: RequirementId) => boolean) => {
  const checks = Object.entries(CHECKS[stage](instrument));
  return given(
    ...begin(instrument, stage),
    ...checks.flatMap(([, { posed = [] }]) => posed),
    ...checks.flatMap(([id, { met }]) => (isMet(id as RequirementId) ? met : [])),
  );
};

const unmetOf = (of: ReturnType<typeof standing>): readonly JudgedRequirement[] => {
  const { word, facts } = of.when('advance-stage', {}, { by: COORDINATOR }).refused();
  expect([word, facts.stage]).toEqual(['requirements-unmet', of.head.stage]);
  return facts.requirements as readonly JudgedRequirement[];
};

describe.each(CELLS)(
  '$requirement, to leave $stage of $instrument',
  ({ instrument, stage, requirements, requirement }) => {
    const check = CHECKS[stage](instrument)[requirement];
    if (check === undefined) throw new Error(`Nobody says how ${requirement} is met.`);

    it('keeps the case there, and says what is missing', () => {
      const expected = requirements.filter((id) => id === requirement || id === check.impliedBy);
      const unmet = unmetOf(standing(instrument, stage, (id) => !expected.includes(id)));
      expect(unmet.map(({ id, met }) => [id, met])).toEqual(expected.map((id) => [id, false]));
      expect(unmet[0]?.missing.map(({ facts }) => facts)).toEqual(check.missing);
      expect(unmet[0]?.missing.every(({ sentence }) => /^[A-Z0-9a-z].+\.$/.test(sentence))).toBe(true);
    });

    it('is explained: what it asks, why, by which source, who can meet it and how', () => {
      const unmet = unmetOf(standing(instrument, stage, (id) => id !== requirement && id !== check.impliedBy)).find(
        ({ id }) => id === requirement,
      );
      expect([unmet?.asks, unmet?.why].every((sentence) => sentence?.endsWith('.'))).toBe(true);
      expect([unmet?.source, unmet?.who, unmet?.operations].every((words) => (words?.length ?? 0) > 0)).toBe(true);
    });

    it('lets the case go once it is met', () => {
      const { head } = standing(instrument, stage, () => true)
        .when('advance-stage', {}, { by: COORDINATOR })
        .succeeds();
      expect(head.stage).not.toBe(stage);
    });
  },
);

describe.each(STAGES)('leaving $stage of $instrument', ({ instrument, stage, requirements }) => {
  it('too early is refused with everything that is missing', () => {
    const expected = requirements.filter((id) => CHECKS[stage](instrument)[id]?.needs === undefined);
    expect(unmetOf(standing(instrument, stage, () => false)).map(({ id }) => id)).toEqual(expected);
  });

  it('is recorded as where from and where to', () => {
    const ready = standing(instrument, stage, () => true);
    const to = nextStage(INSTRUMENT[instrument], ready.head);
    if (to === undefined) throw new Error('There is a stage after this.');
    const { head } = ready;
    const sustainedDueAt = checkedFrom({ head, profile: profileOf(head.profile), now: ready.file.now });
    ready.when('advance-stage', {}, { by: COORDINATOR }).records({
      type: 'stage.advanced.v1',
      data: { from: stage, to, ...(to === 'closed' ? { sustainedDueAt } : {}) },
    });
  });

  it('is the coordinator’s', () => {
    standing(instrument, stage, () => true)
      .when('advance-stage', {}, { by: WITNESS })
      .refuses('not-permitted');
  });
});

describe('the requirements', () => {
  it('are each asked for somewhere', () => {
    expect([...new Set(CELLS.map(({ requirement }) => requirement))].toSorted()).toEqual([...REQUIREMENTS].toSorted());
  });

  it('let the end of the authority’s term stand for its comments', () => {
    const dueAt = '2026-03-10T06:00:00.000Z';
    const waiting = standing('integrity-pact', 'final-report', (id) => id !== 'reply-window-over');
    expect(unmetOf(waiting)[0]?.missing).toMatchObject([{ dueAt }]);
    waiting.when('advance-stage', {}, { by: COORDINATOR, at: dueAt }).succeeds();
  });

  it('ask that a committee be registered, where the profile does', () => {
    const unregistered: ToldFact = {
      type: 'committee.constituted.v1',
      data: { members: 3, durationMonths: 12, registered: false, documentHash: DIGEST },
      content: { object: 'Meals.' },
    };
    const unmet = unmetOf(standing('oversight-committee', 'appointment', () => true).and(unregistered));
    expect(unmet.map(({ id, missing }) => [id, missing.map(({ facts }) => facts)])).toEqual([
      ['committee-constituted', [{ registered: false }]],
    ]);
  });

  it('name the first twelve of what is open, and count all', () => {
    const named = Array.from({ length: 12 }, (_, index) => `bidder-${index + 1}`);
    const many = given(...opened('integrity-pact', { bidders: 40 }), advanced('appointment', 'tender-observation'));
    const facts = unmetOf(many)
      .find(({ id }) => id === 'pact-signed-by-bidders')
      ?.missing.map((missing) => missing.facts);
    expect(facts).toEqual([{ open: 40, named }]);
  });

  it('do not ask for the report of a stage that the case left early', () => {
    const early = given(...caseIn('integrity-pact', 'award-review'), ...at(day(1), ended('award-review')));
    const unmet = unmetOf(early).map(({ id }) => id);
    expect(unmet).toEqual(Object.keys(FINAL).filter((id) => id !== 'findings-put-to-authority'));
  });
});
