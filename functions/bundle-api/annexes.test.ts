import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../test/support/handed-in.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { shelve } from '../../test/support/shelved.ts';
import { checkedByTools, filesIn } from '../../test/support/unpacked.ts';

let house: House;
let caseId: string;
let annex: string;
let table: string;
let photo: string;
let zip: Uint8Array;

/** Report 1 is published and cites a public observation and one that is under an embargo; the restricted one is left out of it. */
beforeAll(async () => {
  ({ house, caseId } = await arrived(
    'integrity-pact',
    // Report 2 is drafted and not signed yet.
    stepsThrough('integrity-pact', '/reports/report-2/signature') - 1,
  ));
  const ofReport = { purpose: 'report-annex', attachedTo: 'report-1' };
  annex = await shelve(house, caseId, { bytes: 'minutes, signed', shared: 'minutes', name: 'acta.jpg', ...ofReport });
  table = await shelve(house, caseId, { bytes: 'a;b', mediaType: 'text/csv', name: '=1+1.csv', ...ofReport });
  photo = await shelve(house, caseId, { bytes: 'table at home', shared: 'table' });
  await shelve(house, caseId, { bytes: 'clerk', by: 'witness-2', attachedTo: 'observation-3' });
  await shelve(house, caseId, { bytes: 'script', refusal: 'active-content', ...ofReport });
  zip = await zipOf();
});

const fetched = (person = '', rest = 'report-1/annexes') =>
  house.send({ method: 'GET', path: `/cases/${caseId}/reports/${rest}`, ...(person === '' ? {} : { person }) });
const zipOf = async (person = '', rest = 'report-1/annexes'): Promise<Uint8Array> => {
  const { status, text } = await fetched(person, rest);
  expect([rest, status]).toEqual([rest, 200]);
  return Uint8Array.from(Buffer.from(text, 'latin1'));
};

describe('the annexes of a published report', () => {
  it('are one ZIP for everybody: what hangs on it and on what it cites, without metadata where there was any', async () => {
    const files = filesIn(zip);
    const there = Object.fromEntries([...files].filter(([path]) => path.startsWith('documents/')));
    expect(there).toEqual({
      [`documents/${annex}.jpg`]: 'minutes',
      [`documents/${table}.csv`]: 'a;b',
      [`documents/${photo}.jpg`]: 'table',
    });
    const manifest = JSON.parse(files.get('manifest.json') ?? '');
    expect(manifest).toMatchObject({ case: caseId, report: 'report-1', part: { number: 1, of: 1 } });
    expect(manifest.documents).toMatchObject([
      { document: annex, name: 'acta.jpg', copy: 'derived', sha256: hashOf('minutes'), attachedTo: 'report-1' },
      { document: table, name: '=1+1.csv', copy: 'original', sha256: hashOf('a;b') },
      { document: photo, copy: 'derived', attachedTo: 'observation-1' },
    ]);
    // Whoever is outside knows of nothing that was not found usable.
    expect(JSON.stringify(manifest)).not.toContain('refus');
    const said = checkedByTools(zip);
    if (said !== undefined) expect(said.match(/: OK/g)).toHaveLength(files.size - 1);
  });

  it('are the same bytes for whoever fetches them, and nobody says in the record that they did', async () => {
    const { head } = await house.cases.read({ case: caseId, subjects: [] });
    const first = await zipOf();
    for (const person of ['coordinator-1', 'authority-1', 'witness-1'])
      expect(Buffer.from(await zipOf(person)).equals(Buffer.from(first))).toBe(true);
    expect((await house.cases.read({ case: caseId, subjects: [] })).head?.version).toBe(head?.version);
  });

  it('are not there before it is published, nor where there is no report, however they are asked for', async () => {
    const absent = await fetched('', 'report-9/annexes');
    expect(absent.status).toBe(404);
    for (const rest of [
      'report-2/annexes',
      'report-9/annexes?part=x',
      'observation-1/annexes',
      'report-1/annexes?part=2',
    ])
      for (const person of ['', 'coordinator-1']) expect([rest, await fetched(person, rest)]).toEqual([rest, absent]);
    for (const query of ['language=fr', 'part=0', 'x=1'])
      expect([query, (await fetched('', `report-1/annexes?${query}`)).status]).toEqual([query, 400]);
  });

  it('lose what somebody withdrew and what was left out of a document since', async () => {
    const over = { redacts: photo, reason: 'A face was left out.' };
    const redaction = await shelve(house, caseId, { bytes: 'no face', by: 'coordinator-1', over });
    const files = filesIn(await zipOf());
    expect([...files.keys()]).toContain(`documents/${redaction}.jpg`);
    expect([...files.keys()]).not.toContain(`documents/${photo}.jpg`);
    expect(JSON.parse(files.get('manifest.json') ?? '').leftOut).toContainEqual(
      expect.objectContaining({ what: 'redacted', document: photo, redactedBy: redaction }),
    );
    const withdrawn = await house.post('witness-1', `/cases/${caseId}/observations/observation-1/withdrawal`, {
      body: { reason: 'It was another day.' },
      idempotencyKey: 'withdrawn',
    });
    expect(withdrawn.status).toBe(200);
    expect([...filesIn(await zipOf()).keys()]).not.toContain(`documents/${redaction}.jpg`);
  });
});
