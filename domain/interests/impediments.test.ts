import { describe, expect, it } from 'vitest';
import {
  AUDITOR,
  accepted,
  advanced,
  appointed,
  COORDINATOR,
  caseIn,
  day,
  left,
  OTHER_WITNESS,
  opened,
  proposed,
  SECOND_WITNESS,
  WITNESS,
} from '../../test/support/cast.ts';
import { readOne, release } from '../../test/support/ocds.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { awarded, drafted } from '../../test/support/watch-facts.ts';
import { mayReadContent } from '../reading/event-contents.ts';
import { subjectOf } from '../state.ts';
import { INTERESTS } from './interests-state.ts';

const QUESTIONS = ['public-office', 'employed-by-party', 'kinship', 'economic-interest', 'sanctioned'];
const ANSWERS = QUESTIONS.map((question) => ({ question, yes: false }));

const { process } = readOne(
  release({
    buyer: { id: 'B', name: 'Secretaría de Obras' },
    parties: [
      { id: 'B', name: 'Secretaría de Obras', roles: ['buyer'] },
      {
        id: 'T-1',
        name: 'Puentes del Colibrí, S.A. de C.V.',
        identifier: { scheme: 'MX-RFC', id: 'PCO010101AB1' },
        roles: ['tenderer', 'supplier'],
      },
      { id: 'T-2', name: 'Peña y Hermanos S. de R.L.', roles: ['tenderer'] },
      { id: 'S-1', name: 'Grúas Andinas Ltda.', roles: ['supplier'] },
    ],
    tender: { id: 'T', tenderers: [{ id: 'T-1' }, { id: 'T-2' }] },
    awards: [
      {
        id: 'A-1',
        status: 'active',
        date: '2026-03-02T10:00:00Z',
        value: { amount: 10.5, currency: 'MXN' },
        suppliers: [{ id: 'T-1' }, { id: 'S-1' }],
      },
    ],
  }),
);

const inOffice = given(...opened('integrity-pact', { process }), proposed(WITNESS), accepted(WITNESS));

const employer = (name: string, more: object = {}) => ({ kind: 'employer', name, ...more });
const declaring = (...interests: readonly object[]) => ({ answers: ANSWERS, interests });

const standingOf = (of: Given, person = 'witness-1') =>
  of.head.team.find((member) => member.person === person)?.impeded;
const matchesOf = (of: Given, person = 'witness-1') =>
  subjectOf(of.file.state.subjects, 'interests', INTERESTS)?.people[person]?.matches ?? [];

describe('a declared interest', () => {
  it('in nobody of the process is no impediment; its name stays out of the event and of the state', () => {
    const after = inOffice
      .when('sign-declaration', declaring(employer('Ñandú Consultores, S.A.S.')), { by: WITNESS })
      .records({
        type: 'declaration.signed.v1',
        data: { person: 'witness-1', yes: [], asked: 5, interests: 1, matches: 0 },
        content: {
          interests: [employer('Ñandú Consultores, S.A.S.')],
          rule: 1,
          keys: [{ kind: 'employer', name: 'consultores nandu' }],
          matches: [],
        },
      });
    expect(standingOf(after)).toBe(false);
    expect(JSON.stringify(subjectOf(after.file.state.subjects, 'interests', INTERESTS))).not.toContain('Ñandú');
  });

  it.each([
    ['accents, case and legal form', employer('PENA Y HERMANOS SRL'), 'bidder-2', 'name'],
    ['the order of the words', employer('Hermanos Peña'), 'bidder-2', 'name'],
    ['its identifier', employer('Another name', { identifier: { id: 'pco-010101-ab1' } }), 'bidder-1', 'identifier'],
    ['the buyer', employer('SECRETARIA DE OBRAS'), 'buyer', 'name'],
    ['a supplier that is no bidder', employer('Gruas Andinas'), 'supplier-1', 'name'],
    ['letters that only look the same', employer('Реñа у Неrmаnоs'.replace('у', 'y')), 'bidder-2', 'name'],
  ])('is found in a party: %s', (_, interest, party, by) => {
    const after = inOffice.when('sign-declaration', declaring(interest), { by: WITNESS }).succeeds();
    expect(after.file.entries.at(-1)).toMatchObject({
      data: { interests: 1, matches: 1 },
      content: { matches: [{ party, by, interest: 0 }] },
    });
    expect(standingOf(after)).toBe(true);
  });

  it.each([
    ['another identifier scheme', employer('Another name', { identifier: { scheme: 'CO-NIT', id: 'PCO010101AB1' } })],
    ['half of a name', employer('Puentes')],
    ['a legal form alone', employer('S.A. de C.V.')],
    ['a placeholder', employer('Another name', { identifier: { id: 'XAXX010101000' } })],
  ])('is not found by %s', (_, interest) => {
    expect(standingOf(inOffice.when('sign-declaration', declaring(interest), { by: WITNESS }).succeeds())).toBe(false);
  });

  it('with characters that change the direction, or more than can be kept, is not taken', () => {
    inOffice
      .when('sign-declaration', declaring(employer('Peña \u202e')), { by: WITNESS })
      .cannotTake('interests/0/name');
    inOffice
      .when('sign-declaration', declaring(...Array.from({ length: 50 }, () => employer('x'.repeat(300)))), {
        by: WITNESS,
      })
      .cannotTake('interests');
    inOffice
      .when('sign-declaration', declaring(...Array.from({ length: 51 }, () => employer('Peña'))), { by: WITNESS })
      .cannotTake('interests');
  });

  it('is forgotten once its person left and another declares', () => {
    const gone = inOffice
      .when('sign-declaration', declaring(employer('Peña Hermanos')), { by: WITNESS })
      .succeeds()
      .and(left(WITNESS), proposed(OTHER_WITNESS), accepted(OTHER_WITNESS))
      .when('sign-declaration', declaring(employer('Somebody else')), { by: OTHER_WITNESS })
      .succeeds();
    expect(Object.keys(subjectOf(gone.file.state.subjects, 'interests', INTERESTS)?.people ?? {})).toEqual([
      'witness-9',
    ]);
  });
});

describe('an impediment that was found', () => {
  const found = given(
    ...caseIn('integrity-pact', 'tender-observation', { process }),
    left(WITNESS),
    proposed(WITNESS),
    accepted(WITNESS),
  )
    .when('sign-declaration', declaring(employer('Peña y Hermanos'), employer('Puentes del Colibrí')), { by: WITNESS })
    .succeeds();
  const ruling = (stands: boolean) => ({ person: 'witness-1', stands, reason: 'It ended ten years ago.' });
  const observation = {
    type: 'good-practice',
    stage: 'tender-observation',
    observedAt: day(0),
    title: 'All well',
    narrative: 'All well.',
    language: 'es',
    visibility: 'public',
  };

  it('blocks filing and voting until it is ruled on', () => {
    found.when('file-observation', observation, { by: WITNESS }).refuses('impediment-standing', {});
    const report = found.and(drafted('report-1', 'tender-observation'));
    report.when('sign-report', { report: 'report-1' }, { by: WITNESS }).refuses('impediment-standing', {});
    const cleared = report.when('rule-on-impediment', ruling(false), { by: COORDINATOR }).records({
      type: 'impediment.ruled.v1',
      data: { person: 'witness-1', stands: false, matches: 2 },
      content: {
        reason: 'It ended ten years ago.',
        matches: [
          { party: 'bidder-2', by: 'name', interest: 0 },
          { party: 'bidder-1', by: 'name', interest: 1 },
        ],
      },
    });
    cleared.when('file-observation', observation, { by: WITNESS }).succeeds();
    cleared.when('sign-report', { report: 'report-1' }, { by: WITNESS }).succeeds();
  });

  it('blocks a vote in a committee', () => {
    const committee = given(...caseIn('oversight-committee', 'tender-observation', { process }));
    const member = { person: 'member-9', roles: ['member'] } as const;
    const voting = committee
      .and(proposed(member), accepted(member))
      .when(
        'sign-declaration',
        {
          answers: ['public-office', 'supplier', 'kinship', 'party-office'].map((question) => ({
            question,
            yes: false,
          })),
          interests: [employer('Gruas Andinas')],
        },
        { by: member },
      )
      .succeeds()
      .and(drafted('report-1', 'tender-observation'));
    voting
      .when('vote-on-report', { report: 'report-1', vote: 'for' }, { by: member })
      .refuses('impediment-standing', {});
  });

  it('stands on where it is ruled to stand, and can be ruled on again', () => {
    const stands = found.when('rule-on-impediment', ruling(true), { by: COORDINATOR }).succeeds();
    expect([standingOf(stands), matchesOf(stands).map(({ cleared }) => cleared)]).toEqual([true, [false, false]]);
    expect(standingOf(stands.when('rule-on-impediment', ruling(false), { by: COORDINATOR }).succeeds())).toBe(false);
  });

  it('is told in its content, to the person, the coordinator and the auditor alone', () => {
    const readers = { WITNESS, SECOND_WITNESS, COORDINATOR, AUDITOR, public: { roles: ['public'] as const } };
    for (const of of [found, found.when('rule-on-impediment', ruling(false), { by: COORDINATOR }).succeeds()]) {
      const entry = of.file.entries.at(-1);
      if (entry === undefined) throw new Error('Something is on record.');
      const may = Object.entries(readers).filter(([, reader]) =>
        mayReadContent(entry, { reader, head: of.head, subjects: new Map() }),
      );
      expect(may.map(([name]) => name)).toEqual(['WITNESS', 'COORDINATOR', 'AUDITOR']);
      expect(JSON.stringify(entry.data)).not.toContain('bidder');
    }
  });
});

describe('a bidder that is registered', () => {
  const clear = given(
    ...opened('integrity-pact', { process }),
    ...appointed('integrity-pact'),
    advanced('appointment', 'tender-observation'),
  )
    .and(left(WITNESS), proposed(WITNESS), accepted(WITNESS))
    .when(
      'sign-declaration',
      declaring(employer('Cerro Azul Consultores'), employer('x', { identifier: { id: '130-34567-8' } })),
      {
        by: WITNESS,
      },
    )
    .succeeds();
  const register = (of: Given, name: string, identifier?: string) =>
    of.when('register-bidder', { name, ...(identifier && { identifier }) }, { by: COORDINATOR });
  const foundIn = (party: string, by: string, interest: number) => ({
    type: 'impediment.found.v1' as const,
    data: { person: 'witness-1', matches: 1 },
    content: { matches: [{ party, by, interest }] },
  });

  it('re-opens the check by itself, in the same transaction', () => {
    expect(standingOf(clear)).toBe(false);
    const after = register(clear, 'CERRO AZUL CONSULTORES, S.R.L.').records(
      {
        type: 'bidder.registered.v1',
        data: { bidder: 'bidder-3', source: 'by-hand' },
        content: { name: 'CERRO AZUL CONSULTORES, S.R.L.' },
      },
      foundIn('bidder-3', 'name', 0),
    );
    expect(standingOf(after)).toBe(true);
  });

  it('that was ruled not to stand is not found again, and another one is', () => {
    const ruled = register(clear, 'Cerro Azul Consultores')
      .succeeds()
      .when(
        'rule-on-impediment',
        { person: 'witness-1', stands: false, reason: 'Another Cerro Azul.' },
        { by: COORDINATOR },
      )
      .succeeds();
    const same = register(ruled, 'Nobody we know').succeeds();
    expect(standingOf(same)).toBe(false);
    const other = register(same, 'A new name', '130345678').succeeds();
    expect(other.file.entries.at(-1)).toMatchObject(foundIn('bidder-5', 'identifier', 1));
    expect([standingOf(other), matchesOf(other).map(({ cleared }) => cleared)]).toEqual([true, [true, false]]);
  });

  it('finds nothing against who left', () => {
    const after = register(clear.and(left(WITNESS)), 'Cerro Azul Consultores').succeeds();
    expect(after.file.entries.at(-1)?.type).toBe('bidder.registered.v1');
  });
});

describe('an award', () => {
  const reviewing = given(...caseIn('integrity-pact', 'award-review', { process }))
    .and(left(WITNESS), proposed(WITNESS), accepted(WITNESS))
    .when('sign-declaration', declaring(employer('Cerro Azul')), { by: WITNESS })
    .succeeds();
  const ruling = { decision: 'awarded', decidedAt: day(0), suppliers: ['bidder-1'] };

  it('re-opens the check for whoever shares it without being a bidder', () => {
    const after = reviewing
      .when('record-award', { ...ruling, partners: [{ name: 'Cerro Azul, S.A.' }] }, { by: COORDINATOR })
      .records(
        {
          type: 'award.recorded.v1',
          data: { decision: 'awarded', decidedAt: day(0), suppliers: ['bidder-1'], partners: 1 },
          content: { parties: [{ party: 'supplier-2', name: 'Cerro Azul, S.A.' }] },
        },
        {
          type: 'impediment.found.v1',
          data: { person: 'witness-1', matches: 1 },
          content: { matches: [{ party: 'supplier-2', by: 'name', interest: 0 }] },
        },
      );
    expect(standingOf(after)).toBe(true);
  });

  it('is taken from the official data where they tell one', () => {
    reviewing.when('record-award', { from: 'official-data' }, { by: COORDINATOR }).records({
      type: 'award.recorded.v1',
      data: {
        decision: 'awarded',
        decidedAt: '2026-03-02T10:00:00.000Z',
        suppliers: ['bidder-1'],
        value: { amount: 10.5, currency: 'MXN' },
        source: 'ocds',
      },
    });
  });

  it('of official data that tell of none is refused', () => {
    given(...caseIn('integrity-pact', 'award-review', { process: readOne(release()).process }))
      .when('record-award', { from: 'official-data' }, { by: COORDINATOR })
      .refuses('award-not-published', {});
  });

  it('is told by hand or taken from the official data, whole', () => {
    reviewing
      .when(
        'record-award',
        { from: 'official-data', decision: 'none', value: { amount: 1, currency: 'MXN' } },
        { by: COORDINATOR },
      )
      .cannotTake('decision', 'value');
    reviewing.when('record-award', { decision: 'none' }, { by: COORDINATOR }).cannotTake('decidedAt', 'suppliers');
    reviewing
      .when(
        'record-award',
        { ...ruling, decision: 'none', suppliers: [], partners: [{ name: 'Cerro Azul' }] },
        { by: COORDINATOR },
      )
      .refuses('award-contradicts');
  });

  it('is recorded once, from wherever', () => {
    reviewing
      .and(awarded())
      .when('record-award', { from: 'official-data' }, { by: COORDINATOR })
      .refuses('award-recorded-already', {});
  });
});
