import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  accredited,
  after,
  at,
  BIDDER,
  CHAIR,
  COORDINATOR,
  caseIn,
  DIGEST,
  day,
  declared,
  liaisons,
  opened,
  SIGNED_BY_AUTHORITY,
  SYSTEM,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { attended, scheduled } from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { mayReadContent, thingsBehind } from '../reading/event-contents.ts';
import { BIDDERS, subjectOf } from '../state.ts';

const OTHER = 'e'.repeat(64);
const signedBy = (bidder: string): ToldFact => ({
  type: 'pact.signed-by-bidder.v1',
  data: { bidder, documentHash: DIGEST, late: false },
});
const signaturesIn = ({ file }: Given) =>
  Object.values(subjectOf(file.state.subjects, 'bidders', BIDDERS)?.bidders ?? {}).map(({ signature }) => signature);

describe('the text of a pact', () => {
  const fresh = given(...opened('integrity-pact'), ...liaisons('integrity-pact'));
  const text = { documentHash: DIGEST, title: 'Integrity pact', language: 'es', version: '2', documentName: 'p.pdf' };

  it('is deposited by its hash; its words are content', () => {
    for (const by of [COORDINATOR, AUTHORITY]) {
      const { head } = fresh.when('deposit-pact-text', text, { by }).records({
        type: 'pact.text-deposited.v1',
        data: { documentHash: DIGEST, edition: 1 },
        content: { title: 'Integrity pact', language: 'es', version: '2', documentName: 'p.pdf' },
      });
      expect(head.pactText).toMatchObject({ documentHash: DIGEST, edition: 1 });
    }
    fresh
      .when('deposit-pact-text', { documentHash: DIGEST }, { by: COORDINATOR })
      .records({ type: 'pact.text-deposited.v1', data: { documentHash: DIGEST, edition: 1 } })
      .when('deposit-pact-text', text, { by: COORDINATOR })
      .refuses('pact-text-unchanged', { documentHash: DIGEST });
  });

  it('is the one that is signed, by everybody', () => {
    const deposited = fresh.when('deposit-pact-text', text, { by: COORDINATOR }).succeeds();
    const facts = { documentHash: DIGEST, edition: 1 };
    deposited
      .when('sign-pact-for-authority', { documentHash: OTHER }, { by: AUTHORITY })
      .refuses('pact-text-differs', facts);
    deposited
      .when('sign-pact-for-bidder', { bidder: 'bidder-1', documentHash: OTHER }, { by: BIDDER })
      .refuses('pact-text-differs', facts);
    deposited.when('sign-pact-for-authority', { documentHash: DIGEST }, { by: AUTHORITY }).succeeds();
    deposited.when('sign-pact-for-bidder', { bidder: 'bidder-1', documentHash: DIGEST }, { by: BIDDER }).succeeds();
    // Where none was deposited, whatever is signed is on record by its hash.
    fresh.when('sign-pact-for-authority', { documentHash: OTHER }, { by: AUTHORITY }).succeeds();
  });

  it('in a new edition asks who signed to sign again, and not who refused', () => {
    const half = fresh.and(SIGNED_BY_AUTHORITY, signedBy('bidder-1'));
    const anew = half.when('deposit-pact-text', { ...text, documentHash: OTHER }, { by: AUTHORITY }).succeeds();
    expect([anew.head.pactSignedByAuthority, anew.head.biddersAwaited]).toEqual([
      false,
      { open: 2, named: ['bidder-2', 'bidder-1'] },
    ]);
    expect(signaturesIn(anew)).toEqual(['awaited', 'awaited']);
    const refused = fresh.and(signedBy('bidder-1'), {
      type: 'pact.refused-by-bidder.v1',
      data: { bidder: 'bidder-2' },
      content: { reason: 'No.' },
    });
    const since = refused.when('deposit-pact-text', text, { by: COORDINATOR }).succeeds();
    expect([since.head.biddersAwaited.open, signaturesIn(since)]).toEqual([1, ['awaited', 'refused']]);
  });

  it('changes no more once everybody signed it, or bids were opened under it', () => {
    fresh
      .and(SIGNED_BY_AUTHORITY, signedBy('bidder-1'), signedBy('bidder-2'))
      .when('deposit-pact-text', text, { by: COORDINATOR })
      .refuses('pact-concluded');
    given(
      ...caseIn('integrity-pact', 'tender-observation'),
      scheduled('act-1'),
      ...at(day(10), attended('act-1', WITNESS)),
    )
      .when('deposit-pact-text', text, { by: COORDINATOR })
      .refuses('pact-concluded');
    fresh
      .and({ type: 'pact.text-deposited.v1', data: { documentHash: OTHER, edition: 100 } })
      .when('deposit-pact-text', text, { by: COORDINATOR })
      .refuses('pact-concluded', { editionsMax: 100 });
    fresh
      .and({ type: 'pact.text-deposited.v1', data: { documentHash: OTHER, edition: 99 } })
      .when('deposit-pact-text', text, { by: COORDINATOR })
      .succeeds();
    // A pact that no bidder is known of yet is not concluded by the authority alone.
    given(...opened('integrity-pact', { bidders: 0 }), SIGNED_BY_AUTHORITY)
      .when('deposit-pact-text', text, { by: COORDINATOR })
      .succeeds();
  });

  it('is a pact’s', () => {
    given(...opened('oversight-committee'))
      .when('deposit-pact-text', text, { by: COORDINATOR })
      .refuses('not-for-this-instrument', { instrument: 'oversight-committee' });
  });
});

const pact = given(...caseIn('integrity-pact', 'award-review'), signedBy('bidder-1'));
const REPORT = {
  accused: 'bidder',
  bidder: 'bidder-1',
  provision: 'Clause 4: no gifts.',
  circumstances: 'A trip was offered.',
  documentHashes: [DIGEST],
};
const DUE_AT = '2026-03-17T06:00:00.000Z';
const reported = pact.when('report-pact-breach', REPORT, { by: WITNESS }).succeeds();
const RULING = { breach: 'breach-1', consequence: 'exclusion', explanation: 'An offer is enough.' };

describe('a breach of a pact', () => {
  it('is reported by the team; who is accused is content, so that nobody is named unheard', () => {
    const { head, file } = pact.when('report-pact-breach', REPORT, { by: WITNESS }).records({
      type: 'pact.breach-reported.v1',
      data: { breach: 'breach-1', answerDueAt: DUE_AT },
      content: REPORT,
    });
    expect(head.breachesUnruled).toEqual({ open: 1, named: ['breach-1'] });
    const last = file.entries.at(-1);
    expect(last === undefined ? undefined : deadlineChange(last)).toMatchObject({
      put: { id: 'breach:breach-1', dueAt: DUE_AT },
    });
  });

  it('is of somebody who signed', () => {
    const { bidder: _, ...nobody } = REPORT;
    pact.when('report-pact-breach', nobody, { by: WITNESS }).refuses('accused-incomplete', { accused: 'bidder' });
    pact
      .when('report-pact-breach', { ...REPORT, accused: 'contracting-authority' }, { by: WITNESS })
      .refuses('accused-incomplete', { accused: 'contracting-authority' });
    pact
      .when('report-pact-breach', { ...REPORT, bidder: 'bidder-2' }, { by: WITNESS })
      .refuses('not-bound', { bidder: 'bidder-2', signature: 'awaited' });
    const unknown = { bidder: 'bidder-9' };
    for (const known of [pact, given(...caseIn('integrity-pact', 'award-review', { bidders: 0 }))]) {
      known.when('report-pact-breach', { ...REPORT, ...unknown }, { by: WITNESS }).refuses('bidder-unknown', unknown);
    }
    const { documentHashes: __, ...bare } = nobody;
    pact.when('report-pact-breach', { ...bare, accused: 'contracting-authority' }, { by: WITNESS }).records({
      type: 'pact.breach-reported.v1',
      data: { breach: 'breach-1', answerDueAt: DUE_AT },
      content: { ...bare, accused: 'contracting-authority' },
    });
    pact
      .and({ type: 'pact.text-deposited.v1', data: { documentHash: OTHER, edition: 1 } })
      .when('report-pact-breach', { ...nobody, accused: 'contracting-authority' }, { by: WITNESS })
      .refuses('not-bound', { accused: 'contracting-authority' });
    pact
      .and(declared(WITNESS, 'kinship'))
      .when('report-pact-breach', REPORT, { by: WITNESS })
      .refuses('impediment-standing');
    given(...caseIn('oversight-committee', 'award-review'))
      .when('report-pact-breach', { ...nobody, accused: 'contracting-authority' }, { by: CHAIR })
      .refuses('not-for-this-instrument', { instrument: 'oversight-committee' });
  });

  it('is remembered with who is accused, what was answered and what came of it', () => {
    const breachOf = ({ file }: Given) => subjectOf(file.state.subjects, 'breach', 'breach-1');
    const fresh = pact.when('report-pact-breach', REPORT, { by: WITNESS }).succeeds();
    const version = fresh.file.entries.length;
    const kept = { kind: 'breach', id: 'breach-1', recordedIn: version, accused: 'bidder', bidder: 'bidder-1' };
    expect(breachOf(fresh)).toEqual({ ...kept, reportedAt: day(0), answerLapsed: false });
    const answered = fresh.when('answer-pact-breach', { breach: 'breach-1', answer: 'No.' }, { by: BIDDER }).succeeds();
    const ruled = answered.when('rule-on-pact-breach', RULING, { by: COORDINATOR }).succeeds();
    expect(breachOf(ruled)).toEqual({
      ...kept,
      reportedAt: day(0),
      answerLapsed: false,
      answeredIn: version + 1,
      answeredLate: false,
      consequence: 'exclusion',
      ruledIn: version + 2,
    });
    ruled
      .when('lapse-breach-answer', { breach: 'breach-1' }, { by: SYSTEM, at: DUE_AT })
      .refuses('nothing-to-lapse', {});
    fresh
      .when('lapse-breach-answer', { breach: 'breach-9' }, { by: SYSTEM, at: DUE_AT })
      .refuses('nothing-to-lapse', {});
    const late = fresh.when('rule-on-pact-breach', RULING, { by: COORDINATOR, at: DUE_AT }).succeeds();
    late.when('lapse-breach-answer', { breach: 'breach-1' }, { by: SYSTEM }).refuses('nothing-to-lapse', {});
  });

  it('is nothing to answer for another bidder, nor for the authority, nor where there is none', () => {
    const other = { person: 'bidder-2', roles: ['bidder-representative'] } as const;
    const crowd = pact
      .and(accredited(other, { kind: 'bidder', bidder: 'bidder-2' }))
      .when('report-pact-breach', REPORT, { by: WITNESS })
      .succeeds();
    for (const by of [other, AUTHORITY]) {
      crowd
        .when('answer-pact-breach', { breach: 'breach-1', answer: 'No.' }, { by })
        .refuses('breach-unknown', { breach: 'breach-1' });
    }
    crowd
      .when('answer-pact-breach', { breach: 'breach-9', answer: 'No.' }, { by: BIDDER })
      .refuses('breach-unknown', { breach: 'breach-9' });
  });

  it('of the authority names it alone when it is ruled', () => {
    const { bidder: _, ...nobody } = REPORT;
    pact
      .when('report-pact-breach', { ...nobody, accused: 'contracting-authority' }, { by: WITNESS })
      .succeeds()
      .when('rule-on-pact-breach', RULING, { by: COORDINATOR, at: DUE_AT })
      .records({
        type: 'pact.breach-ruled.v1',
        data: { breach: 'breach-1', consequence: 'exclusion', accused: 'contracting-authority' },
        content: { explanation: 'An offer is enough.' },
      });
  });

  it('is answered once, by who is accused; to others there is nothing to answer', () => {
    const answer = { breach: 'breach-1', answer: 'It was not accepted.' };
    reported.when('answer-pact-breach', answer, { by: AUTHORITY }).refuses('breach-unknown', { breach: 'breach-1' });
    const answered = reported.when('answer-pact-breach', answer, { by: BIDDER }).records({
      type: 'pact.breach-answered.v1',
      withoutName: true,
      data: { breach: 'breach-1', late: false },
      content: { answer: 'It was not accepted.', by: 'bidder-1' },
    });
    answered.when('answer-pact-breach', answer, { by: BIDDER }).refuses('breach-answered', { breach: 'breach-1' });
    answered.when('rule-on-pact-breach', RULING, { by: COORDINATOR }).succeeds();
    const { file } = reported.when('answer-pact-breach', answer, { by: BIDDER, at: DUE_AT }).succeeds();
    expect(file.entries.at(-1)?.data).toEqual({ breach: 'breach-1', late: true });
    answered
      .when('lapse-breach-answer', { breach: 'breach-1' }, { by: SYSTEM, at: DUE_AT })
      .refuses('nothing-to-lapse');
  });

  it('goes on without an answer once the term is over', () => {
    const lapse = { breach: 'breach-1' };
    reported
      .when('lapse-breach-answer', lapse, { by: SYSTEM, at: after(DUE_AT, -1) })
      .refuses('term-running', { dueAt: DUE_AT });
    reported
      .when('lapse-breach-answer', lapse, { by: SYSTEM, at: DUE_AT })
      .records({ type: 'pact.breach-answer-lapsed.v1', data: { breach: 'breach-1' } })
      .when('lapse-breach-answer', lapse, { by: SYSTEM })
      .refuses('nothing-to-lapse');
    reported.when('rule-on-pact-breach', RULING, { by: COORDINATOR }).refuses('breach-unheard', { dueAt: DUE_AT });
    reported.when('rule-on-pact-breach', RULING, { by: COORDINATOR, at: DUE_AT }).succeeds();
  });

  it('has a consequence that everybody sees, once', () => {
    const ruled = reported.when('rule-on-pact-breach', RULING, { by: COORDINATOR, at: DUE_AT }).records({
      type: 'pact.breach-ruled.v1',
      data: { breach: 'breach-1', consequence: 'exclusion', accused: 'bidder', bidder: 'bidder-1' },
      content: { explanation: 'An offer is enough.' },
    });
    expect(ruled.head.breachesUnruled).toEqual({ open: 0, named: [] });
    const once = { breach: 'breach-1', consequence: 'exclusion' };
    ruled.when('rule-on-pact-breach', RULING, { by: COORDINATOR }).refuses('breach-ruled', once);
    ruled
      .when('answer-pact-breach', { breach: 'breach-1', answer: 'No.' }, { by: BIDDER })
      .refuses('breach-ruled', once);
    reported
      .when('rule-on-pact-breach', { ...RULING, breach: 'breach-4' }, { by: COORDINATOR })
      .refuses('breach-unknown', { breach: 'breach-4' });
    reported.when('rule-on-pact-breach', RULING, { by: WITNESS }).refuses('not-permitted');
  });

  it('that was none names nobody', () => {
    reported
      .when('rule-on-pact-breach', { ...RULING, consequence: 'not-a-breach' }, { by: COORDINATOR, at: DUE_AT })
      .records({
        type: 'pact.breach-ruled.v1',
        data: { breach: 'breach-1', consequence: 'not-a-breach' },
        content: { explanation: 'An offer is enough.' },
      });
  });

  it('is read by those who see all and by who is accused; its ruling by everybody', () => {
    const ruled = reported.when('rule-on-pact-breach', RULING, { by: COORDINATOR, at: DUE_AT }).succeeds();
    const { head, file } = ruled;
    const reads = (reader: { person?: string; roles: typeof BIDDER.roles }) =>
      file.entries
        .filter(({ type }) => type.startsWith('pact.breach'))
        .map((entry) => {
          const behind = thingsBehind(entry).flatMap((id) => {
            const thing = file.state.subjects.get(id);
            return thing === undefined ? [] : [[id, thing] as const];
          });
          return mayReadContent(entry, { reader, head, now: DUE_AT, subjects: new Map(behind) });
        });
    expect(reads({ roles: [] })).toEqual([false, true]);
    expect(reads(AUTHORITY)).toEqual([false, true]);
    for (const reader of [BIDDER, WITNESS, COORDINATOR]) expect(reads(reader)).toEqual([true, true]);
  });
});
