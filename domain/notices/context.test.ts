import { describe, expect, it } from 'vitest';
import type { AccreditationLoss } from '../../events/vocabulary.ts';
import {
  AUTHORITY,
  accepted,
  accredited,
  CONTROL,
  COORDINATOR,
  declared,
  joined,
  left,
  opened,
  proposed,
  SECOND_WITNESS,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { seesAll } from '../observations/seal.ts';
import {
  COORDINATORS_MAX,
  foldNoticeContext,
  isClear,
  NO_ONE,
  type NoticeContext,
  noticeContextSchema,
} from './context.ts';

const { person } = WITNESS;
const begun = given(...opened('integrity-pact'));
const inTeam = begun.and(...joined(WITNESS), ...joined(SECOND_WITNESS));

const folded = ({ file }: Given): NoticeContext => file.entries.reduce(foldNoticeContext, NO_ONE);

/** What notices know of a case is what its head says: who belongs to the team, who of it sees the case whole, who speaks for whom. */
const agrees = (of: Given): NoticeContext => {
  const context = folded(of);
  const { head } = of;
  const whole = head.team.filter((member) => seesAll({ person: member.person, roles: ['witness'] }, head));
  expect(context.team.filter(isClear).map((member) => member.person)).toEqual(whole.map((member) => member.person));
  const standing = (each: { person: string; standing: string }) => [each.person, each.standing];
  expect(context.team.map(standing)).toEqual(head.team.map(standing));
  expect(context.liaisons).toEqual(head.liaisons);
  // It is stored as JSON, and read back by its schema.
  expect(noticeContextSchema.parse(JSON.parse(JSON.stringify(context)))).toStrictEqual(context);
  return context;
};
const clearIn = (of: Given): readonly string[] =>
  agrees(of)
    .team.filter(isClear)
    .map((member) => member.person);

const FOUND: ToldFact = { type: 'impediment.found.v1', data: { person, matches: 1 }, content: {} };
const ruled = (stands: boolean): ToldFact => ({ type: 'impediment.ruled.v1', data: { person, stands }, content: {} });
const changed = (loss?: AccreditationLoss): ToldFact => ({
  type: 'accreditation.changed.v1',
  data: { person, ...(loss === undefined ? {} : { loss }) },
});

describe('whoever is told what the clear team is told', () => {
  it('accepted and declared that nothing stands in the way', () => {
    expect(clearIn(begun.and(proposed(WITNESS)))).toEqual([]);
    expect(clearIn(begun.and(proposed(WITNESS), accepted(WITNESS)))).toEqual([]);
    expect(clearIn(begun.and(proposed(WITNESS), declared(WITNESS)))).toEqual([]);
    expect(clearIn(inTeam)).toEqual(['witness-1', 'witness-2']);
  });

  it('has no impediment, declared or found, until it is ruled that none stands', () => {
    const matching: ToldFact = {
      ...declared(WITNESS),
      type: 'declaration.signed.v1',
      data: { person, yes: [], asked: 5, matches: 1 },
    };
    const yes = begun.and(proposed(WITNESS), accepted(WITNESS), declared(WITNESS, 'kinship'));
    for (const impeded of [yes, inTeam.and(matching), inTeam.and(FOUND)]) {
      expect(clearIn(impeded)).not.toContain(person);
      expect(clearIn(impeded.and(ruled(true)))).not.toContain(person);
      expect(clearIn(impeded.and(ruled(false)))).toContain(person);
    }
  });

  it('did not declare away what was found before', () => {
    const enrolled = begun.and(proposed(WITNESS), FOUND, accepted(WITNESS), declared(WITNESS));
    expect(clearIn(enrolled)).toEqual([]);
    expect(clearIn(enrolled.and(ruled(false)))).toEqual([person]);
  });

  it('is accredited', () => {
    for (const loss of ['suspended', 'removed', 'lapsed'] as const) {
      expect(clearIn(inTeam.and(changed(loss)))).toEqual(['witness-2']);
      expect(clearIn(inTeam.and(changed(loss), changed()))).toEqual(['witness-1', 'witness-2']);
    }
    expect(clearIn(inTeam.and({ type: 'accreditation.lapsed.v1', data: { person } }))).toEqual(['witness-2']);
  });

  it('did not decline, let the proposal lapse, or leave', () => {
    expect(clearIn(inTeam.and(left(WITNESS)))).toEqual(['witness-2']);
    for (const type of ['member.declined.v1', 'proposal.lapsed.v1'] as const) {
      expect(agrees(begun.and(proposed(SECOND_WITNESS), proposed(WITNESS), { type, data: { person } })).team).toEqual([
        { person: 'witness-2', standing: 'proposed', declared: false, impeded: false },
      ]);
    }
  });
});

it('somebody who is proposed again begins again', () => {
  const context = folded(inTeam.and(proposed(WITNESS)));
  expect(context.team.filter((member) => member.person === person)).toEqual([
    { person, standing: 'proposed', declared: false, impeded: false },
  ]);
});

describe('whoever speaks for an institution', () => {
  const spoken = begun.and(
    accredited(AUTHORITY, { kind: 'contracting-authority' }),
    accredited(CONTROL, { kind: 'control-authority', controlAuthority: 'internal-control' }),
    accredited(CONTROL, { kind: 'control-authority', controlAuthority: 'supreme-audit' }),
    accredited(CONTROL, { kind: 'contracting-authority' }),
    accredited({ person: 'bidder-9', roles: [] }, { kind: 'bidder', bidder: 'bidder-1' }),
    accredited({ person: 'bidder-9', roles: [] }, { kind: 'bidder', bidder: 'bidder-2' }),
  );

  it.each(folded(spoken).liaisons)('does so until that is withdrawn, for this one alone: %j', (withdrawn) => {
    const after = spoken.and({ type: 'liaison.withdrawn.v1', data: withdrawn, content: { reason: 'Moved.' } });
    expect(agrees(after).liaisons).toEqual(folded(spoken).liaisons.filter((liaison) => liaison !== withdrawn));
  });
});

describe('whoever acts as a coordinator', () => {
  const by = (number: number): ToldFact => ({
    ...proposed({ person: `witness-${number}`, roles: [] }),
    by: { person: `coordinator-${number}`, roles: ['coordinator'] },
  });

  it('is one of the case, the last that acted last, and no more than so many', () => {
    expect(folded(begun).coordinators).toEqual([COORDINATOR.person]);
    expect(folded(begun.and(by(2), by(3), by(2))).coordinators).toEqual([
      'coordinator-1',
      'coordinator-3',
      'coordinator-2',
    ]);
    const many = Array.from({ length: COORDINATORS_MAX + 2 }, (_, index) => by(index + 2));
    expect(folded(begun.and(many)).coordinators).toEqual(
      Array.from({ length: COORDINATORS_MAX }, (_, index) => `coordinator-${index + 4}`),
    );
  });

  it('is not known by what was done on something sealed: the record names the role alone', () => {
    expect(folded(begun.and({ ...by(2), withoutName: true })).coordinators).toEqual([COORDINATOR.person]);
  });

  it('is nobody else who acts', () => {
    expect(folded(inTeam).coordinators).toEqual([COORDINATOR.person]);
  });
});
