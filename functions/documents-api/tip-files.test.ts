import { beforeEach, describe, expect, it } from 'vitest';
import { READERS, readingsOf } from '../../test/conformance/readings.ts';
import { streamOf } from '../../test/support/deliver.ts';
import {
  announcing,
  checkPortsOf,
  HOSTILE_BYTES,
  hashOf,
  noticeOf,
  PHOTO_BYTES,
} from '../../test/support/handed-in.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough } from '../../test/support/journey.ts';
import { checkDocument } from '../check-document/check-document.ts';

const RECEIPT = '00112233445566778899aabbccddeeff';
const OTHER = 'fedcba98'.repeat(4);
const NAME = 'Zaunkönig of Ana.jpg';

let house: House;
let at = '';

const tells = (path: string, body: unknown, { key, ...headers }: { key: string; authorization?: string }) =>
  house.send({
    method: 'POST',
    path: `${at}${path}`,
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: JSON.stringify(body),
  });
const file = (bytes: Buffer, over: object = {}) => {
  const { purpose: _, attachedTo: _on, ...announced } = announcing(bytes, { name: NAME, receipt: RECEIPT });
  return { ...announced, ...over };
};
const hands = (bytes: Buffer, over: object = {}, key = hashOf(bytes)) =>
  tells('/tips/tip-1/documents', file(bytes, over), { key });
const follows = (receipt = RECEIPT) =>
  house.send({ method: 'GET', path: `${at}/tips/tip-1`, headers: { 'tip-receipt': receipt } });
const statesOf = async () => ((await follows()).body as any).documents.map(({ state }: any) => state);
const reads = async (person: string, path: string) =>
  (await house.get(person, `${at}${path}`)) as { status: number; body: any; text: string };
const arrives = async (document: string, bytes: Buffer) => {
  const key = `incoming/${at.slice('/cases/'.length)}/${document}`;
  house.documents.upload(key, bytes);
  await checkDocument(checkPortsOf(house))(noticeOf(key));
};

beforeEach(async () => {
  const { house: found, caseId } = await arrived('integrity-pact', stepsThrough('integrity-pact', '/visits'));
  house = found;
  at = `/cases/${caseId}`;
  await tells(
    '/tips',
    { receipt: RECEIPT, text: 'Look.', language: 'es', files: [hashOf(PHOTO_BYTES)] },
    { key: 'tip' },
  );
});

describe('a file of a tip', () => {
  it('is announced without a token, gets the way to upload it, and is followed by the receipt code', async () => {
    const first = await hands(PHOTO_BYTES);
    expect([first.status, first.body]).toMatchObject([201, { state: 'awaited', upload: { kind: 'form' } }]);
    expect(first.headers).toMatchObject({ 'cache-control': 'no-store' });
    const again = await hands(PHOTO_BYTES, {}, 'another-key');
    expect([again.status, again.body]).toEqual([200, first.body]);
    const { document } = first.body as { document: string };
    expect((await follows()).body).toMatchObject({
      documents: [{ document, name: NAME, sha256: hashOf(PHOTO_BYTES), state: 'awaited' }],
    });
    await arrives(document, PHOTO_BYTES);
    expect(await statesOf()).toEqual(['usable']);
  });

  it('that is refused says why to its sender, and nothing of it is served', async () => {
    const { body } = await hands(HOSTILE_BYTES);
    const { document } = body as { document: string };
    await arrives(document, HOSTILE_BYTES);
    expect((await follows()).body).toMatchObject({ documents: [{ state: 'refused', reason: 'active-content' }] });
    expect((await reads('coordinator-1', `/documents/${document}/content`)).status).toBe(404);
  });

  it.each([
    ['a wrong code', '/tips/tip-1/documents', { receipt: OTHER }, 404],
    ['a tip that is not there', '/tips/tip-9/documents', {}, 404],
    ['a path', '/tips/tip-1/documents', { name: '../x.jpg' }, 422],
    ['no code', '/tips/tip-1/documents', { receipt: undefined }, 422],
    ['a purpose of its own', '/tips/tip-1/documents', { purpose: 'pact-text' }, 422],
    ['too many bytes', '/tips/tip-1/documents', { sizeBytes: 20_000_001 }, 409],
    ['a program', '/tips/tip-1/documents', { name: 'x.exe' }, 409],
    ['a tip that none is called', '/tips/x/documents', {}, 404],
  ])('with %s is refused, and nothing is announced', async (_what, path, over, status) => {
    const answer = await tells(path, file(PHOTO_BYTES, over), { key: 'wrong' });
    expect([answer.status, await statesOf()]).toEqual([status, []]);
  });

  it('with a wrong code and of no tip is refused in the same bytes', async () => {
    const wrong = await tells('/tips/tip-1/documents', file(PHOTO_BYTES, { receipt: OTHER }), { key: 'one' });
    const none = await tells('/tips/tip-9/documents', file(PHOTO_BYTES), { key: 'two' });
    expect([wrong.status, wrong.text]).toEqual([none.status, none.text]);
    const bad = await tells('/tips/tip-1/documents', file(PHOTO_BYTES), { key: 'three', authorization: 'Bearer no' });
    expect(bad.status).toBe(401);
  });

  it('says when to come back where the case was sent too many', async () => {
    for (let tip = 2; tip <= 13; tip += 1) {
      house.clock.move(180_000);
      await tells('/tips', { receipt: RECEIPT, text: 'More.', language: 'es' }, { key: `tip-${tip}` });
    }
    let last = await hands(PHOTO_BYTES);
    for (let number = 1; last.status < 400 && number < 100; number += 1) {
      const path = `/tips/tip-${1 + (number % 13)}/documents`;
      last = await tells(path, file(PHOTO_BYTES, { sha256: hashOf(`file ${number}`) }), { key: `flood-${number}` });
    }
    expect([last.status, last.headers]).toMatchObject([429, { 'retry-after': expect.stringMatching(/^\d+$/) }]);
    expect(last.body).toMatchObject({ type: '/problems/tip-files-too-many', retryAt: expect.any(String) });
  });
});

describe('what became of a file of a tip', () => {
  beforeEach(async () => {
    await hands(PHOTO_BYTES);
    await arrives('document-4', PHOTO_BYTES);
  });
  const becomesLead = () => house.post('coordinator-1', `${at}/tips/tip-1/lead`, { body: {}, idempotencyKey: 'lead' });
  const ofTip = async (person: string) => (await reads(person, '/documents?attachedTo=tip-1')).body.items;

  it('is read by the coordinator, as the copy without what says where it was made; its original by nobody', async () => {
    const { status, body } = await reads('coordinator-1', '/documents/document-4/content');
    expect([status, body.sha256]).toEqual([200, hashOf('photo without its place')]);
    expect(body.url).toMatch(/\/shared\/.*trace=/);
    for (const person of READERS)
      expect((await reads(person, '/documents/document-4/content?copy=original')).status).toBe(404);
    expect((await reads('auditor-1', '/documents/document-4')).body.custody.at(-1)).toMatchObject({
      step: 'read',
      by: 'coordinator-1',
    });
  });

  it('is carried by the lead to the team, without the name that its sender gave it', async () => {
    expect(await ofTip('witness-1')).toEqual([]);
    expect((await reads('witness-1', '/documents/document-4/content')).status).toBe(404);
    await becomesLead();
    expect(await ofTip('witness-1')).toMatchObject([{ name: 'document-4.jpg', state: 'usable' }]);
    expect((await reads('witness-1', '/tips/tip-1')).body.documents).toMatchObject([{ name: 'document-4.jpg' }]);
    expect((await reads('witness-1', '/documents/document-4/content')).status).toBe(200);
    expect(await ofTip('coordinator-1')).toMatchObject([{ name: NAME }]);
  });

  it('is told at no address to those whom it does not concern, nor who sent it to anybody', async () => {
    await becomesLead();
    const entries = await streamOf(house.cases, at.slice('/cases/'.length));
    const addresses = [
      ...readingsOf(at.slice('/cases/'.length)),
      ...entries.map(({ version }) => `${at}/events/${version}/content`),
      `${at}/documents/document-4`,
      `${at}/documents?attachedTo=tip-1`,
      ...['shared', 'preview', 'original'].map((copy) => `${at}/documents/document-4/content?copy=${copy}`),
    ];
    for (const person of READERS) {
      const told: string[] = [];
      for (const path of addresses)
        told.push((await house.send({ method: 'GET', path, ...(person === '' ? {} : { person }) })).text);
      const all = told.join();
      const mayRead = ['coordinator-1', 'auditor-1'].includes(person);
      expect([person, all.includes('Zaunkönig')]).toEqual([person, mayRead]);
      expect([person, all.includes(hashOf(PHOTO_BYTES))]).toEqual([person, mayRead || person === 'witness-1']);
      expect([person, all.includes('holder-'), all.includes(RECEIPT)]).toEqual([person, false, false]);
    }
    const kept = JSON.stringify([entries, house.log.said]);
    for (const word of ['Zaunkönig', RECEIPT, 'holder-']) expect(kept).not.toContain(word);
  });
});
