import { describe, expect, it } from 'vitest';
import { accredited, COORDINATOR, opened } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { withdrawLiaison } from './withdraw-liaison.ts';

const stands = [
  { person: 'somebody-1', kind: 'contracting-authority' },
  { person: 'somebody-1', kind: 'bidder', bidder: 'bidder-1' },
  { person: 'somebody-1', kind: 'bidder', bidder: 'bidder-2' },
  { person: 'somebody-1', kind: 'control-authority', controlAuthority: 'internal-control' },
  { person: 'somebody-1', kind: 'control-authority', controlAuthority: 'supreme-audit' },
  { person: 'somebody-2', kind: 'bidder', bidder: 'bidder-1' },
] as const;

/** People who act for several institutions: nobody is taken for another, nor one institution for the next. */
const crowd = given(
  ...opened('integrity-pact'),
  ...stands.map(({ person, ...stand }) => accredited({ person, roles: [] }, stand)),
);

describe('whoever acts for several institutions', () => {
  it('stands for each of them by itself', () => {
    expect(crowd.head.liaisons).toEqual(stands);
    for (const stand of stands)
      crowd.when('accredit-liaison', stand, { by: COORDINATOR }).refuses('already-accredited');
    const others = stands.slice(0, 5).map((stand) => ({ ...stand, person: 'somebody-3' }));
    for (const stand of others) crowd.when('accredit-liaison', stand, { by: COORDINATOR }).succeeds();
    given(
      ...opened('integrity-pact'),
      accredited({ person: 'somebody-1', roles: [] }, { kind: 'contracting-authority' }),
    )
      .when('accredit-liaison', stands[3], { by: COORDINATOR })
      .succeeds()
      .when('accredit-liaison', stands[4], { by: COORDINATOR })
      .succeeds();
  });

  it.each(stands)('ceases to stand for one of them, $kind $bidder $controlAuthority, and for no other', (stand) => {
    const { head } = crowd
      .when('withdraw-liaison', { ...stand, reason: 'Moved on.' }, { by: COORDINATOR })
      .records({ type: 'liaison.withdrawn.v1', data: stand, content: { reason: 'Moved on.' } });
    expect(head.liaisons).toEqual(stands.filter((other) => other !== stand));
  });

  it.each([
    { person: 'somebody-3', kind: 'bidder', bidder: 'bidder-1' },
    { person: 'somebody-2', kind: 'contracting-authority', bidder: 'bidder-1' },
    { person: 'somebody-2', kind: 'bidder', bidder: 'bidder-2' },
    { person: 'somebody-2', kind: 'bidder', bidder: 'bidder-1', controlAuthority: 'supreme-audit' },
  ])('does not cease to stand for what it never stood for: %j', (stand) => {
    crowd
      .when('withdraw-liaison', { ...stand, reason: 'Moved on.' }, { by: COORDINATOR })
      .refuses('liaison-unknown', { person: stand.person });
  });

  it.each([
    ['bidder', 'bidder'],
    ['control-authority', 'controlAuthority'],
  ])('says which %s it stood for', (kind, field) => {
    const understood = withdrawLiaison.understand({ person: 'somebody-2', kind, reason: 'Moved on.' });
    expect(understood).toMatchObject({ invalid: [{ path: [field] }] });
  });

  it('stands for no bidder where the case has none', () => {
    given(...opened('integrity-pact', { bidders: 0 }))
      .when('accredit-liaison', stands[1], { by: COORDINATOR })
      .refuses('bidder-unknown', { bidder: 'bidder-1' });
  });
});
