import { describe, expect, it } from 'vitest';
import {
  AUTHORITY,
  accredited,
  at,
  BIDDER,
  COORDINATOR,
  caseIn,
  DIGEST,
  day,
  liaisons,
  opened,
  SIGNED_BY_AUTHORITY,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { attended, scheduled } from '../../test/support/watch-facts.ts';
import { BIDDERS, BIDDERS_MAX, subjectOf } from '../state.ts';

const pact = given(...opened('integrity-pact'), ...liaisons('integrity-pact'));
const committee = given(...opened('oversight-committee'), ...liaisons('oversight-committee'));
const document = { documentHash: DIGEST };

const signatureOf = (of: typeof pact, bidder: string) =>
  subjectOf(of.file.state.subjects, 'bidders', BIDDERS)?.bidders[bidder]?.signature;

describe('the contracting authority’s signature of the pact', () => {
  it('commits to the signed document', () => {
    const { head } = pact
      .when('sign-pact-for-authority', document, { by: AUTHORITY })
      .records({ type: 'pact.signed-by-authority.v1', data: document });
    expect(head.pactSignedByAuthority).toBe(true);
  });

  it('is given once', () => {
    pact
      .and(SIGNED_BY_AUTHORITY)
      .when('sign-pact-for-authority', document, { by: AUTHORITY })
      .refuses('already-signed', {});
  });

  it('is asked for in a pact only', () => {
    committee
      .when('sign-pact-for-authority', document, { by: AUTHORITY })
      .refuses('not-for-this-instrument', { instrument: 'oversight-committee' });
  });

  it('is given by who is accredited in this case', () => {
    given(...opened('integrity-pact'))
      .when('sign-pact-for-authority', document, { by: AUTHORITY })
      .refuses('not-permitted');
    pact.when('sign-pact-for-authority', document, { by: COORDINATOR }).refuses('not-permitted');
  });
});

describe('a bidder', () => {
  it('is registered by hand where the official data do not name it; its name is content', () => {
    const after = pact.when('register-bidder', { name: 'Obras Colibrí' }, { by: COORDINATOR }).records({
      type: 'bidder.registered.v1',
      data: { bidder: 'bidder-3', source: 'by-hand' },
      content: { name: 'Obras Colibrí' },
    });
    expect(after.head.biddersAwaited).toEqual({ open: 3, named: ['bidder-1', 'bidder-2', 'bidder-3'] });
    expect(signatureOf(after, 'bidder-3')).toBe('awaited');
  });

  it('is registered by the team too, with its identifier', () => {
    given(...caseIn('integrity-pact', 'tender-observation', { bidders: 0 }))
      .when('register-bidder', { name: 'Obras Colibrí', identifier: 'MX-RFC OCO010101' }, { by: WITNESS })
      .records({
        type: 'bidder.registered.v1',
        data: { bidder: 'bidder-1', source: 'by-hand' },
        content: { name: 'Obras Colibrí', identifier: 'MX-RFC OCO010101' },
      });
  });

  it('is registered while a case can hold more', () => {
    const almost = given(...opened('integrity-pact', { bidders: BIDDERS_MAX - 1 }));
    almost
      .when('register-bidder', { name: 'The last' }, { by: COORDINATOR })
      .succeeds()
      .when('register-bidder', { name: 'One too many' }, { by: COORDINATOR })
      .refuses('too-many-bidders', { biddersMax: BIDDERS_MAX });
  });

  it('signs by its representative', () => {
    const after = pact
      .when('sign-pact-for-bidder', { bidder: 'bidder-1', ...document }, { by: BIDDER })
      .records({ type: 'pact.signed-by-bidder.v1', data: { bidder: 'bidder-1', ...document, late: false } });
    expect(after.head.biddersAwaited).toEqual({ open: 1, named: ['bidder-2'] });
    expect(signatureOf(after, 'bidder-1')).toBe('signed');
  });

  it('refuses by its representative, or on paper to the coordinator; why is content', () => {
    for (const by of [BIDDER, COORDINATOR]) {
      const after = pact.when('refuse-pact-for-bidder', { bidder: 'bidder-1', reason: 'Too strict.' }, { by }).records({
        type: 'pact.refused-by-bidder.v1',
        data: { bidder: 'bidder-1' },
        content: { reason: 'Too strict.' },
      });
      expect(after.head.biddersAwaited).toEqual({ open: 1, named: ['bidder-2'] });
      expect(signatureOf(after, 'bidder-1')).toBe('refused');
    }
  });

  it('is not spoken for by the representative of another', () => {
    pact
      .when('sign-pact-for-bidder', { bidder: 'bidder-2', ...document }, { by: BIDDER })
      .refuses('not-permitted', { bidder: 'bidder-2' });
    pact
      .when('refuse-pact-for-bidder', { bidder: 'bidder-2', reason: 'No.' }, { by: BIDDER })
      .refuses('not-permitted', { bidder: 'bidder-2' });
    // What does not exist looks the same to who may not see it.
    pact
      .when('sign-pact-for-bidder', { bidder: 'bidder-9', ...document }, { by: BIDDER })
      .refuses('not-permitted', { bidder: 'bidder-9' });
  });

  it('is not spoken for by the authority, nor by who speaks for one in another role', () => {
    pact.when('sign-pact-for-bidder', { bidder: 'bidder-1', ...document }, { by: AUTHORITY }).refuses('not-permitted');
    pact
      .and(
        accredited(
          { person: 'control-7', roles: [] },
          { kind: 'control-authority', controlAuthority: 'supreme-audit' },
        ),
      )
      .when(
        'sign-pact-for-bidder',
        { bidder: 'bidder-1', ...document },
        { by: { person: 'control-7', roles: ['bidder-representative', 'control-authority'] } },
      )
      .refuses('not-permitted');
  });

  it('is not spoken for by somebody because another speaks for it', () => {
    const other = { person: 'bidder-2', roles: ['bidder-representative'] } as const;
    pact
      .and(accredited(other, { kind: 'bidder', bidder: 'bidder-2' }))
      .when('sign-pact-for-bidder', { bidder: 'bidder-1', ...document }, { by: other })
      .refuses('not-permitted', { bidder: 'bidder-1' });
  });

  it('that signs once bids were opened signs late', () => {
    const watching = given(...caseIn('integrity-pact', 'tender-observation'), scheduled('act-1'));
    watching
      .and(...at(day(10), attended('act-1', WITNESS)))
      .when('sign-pact-for-bidder', { bidder: 'bidder-1', ...document }, { by: BIDDER })
      .records({ type: 'pact.signed-by-bidder.v1', data: { bidder: 'bidder-1', ...document, late: true } });
  });

  it('must be known', () => {
    given(...opened('integrity-pact', { bidders: 0 }), ...liaisons('integrity-pact'))
      .when('refuse-pact-for-bidder', { bidder: 'bidder-1', reason: 'No.' }, { by: COORDINATOR })
      .refuses('bidder-unknown', { bidder: 'bidder-1' });
    pact
      .when('refuse-pact-for-bidder', { bidder: 'bidder-3', reason: 'No.' }, { by: COORDINATOR })
      .refuses('bidder-unknown', { bidder: 'bidder-3' });
  });

  it('answers once', () => {
    const signed = pact.and({
      type: 'pact.signed-by-bidder.v1',
      data: { bidder: 'bidder-1', ...document, late: false },
    });
    signed
      .when('sign-pact-for-bidder', { bidder: 'bidder-1', ...document }, { by: BIDDER })
      .refuses('already-signed', { bidder: 'bidder-1', signature: 'signed' });
    signed
      .when('refuse-pact-for-bidder', { bidder: 'bidder-1', reason: 'No.' }, { by: COORDINATOR })
      .refuses('already-signed', { bidder: 'bidder-1', signature: 'signed' });
  });

  it('signs no pact where a committee watches', () => {
    committee
      .when('sign-pact-for-bidder', { bidder: 'bidder-1', ...document }, { by: BIDDER })
      .refuses('not-for-this-instrument', { instrument: 'oversight-committee' });
  });
});
