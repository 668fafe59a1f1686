import { describe, expect, it } from 'vitest';
import {
  accepted,
  at,
  COORDINATOR,
  caseIn,
  day,
  joined,
  opened,
  proposed,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { adopted, drafted, published, scheduled } from '../../test/support/watch-facts.ts';
import type { JudgedRequirement } from './requirement.ts';
import type { RequirementId } from './requirement-ids.ts';
import { openOf } from './watch.ts';

const missingIn = (id: RequirementId, ...facts: readonly ToldFact[]) => {
  const { facts: told } = given(...facts)
    .when('advance-stage', {}, { by: COORDINATOR })
    .refused();
  return (told.requirements as readonly JudgedRequirement[]).find((each) => each.id === id)?.missing;
};

describe('what is missing', () => {
  it('is told with its number and the names of the first', () => {
    const sentence = (open: number, ...named: readonly string[]) =>
      openOf({ open, named: [...named] }, 'Open')[0]?.sentence;
    expect(sentence(2, 'act-1', 'act-2')).toBe('Open: 2 (act-1, act-2).');
    expect(sentence(3, 'act-1', 'act-2')).toBe('Open: 3 (act-1, act-2 and 1 more).');
    // Those that were named are settled; others are open.
    expect(sentence(3)).toBe('Open: 3.');
    expect(openOf({ open: 0, named: [] }, 'Open')).toEqual([]);
  });

  it('of a team is told with the term of the proposal that has waited longest', () => {
    const pact = opened('integrity-pact');
    const second = proposed({ person: 'witness-8', roles: [] });
    const waiting = [...pact, ...at(day(1), proposed(WITNESS)), ...at(day(2), second)];
    const [missing] = missingIn('team-complete', ...waiting) ?? [];
    expect(missing?.term).toMatchObject({ term: 'proposal', startedAt: day(1) });
    expect(missing?.dueAt).toBe(missing?.term?.dueAt);
    const [later] = missingIn('team-complete', ...waiting, accepted(WITNESS)) ?? [];
    expect(later?.term).toBe(undefined);
    const [nobody] = missingIn('team-complete', ...pact) ?? [];
    expect(nobody).not.toHaveProperty('term');
  });

  it('of a report is nothing once it is adopted, published or not', () => {
    const review = [...caseIn('integrity-pact', 'award-review'), drafted('report-1', 'award-review')];
    const adoption = adopted('report-1', 'award-review');
    expect(missingIn('stage-report-adopted', ...review)?.map(({ facts }) => facts)).toEqual([
      { report: 'report-1', state: 'draft' },
    ]);
    expect(missingIn('stage-report-adopted', ...review, adoption)).toBeUndefined();
    expect(
      missingIn('stage-report-adopted', ...review, adoption, published('report-1', 'award-review')),
    ).toBeUndefined();
  });

  it('of acts and documents is told for the stage where the case stands', () => {
    const all = missingIn('document-access-checked', ...caseIn('integrity-pact', 'tender-observation'));
    expect(all?.map(({ facts }) => facts)).toEqual([
      { unchecked: ['tender-notice', 'bidding-documents', 'clarifications', 'bid-opening-record'] },
    ]);
    const watching = [...caseIn('integrity-pact', 'tender-observation'), scheduled('act-1')];
    expect(missingIn('acts-accounted', ...watching)?.map(({ facts }) => facts)).toEqual([
      { open: 1, named: ['act-1'] },
    ]);
    expect(missingIn('acts-accounted', ...caseIn('integrity-pact', 'tender-observation'))).toBeUndefined();
  });

  it('of sectors counts only members who have one', () => {
    const committee = [...opened('oversight-committee'), ...joined({ person: 'member-1', roles: [] })];
    const sectors = missingIn('team-complete', ...committee)?.find(({ facts }) => 'sectors' in facts)?.facts;
    expect(sectors).toMatchObject({ sectors: [] });
    const withOne = [...committee, ...joined({ person: 'member-2', roles: [] }, 'universities')];
    const one = missingIn('team-complete', ...withOne)?.find(({ facts }) => 'sectors' in facts)?.facts;
    expect(one).toMatchObject({ sectors: ['universities'] });
  });
});
