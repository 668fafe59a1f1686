import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Inspection } from '../../functions/check-document/check-document-ports.ts';
import { functionsOf } from '../../local/functions.ts';
import { type System, startSystem } from '../../local/system.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { announcing, hashOf, PHOTO_BYTES, plainInspection } from '../support/handed-in.ts';
import { temporaryFolder } from './embedded-table.ts';

const EXAMPLE = new URL('../../local/examples/integrity-pact-works.json', import.meta.url);

const systemOn = async (folder: string, inspection: Inspection): Promise<System> => {
  const system = await startSystem({
    folder,
    port: 0,
    quiet: true,
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
  const { upload } = declared.body as Invited;
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(PHOTO_BYTES)]), 'pact.jpg');
  expect((await fetch(upload.url, { method: 'POST', body: form })).status).toBe(201);
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
