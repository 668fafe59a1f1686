import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  after,
  CHAIR,
  COORDINATOR,
  caseIn,
  day,
  SECOND_WITNESS,
  SUSPENDED,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  awarded,
  corrected,
  escalated,
  extended,
  filed,
  flagRaised,
  notified,
  releaseProposed,
  scheduled,
  withdrawn,
} from '../../test/support/watch-facts.ts';
import { subjectOf } from '../state.ts';
import { CORRECTIONS_MAX } from './correct-observation.ts';

const NOW = day(3);
const pact = given(
  ...caseIn('integrity-pact', 'tender-observation'),
  scheduled('act-1'),
  filed('observation-1', { severity: 'grave' }),
  filed('observation-2', { visibility: 'after-award' }),
  filed('observation-3', { severity: 'serious', visibility: 'restricted' }),
);
const words = {
  observedAt: '2026-03-04T09:30:00-06:00',
  title: 'Two envelopes',
  narrative: 'Both open.',
  language: 'en',
};
const finding = { category: 'corruptionUntimely', severity: 'grave', legalBasis: 'Article 26.' };
const anew = { observation: 'observation-1', reason: 'There were two.', ...words, ...finding };
const plain = { observation: 'observation-2', reason: 'There were two.', ...words };

const correct = (input: unknown, of: Given = pact, by = WITNESS) =>
  of.when('correct-observation', input, { by, at: NOW });
const observation = ({ file }: Given, id: string) => {
  const found = subjectOf(file.state.subjects, 'observation', id);
  if (found === undefined) throw new Error('It was filed.');
  return found;
};
const tallies = ({ head }: Given) => [head.findingsUnput.open, head.graveUnescalated.open];

describe('a correction', () => {
  it('is a new version with its own content; the zone of the clock is kept', () => {
    correct(anew).records({
      type: 'observation.corrected.v1',
      data: { observation: 'observation-1', number: 2 },
      content: {
        type: 'finding',
        reason: 'There were two.',
        ...words,
        ...finding,
        by: 'witness-1',
        escalationAwaited: true,
      },
    });
  });

  it('leaves what was filed as it was, and says which event holds each version', () => {
    const after1 = correct(anew).succeeds();
    const version = after1.file.entries.length;
    expect(observation(after1, 'observation-1').recordedIn).toBe(observation(pact, 'observation-1').recordedIn);
    expect(observation(after1, 'observation-1').corrections).toEqual([{ recordedIn: version, correctedAt: NOW }]);
    const after2 = correct(anew, after1).succeeds();
    expect(observation(after2, 'observation-1').corrections?.map(({ recordedIn }) => recordedIn)).toEqual([
      version,
      version + 1,
    ]);
    expect(after2.file.entries.at(-1)?.data).toEqual({ observation: 'observation-1', number: 3 });
  });

  it('is its author’s, while the case runs', () => {
    correct(anew, pact, SECOND_WITNESS).refuses('not-the-author', { observation: 'observation-1' });
    for (const by of [COORDINATOR, AUTHORITY, CHAIR]) correct(anew, pact, by).refuses('not-permitted');
    correct(anew, pact.and(SUSPENDED)).refuses('case-suspended');
    correct({ ...anew, observation: 'observation-9' }).refuses('observation-unknown', { observation: 'observation-9' });
  });

  it('obeys what binds every observation', () => {
    correct({ ...anew, observedAt: after(NOW, 600_000) }).refuses('observed-in-the-future');
    correct({ ...anew, observedAt: '2026-01-01T00:00:00Z' }).refuses('observed-before-the-case');
    correct({ ...anew, act: 'act-2' }).refuses('act-unknown', { act: 'act-2' });
    correct({ ...anew, redFlags: ['flag-1'] }).refuses('flag-unknown', { flag: 'flag-1' });
    correct({ ...anew, redFlags: ['flag-1', 'flag-1'] }, pact.and(flagRaised('flag-1'))).succeeds();
    correct({ ...plain, severity: 'grave' }).refuses('not-a-finding', { type: 'good-practice' });
    correct({ observation: 'observation-1', reason: 'Why not.', ...words }).refuses('finding-incomplete', {
      missing: ['category', 'severity', 'legalBasis'],
    });
    correct({ ...anew, type: 'good-practice' }).cannotTake('');
    correct({ ...anew, reason: ' \u0301 ' }).cannotTake('reason');
  });

  it('counts anew what the finding asks for', () => {
    expect(tallies(pact)).toEqual([2, 1]);
    expect(tallies(correct({ ...anew, severity: 'serious' }).succeeds())).toEqual([2, 0]);
    const minor = correct({ ...anew, severity: 'minor' }).succeeds();
    expect(tallies(minor)).toEqual([1, 0]);
    expect(tallies(correct(anew, minor).succeeds())).toEqual([2, 1]);
    const graver = correct({ ...anew, observation: 'observation-3' }).succeeds();
    expect(tallies(graver)).toEqual([2, 2]);
  });

  it('asks for nothing that was done already', () => {
    const put = pact.and(notified('observation-1'), escalated('escalation-1', ['observation-1']));
    expect(tallies(put)).toEqual([1, 0]);
    expect(tallies(correct(anew, put).succeeds())).toEqual([1, 0]);
  });

  it('of what was put to somebody says that there is a newer version', () => {
    const before = correct(anew).succeeds();
    expect(observation(before, 'observation-1').correctedSincePut).toBeUndefined();
    for (const put of [notified('observation-1'), escalated('escalation-1', ['observation-1'])]) {
      expect(observation(correct(anew, pact.and(put)).succeeds(), 'observation-1').correctedSincePut).toBe(true);
    }
  });

  it('of what waits for the award names nobody until then', () => {
    const fact = {
      type: 'observation.corrected.v1',
      data: { observation: 'observation-2', number: 2 },
      content: { type: 'good-practice', reason: 'There were two.', ...words, by: 'witness-1' },
    } as const;
    correct(plain).records({ ...fact, withoutName: true });
    correct(plain, pact.and(awarded())).records(fact);
    // As long as its own embargo holds, the award opens nothing.
    correct(plain, pact.and(extended('observation-2', day(20)), awarded())).records({ ...fact, withoutName: true });
  });

  it('of a restricted observation names nobody', () => {
    correct({ ...anew, observation: 'observation-3' }).records({
      type: 'observation.corrected.v1',
      withoutName: true,
      data: { observation: 'observation-3', number: 2 },
      content: {
        type: 'finding',
        reason: 'There were two.',
        ...words,
        ...finding,
        by: 'witness-1',
        escalationAwaited: true,
      },
    });
  });

  it('has an end', () => {
    const many = Array.from({ length: CORRECTIONS_MAX }, (_, index) =>
      corrected('observation-1', index + 2, { severity: 'grave' }),
    );
    correct(anew, pact.and(many)).refuses('corrections-too-many', { correctionsMax: CORRECTIONS_MAX });
  });
});

describe('a fact about an observation that is not at hand', () => {
  const entries = [corrected('observation-9', 2, { severity: 'grave' }), withdrawn('observation-9')];
  it.each([...entries, notified('observation-9'), releaseProposed('observation-9')])(
    'changes nothing ($type)',
    (fact) => {
      const told = pact.and(fact);
      expect(told.head).toEqual({ ...pact.head, teamActive: told.head.teamActive });
      expect(told.file.state.subjects).toEqual(pact.file.state.subjects);
    },
  );
});

describe('who may read', () => {
  it('is never widened by a correction', () => {
    correct({ ...plain, visibility: 'public' }).refuses('visibility-widened', { visibility: 'after-award' });
    for (const visibility of ['public', 'after-award']) {
      correct({ ...anew, observation: 'observation-3', visibility }).refuses('visibility-widened', {
        visibility: 'restricted',
      });
    }
  });

  it('stays where the same is asked', () => {
    for (const input of [plain, { ...plain, visibility: 'after-award' }]) {
      const same = correct(input).succeeds();
      expect(same.file.entries.at(-1)?.data).toEqual({ observation: 'observation-2', number: 2 });
      expect(observation(same, 'observation-2').visibility).toBe('after-award');
    }
  });

  it('is narrowed while it waits for the award, and never when it is open', () => {
    const sealed = correct(
      { ...plain, visibility: 'restricted' },
      pact.and(extended('observation-2', day(20))),
    ).succeeds();
    expect(sealed.file.entries.at(-1)?.data).toEqual({ observation: 'observation-2', number: 2, restricted: true });
    const now = observation(sealed, 'observation-2');
    expect([now.visibility, now.embargoUntil]).toEqual(['restricted', undefined]);
    correct({ ...anew, visibility: 'restricted' }).refuses('visibility-widened', { visibility: 'public' });
    correct({ ...plain, visibility: 'restricted' }, pact.and(awarded())).refuses('visibility-widened', {
      visibility: 'after-award',
    });
  });

  it('is decided anew after a correction', () => {
    const proposed = pact.and(releaseProposed('observation-3'));
    const again = correct({ ...anew, observation: 'observation-3' }, proposed).succeeds();
    expect(observation(again, 'observation-3').releaseProposedBy).toBeUndefined();
  });
});

describe('a withdrawal', () => {
  const withdrawal = { observation: 'observation-1', reason: 'It was another room.' };
  const withdraw = (of: Given = pact, by = WITNESS) => of.when('withdraw-observation', withdrawal, { by, at: NOW });

  it('leaves a tombstone with its date and reason, and nothing to be done', () => {
    const after1 = withdraw().records({
      type: 'observation.withdrawn.v1',
      data: { observation: 'observation-1' },
      content: { reason: 'It was another room.', by: 'witness-1' },
    });
    expect(observation(after1, 'observation-1')).toMatchObject({
      type: 'finding',
      severity: 'grave',
      withdrawnAt: NOW,
      withdrawnIn: after1.file.entries.length,
    });
    expect(tallies(after1)).toEqual([1, 0]);
    expect(after1.head.numbers.observation).toBe(3);
  });

  it('of what waits for the award names nobody until then', () => {
    const input = { ...withdrawal, observation: 'observation-2' };
    const fact = {
      type: 'observation.withdrawn.v1',
      data: { observation: 'observation-2' },
      content: { reason: 'It was another room.', by: 'witness-1' },
    } as const;
    const how = { by: WITNESS, at: NOW };
    pact.when('withdraw-observation', input, how).records({ ...fact, withoutName: true });
    pact.and(awarded()).when('withdraw-observation', input, how).records(fact);
  });

  it('of a restricted observation names nobody', () => {
    pact
      .when('withdraw-observation', { ...withdrawal, observation: 'observation-3' }, { by: WITNESS, at: NOW })
      .records({
        type: 'observation.withdrawn.v1',
        withoutName: true,
        data: { observation: 'observation-3' },
        content: { reason: 'It was another room.', by: 'witness-1' },
      });
  });

  it('is its author’s', () => {
    withdraw(pact, SECOND_WITNESS).refuses('not-the-author', { observation: 'observation-1' });
    withdraw(pact, COORDINATOR).refuses('not-permitted');
  });

  it('leaves what was escalated escalated', () => {
    const sent = pact.and(notified('observation-1'), escalated('escalation-1', ['observation-1']));
    const after1 = withdraw(sent).succeeds();
    expect(tallies(after1)).toEqual([1, 0]);
    expect(observation(after1, 'observation-1').escalations).toEqual([
      { escalation: 'escalation-1', controlAuthority: 'internal-control', tier: 1 },
    ]);
    after1
      .when('reply-to-finding', { observation: 'observation-1', reply: 'It never was.' }, { by: AUTHORITY })
      .succeeds();
  });

  it('is the end of what can be done with an observation', () => {
    const gone = pact.and(flagRaised('flag-1'), withdrawn('observation-1'), withdrawn('observation-3'));
    const one = { observation: 'observation-1' };
    const asks = [
      ['correct-observation', anew],
      ['withdraw-observation', withdrawal],
      ['notify-finding', one],
      ['escalate-findings', { findings: ['observation-1'], controlAuthority: 'internal-control', letter: 'Look.' }],
      ['reason-non-escalation', { ...one, reason: 'It is gone.' }],
      ['turn-flag-into-finding', { ...one, flag: 'flag-1' }],
    ] as const;
    for (const [name, input] of asks) gone.when(name, input, { by: WITNESS }).refuses('observation-withdrawn', one);
    gone
      .when('propose-release', { observation: 'observation-3', reason: 'Why not.' }, { by: WITNESS })
      .refuses('observation-withdrawn', { observation: 'observation-3' });
  });
});
