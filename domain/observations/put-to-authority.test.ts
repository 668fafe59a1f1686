import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  after,
  at,
  COORDINATOR,
  caseIn,
  day,
  resumed,
  SUSPENDED,
  SYSTEM,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { escalated, filed, notified } from '../../test/support/watch-facts.ts';

const pact = given(
  ...caseIn('integrity-pact', 'tender-observation'),
  filed('observation-1', { severity: 'grave' }),
  filed('observation-2'),
  filed('observation-3', { severity: 'minor' }),
);
const put = pact.and(notified('observation-1'));
const finding = { observation: 'observation-1' };
/** Ten working days after Monday 2 March, by the clock of Mexico City. */
const DUE_AT = '2026-03-17T06:00:00.000Z';

describe('putting a finding to the contracting authority', () => {
  it('starts the term for its reply', () => {
    const { head } = pact
      .when('notify-finding', finding, { by: WITNESS })
      .records({ type: 'finding.notified.v1', data: { observation: 'observation-1', replyDueAt: DUE_AT } });
    expect(head.findingsUnput).toEqual({ open: 0, named: [] });
    expect(head.graveUnescalated).toEqual({ open: 1, named: ['observation-1'] });
  });

  it('is done once', () => {
    put.when('notify-finding', finding, { by: WITNESS }).refuses('finding-notified', finding);
  });

  it('is done with findings', () => {
    pact.when('notify-finding', { observation: 'observation-2' }, { by: WITNESS }).refuses('not-a-finding', {
      observation: 'observation-2',
    });
    pact.when('notify-finding', { observation: 'observation-9' }, { by: WITNESS }).refuses('observation-unknown', {
      observation: 'observation-9',
    });
  });

  it('counts a finding once that was escalated before', () => {
    const { head } = pact
      .and(escalated('escalation-1', ['observation-1']))
      .when('notify-finding', finding, { by: WITNESS })
      .succeeds();
    expect([head.findingsUnput.open, head.graveUnescalated.open]).toEqual([0, 0]);
  });

  it('takes a minor finding too, which nobody counts', () => {
    const { head } = pact.when('notify-finding', { observation: 'observation-3' }, { by: WITNESS }).succeeds();
    expect(head.findingsUnput).toEqual({ open: 1, named: ['observation-1'] });
  });

  it('is the team’s', () => {
    for (const by of [COORDINATOR, AUTHORITY]) pact.when('notify-finding', finding, { by }).refuses('not-permitted');
  });
});

describe('the authority’s reply', () => {
  const reply = { ...finding, reply: 'The envelope was empty.' };

  it.each([
    ['in time', after(DUE_AT, -1), false],
    ['late', DUE_AT, true],
  ])('is recorded when it comes %s, with its words as content', (_, when, late) => {
    put.when('reply-to-finding', reply, { by: AUTHORITY, at: when }).records({
      type: 'finding.replied.v1',
      data: { observation: 'observation-1', late },
      content: { reply: 'The envelope was empty.' },
    });
  });

  it('comes once', () => {
    put
      .when('reply-to-finding', reply, { by: AUTHORITY })
      .succeeds()
      .when('reply-to-finding', reply, { by: AUTHORITY })
      .refuses('finding-replied', finding);
  });

  it('answers what was put to it: anything else looks like what does not exist', () => {
    pact.when('reply-to-finding', reply, { by: AUTHORITY }).refuses('observation-unknown', finding);
    pact
      .when('reply-to-finding', { observation: 'observation-9', reply: 'What?' }, { by: AUTHORITY })
      .refuses('observation-unknown', { observation: 'observation-9' });
  });

  it('is still taken after its term was recorded as over, and after the case is closed', () => {
    put
      .and(...at(DUE_AT, { type: 'reply.lapsed.v1', data: finding }))
      .when('reply-to-finding', reply, { by: AUTHORITY })
      .records({
        type: 'finding.replied.v1',
        data: { observation: 'observation-1', late: true },
        content: { reply: 'The envelope was empty.' },
      });
    put
      .and({ type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed' } })
      .when('reply-to-finding', reply, { by: AUTHORITY })
      .succeeds();
  });

  it('is the authority’s own: nobody answers itself', () => {
    for (const by of [WITNESS, COORDINATOR]) put.when('reply-to-finding', reply, { by }).refuses('not-permitted');
  });
});

describe('the term for the reply', () => {
  it('is recorded as over when it is, once', () => {
    put.when('lapse-reply', finding, { by: SYSTEM, at: after(DUE_AT, -1) }).refuses('term-running', { dueAt: DUE_AT });
    put
      .when('lapse-reply', finding, { by: SYSTEM, at: DUE_AT })
      .records({ type: 'reply.lapsed.v1', data: finding })
      .when('lapse-reply', finding, { by: SYSTEM })
      .refuses('nothing-to-lapse', {});
  });

  it('does not lapse where nothing is awaited', () => {
    pact.when('lapse-reply', finding, { by: SYSTEM, at: day(90) }).refuses('nothing-to-lapse', {});
    pact
      .when('lapse-reply', { observation: 'observation-9' }, { by: SYSTEM, at: day(90) })
      .refuses('nothing-to-lapse', {});
    put
      .and({ type: 'finding.replied.v1', data: { ...finding, late: false }, content: { reply: 'No.' } })
      .when('lapse-reply', finding, { by: SYSTEM, at: day(90) })
      .refuses('nothing-to-lapse', {});
  });

  it('stands still with the case, and goes on with it', () => {
    const suspended = put.and(...at(day(1), SUSPENDED));
    suspended.when('lapse-reply', finding, { by: SYSTEM, at: day(90) }).refuses('case-suspended', {});
    const goesOn = suspended.and(...at(day(8), resumed(day(1))));
    const dueAt = '2026-03-25T06:00:00.000Z';
    goesOn.when('lapse-reply', finding, { by: SYSTEM, at: DUE_AT }).refuses('term-running', { dueAt });
    goesOn.when('lapse-reply', finding, { by: SYSTEM, at: dueAt }).succeeds();
  });

  it('is nobody’s to end but the machinery’s', () => {
    put.when('lapse-reply', finding, { by: COORDINATOR, at: DUE_AT }).refuses('not-permitted');
  });
});
