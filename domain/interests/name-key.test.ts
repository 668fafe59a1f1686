import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierKey, isSameIdentifier } from './identifier-key.ts';
import { LEGAL_FORMS } from './legal-forms.ts';
import { matchParties, matchRoster } from './match-parties.ts';
import { nameKey } from './name-key.ts';

const SAME: readonly (readonly [string, readonly string[]])[] = [
  [
    'Constructora Peña y Asociados',
    [
      'CONSTRUCTORA PEÑA Y ASOCIADOS, S.A. DE C.V.',
      'Constructora Pena & Asociados S. A. de C. V.',
      'constructora peña asociados sa de cv',
      'Peña y Asociados, Constructora',
      'Constructora Pen\u0303a y Asociados, S. de R.L. de C.V.',
      'Constructora Peña e Asociados SADECV',
      'CONSTRUCTORA PEÑA Y ASOCIADOS SOCIEDAD ANÓNIMA DE CAPITAL VARIABLE',
      'Constructora Peña y Asociados S.A.P.I. de C.V.',
      'Constructora Peña y Asociados, S.A.B. de C.V., SOFOM, E.N.R.',
    ],
  ],
  [
    'Tres Magueyes',
    [
      'Tres Magueyes S.R.L.',
      'Tres Magueyes SRL',
      'Tres Magueyes, C. por A.',
      'Tres Magueyes C.xA.',
      'Tres Magueyes E.I.R.L.',
      'Tres Magueyes EIRL.',
      'Tres Magueyes Ltda.',
      'Tres Magueyes Limitada',
      'Tres Magueyes y Cía. Ltda.',
      'Tres Magueyes y Compañía Limitada',
      'Tres Magueyes & Cía., S. en C.',
      'Tres Magueyes S.A.S.',
      'Tres Magueyes S.A.S. B.I.C.',
      'Tres Magueyes S.A. E.S.P.',
      'Tres Magueyes S/A',
      'Tres Magueyes Ltda. - ME',
      'Tres Magueyes EPP',
      'Tres Magueyes EIRELI - EPP',
      'Tres Magueyes Inc.',
      'Tres Magueyes, LLC',
      'Tres Magueyes L.L.C.',
      'Tres Magueyes Ltd',
      'Tres Magueyes GmbH & Co. KG',
      'Tres Magueyes S.C.',
      'Tres Magueyes, A.C.',
      'S.A. de C.V. Tres Magueyes',
      '«Tres» “Magueyes”',
      'ＴＲＥＳ　ＭＡＧＵＥＹＥＳ',
      'T\u200bres\u00ad Mag\u2060ueyes',
      '\u202eTres Magueyes\u202c',
      'Тrеs Mаguеуеs',
      'ΤRΕS ΜΑGUΕΥΕS',
      '𝐓𝐫𝐞𝐬 𝐌𝐚𝐠𝐮𝐞𝐲𝐞𝐬',
    ],
  ],
  ['Juan Pérez Gómez', ['PEREZ GOMEZ, JUAN', 'Gómez Pérez Juan', 'Juan  Pérez-Gómez']],
  ["O'Higgins Construções", ['OHIGGINS CONSTRUCOES', 'O’Higgins Construções S/A', 'O´Higgins Construcoes ME']],
  ['Compañía Dominicana de Teléfonos', ['Cía. Dominicana de Teléfonos, C. por A.', 'COMPANIA DOMINICANA DE TELEFONOS']],
  ['Straße Bau', ['STRASSE BAU GMBH']],
  ['Ромашка', ['РОМАШКА']],
  ['3M', ['3M, Inc.', '3m S.A.']],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Constructora del Norte', 'Constructora del Sur'],
  ['Constructora del Norte S.A. de C.V.', 'Comercializadora del Norte S.A. de C.V.'],
  ['Grupo 10', 'Grupo 100'],
  ['Puentes del Colibrí', 'Puentes del Colibrí Azul'],
  ['Sala', 'La'],
  ['Mesa', 'Me'],
  ['Sacos del Sur', 'Cos del Sur'],
  ['Ромашка', 'Pomawka'],
];

describe('the key of a name', () => {
  it.each(SAME)('of %s is the same however it is written', (name, others) => {
    expect(others.filter((other) => nameKey(other) !== nameKey(name))).toEqual([]);
  });

  it.each(DIFFERENT)('tells %s from %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('is never empty, not even of a legal form alone or of signs', () => {
    for (const name of ['S.A. de C.V.', 'Ltda.', 'y', '&', '★', '\u200b!', '...']) expect(nameKey(name)).not.toBe('');
  });

  const word = fc.constantFrom(
    'Puentes',
    'Cóndor',
    'Ñandú',
    'del',
    'Norte',
    'Magüey',
    'Œuvre',
    'Łódź',
    '2000',
    'Ωmega',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 6 });
  const form = fc.constantFrom(
    'S.A. de C.V.',
    'S. de R.L. de C.V.',
    'SRL',
    'Ltda.',
    'S/A',
    'C. por A.',
    'y Cía. Ltda.',
    'GmbH',
  );
  const unseen = fc.constantFrom('', '\u200b', '\u00ad', '\u202e', '\u2066', '\ufeff', '\u0301');

  it('does not depend on the order of the words, on case, accents, punctuation, what is unseen, or the legal form', () => {
    fc.assert(
      fc.property(words, form, unseen, fc.nat(), (naming, legal, sign, turn) => {
        const key = nameKey(naming.join(' '));
        const at = turn % naming.length;
        const turned = [...naming.slice(at), ...naming.slice(0, at)];
        expect(nameKey(turned.join(', '))).toBe(key);
        expect(nameKey(naming.join(' ').toUpperCase())).toBe(key);
        expect(nameKey(naming.join('  ').normalize('NFD'))).toBe(key);
        expect(nameKey(naming.join(`${sign} `))).toBe(key);
        expect(nameKey(`${naming.join(' ')}, ${legal}`)).toBe(key);
      }),
    );
  });

  it('is made of any text whatever, and is no longer than the longest name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (name) => {
        expect(nameKey(name)).not.toBe('');
        expect(nameKey(name).length).toBeLessThanOrEqual(300);
      }),
    );
    expect(nameKey('\ufdfa'.repeat(300)).length).toBe(300);
  });

  it('takes each legal form from the end', () => {
    const left = [...LEGAL_FORMS].filter((legal) => nameKey(`Colibrí ${legal}`) !== 'colibri');
    expect(left).toEqual([]);
  });
});

describe('the key of an identifier', () => {
  it.each([
    ['ABC-010101-AB1', 'abc010101ab1'],
    ['80.034.567-8', '80034567-8'],
    ['J 30 123 456', 'J30123456'],
    ['АВС010101АВ1', 'ABC010101AB1'],
  ])('%s is %s', (one, other) => {
    expect(identifierKey({ id: one })).toEqual(identifierKey({ id: other }));
    expect(identifierKey({ id: one })).toBeDefined();
  });

  it('does not repeat its scheme', () => {
    expect(identifierKey({ scheme: 'DO-RNC', id: 'DO-RNC-130345678' })).toEqual({ scheme: 'DORNC', id: '130345678' });
  });

  it.each([
    'N/A',
    'n.a.',
    '0',
    '000000000',
    'XXXXXXXXXXXX',
    'XAXX010101000',
    'XEXX-010101-000',
    '---',
    'T-1',
    'S/N',
    'No aplica',
    '222222222222',
  ])('of %s is none: it identifies nobody', (id) => {
    expect(identifierKey({ id })).toBeUndefined();
  });

  it('is compared under its scheme where both have one', () => {
    const id = '130345678';
    expect(isSameIdentifier({ scheme: 'DORNC', id }, { scheme: 'CONIT', id })).toBe(false);
    expect(isSameIdentifier({ scheme: 'DORNC', id }, { id })).toBe(true);
    expect(isSameIdentifier({ scheme: 'DORNC', id }, { scheme: 'DORNC', id })).toBe(true);
  });
});

describe('interests and parties', () => {
  const PARTIES = [
    { party: 'buyer', name: 'Ministerio de Obras' },
    {
      party: 'bidder-1',
      name: 'Puentes del Colibrí, S.A. de C.V.',
      identifier: { scheme: 'MX-RFC', id: 'PCO010101AB1' },
    },
    { party: 'bidder-2', name: 'Constructora, S.R.L.' },
    { party: 'bidder-3', name: 'S.A. de C.V.' },
    { party: 'bidder-4', name: 'Otros', identifier: { id: 'XAXX010101000' } },
  ];

  it.each([
    [{ name: 'COLIBRI, PUENTES DEL' }, [{ party: 'bidder-1', by: 'name', interest: 0 }]],
    [
      { name: 'Another name', identifier: { id: 'pco-010101-ab1' } },
      [{ party: 'bidder-1', by: 'identifier', interest: 0 }],
    ],
    [
      { name: 'Puentes del Colibrí', identifier: { id: 'PCO010101AB1' } },
      [{ party: 'bidder-1', by: 'identifier', interest: 0 }],
    ],
    [{ name: 'Another name', identifier: { scheme: 'CO-NIT', id: 'PCO010101AB1' } }, []],
    [{ name: 'Constructora' }, []],
    [{ name: 'S.A. de C.V.' }, []],
    [{ name: 'X', identifier: { id: 'XAXX-010101-000' } }, []],
    [{ name: 'Puentes' }, []],
  ])('%j', (interest, expected) => {
    expect(matchParties(PARTIES, [interest])).toEqual(expected);
  });

  it('name each party once, however many interests are in it', () => {
    const interests = [{ name: 'Puentes del Colibrí' }, { name: 'x', identifier: { id: 'PCO010101AB1' } }];
    expect(matchParties(PARTIES, interests)).toEqual([{ party: 'bidder-1', by: 'identifier', interest: 1 }]);
  });

  it('are matched for a whole roster as they are one by one', () => {
    const name = fc.constantFrom(
      'Puentes del Colibrí',
      'Constructora',
      'Ministerio de Obras',
      'Otros',
      'Nadie',
      'Puentes',
    );
    const interest = fc.record({ name }, { requiredKeys: ['name'] });
    fc.assert(
      fc.property(
        fc.array(fc.record({ interests: fc.array(interest, { maxLength: 4 }) }), { maxLength: 10 }),
        (roster) => {
          expect(matchRoster(PARTIES, roster)).toEqual(
            roster.flatMap((entry) => {
              const matches = matchParties(PARTIES, entry.interests);
              return matches.length === 0 ? [] : [{ entry, matches }];
            }),
          );
        },
      ),
    );
  });
});
