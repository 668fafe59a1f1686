import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  at,
  COORDINATOR,
  caseIn,
  day,
  declared,
  OTHER_WITNESS,
  opened,
  proposed,
  SYSTEM,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { enrolled } from '../../test/support/roster.ts';
import { given } from '../../test/support/specification.ts';
import { profileOf } from '../profiles/profiles.ts';

const proposal = { person: 'witness-1', reason: 'Knows bridges.' };
const by = COORDINATOR;

/** A case under a profile that asks for accreditation, with what its official data say of its end. */
const mexican = (dates: object = {}): readonly ToldFact[] => {
  const [opening, imported] = opened('integrity-pact', { monitoring: false });
  return [
    { ...opening, data: { ...opening?.data, profile: { id: 'mx-federal-2025', version: 1 } } } as ToldFact,
    { ...imported, data: { ...imported?.data, ...dates } } as ToldFact,
  ];
};

/** The end of the last day of an accreditation in Mexico City. */
const UNTIL = '2028-01-01T06:00:00.000Z';

describe('a proposal where the profile asks for accreditation', () => {
  it('is for those whom the roster holds, with an accreditation', () => {
    const asked = given(...mexican());
    asked.when('propose-member', proposal, { by }).refuses('not-accredited', { person: 'witness-1' });
    const bare = { ...enrolled('witness-1'), accreditations: [] };
    asked.when('propose-member', proposal, { by, roster: [bare] }).refuses('not-accredited', { person: 'witness-1' });
  });

  it('is on record with the end of the accreditation', () => {
    const { head } = given(...mexican())
      .when('propose-member', proposal, { by, roster: [enrolled('witness-1')] })
      .succeeds();
    expect(head.team.map(({ accreditedUntil }) => accreditedUntil)).toEqual([UNTIL]);
  });

  it.each([
    ['suspended', { suspended: true }],
    ['removed', { removed: true }],
    ['expired', { validTo: '2026-03-01' }],
    ['pending', { validFrom: '2026-03-03' }],
  ])('is refused while the accreditation is %s', (status, differing) => {
    given(...mexican())
      .when('propose-member', proposal, { by, roster: [enrolled('witness-1', differing)] })
      .refuses('accreditation-not-active', { person: 'witness-1', status });
  });

  it('holds on the last day of the accreditation, in the zone of the profile', () => {
    const roster = [enrolled('witness-1', { validTo: '2026-03-02' })];
    const [lastInstant, over] = ['2026-03-03T05:59:59.999Z', '2026-03-03T06:00:00.000Z'];
    const asked = given(...mexican({ awardDueAt: '2026-03-03T06:00:00.000Z' }));
    asked.when('propose-member', proposal, { by, at: lastInstant, roster }).succeeds();
    asked.when('propose-member', proposal, { by, at: over, roster }).refuses('accreditation-not-active');
  });

  it('asks for an accreditation until the end of the process as its data tell it', () => {
    const roster = [enrolled('witness-1', { validTo: '2026-05-01' })];
    const ending = (awardDueAt: string) =>
      given(...mexican({ awardDueAt })).when('propose-member', proposal, { by, roster });
    ending('2026-04-30T00:00:00.000Z').succeeds();
    ending('2026-06-01T00:00:00.000Z').refuses('accreditation-too-short', {
      person: 'witness-1',
      accreditedUntil: '2026-05-02T06:00:00.000Z',
      expectedEndAt: '2026-06-01T00:00:00.000Z',
    });
  });

  it('asks for ninety days where the data tell no end, or one that is past', () => {
    const roster = [enrolled('witness-1', { validTo: '2026-05-30' })];
    for (const dates of [{}, { awardDueAt: '2026-03-01T00:00:00.000Z' }]) {
      given(...mexican(dates))
        .when('propose-member', proposal, { by, roster })
        .refuses('accreditation-too-short', {
          person: 'witness-1',
          accreditedUntil: '2026-05-31T06:00:00.000Z',
          expectedEndAt: day(90),
        });
    }
  });

  it('looks at every candidate of a draw', () => {
    const source = { kind: 'beacon', beacon: 'drand-quicknet', publishedAfter: day(1) };
    const draw = { candidates: ['witness-1', 'witness-2'], places: 1, source };
    const roster = [enrolled('witness-1'), enrolled('witness-2', { suspended: true })];
    given(...mexican())
      .when('announce-draw', draw, { by, roster })
      .refuses('accreditation-not-active', { person: 'witness-2', status: 'suspended' });
    given(...mexican())
      .when('announce-draw', draw, { by, roster: [enrolled('witness-1'), enrolled('witness-2')] })
      .succeeds();
  });

  it('is what the three Mexican profiles ask for', () => {
    for (const id of ['mx-federal-2000', 'mx-federal-2025', 'mx-coahuila']) {
      expect(profileOf({ id, version: 1 }).accreditation.value).toBe('required');
    }
    for (const id of ['ti-integrity-pact', 'do-183-15', 'co-ley-850']) {
      expect(profileOf({ id, version: 1 }).accreditation.value).toBe('not-asked');
    }
  });
});

describe('a proposal where the profile does not ask for accreditation', () => {
  it('is open to those whom the roster does not hold', () => {
    given(...opened('integrity-pact'))
      .when('propose-member', proposal, { by })
      .succeeds();
  });

  it('is closed to those whose accreditation was taken, and open to one that ends early', () => {
    const ask = (differing: object) =>
      given(...opened('integrity-pact')).when('propose-member', proposal, {
        by,
        roster: [enrolled('witness-1', differing)],
      });
    ask({ suspended: true }).refuses('accreditation-not-active', { person: 'witness-1', status: 'suspended' });
    ask({ validTo: '2026-03-05' }).succeeds();
  });
});

const until = day(3);
const proposedUntil = (accreditedUntil: string): ToldFact => {
  const fact = proposed(WITNESS);
  return { ...fact, data: { ...fact.data, accreditedUntil } } as ToldFact;
};
const joinedUntil = (accreditedUntil: string): readonly ToldFact[] => [
  proposedUntil(accreditedUntil),
  { ...accepted(WITNESS), data: { person: WITNESS.person, accreditedUntil } } as ToldFact,
  declared(WITNESS),
];

describe('an acceptance', () => {
  it('carries the end of the accreditation, and comes too late after it', () => {
    const asked = given(...opened('integrity-pact'), proposedUntil(until));
    asked
      .when('accept-appointment', {}, { by: WITNESS })
      .records({ type: 'member.accepted.v1', data: { person: 'witness-1', accreditedUntil: until } });
    asked
      .when('accept-appointment', {}, { by: WITNESS, at: until })
      .refuses('accreditation-lapsed', { person: 'witness-1' });
    asked
      .and({ type: 'accreditation.changed.v1', data: { person: 'witness-1', loss: 'removed' } })
      .when('accept-appointment', {}, { by: WITNESS })
      .refuses('accreditation-not-active', { person: 'witness-1', status: 'removed' });
  });
});

const filing = (now: string) => ({
  type: 'good-practice',
  stage: 'tender-observation',
  observedAt: now,
  title: 'Open doors',
  narrative: 'The doors were open.',
  language: 'es',
  visibility: 'public',
});

describe('a member whose accreditation ended while the case went on', () => {
  const [team, ...others] = [
    joinedUntil(until),
    ...caseIn('integrity-pact', 'tender-observation')
      .slice(5)
      .map((fact) => [fact]),
  ];
  const asked = given(...opened('integrity-pact'), team, ...others);

  it('files until the last instant, and not after it, whether it is on record or not', () => {
    const last = after(until, -1);
    asked.when('file-observation', filing(last), { by: WITNESS, at: last }).succeeds();
    asked
      .when('file-observation', filing(until), { by: WITNESS, at: until })
      .refuses('accreditation-lapsed', { person: 'witness-1' });
    asked
      .and(...at(until, { type: 'accreditation.lapsed.v1', data: { person: 'witness-1' } }))
      .when('file-observation', filing(until), { by: WITNESS })
      .refuses('accreditation-lapsed');
  });

  it('is on record as such once it is over, and once only', () => {
    const lapse = { person: 'witness-1' };
    asked.when('lapse-accreditation', lapse, { by: SYSTEM }).refuses('term-running', { dueAt: until });
    asked
      .when('lapse-accreditation', lapse, { by: SYSTEM, at: until })
      .records({ type: 'accreditation.lapsed.v1', data: lapse })
      .when('lapse-accreditation', lapse, { by: SYSTEM })
      .refuses('nothing-to-lapse');
    asked.when('lapse-accreditation', { person: 'witness-9' }, { by: SYSTEM }).refuses('nothing-to-lapse');
  });

  it('acts again once it is renewed', () => {
    asked
      .and(...at(until, { type: 'accreditation.lapsed.v1', data: { person: 'witness-1' } }))
      .when('record-accreditation-change', { person: 'witness-1' }, { by: SYSTEM, roster: [enrolled('witness-1')] })
      .records({ type: 'accreditation.changed.v1', data: { person: 'witness-1', accreditedUntil: UNTIL } })
      .when('file-observation', filing(until), { by: WITNESS })
      .succeeds();
  });

  it('stops at once when it is suspended, and the case is told once', () => {
    const roster = [enrolled('witness-1', { suspended: true })];
    const change = { person: 'witness-1' };
    const suspended = asked
      .when('record-accreditation-change', change, { by: SYSTEM, roster })
      .records({ type: 'accreditation.changed.v1', data: { person: 'witness-1', loss: 'suspended' } });
    suspended.when('file-observation', filing(day(1)), { by: WITNESS, at: day(1) }).refuses('accreditation-not-active');
    suspended
      .when('record-accreditation-change', change, { by: SYSTEM, roster })
      .refuses('accreditation-unchanged', change);
  });

  it('is nobody to a case that does not hold the person, and nothing changes for whom the roster does not know', () => {
    const stranger = { person: OTHER_WITNESS.person };
    asked
      .when('record-accreditation-change', stranger, { by: SYSTEM, roster: [enrolled(OTHER_WITNESS.person)] })
      .refuses('accreditation-unchanged', stranger);
    asked
      .when('record-accreditation-change', { person: 'witness-1' }, { by: SYSTEM })
      .refuses('accreditation-unchanged');
  });

  it('does not count for a complete team', () => {
    const alone = given(...opened('integrity-pact'), joinedUntil(until)).and({
      type: 'accreditation.changed.v1',
      data: { person: 'witness-1', loss: 'suspended' },
    });
    const refusal = alone.when('advance-stage', {}, { by }).refused();
    expect(JSON.stringify(refusal)).toContain('"team-complete"');
  });
});
