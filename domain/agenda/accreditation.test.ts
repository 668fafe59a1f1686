import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../test/support/agenda-of.ts';
import { caseIn, type ToldFact, WITNESS } from '../../test/support/cast.ts';
import { filed } from '../../test/support/watch-facts.ts';

const PACT = caseIn('integrity-pact', 'tender-observation');
const SEALED = filed('observation-1', { severity: 'grave', visibility: 'restricted' });
const { person } = WITNESS;
const changed = (loss?: 'suspended' | 'removed' | 'lapsed'): ToldFact => ({
  type: 'accreditation.changed.v1',
  data: { person, ...(loss === undefined ? {} : { loss }) },
});
const LAPSED: ToldFact = { type: 'accreditation.lapsed.v1', data: { person } };

/** Who is asked to escalate a finding that is sealed. */
const asked = (...facts: readonly ToldFact[]) =>
  agendaOf(...PACT, ...facts).get('escalation-of:observation-1')?.persons;

describe('whoever lost an accreditation', () => {
  it.each([changed('suspended'), changed('removed'), changed('lapsed'), LAPSED])(
    'is neither asked for what is sealed nor told that it is grave: $data $type',
    (loss) => {
      expect(asked(loss, SEALED)).toEqual(['witness-2']);
      expect(asked(SEALED, loss)).toEqual(['witness-2']);
    },
  );

  it('is asked again once it holds, unless an impediment stands', () => {
    const both = ['witness-1', 'witness-2'];
    expect(asked(SEALED)).toEqual(both);
    expect(asked(SEALED, changed('suspended'), changed())).toEqual(both);
    expect(asked(SEALED, LAPSED, changed())).toEqual(both);
    const found: ToldFact = { type: 'impediment.found.v1', data: { person, matches: 1 } };
    expect(asked(SEALED, changed('suspended'), found, changed())).toEqual(['witness-2']);
  });
});
