import { describe, expect, it } from 'vitest';
import { COORDINATOR, caseIn, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { filed, flagRaised, withdrawn } from '../../test/support/watch-facts.ts';

const flagged = given(
  ...caseIn('integrity-pact', 'award-review'),
  flagRaised('flag-1'),
  filed('observation-1', { severity: 'serious' }),
  filed('observation-2'),
);
const dismissed = flagged.and({
  type: 'flag.dismissed.v1',
  data: { flag: 'flag-1' },
  content: { reason: 'One bidder.' },
});

describe('a red flag', () => {
  it('is dismissed with a reason, which is content', () => {
    const after = flagged.when('dismiss-flag', { flag: 'flag-1', reason: 'A small market.' }, { by: WITNESS }).records({
      type: 'flag.dismissed.v1',
      data: { flag: 'flag-1' },
      content: { reason: 'A small market.' },
    });
    expect(after.head.flagsUnanswered).toEqual({ open: 0, named: [] });
    expect(after.file.state.subjects.get('flag-1')).toMatchObject({ answer: 'dismissed' });
  });

  it('is tied to the finding that was filed about it', () => {
    const after = flagged
      .when('turn-flag-into-finding', { flag: 'flag-1', observation: 'observation-1' }, { by: WITNESS })
      .records({
        type: 'flag.turned-into-finding.v1',
        data: { flag: 'flag-1' },
        content: { observation: 'observation-1' },
      });
    expect(after.head.flagsUnanswered.open).toBe(0);
    expect(after.file.state.subjects.get('flag-1')).toMatchObject({
      answer: 'turned-into-finding',
      observation: 'observation-1',
    });
  });

  it.each(['after-award', 'restricted'] as const)('is tied to a sealed finding (%s) without a name', (visibility) => {
    flagged
      .and(filed('observation-3', { severity: 'serious', visibility }))
      .when('turn-flag-into-finding', { flag: 'flag-1', observation: 'observation-3' }, { by: WITNESS })
      .records({
        type: 'flag.turned-into-finding.v1',
        withoutName: true,
        data: { flag: 'flag-1' },
        content: { observation: 'observation-3', by: 'witness-1' },
      });
  });

  it('is answered once', () => {
    dismissed
      .when('dismiss-flag', { flag: 'flag-1', reason: 'Again.' }, { by: WITNESS })
      .refuses('flag-answered', { flag: 'flag-1', answer: 'dismissed' });
    dismissed
      .when('turn-flag-into-finding', { flag: 'flag-1', observation: 'observation-1' }, { by: WITNESS })
      .refuses('flag-answered', { flag: 'flag-1', answer: 'dismissed' });
  });

  it('must be known, and so must the finding', () => {
    flagged
      .when('dismiss-flag', { flag: 'flag-2', reason: 'None.' }, { by: WITNESS })
      .refuses('flag-unknown', { flag: 'flag-2' });
    flagged
      .when('turn-flag-into-finding', { flag: 'flag-1', observation: 'observation-3' }, { by: WITNESS })
      .refuses('observation-unknown', { observation: 'observation-3' });
  });

  it('is not tied to what is no finding', () => {
    flagged
      .when('turn-flag-into-finding', { flag: 'flag-1', observation: 'observation-2' }, { by: WITNESS })
      .refuses('not-a-finding', { observation: 'observation-2' });
    flagged
      .and(withdrawn('observation-1'))
      .when('turn-flag-into-finding', { flag: 'flag-1', observation: 'observation-1' }, { by: WITNESS })
      .refuses('observation-withdrawn', { observation: 'observation-1' });
  });

  it('is the team’s to answer', () => {
    flagged.when('dismiss-flag', { flag: 'flag-1', reason: 'No.' }, { by: COORDINATOR }).refuses('not-permitted');
  });
});
