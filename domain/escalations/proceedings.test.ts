import { describe, expect, it } from 'vitest';
import { AUTHORITY, CONTROL, COORDINATOR, caseIn, day, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { escalated, filed, released } from '../../test/support/watch-facts.ts';
import { subjectOf } from '../state.ts';
import { PROCEEDINGS_KNOWN_MAX } from './evolve-proceedings.ts';
import { PROCEEDING_STEPS_MAX } from './proceedings.ts';

const pact = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { severity: 'grave' }),
  filed('observation-2', { severity: 'grave', visibility: 'restricted' }),
  filed('observation-3'),
  escalated('escalation-1', ['observation-1']),
  escalated('escalation-2', ['observation-2'], { to: 'supreme-audit', tier: 2 }),
);
const words = { number: 'PA-17/2026', body: 'Internal control', against: 'A supervisor' };
const opened = { kind: 'administrative-sanction', state: 'opened', on: '2026-03-02' };
const recording = { ...opened, ...words, escalation: 'escalation-1' };
const told = { escalation: 'escalation-1', findings: ['observation-1'] };

describe('a proceeding', () => {
  it('is recorded with its number, and says of which findings it is', () => {
    const after = pact.when('record-proceeding', recording, { by: CONTROL }).records({
      type: 'proceeding.recorded.v1',
      data: { proceeding: 'proceeding-1', ...opened, ...told } as never,
      content: { ...words, ...told, numberHash: expect.any(String) as string },
    });
    expect(subjectOf(after.file.state.subjects, 'proceeding', 'proceeding-1')).toMatchObject({
      type: 'administrative-sanction',
      ...told,
      states: [{ state: 'opened', on: '2026-03-02' }],
    });
  });

  it('tells nothing in its event where a finding is sealed', () => {
    const sealed = { escalation: 'escalation-2', findings: ['observation-2'] };
    const after = pact
      .when('record-proceeding', { ...recording, escalation: 'escalation-2' }, { by: COORDINATOR })
      .records({
        type: 'proceeding.recorded.v1',
        data: { proceeding: 'proceeding-1' },
        content: { ...words, ...sealed, ...opened, numberHash: expect.any(String) as string },
      });
    const moving = { proceeding: 'proceeding-1', state: 'decided', on: '2026-03-02' };
    after.when('move-proceeding', moving, { by: COORDINATOR }).records({
      type: 'proceeding.moved.v1',
      data: { proceeding: 'proceeding-1' },
      content: { ...sealed, state: 'decided', on: '2026-03-02' },
    });
    after
      .and(released('observation-2'))
      .when('move-proceeding', moving, { by: COORDINATOR })
      .records({ type: 'proceeding.moved.v1', data: moving as never, content: sealed });
  });

  it('follows from an escalation of the authority’s own, or from findings', () => {
    const { escalation: _, ...unlinked } = recording;
    for (const by of [CONTROL, COORDINATOR]) {
      pact.when('record-proceeding', unlinked, { by }).refuses('proceeding-unlinked', {});
    }
    pact
      .when('record-proceeding', { ...unlinked, findings: ['observation-1'] }, { by: CONTROL })
      .refuses('proceeding-unlinked', {});
    pact.when('record-proceeding', { ...unlinked, findings: ['observation-1'] }, { by: COORDINATOR }).succeeds();
    pact
      .when('record-proceeding', { ...recording, escalation: 'escalation-2' }, { by: CONTROL })
      .refuses('escalation-unknown', { escalation: 'escalation-2' });
    for (const findings of [['observation-2'], ['observation-9']]) {
      pact
        .when('record-proceeding', { ...recording, findings }, { by: CONTROL })
        .refuses('observation-unknown', { observation: findings[0] });
    }
    pact
      .when('record-proceeding', { ...unlinked, findings: ['observation-3'] }, { by: COORDINATOR })
      .refuses('not-a-finding', { observation: 'observation-3' });
  });

  it('is on record once for its escalation, by kind and number', () => {
    const once = pact.when('record-proceeding', recording, { by: CONTROL }).succeeds();
    for (const same of [recording, { ...recording, number: 'pa-17/2026', body: 'Another chamber' }]) {
      once
        .when('record-proceeding', same, { by: COORDINATOR })
        .refuses('proceeding-known', { proceeding: 'proceeding-1' });
    }
    const others = [{ kind: 'debarment' }, { number: 'PA-18/2026' }, { escalation: 'escalation-2' }];
    for (const other of others) {
      once.when('record-proceeding', { ...recording, ...other }, { by: COORDINATOR }).succeeds();
    }
  });

  it.each(['appealed', 'final', 'annulled'])('begins as %s only with a note on how it came there', (state) => {
    pact
      .when('record-proceeding', { ...recording, state }, { by: CONTROL })
      .refuses('proceeding-unexplained', { state, beginnings: ['opened', 'decided'] });
    pact
      .when('record-proceeding', { ...recording, state, note: 'It began before the case did.' }, { by: CONTROL })
      .succeeds();
  });

  it('stands so since a day between the opening of the case and today', () => {
    for (const on of ['2026-03-01', '2026-03-03']) {
      pact
        .when('record-proceeding', { ...recording, on }, { by: CONTROL })
        .refuses('proceeding-date-unfit', { notBefore: '2026-03-02', notAfter: '2026-03-02' });
    }
  });

  it('is recorded by the authority or the coordinator, after the case is closed as well', () => {
    for (const by of [WITNESS, AUTHORITY]) pact.when('record-proceeding', recording, { by }).refuses('not-permitted');
    pact
      .and({ type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed' } })
      .when('record-proceeding', recording, { by: CONTROL })
      .succeeds();
  });
});

describe('a proceeding that follows from findings alone', () => {
  const { escalation: _, ...unlinked } = recording;
  const named = { ...unlinked, findings: ['observation-1', 'observation-1'] };

  it('names each once, and is moved by the coordinator and by no authority', () => {
    const after = pact.when('record-proceeding', named, { by: COORDINATOR }).records({
      type: 'proceeding.recorded.v1',
      data: { proceeding: 'proceeding-1', ...opened, findings: ['observation-1'] } as never,
      content: { ...words, findings: ['observation-1'] },
    });
    const moving = { proceeding: 'proceeding-1', state: 'decided', on: '2026-03-02' };
    after
      .when('move-proceeding', moving, { by: CONTROL })
      .refuses('proceeding-unknown', { proceeding: 'proceeding-1' });
    after.when('move-proceeding', moving, { by: COORDINATOR }).records({
      type: 'proceeding.moved.v1',
      data: moving as never,
      content: { findings: ['observation-1'] },
    });
  });

  it('is not told apart from others by its number: nothing counts them', () => {
    pact
      .when('record-proceeding', named, { by: COORDINATOR })
      .succeeds()
      .when('record-proceeding', named, { by: COORDINATOR })
      .succeeds();
  });
});

describe('an escalation', () => {
  it('knows its newest proceedings by their numbers', () => {
    const many = Array.from({ length: PROCEEDINGS_KNOWN_MAX + 1 }, (_, index) => ({
      type: 'proceeding.recorded.v1' as const,
      data: { proceeding: `proceeding-${index + 1}`, ...opened, ...told } as never,
      content: { ...words, ...told, numberHash: String(index).padStart(64, '0') },
    }));
    const { proceedings = [] } = subjectOf(pact.and(many).file.state.subjects, 'escalation', 'escalation-1') ?? {};
    expect([proceedings.length, proceedings[0]?.proceeding, proceedings.at(-1)?.proceeding]).toEqual([
      PROCEEDINGS_KNOWN_MAX,
      'proceeding-2',
      `proceeding-${PROCEEDINGS_KNOWN_MAX + 1}`,
    ]);
  });
});

describe('the course of a proceeding', () => {
  const begun = pact.when('record-proceeding', recording, { by: CONTROL }).succeeds();
  const moving = (of: typeof begun, state: string, on = '2026-03-11') =>
    of.when('move-proceeding', { proceeding: 'proceeding-1', state, on }, { by: CONTROL, at: day(10) });

  it('goes from decision to appeal and back, until it is final or annulled', () => {
    const decided = moving(begun, 'decided').succeeds();
    const final = moving(moving(moving(decided, 'appealed').succeeds(), 'decided').succeeds(), 'final').succeeds();
    moving(final, 'decided').refuses('proceeding-state', { state: 'final', allowedTo: ['annulled'] });
    moving(begun, 'appealed').refuses('proceeding-state', {
      state: 'opened',
      allowedTo: ['decided', 'final', 'annulled'],
    });
    moving(moving(final, 'annulled').succeeds(), 'final').refuses('proceeding-state', {
      state: 'annulled',
      allowedTo: [],
    });
  });

  it('goes forward in time', () => {
    moving(moving(begun, 'decided', '2026-03-09').succeeds(), 'final', '2026-03-08').refuses('proceeding-date-unfit', {
      notBefore: '2026-03-09',
      notAfter: '2026-03-12',
    });
  });

  it('is told by who recorded it, and of what is there', () => {
    const unknown = { proceeding: 'proceeding-9' };
    begun
      .when('move-proceeding', { ...unknown, state: 'decided', on: '2026-03-02' }, { by: COORDINATOR })
      .refuses('proceeding-unknown', unknown);
    const other = pact
      .when('record-proceeding', { ...recording, escalation: 'escalation-2' }, { by: COORDINATOR })
      .succeeds();
    moving(other, 'decided').refuses('proceeding-unknown', { proceeding: 'proceeding-1' });
  });

  it('moves as often as a record can hold', () => {
    let given1 = moving(begun, 'decided').succeeds();
    for (let moves = 2; moves < PROCEEDING_STEPS_MAX; moves += 1) {
      given1 = moving(given1, moves % 2 === 0 ? 'appealed' : 'decided').succeeds();
    }
    moving(given1, 'final').refuses('proceeding-steps-too-many', { stepsMax: PROCEEDING_STEPS_MAX });
  });
});
