import { describe, it } from 'vitest';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import {
  AUTHORITY,
  accredited,
  COORDINATOR,
  day,
  liaisons,
  OTHER_MEMBER,
  OTHER_WITNESS,
  opened,
  proposed,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { LIAISONS_MAX } from '../state.ts';

const REASON = 'It had to be.';

describe('who acts for an institution', () => {
  it.each(INSTRUMENTS)('does not watch over the case (%s)', (instrument) => {
    const person = instrument === 'integrity-pact' ? OTHER_WITNESS : OTHER_MEMBER;
    const torn = given(...opened(instrument), accredited(person, { kind: 'contracting-authority' }));
    torn
      .when('propose-member', { person: person.person, reason: REASON }, { by: COORDINATOR })
      .refuses('conflict-of-roles', { person: person.person });
    torn
      .when(
        'announce-draw',
        {
          candidates: ['witness-8', person.person],
          places: 1,
          source: { kind: 'beacon', beacon: 'drand-quicknet', publishedAfter: day(2) },
        },
        { by: COORDINATOR },
      )
      .refuses('conflict-of-roles', { person: person.person });
    torn
      .and(proposed(person))
      .when('accept-appointment', {}, { by: person })
      .refuses('conflict-of-roles', { person: person.person });
    given(...opened(instrument), proposed(person))
      .when('accredit-liaison', { person: person.person, kind: 'contracting-authority' }, { by: COORDINATOR })
      .refuses('conflict-of-roles', { person: person.person });
  });

  it('can be withdrawn, and leaves the place free', () => {
    const full = given(
      ...opened('integrity-pact'),
      ...liaisons('integrity-pact'),
      ...Array.from({ length: LIAISONS_MAX - 3 }, (_, index) =>
        accredited({ person: `bidder-${index + 5}`, roles: [] }, { kind: 'bidder', bidder: 'bidder-2' }),
      ),
    );
    const another = { person: 'authority-2', kind: 'contracting-authority' };
    full.when('accredit-liaison', another, { by: COORDINATOR }).refuses('too-many-liaisons');
    full
      .when(
        'withdraw-liaison',
        { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-1', reason: 'Its lawyer changed.' },
        { by: COORDINATOR },
      )
      .records({
        type: 'liaison.withdrawn.v1',
        data: { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-1' },
        content: { reason: 'Its lawyer changed.' },
      })
      .when('accredit-liaison', another, { by: COORDINATOR })
      .succeeds();
    full
      .when(
        'withdraw-liaison',
        { person: 'bidder-1', kind: 'contracting-authority', reason: 'No.' },
        { by: COORDINATOR },
      )
      .refuses('liaison-unknown', { person: 'bidder-1' });
    full
      .when(
        'withdraw-liaison',
        { person: 'authority-1', kind: 'contracting-authority', reason: 'No.' },
        { by: COORDINATOR },
      )
      .succeeds()
      .when('sign-pact-for-authority', { documentHash: 'a'.repeat(64) }, { by: AUTHORITY })
      .refuses('not-permitted');
  });
});
