import { describe, expect, it } from 'vitest';
import { OCID, problemsOf, readOne, recordPackage, release, releasePackage } from '../../test/support/ocds.ts';
import { DEPTH_MAX } from './located.ts';
import { OCDS_PROBLEMS, PROBLEMS_MAX } from './ocds-problems.ts';
import { PROCESSES_MAX, readOcds } from './read-ocds.ts';

const TITLED = release({ tender: { title: 'Puente' } });
const { ocid: _ocid, ...WITHOUT_OCID } = TITLED;
const LINK = { url: 'https://example.org/r.json#1', date: '2026-03-01T12:00:00Z', tag: ['tender'] };

/** Of a value, its only version. */
const version = (value: unknown, releaseDate = '2026-03-01T12:00:00Z') => ({
  value,
  releaseDate,
  releaseID: releaseDate,
  releaseTag: ['tender'],
});

describe('a process is read from', () => {
  it.each([
    ['a release', TITLED],
    ['a release package', releasePackage(TITLED)],
    ['a record with a compiled release', { ocid: OCID, releases: [LINK], compiledRelease: TITLED }],
    ['a record with its releases', { ocid: OCID, releases: [TITLED] }],
    ['a record package', recordPackage({ ocid: OCID, releases: [LINK], compiledRelease: TITLED })],
    ['a record package with releases', recordPackage({ ocid: OCID, releases: [TITLED] })],
  ])('%s', (_kind, document) => {
    expect(readOne(document)).toMatchObject({ process: { ocid: OCID, title: 'Puente' }, problems: [] });
  });

  it('a versioned release, by the newest version of each value', () => {
    const versionedRelease = {
      ocid: OCID,
      tender: {
        id: 'T-1',
        title: [version('Newer', '2026-04-01T00:00:00Z'), version('Older')],
        status: [version('Active')],
        description: [version('Gone'), version(null, '2026-03-02T00:00:00Z')],
      },
      awards: [{ id: 'A-1', status: [version('active')] }],
      parties: [{ id: 'P-1', name: [version('Obras')], roles: [version(['tenderer'])] }],
    };
    const { process, problems } = readOne({ ocid: OCID, releases: [LINK], versionedRelease });
    expect(process).toMatchObject({
      title: 'Newer',
      tenderStatus: 'active',
      publishedAt: '2026-04-01T00:00:00.000Z',
      awards: [{ id: 'A-1', status: 'active' }],
      bidders: [{ name: 'Obras' }],
    });
    expect(process).not.toHaveProperty('description');
    expect(problems).toEqual(['code-irregular /versionedRelease/tender/status/0/value']);
  });

  it('the last version of a value, where several are of one instant', () => {
    const title = [version('First'), version('Last')];
    expect(readOne({ ocid: OCID, versionedRelease: { tender: { title } } }).process.title).toBe('Last');
  });

  it('a versioned release whose things with ids look like versions', () => {
    const awards = [{ id: 'A-1', value: { amount: [version(5)], currency: [version('MXN')] }, releaseID: 'x' }];
    const { process } = readOne({ ocid: OCID, versionedRelease: { awards } });
    expect(process.awards).toEqual([{ id: 'A-1', value: { amount: 5, currency: 'MXN' }, suppliers: [] }]);
  });

  it('the versioned release before releases of which some are only links', () => {
    const versionedRelease = { tender: { title: [version('Versioned')] } };
    expect(readOne({ ocid: OCID, releases: [LINK, TITLED], versionedRelease }).process.title).toBe('Versioned');
    expect(readOne({ ocid: OCID, releases: [TITLED], versionedRelease }).process.title).toBe('Puente');
  });

  it('the compiled release before anything else of a record', () => {
    const releases = [release({ date: '2026-12-01T00:00:00Z', tender: { title: 'Not compiled' } })];
    expect(readOne({ ocid: OCID, releases, compiledRelease: TITLED }).process.title).toBe('Puente');
  });

  it('the releases of a record whose compiled release cannot be read', () => {
    expect(readOne({ ocid: OCID, releases: [TITLED], compiledRelease: 'none' })).toMatchObject({
      process: { title: 'Puente' },
      problems: ['wrong-type /compiledRelease'],
    });
  });

  it('those releases of a record that are not links, when nothing compiles them', () => {
    expect(readOne({ ocid: OCID, releases: [LINK, TITLED] })).toMatchObject({
      process: { title: 'Puente' },
      problems: ['release-linked /releases/0'],
    });
  });

  it('each ocid of a package, in the order in which they come', () => {
    const other = release({ ocid: 'ocds-test00-0002', id: 'other' });
    const { processes, problems } = readOcds(releasePackage(other, TITLED, { ...other, id: 'other-2' }));
    expect(processes.map(({ ocid }) => ocid)).toEqual(['ocds-test00-0002', OCID]);
    expect(problems).toEqual([]);
  });
});

describe('the ocid', () => {
  it('of the record stands in for that of the release', () => {
    const { process, problems } = readOne({ ocid: OCID, releases: [LINK], compiledRelease: WITHOUT_OCID });
    expect(process.ocid).toBe(OCID);
    expect(problems).toEqual([]);
  });

  it('of the release is used when the record has another, which is listed', () => {
    const { process, problems } = readOne(recordPackage({ ocid: 'ocds-test00-9', compiledRelease: TITLED }));
    expect(process.ocid).toBe(OCID);
    expect(problems).toEqual(['ocid-differs /records/0/ocid']);
  });

  it('that is missing leaves no process', () => {
    const reading = readOcds(releasePackage(WITHOUT_OCID, TITLED));
    expect(reading.processes).toHaveLength(1);
    expect(problemsOf(reading)).toEqual(['ocid-missing /releases/0']);
  });

  it.each(['ocds test', 'ocds-tést', 'o\u0000cds', '\u202eocds', '\ud800', 'x'.repeat(201)])(
    'that no case could carry leaves no process, and is never repaired: %j',
    (ocid) => {
      const reading = readOcds(releasePackage({ ...WITHOUT_OCID, ocid }));
      expect(reading.processes).toEqual([]);
      expect(problemsOf(reading)).toEqual([
        'no-process ',
        'ocid-unusable /releases/0/ocid',
        'ocid-missing /releases/0',
      ]);
    },
  );

  it('that is no text leaves no process', () => {
    expect(problemsOf(readOcds(releasePackage({ ...WITHOUT_OCID, ocid: 5 })))).toEqual([
      'no-process ',
      'wrong-type /releases/0/ocid',
      'ocid-missing /releases/0',
    ]);
  });
});

describe('no process is read from', () => {
  it.each([
    ['null', null],
    ['a text', 'ocds'],
    ['a number', 5],
    ['a list', [TITLED]],
    ['an object of something else', { type: 'FeatureCollection' }],
    ['nothing at all', undefined],
  ])('%s', (_what, document) => {
    expect(problemsOf(readOcds(document))).toEqual(['no-process ', 'not-ocds ']);
  });

  it.each([
    ['a package of nothing', releasePackage(), ['no-process ']],
    ['a package of no list', { ...releasePackage(), releases: 5 }, ['no-process ', 'wrong-type /releases']],
    ['a package of texts', releasePackage('a'), ['no-process ', 'wrong-type /releases/0']],
    [
      'a record that only links',
      recordPackage({ ocid: OCID, releases: [LINK] }),
      ['no-process ', 'releases-only-linked /records/0/releases'],
    ],
    ['a record of nothing', recordPackage({ ocid: OCID }), ['no-process ', 'record-empty /records/0']],
    [
      'a record of empty parts',
      recordPackage({ ocid: OCID, releases: [], compiledRelease: {} }),
      ['no-process ', 'record-empty /records/0'],
    ],
  ])('%s', (_what, document, problems) => {
    expect(problemsOf(readOcds(document))).toEqual(problems);
  });
});

describe('problems', () => {
  it('say what is wrong and what was made of it', () => {
    expect(readOcds(release({ tender: { status: 'Activo' } })).problems).toEqual([
      { code: 'code-unknown', pointer: '/tender/status', problem: OCDS_PROBLEMS['code-unknown'] },
    ]);
  });

  it('are listed up to a limit, and counted beyond', () => {
    const awards = Array.from({ length: PROBLEMS_MAX + 50 }, (_none, index) => ({ id: index, status: '?' }));
    const reading = readOcds(release({ awards }));
    expect(reading.problems).toHaveLength(PROBLEMS_MAX);
    // 50 beyond the limit, and the award from which on they were too many.
    expect(reading.problemsLeftOut).toBe(51);
  });

  it('count what the absence of a process pushes out of the list', () => {
    const reading = readOcds(releasePackage(...Array.from({ length: PROBLEMS_MAX }, () => WITHOUT_OCID)));
    expect(reading.problems[0]?.code).toBe('no-process');
    expect(reading.problems).toHaveLength(PROBLEMS_MAX);
    expect(reading.problemsLeftOut).toBe(1);
  });
});

describe('a hostile document', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('cannot use the key %s', (key) => {
    const document: unknown = JSON.parse(`{"ocid":"${OCID}","tender":{"title":"A","${key}":{"status":"active"}}}`);
    const { process, problems } = readOne(document);
    expect(process).not.toHaveProperty('tenderStatus');
    expect(problems).toEqual([`key-refused /tender/${key}`]);
    expect({}).not.toHaveProperty('status');
  });

  it('cannot give an id or a code the name of a property of every object', () => {
    const parties = [{ id: '__proto__', name: 'hasOwnProperty', roles: ['toString'] }];
    const { process } = readOne(release({ parties, buyer: { id: '__proto__' }, awards: [{ id: 'constructor' }] }));
    expect(process.buyer).toEqual({ name: 'hasOwnProperty', identifier: { id: '__proto__' } });
    expect(process.awards).toEqual([{ id: 'constructor', suppliers: [] }]);
  });

  it('may be nested as deep as it likes', () => {
    const deep: unknown = JSON.parse(`${'{"tender":['.repeat(50_000)}1${']}'.repeat(50_000)}`);
    const { problems } = readOne({ ...release(), tender: { title: 'A', x: deep } });
    expect(problems).toEqual([`too-deep /tender/x${'/tender/0'.repeat(DEPTH_MAX / 2 - 1)}`]);
  });

  it('may hold as many processes as it likes', () => {
    const releases = Array.from({ length: PROCESSES_MAX + 1 }, (_none, index) => ({ ocid: `ocds-test00-${index}` }));
    const reading = readOcds(releasePackage(...releases));
    expect(reading.processes).toHaveLength(PROCESSES_MAX);
    expect(problemsOf(reading)).toEqual([`too-many /releases/${PROCESSES_MAX}`]);
  });
});
