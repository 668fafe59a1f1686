import { describe, expect, it } from 'vitest';
import { accredited, COORDINATOR, caseIn, ended, opened, SUSPENDED, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { LIAISONS_MAX } from '../state.ts';

const pact = given(...opened('integrity-pact'));

describe('accrediting somebody who acts for an institution', () => {
  it.each([
    { person: 'authority-1', kind: 'contracting-authority' },
    { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-2' },
    { person: 'control-1', kind: 'control-authority', controlAuthority: 'supreme-audit' },
  ])('records for what: $kind', (liaison) => {
    const { head } = pact
      .when('accredit-liaison', liaison, { by: COORDINATOR })
      .records({ type: 'liaison.accredited.v1', data: liaison as never });
    expect(head.liaisons).toEqual([liaison]);
  });

  it.each([
    { kind: 'bidder' },
    { kind: 'control-authority' },
    { kind: 'contracting-authority', bidder: 'bidder-1' },
    { kind: 'contracting-authority', controlAuthority: 'supreme-audit' },
    { kind: 'bidder', bidder: 'bidder-1', controlAuthority: 'supreme-audit' },
    { kind: 'control-authority', bidder: 'bidder-1' },
  ])('says for whom exactly: %j does not', (liaison) => {
    pact
      .when('accredit-liaison', { person: 'somebody-1', ...liaison }, { by: COORDINATOR })
      .refuses('liaison-incomplete', {});
  });

  it('needs a bidder of the case', () => {
    pact
      .when('accredit-liaison', { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-3' }, { by: COORDINATOR })
      .refuses('bidder-unknown', { bidder: 'bidder-3' });
  });

  it('needs a control authority of the profile', () => {
    const liaison = { person: 'control-1', kind: 'control-authority', controlAuthority: 'court-of-accounts' };
    pact.when('accredit-liaison', liaison, { by: COORDINATOR }).refuses('control-authority-unknown', {
      controlAuthorities: ['internal-control', 'supreme-audit', 'anticorruption-prosecutor'],
    });
  });

  it('is done once for the same, and may be done for something else', () => {
    const known = pact.and(accredited({ person: 'bidder-1', roles: [] }, { kind: 'bidder', bidder: 'bidder-1' }));
    known
      .when('accredit-liaison', { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-1' }, { by: COORDINATOR })
      .refuses('already-accredited', {});
    known
      .when('accredit-liaison', { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-2' }, { by: COORDINATOR })
      .succeeds();
  });

  it('stops where a record can hold no more', () => {
    const many = Array.from({ length: LIAISONS_MAX }, (_, index) =>
      accredited({ person: `authority-${index}`, roles: [] }, { kind: 'contracting-authority' }),
    );
    pact
      .and(...many)
      .when('accredit-liaison', { person: 'authority-99', kind: 'contracting-authority' }, { by: COORDINATOR })
      .refuses('too-many-liaisons', { liaisonsMax: LIAISONS_MAX });
  });

  it('is the coordinator’s at any time, even while the case is suspended or closed', () => {
    const liaison = { person: 'control-2', kind: 'control-authority', controlAuthority: 'supreme-audit' };
    pact.and(SUSPENDED).when('accredit-liaison', liaison, { by: COORDINATOR }).succeeds();
    pact.and(ended('appointment')).when('accredit-liaison', liaison, { by: COORDINATOR }).succeeds();
    given(...caseIn('integrity-pact', 'closed'))
      .when('accredit-liaison', liaison, { by: COORDINATOR })
      .succeeds();
    given(...caseIn('integrity-pact', 'appointment'))
      .when('accredit-liaison', liaison, { by: WITNESS })
      .refuses('not-permitted');
  });
});
