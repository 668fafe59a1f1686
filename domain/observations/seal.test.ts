import { describe, expect, it } from 'vitest';
import type { Role, Visibility } from '../../events/vocabulary.ts';
import {
  ADMINISTRATOR,
  ANYBODY,
  ASSESSOR,
  AUDITOR,
  AUTHORITY,
  accepted,
  accredited,
  BIDDER,
  CHAIR,
  CONTROL,
  COORDINATOR,
  caseIn,
  day,
  declared,
  ended,
  left,
  OTHER_WITNESS,
  proposed,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { awarded, escalated, filed, notified } from '../../test/support/watch-facts.ts';
import { INSTRUMENT } from '../instruments/instruments.ts';
import { tiIntegrityPact } from '../profiles/ti-integrity-pact.ts';
import { judgeStage } from '../requirements/requirements.ts';
import { subjectOf } from '../state.ts';
import { mayRead, requirementFor, sealOf, seesAll } from './seal.ts';

const seen = (visibility: Visibility) =>
  given(...caseIn('integrity-pact', 'tender-observation'), filed('observation-1', { severity: 'grave', visibility }));

const observationOf = ({ file }: Given) => {
  const observation = subjectOf(file.state.subjects, 'observation', 'observation-1');
  if (observation === undefined) throw new Error('It was filed.');
  return observation;
};

const reads = (reader: { person?: string; roles: readonly Role[] }, of: Given): boolean =>
  mayRead(reader, observationOf(of), { head: of.head, now: of.file.now });

describe('the seal of an observation', () => {
  it.each([
    ['public', 'open', 'open', 'open'],
    ['after-award', 'until-award', 'open', 'open'],
    ['restricted', 'restricted', 'restricted', 'restricted'],
  ] as const)('that is %s is %s, and with the award or the end of the process %s', (visibility, before, award, end) => {
    const pact = seen(visibility);
    const sealIn = ({ head, file: { now } }: Given) => sealOf(observationOf(pact), { head, now });
    expect(sealIn(pact)).toBe(before);
    expect(sealIn(pact.and(awarded()))).toBe(award);
    expect(sealIn(pact.and(awarded('none')))).toBe(award);
    expect(sealIn(pact.and(ended('tender-observation')))).toBe(end);
  });
});

const OUTSIDERS = {
  'the public': { roles: [] },
  'somebody with the role of the public': ANYBODY,
  'a bidder’s representative': BIDDER,
  'an assessor': ASSESSOR,
  'an administrator': ADMINISTRATOR,
  'the contracting authority to whom it was not put': AUTHORITY,
  'a control authority to which it was not sent': CONTROL,
  'a witness of another case': OTHER_WITNESS,
  'a member of committees': CHAIR,
  'the witness in another role': { person: 'witness-1', roles: ['assessor'] },
} as const satisfies Record<string, { person?: string; roles: readonly Role[] }>;

describe.each(['after-award', 'restricted'] as const)('a sealed observation (%s)', (visibility) => {
  const pact = seen(visibility);

  it.each(Object.entries(OUTSIDERS))('is not shown to %s', (_, reader) => {
    expect(reads(reader, pact)).toBe(false);
  });

  it.each([
    ['the team', WITNESS],
    ['the coordinator', COORDINATOR],
    ['the auditor', AUDITOR],
  ])('is shown to %s', (_, reader) => {
    expect(reads(reader, pact)).toBe(true);
  });

  it('is shown to who is in the team and clear of impediments, not to who is proposed, undeclared, impeded or has left', () => {
    expect(reads(OTHER_WITNESS, pact.and(proposed(OTHER_WITNESS)))).toBe(false);
    const undeclared = pact.and(proposed(OTHER_WITNESS), accepted(OTHER_WITNESS));
    expect(reads(OTHER_WITNESS, undeclared)).toBe(false);
    expect(reads(OTHER_WITNESS, undeclared.and(declared(OTHER_WITNESS)))).toBe(true);
    expect(reads(OTHER_WITNESS, undeclared.and(declared(OTHER_WITNESS, 'public-office')))).toBe(false);
    expect(reads(WITNESS, pact.and(left(WITNESS)))).toBe(false);
    expect(reads(OTHER_WITNESS, pact.and(proposed(OTHER_WITNESS), declared(OTHER_WITNESS)))).toBe(false);
  });

  it('is not shown to who lost the accreditation, until it is held again', () => {
    const lost = pact.and({ type: 'accreditation.changed.v1', data: { person: WITNESS.person, loss: 'suspended' } });
    expect(reads(WITNESS, lost)).toBe(false);
    const lapsed = pact.and({ type: 'accreditation.lapsed.v1', data: { person: WITNESS.person } });
    expect(reads(WITNESS, lapsed)).toBe(false);
    const again = { person: WITNESS.person, accreditedUntil: day(300) };
    expect(reads(WITNESS, lost.and({ type: 'accreditation.changed.v1', data: again }))).toBe(true);
  });

  it('is shown to the contracting authority once it was put to it', () => {
    const put = pact.and(notified('observation-1'));
    expect(reads(AUTHORITY, put)).toBe(true);
    expect(reads({ ...AUTHORITY, roles: ['bidder-representative'] }, put)).toBe(false);
    expect(reads({ ...AUTHORITY, person: 'authority-2' }, put)).toBe(false);
    expect(reads(CONTROL, put)).toBe(false);
  });

  it('is shown to the control authority to which it was escalated, and to no other', () => {
    const sent = pact.and(
      escalated('escalation-1', ['observation-1']),
      accredited({ person: 'control-2', roles: [] }, { kind: 'control-authority', controlAuthority: 'supreme-audit' }),
    );
    expect(reads(CONTROL, sent)).toBe(true);
    expect(reads({ person: 'control-2', roles: ['control-authority'] }, sent)).toBe(false);
    expect(reads({ ...CONTROL, roles: ['contracting-authority'] }, sent)).toBe(false);
    expect(reads(AUTHORITY, sent)).toBe(false);
  });
});

describe('an open observation', () => {
  it.each(Object.entries(OUTSIDERS))('is shown to %s', (_, reader) => {
    expect(reads(reader, seen('public'))).toBe(true);
    expect(reads(reader, seen('after-award').and(awarded()))).toBe(true);
  });
});

describe('what is missing to leave a stage', () => {
  const pact = seen('restricted').and({
    type: 'stage.advanced.v1',
    data: { from: 'tender-observation', to: 'award-review' },
  });
  const judged = judgeStage({
    head: pact.head,
    instrument: INSTRUMENT['integrity-pact'],
    profile: tiIntegrityPact,
    now: pact.file.now,
  });

  it('is not judged before those who must not learn the weight of what is sealed', () => {
    for (const reader of [WITNESS, COORDINATOR, AUDITOR]) {
      expect(judged.map((requirement) => requirementFor(reader, requirement, pact.head))).toEqual(judged);
    }
    for (const reader of Object.values(OUTSIDERS)) {
      const shown = judged.map((requirement) => requirementFor(reader, requirement, pact.head));
      expect(seesAll(reader, pact.head)).toBe(false);
      expect(JSON.stringify(shown)).not.toContain('observation-1');
      const hidden = shown.find(({ id }) => id === 'findings-put-to-authority');
      expect(hidden).toMatchObject({ missing: [] });
      expect(hidden).not.toHaveProperty('met');
      const others = ({ id }: { id: string }) => id !== 'findings-put-to-authority';
      expect(shown.filter(others)).toEqual(judged.filter(others));
    }
  });
});
