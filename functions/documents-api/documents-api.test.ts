import { beforeEach, describe, expect, it } from 'vitest';
import { posting } from '../../test/support/exchanges.ts';
import {
  announcing,
  checkPortsOf,
  declares,
  HOSTILE_BYTES,
  hashOf,
  noticeOf,
  OTHER_BYTES,
  PHOTO_BYTES,
} from '../../test/support/handed-in.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { checkDocument } from '../check-document/check-document.ts';

let house: House;
let caseId = '';

/** Observation 1 is public, 2 waits for the award, and 3, of the second witness, is restricted. */
beforeEach(async () => {
  ({ house, caseId } = await arrived(
    'integrity-pact',
    stepsThrough('integrity-pact', '/observations/observation-2/versions'),
  ));
});

const at = (path: string) => `/cases/${caseId}${path}`;
const read = async (person: string, path: string) =>
  (await house.get(person, at(path))) as { status: number; body: any };
const OF_SEALED = { attachedTo: 'observation-3' };

const handIn = async (bytes: Buffer, { person = 'witness-1', over = {} }: { person?: string; over?: object } = {}) => {
  const { status, body } = await declares(house, caseId, { person, body: announcing(bytes, over) });
  expect([status, body]).toEqual([201, expect.anything()]);
  const { document } = body as { document: string };
  const key = `incoming/${caseId}/${document}`;
  house.documents.upload(key, bytes);
  await checkDocument(checkPortsOf(house))(noticeOf(key));
  return document;
};

describe('a file that is announced', () => {
  it('gets the way to upload it, again as often as it is announced', async () => {
    const first = await declares(house, caseId, { body: announcing(PHOTO_BYTES), key: 'one' });
    expect([first.status, first.body]).toMatchObject([
      201,
      { case: caseId, document: 'document-1', state: 'awaited', upload: { kind: 'form' } },
    ]);
    const again = await declares(house, caseId, { body: announcing(PHOTO_BYTES), key: 'one' });
    const anew = await declares(house, caseId, { body: announcing(PHOTO_BYTES), key: 'two' });
    for (const { status, body } of [again, anew]) expect([status, body]).toEqual([200, first.body]);
  });

  it('that is large comes in parts, of which those that are missing are told', async () => {
    const large = announcing(PHOTO_BYTES, { sizeBytes: 60_000_000, name: 'video.mp4', mediaType: 'video/mp4' });
    const { body } = (await declares(house, caseId, { body: large })) as { body: any };
    expect(body.upload.parts.map(({ number, sizeBytes }: any) => [number, sizeBytes])).toEqual([
      [1, 16_777_216],
      [2, 16_777_216],
      [3, 16_777_216],
      [4, 9_668_352],
    ]);
    const complete = (person: string) =>
      house.send(
        posting({ person, path: at('/documents/document-1/completion'), body: {}, idempotencyKey: `done-${person}` }),
      );
    expect((await complete('witness-1')).body).toMatchObject({ state: 'awaited', upload: { parts: { length: 4 } } });
    expect((await complete('witness-2')).status).toBe(404);
    // It came whole, and nobody has looked into it yet.
    house.documents.upload(`incoming/${caseId}/document-1`, PHOTO_BYTES);
    await house.uploads.complete({ key: `incoming/${caseId}/document-1`, upload: '', parts: [] });
    const again = await declares(house, caseId, { body: large });
    expect(again.body).toEqual({ case: caseId, document: 'document-1', state: 'awaited' });
  });

  it('that cannot be taken is told which field is wrong, or what rule', async () => {
    const wrong = await declares(house, caseId, { body: announcing(PHOTO_BYTES, { name: 'a/b.jpg' }) });
    expect([wrong.status, wrong.body]).toMatchObject([422, { errors: [{ pointer: '/name' }] }]);
    const other = await declares(house, caseId, { person: 'witness-2', body: announcing(PHOTO_BYTES) });
    expect(other.body).toMatchObject({ type: expect.stringContaining('not-the-author') });
    const nowhere = await declares(house, 'ip-00000000000000000000', { body: announcing(PHOTO_BYTES) });
    expect(nowhere.status).toBe(404);
    await declares(house, caseId, { body: announcing(PHOTO_BYTES), key: 'same' });
    const reused = await declares(house, caseId, { body: announcing(OTHER_BYTES), key: 'same' });
    expect(reused.body).toMatchObject({ type: expect.stringContaining('idempotency-key-reused') });
  });
});

describe('an observation', () => {
  it('says which files belong to it, and is incomplete until they are usable', async () => {
    const file = ({ name, mediaType, sizeBytes, sha256 }: Record<string, unknown>) => ({
      name,
      mediaType,
      sizeBytes,
      sha256,
    });
    const files = [file(announcing(PHOTO_BYTES)), file(announcing(OTHER_BYTES, { name: 'other.jpg' }))];
    const body = {
      type: 'good-practice',
      stage: 'tender-observation',
      observedAt: house.clock.now(),
      title: 'The table',
      narrative: 'All envelopes lay on it.',
      language: 'es',
      visibility: 'public',
      files,
    };
    const posted = await house.send(
      posting({ person: 'witness-1', path: at('/observations'), body, idempotencyKey: 'with-files' }),
    );
    expect(posted.body).toMatchObject({ created: expect.anything() });
    const { created } = posted.body as { created: string };
    const manifest = async () => {
      const { body: shown } = await read('', `/observations/${created}`);
      const listed = (await read('', '/observations')).body.items.find((each: any) => each.observation === created);
      const moments = (await read('', '/timeline?limit=100')).body.items;
      const moment = moments.find((each: any) => each.type === 'observation.filed.v1' && each.about === created);
      expect([listed.incomplete, moment.incomplete]).toEqual([shown.incomplete, shown.incomplete]);
      return [shown.incomplete, ...shown.manifest.map(({ state }: any) => state)];
    };
    expect(await manifest()).toEqual([true, 'awaited', 'awaited']);
    await handIn(PHOTO_BYTES, { over: { attachedTo: created } });
    expect(await manifest()).toEqual([true, 'usable', 'awaited']);
    await handIn(OTHER_BYTES, { over: { attachedTo: created, name: 'other.jpg' } });
    expect(await manifest()).toEqual([undefined, 'usable', 'usable']);
    await handIn(HOSTILE_BYTES, { over: { attachedTo: created } });
    expect(await manifest()).toEqual([undefined, 'usable', 'usable', 'refused']);
    const { body: shown } = await read('', `/observations/${created}`);
    expect(shown.manifest[2]).toMatchObject({ state: 'refused', reason: 'active-content' });
  });

  it('that named hashes takes the files of them later', async () => {
    const before = await read('witness-1', '/observations/observation-1');
    expect(before.body).not.toHaveProperty('manifest');
    await handIn(PHOTO_BYTES);
    expect((await read('', '/observations/observation-1')).body.manifest).toEqual([
      { sha256: hashOf(PHOTO_BYTES), document: 'document-1', state: 'usable' },
    ]);
  });
});

describe('a document', () => {
  it('is lent by a link, as the copy that is shown', async () => {
    await handIn(PHOTO_BYTES);
    const { status, body } = await read('', '/documents/document-1/content');
    expect([status, body]).toMatchObject([200, { sha256: hashOf('photo without its place'), mediaType: 'image/jpeg' }]);
    expect(body.url).toBe(`https://store.example/shared/${caseId}/document-1?trace=public`);
    const small = await read('', '/documents/document-1/content?copy=preview');
    expect(small.body.url).toContain('/previews/');
  });

  it('is lent whole to those who see the case whole', async () => {
    await handIn(PHOTO_BYTES);
    const original = '/documents/document-1/content?copy=original';
    expect((await read('', original)).status).toBe(404);
    expect((await read('bidder-1', original)).status).toBe(404);
    expect((await read('coordinator-1', original)).body).toMatchObject({ sha256: hashOf(PHOTO_BYTES) });
  });

  it('that is everybody’s is read without a trace in the record', async () => {
    await handIn(PHOTO_BYTES);
    await read('coordinator-1', '/documents/document-1/content');
    expect((await read('coordinator-1', '/documents/document-1')).body.readings).toBe(0);
  });

  it('is fetched from a page by everybody where everybody may read it, and by nobody where not', async () => {
    const everybodys = await handIn(PHOTO_BYTES);
    const sealed = await handIn(OTHER_BYTES, { person: 'witness-2', over: OF_SEALED });
    const { status, headers } = await house.send({ method: 'GET', path: at(`/documents/${everybodys}/file`) });
    const { body } = await read('', `/documents/${everybodys}/content`);
    expect([status, headers['cache-control']]).toEqual([303, 'no-store']);
    expect(String(headers['location']).split('?')[0]).toBe(body.url.split('?')[0]);
    for (const person of ['', 'witness-2', 'coordinator-1']) {
      for (const document of [sealed, 'document-99'])
        expect([person, document, (await read(person, `/documents/${document}/file`)).status]).toEqual([
          person,
          document,
          404,
        ]);
    }
  });

  it('that is not everybody’s is read by name, and each reading is on record', async () => {
    await handIn(PHOTO_BYTES, { over: { attachedTo: 'observation-2' } });
    const { body } = await read('witness-2', '/documents/document-1/content');
    expect(body.url).toMatch(new RegExp(`trace=${caseId}@\\d+$`));
    await read('coordinator-1', '/documents/document-1/content?copy=original');
    const shown = await read('auditor-1', '/documents/document-1');
    expect(shown.body.custody.map(({ step, by }: any) => [step, by])).toEqual([
      ['declared', 'witness-1'],
      ['arrived', undefined],
      ['sealed', undefined],
      ['derived', 'test 1'],
      ['derived', 'test 1'],
      ['read', 'witness-2'],
      ['read', 'coordinator-1'],
    ]);
    const ofTeam = await read('witness-1', '/documents/document-1');
    expect(ofTeam.body.custody.map(({ step }: any) => step)).not.toContain('read');
    expect((await read('', '/documents/document-1')).status).toBe(404);
  });

  it('that is not usable is lent to nobody, and known to those who see the case', async () => {
    await declares(house, caseId, { body: announcing(PHOTO_BYTES) });
    expect((await read('witness-1', '/documents/document-1/content')).status).toBe(404);
    expect((await read('witness-1', '/documents/document-1')).body).toMatchObject({ state: 'awaited' });
    expect((await read('', '/documents/document-1')).status).toBe(404);
    expect((await read('', '/documents')).body.items).toEqual([]);
  });
});

describe('the documents of what is sealed', () => {
  it('look to everybody outside as if they were not there', async () => {
    await handIn(PHOTO_BYTES, { person: 'witness-2', over: OF_SEALED });
    for (const person of ['', 'bidder-1', 'authority-1', 'control-1', 'administrator-1', 'assessor-1']) {
      expect([person, (await read(person, '/documents')).body.items]).toEqual([person, []]);
      for (const path of ['', '/content', '/content?copy=original']) {
        const there = await house.get(person, at(`/documents/document-1${path}`));
        const absent = await house.get(person, at(`/documents/document-9${path}`));
        expect([person, path, there.status, there.body]).toEqual([person, path, 404, absent.body]);
      }
      const listed = await read(person, '/documents?attachedTo=observation-3');
      expect(listed.body.items).toEqual([]);
    }
    expect((await read('witness-1', '/documents')).body.items).toHaveLength(1);
    const events = JSON.stringify((await house.cases.entries({ case: caseId, after: 0, limit: 500 })).items);
    for (const word of [hashOf(PHOTO_BYTES), 'IMG 0042']) expect(events).not.toContain(word);
    const last = (await house.cases.entries({ case: caseId, after: 0, limit: 500 })).items.filter(({ type }) =>
      type.startsWith('document.'),
    );
    expect(JSON.stringify(last)).not.toContain('witness-2');
    expect(JSON.stringify(last)).not.toContain('observation-3');
  });
});

describe('a version with something left out', () => {
  it('takes the place of the original for everybody outside', async () => {
    await handIn(PHOTO_BYTES);
    const over = { redacts: 'document-1', reason: 'A face was left out.' };
    await handIn(OTHER_BYTES, { person: 'coordinator-1', over });
    expect((await read('', '/documents/document-1')).status).toBe(404);
    const shown = await read('', '/documents/document-2');
    expect(shown.body).toMatchObject({ redacts: 'document-1', redaction: 'A face was left out.' });
    expect((await read('witness-2', '/documents/document-1')).body).toMatchObject({ redactedBy: 'document-2' });
  });
});

it('a list of documents goes in pages, or by what they belong to', async () => {
  await handIn(PHOTO_BYTES);
  await handIn(OTHER_BYTES, { over: { purpose: 'access-copy', attachedTo: 'access:contract' } });
  const first = await house.get('coordinator-1', at('/documents?limit=1'));
  expect((first.body as any).items).toHaveLength(1);
  const next = /<(.+)>/.exec(String((first as any).headers.link))?.[1] ?? '';
  expect(((await house.get('coordinator-1', next)).body as any).items[0].document).toBe('document-2');
  const ofContract = await read('coordinator-1', '/documents?attachedTo=access:contract');
  expect(ofContract.body.items.map(({ document }: any) => document)).toEqual(['document-2']);
});
