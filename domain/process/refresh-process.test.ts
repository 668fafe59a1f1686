import { describe, expect, it } from 'vitest';
import {
  accepted,
  COORDINATOR,
  caseIn,
  DIGEST,
  day,
  left,
  OPENED_AT,
  opened,
  proposed,
  WITNESS,
} from '../../test/support/cast.ts';
import { readOne, release } from '../../test/support/ocds.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { attended, scheduled } from '../../test/support/watch-facts.ts';
import { subjectOf } from '../state.ts';
import type { ContractingProcess } from './contracting-process.ts';
import { PROCESS } from './process-state.ts';
import { wasPast } from './was-past.ts';

const ocds = (fields: Readonly<Record<string, unknown>> = {}): ContractingProcess => readOne(release(fields)).process;
const at = (days: number) => day(days).replace('.000Z', 'Z');
const organisation = (number: number, name: string, ...roles: readonly string[]) => ({
  id: `P-${number}`,
  name,
  identifier: { scheme: 'MX-RFC', id: `ABC01010${number}AB1` },
  roles,
});
const PARTIES = [organisation(1, 'Puentes del Colibrí', 'tenderer'), organisation(2, 'Peña y Hermanos', 'tenderer')];
const TENDER = {
  id: 'T',
  status: 'active',
  title: 'A bridge',
  value: { amount: 100, currency: 'MXN' },
  tenderPeriod: { startDate: at(-10), endDate: at(20) },
  enquiryPeriod: { startDate: at(-9), endDate: at(-1) },
  awardPeriod: { endDate: at(40) },
  tenderers: PARTIES.map(({ id, name }) => ({ id, name })),
};
const AWARDED = [
  { id: 'A', status: 'active', date: at(-1), value: { amount: 90, currency: 'MXN' }, suppliers: [{ id: 'P-1' }] },
];
const SIGNED = [
  {
    id: 'C',
    awardID: 'A',
    status: 'active',
    dateSigned: at(-1),
    period: { endDate: at(90) },
    amendments: [{ id: '1' }],
  },
];
const FIRST = { parties: PARTIES, tender: TENDER };

const refreshing = (process: unknown) => ({ process, sourceHash: DIGEST, problems: [], problemCount: 0 });
const watching = given(...caseIn('integrity-pact', 'tender-observation', { process: ocds(FIRST) }));
const refreshed = (of: Given, fields: Readonly<Record<string, unknown>>, now = of.file.now) =>
  of.when('refresh-process', refreshing(ocds(fields)), { by: COORDINATOR, at: now });
const NEWER = { date: '2026-03-03T12:00:00Z' };

const changesOf = (of: Given) => {
  const entry = of.file.entries.findLast(({ type }) => type === 'process.changed.v1');
  if (entry?.type !== 'process.changed.v1') throw new Error('Something changed.');
  return entry.data.changes;
};
const processOf = (of: Given) => subjectOf(of.file.state.subjects, 'process', PROCESS)?.process;

describe('refreshing the official data', () => {
  it('records each change with its place, its values where they are plain, and the difference as content', () => {
    const tender = { ...TENDER, title: 'Two bridges', tenderPeriod: { startDate: at(-10), endDate: at(25) } };
    const process = ocds({ ...FIRST, ...NEWER, tender });
    const after = watching.when('refresh-process', refreshing(process), { by: COORDINATOR }).records({
      type: 'process.changed.v1',
      data: {
        change: 'change-1',
        sourceHash: DIGEST,
        problems: 0,
        changes: [
          { op: 'replace', pointer: '/title', wasPast: false },
          {
            op: 'replace',
            pointer: '/publishedAt',
            from: '2026-03-01T12:00:00.000Z',
            to: '2026-03-03T12:00:00.000Z',
            wasPast: false,
          },
          { op: 'replace', pointer: '/tenderPeriod/endAt', from: day(20), to: day(25), wasPast: false },
        ],
        bidders: 0,
        parties: 0,
        tenderStartAt: day(-10),
        tenderEndAt: day(25),
        awardDueAt: day(40),
      },
      content: {
        patch: [
          { op: 'replace', path: '/title', value: 'Two bridges' },
          { op: 'replace', path: '/publishedAt', value: '2026-03-03T12:00:00.000Z' },
          { op: 'replace', path: '/tenderPeriod/endAt', value: day(25) },
        ],
        parties: [],
        problems: [],
      },
    });
    expect(processOf(after)).toEqual(process);
    expect(subjectOf(after.file.state.subjects, 'change', 'change-1')?.changes).toHaveLength(3);
  });

  it('that say nothing new, were published again, or are in another order, is refused', () => {
    for (const fields of [FIRST, { ...FIRST, ...NEWER }, { ...FIRST, parties: PARTIES.toReversed() }]) {
      refreshed(watching, fields).refuses('process-unchanged', {});
    }
  });

  it('of another process, or with older data, is refused', () => {
    refreshed(watching, { ...FIRST, ocid: 'ocds-other-1' }).refuses('process-differs', {
      ocid: 'ocds-other-1',
      expected: 'ocds-test00-0001',
    });
    refreshed(watching, { ...FIRST, date: '2026-02-27T12:00:00Z', tender: { ...TENDER, title: 'Older' } }).refuses(
      'process-older',
      {
        publishedAt: '2026-02-27T12:00:00.000Z',
        knownAt: '2026-03-01T12:00:00.000Z',
      },
    );
  });

  it('of no process at all is not taken', () => {
    watching
      .when('refresh-process', refreshing({}), { by: COORDINATOR })
      .cannotTake(
        ...['ocid', 'title', 'bidders', 'awards', 'contracts', 'parties', 'documents'].map(
          (field) => `process/${field}`,
        ),
      );
  });

  it('registers the bidders that are new, and nobody twice', () => {
    const known = watching.when('register-bidder', { name: 'CERRO AZUL, S.A.' }, { by: COORDINATOR }).succeeds();
    const more = [...PARTIES, organisation(3, 'Cerro Azul', 'tenderer'), organisation(4, 'Tres Magueyes', 'tenderer')];
    const tender = { ...TENDER, tenderers: more.map(({ id, name }) => ({ id, name })) };
    const after = refreshed(known, { ...NEWER, parties: more, tender }).succeeds();
    const list = subjectOf(after.file.state.subjects, 'bidders', 'bidders-1')?.bidders ?? {};
    expect(Object.keys(list)).toEqual(['bidder-1', 'bidder-2', 'bidder-3', 'bidder-4']);
    expect(after.head.biddersAwaited).toEqual({ open: 4, named: ['bidder-1', 'bidder-2', 'bidder-3', 'bidder-4'] });
    expect(after.file.entries.at(-1)).toMatchObject({ data: { bidders: 1, parties: 2 } });
  });

  it('finds impediments by itself in whoever is new, the winner of an award too', () => {
    const questions = ['public-office', 'employed-by-party', 'kinship', 'economic-interest', 'sanctioned'];
    const declared = watching
      .and(left(WITNESS), proposed(WITNESS), accepted(WITNESS))
      .when(
        'sign-declaration',
        {
          answers: questions.map((question) => ({ question, yes: false })),
          interests: [{ kind: 'ownership', name: 'Grúas Andinas Ltda.' }],
        },
        { by: WITNESS },
      )
      .succeeds();
    const parties = [...PARTIES, organisation(5, 'GRUAS ANDINAS', 'supplier')];
    const awards = [{ id: 'A', status: 'active', date: at(0), suppliers: [{ id: 'P-5' }] }];
    const found = refreshed(declared, { ...FIRST, ...NEWER, parties, awards }).succeeds();
    expect(found.file.entries.at(-1)).toMatchObject({
      type: 'impediment.found.v1',
      data: { person: 'witness-1', matches: 1 },
      content: { matches: [{ party: 'supplier-1', by: 'name', interest: 0 }] },
    });
    expect(found.head.team.find(({ person }) => person === 'witness-1')?.impeded).toBe(true);
  });

  it('raises a red flag that is new, once', () => {
    const short = (days: number) => ({ ...TENDER, tenderPeriod: { startDate: at(-10), endDate: at(days) } });
    const flagged = refreshed(watching, { ...FIRST, ...NEWER, tender: short(2) }).succeeds();
    expect(flagged.file.entries.at(-1)).toMatchObject({
      type: 'flag.raised.v1',
      data: { flag: 'flag-1', code: 'R003' },
    });
    const again = refreshed(refreshed(flagged, { ...FIRST, date: at(3) }).succeeds(), {
      ...FIRST,
      date: at(4),
      tender: short(3),
    }).succeeds();
    expect(again.head.flagsUnanswered.open).toBe(1);
  });

  it('says when the process ended, and ends nothing', () => {
    const after = refreshed(watching, { ...FIRST, ...NEWER, tender: { ...TENDER, status: 'cancelled' } }).succeeds();
    expect(after.file.entries.at(-1)).toMatchObject({ data: { ending: 'cancelled' } });
    expect([after.head.stage, after.head.ending]).toEqual(['tender-observation', undefined]);
  });

  it('takes over a record from before processes were kept', () => {
    const older = given(...opened('integrity-pact', { bidders: 0 }));
    const after = refreshed(older, FIRST).succeeds();
    expect(after.file.entries.slice(-2).map(({ type }) => type)).toEqual(['process.kept.v1', 'process.changed.v1']);
    expect(processOf(after)).toEqual(ocds(FIRST));
    refreshed(after, FIRST).refuses('process-unchanged');
  });
});

describe('a change is one of what was already past', () => {
  const opening = [scheduled('act-1', { heldAt: OPENED_AT }), attended('act-1', WITNESS)];
  const bidsOpened = watching.and(...opening);
  const decided = given(
    ...caseIn('integrity-pact', 'award-review', { process: ocds({ ...FIRST, awards: AWARDED, contracts: SIGNED }) }),
  );
  const tender = (fields: object) => ({ ...FIRST, ...NEWER, tender: { ...TENDER, ...fields } });
  const award = (fields: object) => ({ ...FIRST, ...NEWER, contracts: SIGNED, awards: [{ ...AWARDED[0], ...fields }] });
  const contract = (fields: object) => ({
    ...FIRST,
    ...NEWER,
    awards: AWARDED,
    contracts: [{ ...SIGNED[0], ...fields }],
  });
  const third = organisation(3, 'Cerro Azul', 'tenderer');
  const joined = {
    ...FIRST,
    ...NEWER,
    parties: [...PARTIES, third],
    tender: { ...TENDER, tenderers: [...TENDER.tenderers, { id: 'P-3' }] },
  };
  const renamed = { ...FIRST, ...NEWER, parties: [{ ...PARTIES[0], name: 'Puentes del Cóndor' }, PARTIES[1]] };
  const LATER = day(21);

  it.each<[string, Given, Readonly<Record<string, unknown>>, string, boolean, string?]>([
    [
      'a deadline that runs is moved',
      watching,
      tender({ tenderPeriod: { startDate: at(-10), endDate: at(30) } }),
      '/tenderPeriod/endAt',
      false,
    ],
    [
      'a deadline that had gone by is moved',
      watching,
      tender({ tenderPeriod: { startDate: at(-10), endDate: at(30) } }),
      '/tenderPeriod/endAt',
      true,
      LATER,
    ],
    [
      'a start that had gone by is moved',
      watching,
      tender({ tenderPeriod: { startDate: at(-2), endDate: at(20) } }),
      '/tenderPeriod/startAt',
      true,
    ],
    [
      'a term for questions that was over is moved',
      watching,
      tender({ enquiryPeriod: { startDate: at(-9), endDate: at(5) } }),
      '/enquiryPeriod/endAt',
      true,
    ],
    [
      'a date of the award to come is moved',
      watching,
      tender({ awardPeriod: { endDate: at(50) } }),
      '/awardPeriod/endAt',
      false,
    ],
    [
      'the value changes while people bid',
      watching,
      tender({ value: { amount: 120, currency: 'MXN' } }),
      '/value/amount',
      false,
    ],
    [
      'the value changes after the term',
      watching,
      tender({ value: { amount: 120, currency: 'MXN' } }),
      '/value/amount',
      true,
      LATER,
    ],
    [
      'the value changes after the bids were opened',
      bidsOpened,
      tender({ value: { amount: 120, currency: 'MXN' } }),
      '/value/amount',
      true,
    ],
    [
      'a description is told for the first time',
      bidsOpened,
      tender({ description: 'A bridge of stone.' }),
      '/description',
      false,
    ],
    ['a bidder joins while people bid', watching, joined, '/bidders/2', false],
    ['a bidder joins after the bids were opened', bidsOpened, joined, '/bidders/2', true],
    ['a bidder is renamed after the bids were opened', bidsOpened, renamed, '/bidders/0/name', true],
    ['a party is renamed while people bid', watching, renamed, '/parties/0/name', false],
    ['an award is published', watching, { ...FIRST, ...NEWER, awards: AWARDED }, '/awards/0', false],
    [
      'the amount of an award that was made is edited',
      decided,
      award({ value: { amount: 95, currency: 'MXN' } }),
      '/awards/0/value/amount',
      true,
    ],
    ['an award that was made is taken back', decided, award({ status: 'cancelled' }), '/awards/0/status', true],
    ['an award that was made disappears', decided, { ...FIRST, ...NEWER, contracts: SIGNED }, '/awards/0', true],
    [
      'a date of a contract that was signed is edited',
      decided,
      contract({ dateSigned: at(0) }),
      '/contracts/0/signedAt',
      true,
    ],
    [
      'a contract is amended',
      decided,
      contract({ amendments: [{ id: '1' }, { id: '2' }] }),
      '/contracts/0/amendments',
      false,
    ],
    ['an amendment disappears', decided, contract({ amendments: [] }), '/contracts/0/amendments', true],
    ['a contract ends', decided, contract({ status: 'terminated' }), '/contracts/0/status', false],
  ])('or not: %s', (_, of, fields, pointer, expected, now = of.file.now) => {
    const change = changesOf(refreshed(of, fields, now).succeeds()).find((each) => each.pointer === pointer);
    expect(change).toMatchObject({ pointer, wasPast: expected });
  });

  it('or not: a document that was published is taken away, or one is added', () => {
    const moment = { known: ocds(FIRST), head: {}, now: OPENED_AT };
    const change = (value: number) => ({
      operation: { op: 'replace', path: '/documents/tender', value } as const,
      was: 2,
    });
    expect([wasPast(change(1), moment), wasPast(change(3), moment)]).toEqual([true, false]);
  });

  it('or not: a tender that had ended is opened again', () => {
    const moment = { known: ocds({ tender: { ...TENDER, status: 'complete' } }), head: {}, now: OPENED_AT };
    const operation = { op: 'replace', path: '/tenderStatus', value: 'active' } as const;
    expect(wasPast({ operation, was: 'complete' }, moment)).toBe(true);
    expect(wasPast({ operation, was: 'planned' }, { ...moment, known: ocds(FIRST) })).toBe(false);
  });
});
