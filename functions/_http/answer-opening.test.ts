import { describe, expect, it } from 'vitest';
import { posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { OFFICIAL_DATA } from '../../test/support/journey-step.ts';
import { recordPackage, release, releasePackage } from '../../test/support/ocds.ts';

let keys = 0;
const open = async (house: House, ocds: unknown, more: object = {}) => {
  keys += 1;
  const body = { instrument: 'integrity-pact', ocds, ...more };
  return house.send(posting({ person: 'coordinator-1', path: '/cases', body, idempotencyKey: `open-${keys}` }));
};
const listed = async (house: House) => ((await house.get('', '/cases')).body as { items: unknown[] }).items.length;

describe('opening a case', () => {
  it('answers where it is, and what was recorded of it', async () => {
    const house = newHouse();
    const { status, headers, body } = await open(house, OFFICIAL_DATA);
    const { case: caseId, recorded } = body as { case: string; recorded: { type: string }[] };
    expect([status, headers['location']]).toEqual([201, `/cases/${caseId}`]);
    expect(recorded.map(({ type }) => type)).toEqual([
      'case.opened.v1',
      'process.imported.v1',
      'flag.raised.v1',
      'flag.raised.v1',
    ]);
    expect((await house.get('', String(headers['location']))).status).toBe(200);
  });

  it('twice for one process finds the first; another instrument is another case', async () => {
    const house = newHouse();
    const first = await open(house, OFFICIAL_DATA);
    const second = await open(house, releasePackage(OFFICIAL_DATA));
    expect([second.status, second.body]).toEqual([
      409,
      expect.objectContaining({ type: '/problems/case-exists', case: (first.body as { case: string }).case }),
    ]);
    expect((await open(house, OFFICIAL_DATA, { instrument: 'oversight-committee' })).status).toBe(201);
    expect(await listed(house)).toBe(2);
  });

  it('of a package with several processes needs to know which', async () => {
    const house = newHouse();
    const ocds = releasePackage(release({ ocid: 'ocds-a-1' }), release({ ocid: 'ocds-b-2' }));
    expect((await open(house, ocds)).body).toMatchObject({
      type: '/problems/process-ambiguous',
      ocids: ['ocds-a-1', 'ocds-b-2'],
    });
    expect((await open(house, ocds, { ocid: 'ocds-c-3' })).body).toMatchObject({ type: '/problems/process-unusable' });
    expect((await open(house, ocds, { ocid: 'ocds-b-2' })).status).toBe(201);
  });

  it('under a profile that does not rule on the day is refused, and says when it does', async () => {
    const house = newHouse();
    const old = { ...OFFICIAL_DATA, tender: { id: 'T-1', tenderPeriod: { startDate: '2019-05-06T09:00:00-05:00' } } };
    const answer = await open(house, old, { profile: 'mx-federal-2025' });
    expect([answer.status, answer.body]).toEqual([
      422,
      expect.objectContaining({
        type: '/problems/profile-not-valid',
        judgedBy: 'tender-start',
        validFrom: '2025-04-17',
      }),
    ]);
    expect((await open(house, old, { profile: 'mx-federal-2000' })).status).toBe(201);
  });

  it('lists what was wrong with the data, and uses the rest', async () => {
    const house = newHouse();
    const { body } = await open(house, { ...OFFICIAL_DATA, date: 'yesterday' });
    const read = await house.get('', `/cases/${(body as { case: string }).case}/process`);
    const { problems } = read.body as { problems: { pointer: string }[] };
    expect(problems.map(({ pointer }) => pointer)).toContain('/date');
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['no OCDS', { hello: ['world'] }],
    ['an ocid that no case can carry', release({ ocid: 'a b\u202e' })],
    ['an empty package', releasePackage()],
    ['records without releases', recordPackage({ ocid: 'ocds-a-1' })],
    ['a package of packages', releasePackage(releasePackage(releasePackage()))],
    ['a megabyte of empty releases', releasePackage(...Array.from({ length: 100_000 }, () => ({})))],
  ])('of %s is refused, and nothing is opened', async (_, ocds) => {
    const house = newHouse();
    const { status, body } = await open(house, ocds);
    expect([status, (body as { type: string }).type]).toEqual([422, '/problems/process-unusable']);
    expect(await listed(house)).toBe(0);
  });

  it('of a document with a number that no computer holds is refused as JSON that not everybody reads alike', async () => {
    const house = newHouse();
    const body = JSON.stringify({ instrument: 'integrity-pact', ocds: OFFICIAL_DATA }).replace(
      '"numberOfTenderers":1',
      '"numberOfTenderers":1e999',
    );
    const sent = posting({ person: 'coordinator-1', path: '/cases', body: {}, idempotencyKey: 'k' });
    expect((await house.send({ ...sent, body })).body).toMatchObject({
      type: '/problems/body-malformed',
      flaw: 'number-too-large',
    });
  });

  it('under a profile that is unknown, or of another instrument, is refused', async () => {
    const house = newHouse();
    expect((await open(house, OFFICIAL_DATA, { profile: 'atlantis' })).body).toMatchObject({
      type: '/problems/profile-unknown',
    });
    expect((await open(house, OFFICIAL_DATA, { profile: 'do-183-15' })).body).toMatchObject({
      type: '/problems/profile-not-for-instrument',
    });
    expect((await open(house, OFFICIAL_DATA, { profile: 'constructor' })).body).toMatchObject({
      type: '/problems/profile-unknown',
    });
    expect(await listed(house)).toBe(0);
  });
});
