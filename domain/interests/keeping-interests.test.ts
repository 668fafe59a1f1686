import { describe, expect, it } from 'vitest';
import {
  accepted,
  caseIn,
  declared,
  left,
  OTHER_WITNESS,
  opened,
  proposed,
  SECOND_WITNESS,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { readOne, release } from '../../test/support/ocds.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { subjectOf } from '../state.ts';
import { findImpediments, keyed, openMatches } from './declared-interests.ts';
import { withParties } from './evolve-interests.ts';
import { identifierKey, isSameIdentifier } from './identifier-key.ts';
import { INTERESTS } from './interests-state.ts';
import { keysOf, matchParties } from './match-parties.ts';
import { isNamedAlike, NOT_RECORDED, PARTIES, partiesOf } from './parties.ts';

const KEY = { kind: 'employer', name: 'colibri puentes' } as const;
const MATCH = { party: 'bidder-1', by: 'name', interest: 0 } as const;
const declaring = (person: string, ...matches: readonly (typeof MATCH)[]): ToldFact => ({
  type: 'declaration.signed.v1',
  data: { person, yes: [], asked: 5, interests: 1, matches: matches.length },
  content: { interests: [], rule: 1, keys: [KEY], matches: matches.map((match) => ({ ...match })) },
});
const found = (person: string): ToldFact => ({
  type: 'impediment.found.v1',
  data: { person, matches: 1 },
  content: { matches: [{ ...MATCH, party: 'bidder-2' }] },
});
const ruled = (person: string, stands: boolean): ToldFact => ({
  type: 'impediment.ruled.v1',
  data: { person, stands },
  content: { reason: 'So.' },
});

const team = given(...caseIn('integrity-pact', 'tender-observation'));
const interestsOf = ({ file }: Given) => subjectOf(file.state.subjects, 'interests', INTERESTS);
const DECLARED = { rule: 1, keys: [KEY], matches: [] };

describe('the interests of a case', () => {
  const both = team.and(declaring(WITNESS.person, MATCH), declaring(SECOND_WITNESS.person));

  it('are kept for each person by the keys alone, under the rule of then', () => {
    expect(interestsOf(both)).toEqual({
      kind: 'interests',
      id: INTERESTS,
      recordedIn: team.file.entries.length + 1,
      people: {
        'witness-1': { ...DECLARED, matches: [{ ...MATCH, cleared: false }] },
        'witness-2': DECLARED,
      },
    });
  });

  it('are forgotten with the next change of somebody else, once a person left', () => {
    const gone = both.and(left(WITNESS));
    expect(Object.keys(interestsOf(gone)?.people ?? {})).toEqual(['witness-1', 'witness-2']);
    expect(interestsOf(gone.and(found(SECOND_WITNESS.person)))?.people).toEqual({
      'witness-2': { ...DECLARED, matches: [{ ...MATCH, party: 'bidder-2', cleared: false }] },
    });
  });

  it('are taken away by a declaration without any, of the one who declares', () => {
    expect(interestsOf(both.and(declared(WITNESS)))?.people).toEqual({ 'witness-2': DECLARED });
    expect(interestsOf(both.and(declared(OTHER_WITNESS)))).toBe(interestsOf(both));
    expect(interestsOf(team.and(declared(WITNESS)))).toBeUndefined();
  });

  it('are not touched by what is found or ruled about somebody who declared none', () => {
    for (const fact of [found(OTHER_WITNESS.person), ruled(OTHER_WITNESS.person, false)]) {
      expect(interestsOf(both.and(fact))).toBe(interestsOf(both));
      expect(interestsOf(team.and(fact))).toBeUndefined();
    }
  });

  it('are cleared by a ruling that nothing stands, where something was found', () => {
    expect(interestsOf(both.and(ruled(WITNESS.person, true)))).toBe(interestsOf(both));
    expect(interestsOf(both.and(ruled(SECOND_WITNESS.person, false)))).toBe(interestsOf(both));
    const cleared = both.and(found(WITNESS.person), ruled(WITNESS.person, false), found(WITNESS.person));
    const matches = interestsOf(cleared)?.people['witness-1']?.matches;
    expect(matches?.map(({ party, cleared: isCleared }) => [party, isCleared])).toEqual([
      ['bidder-1', true],
      ['bidder-2', true],
      ['bidder-2', false],
    ]);
    expect(openMatches(interestsOf(cleared), 'witness-1')).toEqual([{ ...MATCH, party: 'bidder-2' }]);
    expect([openMatches(interestsOf(cleared), 'witness-8'), openMatches(undefined, 'witness-1')]).toEqual([[], []]);
  });

  it('are looked at for who is in office and declared', () => {
    const parties = [{ party: 'bidder-3', name: 'Puentes Colibrí' }];
    const people = { 'witness-9': { rule: 1, keys: [KEY], matches: [] } };
    const list = { kind: 'interests' as const, id: INTERESTS, recordedIn: 1, people };
    const asked = given(...opened('integrity-pact'), proposed(OTHER_WITNESS));
    expect(findImpediments(asked.head, list, parties)).toEqual([]);
    expect(findImpediments(asked.and(declared(OTHER_WITNESS)).head, list, parties)).toEqual([]);
    const accepts = asked.and(accepted(OTHER_WITNESS));
    expect(findImpediments(accepts.head, list, parties)).toEqual([]);
    expect(findImpediments(accepts.and(declared(OTHER_WITNESS)).head, list, parties)).toHaveLength(1);
    expect(findImpediments(accepts.and(declared(OTHER_WITNESS)).head, undefined, parties)).toEqual([]);
  });
});

describe('the parties of a case', () => {
  const parties = { kind: 'parties' as const, id: PARTIES, recordedIn: 2, parties: [{ party: 'buyer', name: 'A' }] };
  const one = { party: 'bidder-1', name: 'B' };

  it('grow, where they are kept and there are more', () => {
    expect(withParties(new Map([[PARTIES, parties]]), [one])).toEqual([
      { ...parties, parties: [...parties.parties, one] },
    ]);
    expect(withParties(new Map([[PARTIES, parties]]), [])).toEqual([]);
    expect(withParties(new Map([[PARTIES, { ...parties, recordedIn: NOT_RECORDED }]]), [one])).toEqual([]);
    expect(withParties(new Map(), [one])).toEqual([]);
  });

  it('are listed once each as the authority, and once as bidder or supplier', () => {
    const party = (id: string, name: string, ...roles: readonly string[]) => ({ id, name, roles });
    const { process } = readOne(
      release({
        parties: [
          party('B', 'Secretaría de Obras', 'buyer'),
          party('P', 'Oficina de Compras', 'procuringEntity'),
          party('T-1', 'Tres Magueyes', 'tenderer', 'supplier'),
          party('S-1', 'Grúas Andinas', 'supplier'),
          party('S-2', 'Nevado', 'supplier'),
        ],
        buyer: { id: 'B', name: 'Secretaría de Obras' },
        tender: {
          id: 'T',
          procuringEntity: { id: 'P', name: 'Oficina de Compras' },
          tenderers: [
            { id: 'T-1', name: 'Tres Magueyes' },
            { id: 'B', name: 'Secretaría de Obras' },
          ],
        },
        awards: [
          { id: 'A-1', suppliers: [{ id: 'T-1' }, { id: 'S-1' }] },
          { id: 'A-2', suppliers: [{ id: 'S-1' }, { id: 'S-2' }] },
        ],
      }),
    );
    const words = (of: typeof process) => partiesOf(of).map(({ party: word, name }) => `${word} ${name}`);
    expect(words(process)).toEqual([
      'buyer Secretaría de Obras',
      'procuring-entity Oficina de Compras',
      'bidder-1 Tres Magueyes',
      'bidder-2 Secretaría de Obras',
      'supplier-1 Grúas Andinas',
      'supplier-2 Nevado',
    ]);
    const { buyer } = process;
    if (buyer === undefined) throw new Error('It has a buyer.');
    expect(words({ ...process, procuringEntity: buyer })).not.toContain('procuring-entity Secretaría de Obras');
  });

  it('are told apart by identifiers of one scheme, and else by their names', () => {
    const named = (name: string, id?: string, scheme?: string) => ({
      name,
      ...(id === undefined ? {} : { identifier: { id, ...(scheme === undefined ? {} : { scheme }) } }),
    });
    const rfc = named('Colibrí', 'PCO010101AB1', 'MX-RFC');
    expect(isNamedAlike(rfc, named('Otro', 'pco-010101-ab1', 'MX-RFC'))).toBe(true);
    expect(isNamedAlike(rfc, named('Otro', 'PCO010101AB1'))).toBe(true);
    expect(isNamedAlike(rfc, named('Colibrí', 'XYZ010101AB1', 'MX-RFC'))).toBe(false);
    expect(isNamedAlike(rfc, named('COLIBRI', 'XYZ010101AB1', 'MX-CURP'))).toBe(true);
    expect(isNamedAlike(rfc, named('Otro', 'XYZ010101AB1', 'MX-CURP'))).toBe(false);
    expect([isNamedAlike(rfc, named('COLIBRI')), isNamedAlike(named('Otro'), rfc)]).toEqual([true, false]);
  });
});

describe('the key of an identifier', () => {
  it.each([
    [{ id: 'pco-010101.ab1' }, { id: 'PCO010101AB1' }],
    [
      { scheme: 'mx-rfc', id: 'MX-RFC PCO 010101' },
      { scheme: 'MXRFC', id: 'PCO010101' },
    ],
    [{ scheme: '--', id: '12346' }, { id: '12346' }],
    [{ id: '1234' }, undefined],
    [{ scheme: '--', id: '1234' }, undefined],
    [
      { scheme: 'S', id: '123' },
      { scheme: 'S', id: '123' },
    ],
    [{ scheme: 'S', id: '12' }, undefined],
    [{ id: 'ÑÁ-123.45' }, { id: 'NA12345' }],
    [{ id: '00000000' }, undefined],
    [{ id: 'xaxx-010101-000' }, undefined],
  ])('of %j is %j', (identifier, key) => {
    expect(identifierKey(identifier)).toStrictEqual(key);
  });

  it('is the same under the same scheme, or where one of the two tells none', () => {
    const one = { scheme: 'S', id: '12346' };
    const same = [one, { id: '12346' }, { scheme: 'T', id: '12346' }, { scheme: 'S', id: '12347' }];
    expect(same.map((other) => isSameIdentifier(one, other))).toEqual([true, true, false, false]);
    expect(isSameIdentifier({ id: '12346' }, one)).toBe(true);
  });
});

describe('a match', () => {
  const parties = [{ party: 'bidder-1', name: 'Tres Magueyes', identifier: { id: 'TMA010101AB1' } }];
  const byName = { name: 'Tres Magueyes' };
  const byId = { name: 'Otro', identifier: { id: 'TMA010101AB1' } };

  it('tells of each party once: by identifier where one says so, and else the first', () => {
    const told = (...interests: readonly (typeof byName | typeof byId)[]) => matchParties(parties, interests);
    expect(told(byName, byId)).toEqual([{ party: 'bidder-1', by: 'identifier', interest: 1 }]);
    expect(told(byId, byName)).toEqual([{ party: 'bidder-1', by: 'identifier', interest: 0 }]);
    expect(told(byName, byName)).toEqual([{ party: 'bidder-1', by: 'name', interest: 0 }]);
    expect(told(byId, byId)).toEqual([{ party: 'bidder-1', by: 'identifier', interest: 0 }]);
  });

  it('has no key where a name tells nobody and an identifier identifies nobody', () => {
    expect(keysOf({ name: 'S.A. de C.V.', identifier: { id: 'XAXX010101000' } })).toStrictEqual({});
    expect(keyed({ kind: 'employer', name: 'S.A. de C.V.' })).toStrictEqual({ kind: 'employer' });
    expect(keyed({ kind: 'employer', name: 'S.A. de C.V.', identifier: { id: '12346' } })).toStrictEqual({
      kind: 'employer',
      identifier: { id: '12346' },
    });
  });
});
