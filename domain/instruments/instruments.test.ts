import { describe, expect, it } from 'vitest';
import { INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import { DEFAULT_PROFILE, newestProfile, PROFILES, profileOf } from '../profiles/profiles.ts';
import { REQUIREMENT } from '../requirements/requirements.ts';
import { diagramOf } from './diagram.ts';
import { INSTRUMENT, stageOf } from './instruments.ts';

describe.each(INSTRUMENTS)('the instrument %s', (id) => {
  const instrument = INSTRUMENT[id];

  it('has every stage, in their order; only monitoring may be left out', () => {
    expect(instrument.stages.map(({ stage }) => stage)).toEqual(STAGES);
    expect(instrument.stages.filter(({ optional }) => optional).map(({ stage }) => stage)).toEqual([
      'implementation-monitoring',
    ]);
  });

  it('asks for requirements that are explained', () => {
    for (const { requirements } of instrument.stages) {
      expect(requirements.filter((requirement) => REQUIREMENT[requirement].operations.length === 0)).toEqual([]);
    }
  });

  it('asks for a checked checklist where it has one', () => {
    for (const { requirements, checklist } of instrument.stages) {
      expect(requirements.includes('document-access-checked')).toBe(checklist.length > 0);
    }
  });

  it('is drawn from its data', () => {
    const drawing = diagramOf(instrument);
    for (const { stage, requirements } of instrument.stages) {
      expect(drawing).toContain(`state "${stage}"`);
      for (const requirement of requirements) expect(drawing).toContain(requirement);
    }
    expect(drawing.match(/ --> final_report: the process ended early/g)).toHaveLength(4);
    expect(drawing).toContain('award_review --> final_report: the same, without monitoring or award');
  });

  it('is drawn line by line, each stage after the one before', () => {
    const [first, second] = instrument.stages;
    if (first === undefined || second === undefined) throw new Error('It has stages.');
    const two = { ...instrument, stages: [first, { ...second, optional: true }] };
    const [from, to] = [first.stage, second.stage.replaceAll('-', '_')];
    expect(diagramOf(two).split('\n')).toEqual([
      'stateDiagram-v2',
      '  direction TB',
      `  state "${from}" as ${from}`,
      `  state "${second.stage}" as ${to}`,
      '  [*] --> appointment',
      `  ${from} --> ${to}: ${first.requirements.join('<br/>')}`,
      `  ${from} --> final_report: the process ended early`,
      '  closed --> [*]',
    ]);
  });

  it('has a default profile of its own', () => {
    expect(newestProfile(DEFAULT_PROFILE[id])?.instrument).toBe(id);
  });
});

describe('an instrument without a stage', () => {
  it('is a mistake of ours', () => {
    expect(() => stageOf({ ...INSTRUMENT['integrity-pact'], stages: [] }, 'closed')).toThrow('has no stage closed');
  });
});

describe('a profile', () => {
  it('is found in the version that a case keeps', () => {
    for (const profile of PROFILES) expect(profileOf(profile)).toBe(profile);
    expect(() => profileOf({ id: 'ti-integrity-pact', version: 99 })).toThrow(
      'no profile ti-integrity-pact version 99',
    );
    expect(newestProfile('mx-unheard-of')).toBeUndefined();
  });

  it.each(PROFILES.map((profile) => [profile.id, profile] as const))(
    '%s says the source of each parameter, and claims nothing verified',
    (_, profile) => {
      const parameters = Object.values(profile).filter((value) => typeof value === 'object');
      expect(parameters.length).toBeGreaterThan(10);
      expect(parameters.every(({ source, verified }) => source.length > 0 && !verified)).toBe(true);
    },
  );

  it.each(PROFILES.map((profile) => [profile.id, profile] as const))(
    '%s counts its tiers from one, in a known time zone',
    (_, profile) => {
      // Several may stand on one tier.
      const tiers = profile.controlAuthorities.value.map(({ tier }) => tier);
      expect([...new Set(tiers)]).toEqual(Array.from({ length: tiers.at(-1) ?? 0 }, (__, index) => index + 1));
      expect(Intl.supportedValuesOf('timeZone')).toContain(profile.zone.value);
      expect(profile.membersMin.value).toBeLessThanOrEqual(profile.membersMax.value);
    },
  );
});
