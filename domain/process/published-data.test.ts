import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemsOf, readOne, resolve } from '../../test/support/ocds.ts';
import { contractingProcess } from './contracting-process.ts';
import { readOcds } from './read-ocds.ts';

/** Published data is not ours to keep: these tests read it where it stands beside the repository, and are skipped where it does not. */
const DATA = new URL('../../../shared/data/ocds/', import.meta.url);
const FOLDERS = ['real', 'sample'] as const;
const isThere = FOLDERS.every((folder) => existsSync(new URL(`${folder}/`, DATA)));

const filesOf = (folder: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, DATA))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`);

const parse = (file: string): unknown => JSON.parse(readFileSync(new URL(file, DATA), 'utf8'));

interface Facts {
  readonly ocid: string;
  readonly bidders: readonly string[];
  readonly problems: readonly string[];
  /** Whatever else the file says. */
  readonly process: object;
}

const SAMPLE = 'ocds-213czf-000-00001';
const ANY_CORP = 'AnyCorp Cycle Provision';
const BETA_CORP = 'Beta Corp Construction';
const BARNET = { name: 'London Borough of Barnet', identifier: { scheme: 'GB-LAC', id: 'E09000003' } };

/** Looked up by hand in each file. */
const FACTS: Readonly<Record<string, Facts>> = {
  'real/nl-record-package_1.json': {
    ocid: 'ocds-7wj9x5-SINL-AD-009-2020-v001',
    bidders: ['CONSTRUCTORA Y URBANIZADORA REGIOMONTANA, S.A. DE C.V.'],
    problems: [
      'ocid-differs /records/0/ocid',
      'code-irregular /records/0/compiledRelease/awards/0/status',
      'date-absurd /records/0/compiledRelease/awards/0/date',
    ],
    process: {
      publishedAt: '2020-04-09T18:40:40.000Z',
      buyer: { name: 'Secretaría de Salud', identifier: { id: 'SIASI-000009' } },
      awards: [{ id: 'SINL-AD-009-2020', status: 'pending', value: { amount: 19_940_687.07, currency: 'MXN' } }],
      contracts: [{ id: '2004007', status: 'active', value: { amount: 0, currency: 'MXN' }, amendments: 0 }],
      documents: { planning: 0, tender: 0, awards: 0, contracts: 1, implementation: 0 },
    },
  },
  'real/nl-record-package_2.json': {
    ocid: 'ocds-7wj9x5-LO-919009986-E9-2018-v001',
    bidders: [
      'ALEAR CONSTRUCCIONES, S.A. DE C.V. y PRODUCTOS Y SERVICIOS MADA, S.A. DE C.V. (PROPUESTA CONJUNTA)',
      'DESARROLLO Y CONSTRUCCIONES URBANAS, S.A. DE C.V.',
      'ANAHUAC ORGANIZACION CONSTRUCTORA, S.A. DE C.V. y KAANS ADMINISTRACION, S.A. DE C.V. (PROPUESTA CONJUNTA)',
      'LAUNAK, S.A. DE C.V.',
      'TORDEC, S.A. DE C.V.',
      'BUFETTE DE OBRAS SERVICIOS Y SUMINISTROS, S.A. DE C.V.',
    ],
    problems: [
      'ocid-differs /records/0/ocid',
      'duplicate-id /records/0/compiledRelease/parties/1',
      'party-id-differs /records/0/compiledRelease/tender/tenderers/0',
      'party-id-differs /records/0/compiledRelease/tender/tenderers/2',
      'field-not-standard /records/0/compiledRelease/contracts/0/contractAmendments',
    ],
    process: {
      procurementMethod: 'open',
      category: 'works',
      tenderStatus: 'complete',
      value: { amount: 249_208_228.12, currency: 'MXN' },
      tenderPeriod: { startAt: '2018-02-27T06:00:00.000Z', endAt: '2018-03-14T06:00:00.000Z' },
      numberOfTenderers: 6,
      awards: [
        {
          status: 'active',
          decidedAt: '2018-04-18T05:00:00.000Z',
          suppliers: [{ identifier: { id: 'DCU801124B41' } }],
        },
      ],
      contracts: [{ id: '1804003', status: 'terminated', amendments: 4 }],
      documents: { planning: 3, tender: 7, awards: 4, contracts: 4, implementation: 8 },
    },
  },
  'real/ecuador-release-package.json': {
    ocid: 'ocds-5wno2w-REAJ-AAG-001-2021-27611',
    bidders: ['CORPINTEGRAL S.A.S'],
    problems: [],
    process: {
      procurementMethod: 'direct',
      numberOfTenderers: 1,
      value: { amount: 14_000, currency: 'USD' },
      awards: [{ decidedAt: '2021-03-23T14:17:26.000Z' }],
      contracts: [{ status: 'terminated', signedAt: '2021-03-25T05:00:00.000Z' }],
    },
  },
  'real/ocds-03ad3f-202300-1_paraguay.json': {
    ocid: 'ocds-03ad3f-202300-1',
    bidders: [
      'COMPAÑIA QUIMICA VICENTE SCAVONE SACI',
      'INDEX S.A.C.I.',
      'EXIMPAR S.R.L.',
      'G T SCIENTIFIC S.A.',
      'CHACO INTERNACIONAL SA',
      'MEDICINE S.A.',
      'CASA BOLLER S.A.',
      'MEDOPHARM SA',
      'SIDUS S.A.',
      'IMPORTADORA EUROAMERICANA SA',
      'ENDOTERAPIA SRL',
      'INFOTEC SA',
      'GUAYAKI SA',
    ],
    problems: ['parties-missing /compiledRelease'],
    process: {
      title: 'Adquisicion de Medicamentos, Insumos y Reactivos para el Programa Nacional de Lucha contra el VIH/SIDA',
      tenderPeriod: { startAt: '2010-08-30T11:30:00.000Z', endAt: '2010-09-01T12:20:00.000Z' },
      buyer: { identifier: { id: 'DNCP-SICP-CODE-306' } },
      parties: [],
    },
  },
  'real/ocds-lcuori-P2020-60-1-4688_honduras.json': {
    ocid: 'ocds-lcuori-P2020-60-1-4688',
    bidders: ['SERMUSA S. DE R.L./SERVICIOS MULTIPLES S. DE R.L.'],
    problems: ['text-cut /compiledRelease/awards/0/title'],
    process: {
      buyer: { name: 'Secretaría de Salud', identifier: { scheme: 'HND-ENG', id: '60' } },
      awards: [{ id: 'A2020-60-1-4688-1', value: { amount: 905_883.75, currency: 'HNL' } }],
      contracts: [{ id: 'C2020-60-1-4688-1', awardId: 'A2020-60-1-4688-1' }],
    },
  },
  'real/secop-release_1.json': {
    ocid: 'ocds-k50g02-CO1.BDOS.530558',
    bidders: [],
    problems: ['party-id-differs /buyer', 'party-id-differs /tender/procuringEntity'],
    process: {
      tenderStatus: 'active',
      numberOfTenderers: 0,
      buyer: { identifier: { scheme: 'CO-RUE', id: '900477169' } },
      contracts: [{ periodStartAt: '2018-09-11T17:00:00.000Z', periodEndAt: '2018-12-15T04:59:00.000Z' }],
      documents: { planning: 0, tender: 1, awards: 0, contracts: 0, implementation: 0 },
    },
  },
  'real/secop2-release_1.json': {
    ocid: 'ocds-k50g02-19-12-8875567',
    bidders: ['RUBEN LIBARDO MENESES SOLARTE'],
    // A Windows quotation mark that became a control character on its way.
    problems: ['text-cleaned /tender/description'],
    process: { procurementMethod: 'limited', awards: [], contracts: [{ signedAt: '2019-01-02T00:00:00.000Z' }] },
  },
  'real/tvec-release_1.json': {
    ocid: 'ocds-k50g02-23117',
    bidders: ['MAKRO SUPERMAYORISTA S.A.S'],
    problems: [
      'tenderers-miscounted /tender/numberOfTenderers',
      'amount-missing /tender/value',
      'party-id-differs /tender/procuringEntity',
      'party-name-differs /tender/procuringEntity/name',
    ],
    process: {
      procurementMethod: 'selective',
      procuringEntity: { name: 'DEPARTAMENTO ADMINISTRATIVO DE LA FUNCION PUBLICA' },
      awards: [{ status: 'active', value: { amount: 7_000_000, currency: 'COP' } }],
    },
  },
  'sample/ocds-213czf-000-00001-01-planning.json': {
    ocid: SAMPLE,
    bidders: [],
    problems: [],
    process: {
      tenderStatus: 'planned',
      tenderPeriod: { startAt: '2010-02-01T00:00:00.000Z' },
      buyer: BARNET,
      procuringEntity: BARNET,
      documents: { planning: 2, tender: 2, awards: 0, contracts: 0, implementation: 0 },
    },
  },
  'sample/ocds-213czf-000-00001-02-tender.json': {
    ocid: SAMPLE,
    bidders: [],
    problems: [],
    process: {
      tenderStatus: 'active',
      tenderPeriod: { startAt: '2010-03-01T09:00:00.000Z', endAt: '2010-04-01T18:00:00.000Z' },
    },
  },
  'sample/ocds-213czf-000-00001-03-tenderAmendment.json': {
    ocid: SAMPLE,
    bidders: [],
    problems: [],
    process: { tenderPeriod: { endAt: '2010-04-08T18:00:00.000Z' }, documents: { tender: 2 } },
  },
  'sample/ocds-213czf-000-00001-04-award.json': {
    ocid: SAMPLE,
    bidders: [ANY_CORP, BETA_CORP],
    problems: [],
    process: { tenderStatus: 'complete', numberOfTenderers: 2, awards: [{ status: 'pending' }] },
  },
  'sample/ocds-213czf-000-00001-05-contract.json': {
    ocid: SAMPLE,
    bidders: [BETA_CORP, ANY_CORP],
    problems: [],
    process: { awards: [{ status: 'active' }], contracts: [{ signedAt: '2010-06-10T14:23:12.000Z' }] },
  },
  'sample/ocds-213czf-000-00001-06-implementation.json': {
    ocid: SAMPLE,
    bidders: [BETA_CORP, ANY_CORP],
    problems: [],
    process: {
      contracts: [{ periodStartAt: '2010-07-01T00:00:00.000Z', value: { amount: 11_000_000, currency: 'GBP' } }],
      documents: { planning: 0, tender: 0, awards: 1, contracts: 0, implementation: 1 },
    },
  },
};

describe.skipIf(!isThere)(`published data in ../shared/data/ocds${isThere ? '' : ' (which is not there)'}`, () => {
  it.each(Object.entries(FACTS))('%s reads as it was looked up by hand', (file, facts) => {
    const { process, problems } = readOne(parse(file));
    expect(process).toMatchObject({ ocid: facts.ocid, ...facts.process });
    expect(process.bidders.map(({ name }) => name)).toEqual(facts.bidders);
    expect(problems).toEqual(facts.problems);
  });

  it('is looked up whole: no file is left out', () => {
    expect(FOLDERS.flatMap(filesOf).toSorted()).toEqual(Object.keys(FACTS).toSorted());
  });

  it('gives processes that can be stored, and problems that can be found', () => {
    for (const file of FOLDERS.flatMap(filesOf)) {
      const document = parse(file);
      const { processes, problems } = readOcds(document);
      expect(processes.map((process) => contractingProcess.parse(process))).toEqual(processes);
      expect(problems.filter(({ pointer }) => resolve(document, pointer).length !== 1)).toEqual([]);
    }
  });

  it('tells the whole story of the standard’s example when its six releases are merged', () => {
    const releases = filesOf('sample').flatMap((file) => resolve(parse(file), '/releases/0'));
    // Out of order, as packages come.
    const { process, problems } = readOne({ releases: releases.toReversed() });
    expect(process).toMatchObject({
      ocid: SAMPLE,
      publishedAt: '2011-01-10T09:30:00.000Z',
      title: 'Planned cycle lane improvements',
      tenderStatus: 'complete',
      tenderPeriod: { startAt: '2010-03-01T09:00:00.000Z', endAt: '2010-04-08T18:00:00.000Z' },
      numberOfTenderers: 2,
      awards: [{ status: 'active', decidedAt: '2010-05-10T10:30:00.000Z' }],
      documents: { planning: 2, tender: 4, awards: 1, contracts: 1, implementation: 1 },
    });
    expect(process.bidders.map(({ name }) => name)).toEqual([ANY_CORP, BETA_CORP]);
    expect(problems).toEqual([]);
  });

  it('reads the same from Honduras’s versioned release as from its compiled one', () => {
    const file = 'real/ocds-lcuori-P2020-60-1-4688_honduras.json';
    const [versionedRelease] = resolve(parse(file), '/versionedRelease');
    const compiled = readOne(parse(file)).process;
    expect(readOne({ versionedRelease }).process).toEqual(compiled);
  });
});

describe.skipIf(!isThere)('published data whose compiled releases are taken away', () => {
  it('leaves no process where only links remain, and says so', () => {
    const reading = readOcds({ ...Object(parse('real/ocds-03ad3f-202300-1_paraguay.json')), compiledRelease: null });
    expect(problemsOf(reading)).toEqual(['no-process ', 'releases-only-linked /releases']);
  });
});
