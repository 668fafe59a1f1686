import { describe, expect, it } from 'vitest';
import type { FactData } from '../../events/catalogue.ts';
import {
  CHAIR,
  CONSTITUTED,
  COORDINATOR,
  DIGEST,
  day,
  elected,
  joined,
  left,
  MEMBER,
  OPENED_AT,
  opened,
  proposed,
  SECRETARY,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';

const act = {
  object: 'To watch the purchase of school meals.',
  durationMonths: 12,
  registered: true,
  documentHash: DIGEST,
};
const members = [...joined(CHAIR), ...joined(SECRETARY), ...joined(MEMBER)];
const officers = [elected(CHAIR, 'chair'), elected(SECRETARY, 'secretary')];
const ready = given(...opened('oversight-committee'), ...members, ...officers);

describe('the act of constitution', () => {
  it('records how many members, for how long and whether it is registered; the object is content', () => {
    const { head } = ready.when('constitute-committee', act, { by: MEMBER }).records({
      type: 'committee.constituted.v1',
      data: {
        members: 3,
        durationMonths: 12,
        registered: true,
        documentHash: DIGEST,
        startedAt: OPENED_AT,
        endsAt: '2027-03-03T04:00:00.000Z',
      },
      content: { object: act.object },
    });
    expect(head.committee).toMatchObject({ members: 3, registered: true, startedAt: OPENED_AT, months: 12 });
  });

  it('records how and when its members were elected, which was not in the future', () => {
    const election = { way: 'assembly', heldAt: day(0), votes: 41 };
    const { file } = ready.when('constitute-committee', { ...act, election }, { by: MEMBER }).succeeds();
    expect(file.entries.at(-1)?.data).toMatchObject({ election });
    ready
      .when('constitute-committee', { ...act, election: { ...election, heldAt: day(1) } }, { by: MEMBER })
      .refuses('observed-in-the-future', { heldAt: day(1), now: OPENED_AT });
    const skipped = { local: '2026-03-08T02:30', zone: 'America/New_York' };
    const refused = ready
      .when('constitute-committee', { ...act, election: { ...election, heldAt: skipped } }, { by: MEMBER })
      .refused();
    expect(refused).toMatchObject({ word: 'local-time-skipped', facts: { pointer: '/election/heldAt' } });
    const { votes: _, ...uncounted } = election;
    const told = ready.when('constitute-committee', { ...act, election: uncounted }, { by: MEMBER }).succeeds();
    expect(Object.keys(Object(Object(told.file.entries.at(-1)?.data).election))).toEqual(['way', 'heldAt']);
  });

  it.each([
    ['its minimum of members', given(...opened('oversight-committee'), ...members.slice(0, 6), ...officers), 2],
    ['a chair and a secretary', given(...opened('oversight-committee'), ...members), 3],
    ['a secretary', given(...opened('oversight-committee'), ...members, elected(CHAIR, 'chair')), 3],
    ['its chair', ready.and(left(CHAIR)), 2],
  ])('waits until the committee has %s', (_, committee, count) => {
    committee
      .when('constitute-committee', act, { by: SECRETARY })
      .refuses('committee-not-ready', { members: count, membersMin: 3 });
  });

  it('counts who accepted, and nobody who is only proposed', () => {
    given(...opened('oversight-committee'), ...members.slice(0, 6), ...officers, proposed(MEMBER))
      .when('constitute-committee', act, { by: SECRETARY })
      .refuses('committee-not-ready', { members: 2, membersMin: 3 });
    const { head } = ready
      .and(proposed({ person: 'member-9', roles: ['member'] }))
      .when('constitute-committee', act, { by: MEMBER })
      .succeeds();
    expect(head.committee?.members).toBe(3);
  });

  it('of before there were durations is known without one', () => {
    const { startedAt: _, ...old } = CONSTITUTED.data as FactData<'committee.constituted.v1'>;
    expect(ready.and({ type: 'committee.constituted.v1', data: old }).head.committee).toEqual({
      members: 3,
      registered: true,
      act: { documentHash: DIGEST, constitutedIn: expect.any(Number) },
    });
  });

  it('is done once', () => {
    ready.and(CONSTITUTED).when('constitute-committee', act, { by: MEMBER }).refuses('already-constituted', {});
  });

  it('is done again only to add the registration that it lacked', () => {
    const unregistered = ready.when('constitute-committee', { ...act, registered: false }, { by: MEMBER }).succeeds();
    unregistered
      .when('constitute-committee', { ...act, registered: false }, { by: MEMBER })
      .refuses('already-constituted');
    const { head } = unregistered.when('constitute-committee', act, { by: MEMBER, at: day(9) }).succeeds();
    // The registration does not start its duration anew.
    expect(head.committee).toMatchObject({ members: 3, registered: true, startedAt: OPENED_AT, months: 12 });
  });

  it('is the members’ own', () => {
    ready.when('constitute-committee', act, { by: COORDINATOR }).refuses('not-permitted');
    given(...opened('integrity-pact'), ...joined(WITNESS))
      .when('constitute-committee', act, { by: { person: 'witness-1', roles: ['witness', 'member'] } })
      .refuses('not-permitted');
  });

  it('says for how many months, at most ten years', () => {
    for (const durationMonths of [0, 121, 1.5]) {
      ready.when('constitute-committee', { ...act, durationMonths }, { by: MEMBER }).cannotTake('durationMonths');
    }
  });
});
