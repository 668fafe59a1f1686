import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  after,
  at,
  COORDINATOR,
  caseIn,
  day,
  ended,
  left,
  proposed as proposedAgain,
  SECOND_WITNESS,
  SUSPENDED,
  SYSTEM,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { judged } from '../../test/support/milestone-facts.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  awarded,
  corrected,
  extended,
  filed,
  released,
  releaseProposed,
  withdrawn,
} from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { subjectOf } from '../state.ts';
import { mayRead, sealOf } from './seal.ts';

const review = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { visibility: 'after-award' }),
  filed('observation-2'),
  filed('observation-3', { visibility: 'restricted' }),
);
const ONE = { observation: 'observation-1' };
/** Ninety days after Monday 2 March, by the clock of Mexico City. */
const LATEST = '2026-06-01T06:00:00.000Z';
const extension = { ...ONE, until: day(20), reason: 'The second lot is still open.' };

const extend = (input: unknown, of: Given = review, by = COORDINATOR) => of.when('extend-embargo', input, { by });
const sealAt = ({ file, head }: Given, now: string, id = 'observation-1') => {
  const observation = subjectOf(file.state.subjects, 'observation', id);
  if (observation === undefined) throw new Error('It was filed.');
  return sealOf(observation, { head, now });
};

describe('an embargo', () => {
  it('is extended by the coordinator or the author, with a reason and an end; the event does not name the author', () => {
    const data = { observation: 'observation-1', until: day(20) };
    const { reason } = extension;
    extend(extension, review, COORDINATOR).records({ type: 'embargo.extended.v1', data, content: { reason } });
    const byAuthor = extend(extension, review, WITNESS).records({
      type: 'embargo.extended.v1',
      withoutName: true,
      data,
      content: { reason, by: 'witness-1' },
    });
    expect(byAuthor.file.entries.at(-1)?.actor).toEqual({ person: 'unnamed', role: 'witness' });
    extend(extension, review, SECOND_WITNESS).refuses('not-the-author', ONE);
    extend(extension, review, AUTHORITY).refuses('not-permitted');
    const unknown = { observation: 'observation-9' };
    extend({ ...extension, ...unknown }).refuses('observation-unknown', unknown);
  });

  it('goes on beyond the award until its end, and opens by the clock alone', () => {
    const sealed = review.and(extended('observation-1', day(20)));
    expect(sealAt(sealed, day(30))).toBe('until-award');
    const award = sealed.and(awarded());
    expect(sealAt(award, after(day(20), -1))).toBe('embargo-extended');
    expect(sealAt(award, day(20))).toBe('open');
    const observation = subjectOf(award.file.state.subjects, 'observation', 'observation-1');
    if (observation === undefined) throw new Error('It was filed.');
    const anybody = { roles: ['public'] as const };
    expect(mayRead(anybody, observation, { head: award.head, now: after(day(20), -1) })).toBe(false);
    expect(mayRead(anybody, observation, { head: award.head, now: day(20) })).toBe(true);
    expect(mayRead(WITNESS, observation, { head: award.head, now: day(1) })).toBe(true);
  });

  it('that ended before the award is opened by the award', () => {
    const award = review.and(extended('observation-1', day(2)), ...at(day(3), awarded()));
    expect(sealAt(award, day(3))).toBe('open');
  });

  it('ends with the process that will have no award, or with its extension', () => {
    const over = review.and(extended('observation-1', day(20)), ended('award-review'));
    expect([sealAt(over, day(19)), sealAt(over, day(20))]).toEqual(['embargo-extended', 'open']);
  });

  it('has a longest end, counted from today while there is no award', () => {
    extend({ ...extension, until: after(LATEST, 1) }).refuses('embargo-end-unfit', { after: day(0), latest: LATEST });
    extend({ ...extension, until: LATEST }).succeeds();
  });

  it('never passes the profile’s term from the award, however often it is extended', () => {
    const award = review.and(extended('observation-1', day(20)), awarded());
    const later = award.and(
      ...at(day(19), {
        type: 'process.imported.v1',
        data: { sourceHash: 'a'.repeat(64), bidders: 2, problems: 0 },
        content: {},
      }),
    );
    later
      .when('extend-embargo', { ...extension, until: after(LATEST, 1) }, { by: COORDINATOR })
      .refuses('embargo-end-unfit', { after: day(20), latest: LATEST });
    const longest = later.when('extend-embargo', { ...extension, until: LATEST }, { by: COORDINATOR }).succeeds();
    longest
      .when('extend-embargo', { ...extension, until: after(LATEST, 1) }, { by: COORDINATOR, at: day(80) })
      .refuses('embargo-end-unfit', { after: LATEST, latest: LATEST });
  });

  it('was lifted when the award was recorded first: a correction of the award counts nothing anew', () => {
    const award = review.and(extended('observation-1', day(20)), awarded());
    const right = award.and(
      ...at(day(9), {
        type: 'award.corrected.v1',
        data: { decision: 'awarded', decidedAt: day(8), suppliers: ['bidder-2'] },
        content: { reason: 'The name of another bidder was copied.' },
      }),
    );
    expect(right.head.embargoesExtended).toEqual(award.head.embargoesExtended);
    right
      .when('extend-embargo', { ...extension, until: after(LATEST, 1) }, { by: COORDINATOR })
      .refuses('embargo-end-unfit', { after: day(20), latest: LATEST });
  });

  it('was lifted by what came first: the award, or the end of the process', () => {
    const award = review.and(extended('observation-1', day(20)), ...at(day(3), awarded()));
    const over = award.and(...at(day(5), ended('award-review')));
    expect(over.head.embargoesExtended).toEqual({ liftedAt: day(3) });
  });

  it('is remembered by the head only where one was extended, so that older records fold as they did', () => {
    expect(review.and(awarded()).head).not.toHaveProperty('embargoesExtended');
    expect(review.and(ended('award-review')).head).not.toHaveProperty('embargoesExtended');
    expect(review.and(awarded()).head.award).toEqual({ decision: 'awarded', decidedAt: expect.any(String) });
  });

  it('is extended, never shortened', () => {
    const sealed = review.and(extended('observation-1', day(20)));
    extend({ ...extension, until: day(19) }, sealed).refuses('embargo-end-unfit', { after: day(20), latest: LATEST });
    extend({ ...extension, until: day(0) }).refuses('embargo-end-unfit', { after: day(0), latest: LATEST });
    review
      .and(extended('observation-1', day(2)))
      .when('extend-embargo', { ...extension, until: day(4) }, { by: COORDINATOR, at: day(5) })
      .refuses('embargo-end-unfit', { after: day(5), latest: '2026-06-06T06:00:00.000Z' });
  });

  it('is of what waits for the award, as long as it is sealed', () => {
    for (const observation of ['observation-2', 'observation-3']) {
      extend({ ...extension, observation }).refuses('not-embargoed', { observation });
    }
    extend(extension, review.and(awarded())).refuses('not-embargoed', ONE);
    const over = review.and(extended('observation-1', day(2)), awarded());
    over.when('extend-embargo', extension, { by: COORDINATOR, at: day(2) }).refuses('not-embargoed', ONE);
  });
});

describe('the end of an extended embargo', () => {
  const award = review.and(extended('observation-1', day(20)), awarded());

  it('is recorded when it comes, once, by the machinery', () => {
    award.when('end-embargo', ONE, { by: SYSTEM, at: after(day(20), -1) }).refuses('term-running', { dueAt: day(20) });
    award
      .when('end-embargo', ONE, { by: SYSTEM, at: day(20) })
      .records({ type: 'embargo.ended.v1', data: ONE })
      .when('end-embargo', ONE, { by: SYSTEM })
      .refuses('nothing-to-lapse', {});
    award.when('end-embargo', ONE, { by: COORDINATOR, at: day(20) }).refuses('not-permitted');
  });

  it('is a date: it comes while the case is suspended as well', () => {
    award
      .and(SUSPENDED)
      .when('end-embargo', ONE, { by: SYSTEM, at: day(20) })
      .succeeds();
  });

  it('is nothing to record where the award opened it, or is still awaited', () => {
    review.when('end-embargo', ONE, { by: SYSTEM, at: day(20) }).refuses('nothing-to-lapse', {});
    const early = review.and(extended('observation-1', day(2)));
    early.when('end-embargo', ONE, { by: SYSTEM, at: day(2) }).refuses('nothing-to-lapse', {});
    early
      .and(...at(day(3), awarded()))
      .when('end-embargo', ONE, { by: SYSTEM })
      .refuses('nothing-to-lapse', {});
    early
      .and(...at(day(2), awarded()))
      .when('end-embargo', ONE, { by: SYSTEM })
      .refuses('nothing-to-lapse', {});
    for (const observation of ['observation-2', 'observation-9'])
      award.when('end-embargo', { observation }, { by: SYSTEM, at: day(20) }).refuses('nothing-to-lapse', {});
  });

  it('is a deadline of the case until it comes, or who wrote it is protected', () => {
    const change = (...facts: readonly ToldFact[]) => {
      const entry = review.and(facts).file.entries.at(-1);
      if (entry === undefined) throw new Error('Something is on record.');
      return deadlineChange(entry);
    };
    const id = 'embargo:observation-1';
    expect(change(extended('observation-1', day(20)))).toEqual({
      put: { id, dueAt: day(20), operation: 'end-embargo', input: ONE },
    });
    expect(change({ type: 'embargo.ended.v1', data: ONE })).toEqual({ removed: id });
    expect(change(corrected('observation-1', 2, { restricted: true }))).toMatchObject({ removed: id });
    expect(change(corrected('observation-1', 2))).not.toHaveProperty('removed');
  });
});

describe('opening a restricted observation', () => {
  const THREE = { observation: 'observation-3' };
  const propose = { ...THREE, reason: 'The clerk agrees.' };
  const agree = { ...THREE, reason: 'Nobody is at risk.' };
  const proposed = review.and(releaseProposed('observation-3'));

  it('takes two people: its author proposes it, a coordinator agrees', () => {
    const first = review.when('propose-release', propose, { by: WITNESS }).records({
      type: 'release.proposed.v1',
      withoutName: true,
      data: THREE,
      content: { reason: 'The clerk agrees.', by: 'witness-1' },
    });
    expect(sealAt(first, day(1), 'observation-3')).toBe('restricted');
    const second = first
      .when('release-observation', agree, { by: COORDINATOR })
      .records({ type: 'observation.released.v1', data: THREE, content: { reason: 'Nobody is at risk.' } });
    expect(sealAt(second, day(1), 'observation-3')).toBe('open');
    for (const [name, input, by] of [
      ['propose-release', propose, WITNESS],
      ['release-observation', agree, COORDINATOR],
    ] as const) {
      second.when(name, input, { by }).refuses('not-restricted', THREE);
    }
  });

  it('is never one person’s, whatever the roles', () => {
    review.when('release-observation', agree, { by: COORDINATOR }).refuses('release-not-proposed', THREE);
    const both = { ...WITNESS, roles: ['witness', 'coordinator'] as const };
    proposed.when('release-observation', agree, { by: both }).refuses('second-person-needed', THREE);
    const byAnother = review.and(releaseProposed('observation-3', SECOND_WITNESS));
    byAnother.when('release-observation', agree, { by: both }).refuses('second-person-needed', THREE);
    proposed.when('release-observation', agree, { by: SECOND_WITNESS }).refuses('not-permitted');
  });

  it('is proposed by its author, and by others of the team once the author has left it', () => {
    review.when('propose-release', propose, { by: SECOND_WITNESS }).refuses('not-the-author', THREE);
    review.and(left(WITNESS)).when('propose-release', propose, { by: SECOND_WITNESS }).succeeds();
    const asked = review.and(left(WITNESS), proposedAgain(WITNESS));
    asked.when('propose-release', propose, { by: SECOND_WITNESS }).succeeds();
    review.when('propose-release', propose, { by: COORDINATOR }).refuses('not-permitted');
    proposed.when('propose-release', propose, { by: WITNESS }).refuses('release-proposed', THREE);
  });

  it('is of what is restricted', () => {
    for (const observation of ['observation-1', 'observation-2']) {
      review.when('propose-release', { ...propose, observation }, { by: WITNESS }).refuses('not-restricted');
    }
    review
      .when('release-observation', { ...agree, observation: 'observation-9' }, { by: COORDINATOR })
      .refuses('observation-unknown', { observation: 'observation-9' });
    proposed
      .and(withdrawn('observation-3'))
      .when('release-observation', agree, { by: COORDINATOR })
      .refuses('observation-withdrawn', THREE);
  });
});

describe('O3, published as it happens,', () => {
  const facts = [
    ...caseIn('integrity-pact', 'award-review'),
    filed('observation-1', { visibility: 'after-award' }),
    filed('observation-2', { visibility: 'restricted' }),
  ];
  it.each([
    ['furtherTimeNeeded 0/1', 'an embargo goes on', [extended('observation-1', day(20)), awarded()]],
    [
      'furtherTimeNeeded 0/1',
      'it goes on beyond the process',
      [extended('observation-1', day(20)), ended('award-review')],
    ],
    [
      'achieved 1/1',
      'it ended',
      [extended('observation-1', day(20)), awarded(), { type: 'embargo.ended.v1', data: ONE } as const],
    ],
    ['achieved 1/1', 'it ended before the award', [extended('observation-1', day(2)), ...at(day(3), awarded())]],
    [
      'achieved 2/2',
      'a restricted one was opened',
      [awarded(), releaseProposed('observation-2'), released('observation-2')],
    ],
    [
      'furtherTimeNeeded',
      'the only one protects somebody now',
      [extended('observation-1', day(20)), corrected('observation-1', 2, { restricted: true })],
    ],
    ['achieved 1/1', 'what was withdrawn counts', [withdrawn('observation-1'), awarded()]],
  ])('is %s when %s', (status, _, more) => {
    expect(judged('O3', ...facts, ...more)).toBe(status);
  });
});
