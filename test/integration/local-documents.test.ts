import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import type { Inspection } from '../../functions/check-document/check-document-ports.ts';
import { inspection as realInspection } from '../../functions/check-document/inspection.ts';
import { functionsOf } from '../../local/functions.ts';
import { type System, type SystemOptions, startSystem } from '../../local/system.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { jpeg } from '../support/documents/pictures.ts';
import { announcing, hashOf, PHOTO_BYTES, plainInspection } from '../support/handed-in.ts';
import { journeyBegins, stepsThrough, travel } from '../support/journey.ts';
import { checkedByTools } from '../support/unpacked.ts';
import { temporaryFolder } from './embedded-table.ts';

const EXAMPLE = new URL('../../local/examples/integrity-pact-works.json', import.meta.url);

const systemOn = async (folder: string, inspection: Inspection, more: Partial<SystemOptions> = {}): Promise<System> => {
  const system = await startSystem({
    folder,
    port: 0,
    quiet: true,
    ...more,
    functions: (ports) => functionsOf({ ...ports, inspection }),
  });
  onTestFinished(system.stop);
  return system;
};

const PACT = announcing(PHOTO_BYTES, { purpose: 'pact-text', attachedTo: 'pact', name: 'pact.jpg' });

interface Invited {
  readonly document: string;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

const upload = async ({ upload: { url, fields } }: Invited, bytes: Buffer): Promise<void> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'file');
  expect((await fetch(url, { method: 'POST', body: form })).status).toBe(201);
};

/** A case with one file on its way: announced, and posted to the store. */
const handedIn = async (system: System): Promise<string> => {
  const ocds = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  const door = httpDoor(system);
  const opened = await door.post('coordinator-1', '/cases', {
    body: { instrument: 'integrity-pact', ocds },
    idempotencyKey: 'open',
  });
  const { case: caseId } = opened.body as { case: string };
  const declared = await door.post('coordinator-1', `/cases/${caseId}/documents`, {
    body: PACT,
    idempotencyKey: 'declare',
  });
  await upload(declared.body as Invited, PHOTO_BYTES);
  return `/cases/${caseId}/documents/document-1`;
};

const read = async (system: System, path: string): Promise<any> => (await httpDoor(system).get('bidder-1', path)).body;

test('a file goes from its form to the sealed original, and its copy to everybody', async () => {
  const system = await systemOn(await temporaryFolder(), plainInspection);
  const path = await handedIn(system);
  await system.settled();
  expect(await read(system, path)).toMatchObject({ state: 'usable', sha256: hashOf(PHOTO_BYTES) });
  const { url } = await read(system, `${path}/content`);
  const answer = await fetch(url);
  expect([answer.status, await answer.text()]).toEqual([200, 'photo without its place']);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a file that came while nothing could look into it is looked into after the next start', async () => {
  const folder = await temporaryFolder();
  const broken: Inspection = {
    ...plainInspection,
    examine: async () => {
      throw new Error('no room on the disk');
    },
  };
  const first = await systemOn(folder, broken);
  const path = await handedIn(first);
  await first.settled();
  const { body } = await httpDoor(first).get('coordinator-1', path);
  expect(body).toMatchObject({ state: 'checking' });
  await first.stop();
  const second = await systemOn(folder, plainInspection);
  await second.settled();
  expect(await read(second, path)).toMatchObject({ state: 'usable' });
});

test('a photo and a text of a finding reach the control authority in the bundle that it fetches, as they were handed in', async () => {
  const clock = memoryClock(journeyBegins);
  const system = await systemOn(await temporaryFolder(), realInspection, { clock });
  const door = httpDoor(system);
  const steps = stepsThrough('integrity-pact', '/escalations');
  const caseId = await travel({ ...door, clock }, 'integrity-pact', { steps });
  const post = async (path: string, body: object) => {
    const answer = await door.post('witness-1', `/cases/${caseId}${path}`, {
      body,
      idempotencyKey: hashOf(JSON.stringify(body)),
    });
    expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
    return answer.body as Invited & { created: string };
  };
  const seen = {
    type: 'finding',
    stage: 'award-review',
    observedAt: clock.now(),
    language: 'es',
    visibility: 'public',
  };
  const told = {
    title: 'Seen',
    narrative: 'On site.',
    category: 'documentsForm',
    severity: 'serious',
    legalBasis: 'Art. 1',
  };
  const { created: finding } = await post('/observations', { ...seen, ...told });
  const files = [
    { name: 'foto.jpg', mediaType: 'image/jpeg', bytes: await jpeg() },
    { name: '=nota ñ.txt', mediaType: 'text/plain', bytes: Buffer.from('Lo que dijeron en el acto.') },
  ];
  const documents: string[] = [];
  for (const { bytes, name, mediaType } of files) {
    const invited = await post('/documents', announcing(bytes, { name, mediaType, attachedTo: finding }));
    await upload(invited, bytes);
    documents.push(invited.document);
  }
  await system.settled();
  const letter = { findings: [finding], controlAuthority: 'internal-control', letter: 'See.' };
  const { created: escalation } = await post('/escalations', letter);

  const answer = await fetch(`${system.url}/cases/${caseId}/escalations/${escalation}/bundle`, {
    headers: { authorization: `Bearer ${await system.tokenFor('control-1')}` },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const zip = new Uint8Array(await answer.arrayBuffer());
  const unpacked = unzipSync(zip);
  for (const [index, { bytes }] of files.entries()) {
    const path = `${caseId}-${escalation}/documents/${documents[index]}.${['jpg', 'txt'][index]}`;
    expect([path, hashOf(Buffer.from(unpacked[path] ?? []))]).toEqual([path, hashOf(bytes)]);
  }
  expect(checkedByTools(zip)?.includes('FAILED')).not.toBe(true);
  const shown = await door.get('coordinator-1', `/cases/${caseId}/documents/${documents[0]}`);
  expect(shown.body).toMatchObject({
    custody: expect.arrayContaining([expect.objectContaining({ step: 'bundled', by: 'control-1', escalation })]),
  });
  // The report that the journey published meanwhile was rendered, kept and locked in the same store, and verifies by its code.
  const pdf = await fetch(`${system.url}/cases/${caseId}/reports/report-1/pdf?language=pt`);
  const sha256 = hashOf(Buffer.from(await pdf.arrayBuffer()));
  expect([pdf.status, pdf.headers.get('etag')]).toEqual([200, `"${sha256}"`]);
  const [, verification = ''] = /<(.*)>; rel="describedby"/.exec(pdf.headers.get('link') ?? '') ?? [];
  expect((await door.get('auditor-1', verification)).body).toMatchObject({
    report: 'report-1',
    pdfs: expect.arrayContaining([expect.objectContaining({ language: 'pt', sha256 })]),
  });
});
