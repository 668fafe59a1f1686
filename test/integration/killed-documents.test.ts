import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { storePorts } from '../../functions/_ports/aws/aws-ports.ts';
import { verifyRecord } from '../../functions/_record/verify-record.ts';
import { endpointOfRunning } from '../../local/embedded-dynamodb.ts';
import { DOCUMENTS_BUCKET } from '../../local/objects.ts';
import { TABLE_NAME } from '../../local/system.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { announcing, hashOf } from '../support/handed-in.ts';
import { temporaryFolder } from './embedded-table.ts';
import { clientOf } from './object-store-world.ts';
import { type RunningProgram, runProgram } from './processes.ts';

const EXAMPLE = new URL('../../local/examples/integrity-pact-works.json', import.meta.url);
const PERSON = 'coordinator-1';

/** Where a file is held that is found usable, one file for each: after a step is before the next. */
const ACCEPTING = [
  'when it is told of',
  'before document.arrived.v1',
  'after document.arrived.v1',
  'while it is read',
  'after examine',
  'after derive',
  'after preview',
  'after seal',
  'after put shared',
  'after put previews',
  'after document.usable.v1',
  'after forget',
  'when it was checked',
];
/** And one that is refused. */
const REFUSING = ['before setAside', 'after setAside', 'after document.refused.v1', 'after forget'];
const PARTS_BYTES = 50_000_000;

interface Handed {
  readonly bytes: Buffer;
  readonly body: { readonly name: string; readonly sha256: string };
  readonly ends: 'usable' | 'refused';
}

const announced = (bytes: Buffer, name: string, over: object = {}): Handed['body'] =>
  announcing(bytes, { purpose: 'pact-text', attachedTo: 'pact', name, ...over });

/** A photo that is like no other of them. */
const photo = async (index: number): Promise<Handed> => {
  const bytes = await sharp({ create: { width: 40 + index, height: 30, channels: 3, background: 'grey' } })
    .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 25/1 42/1' } })
    .jpeg()
    .toBuffer();
  return { bytes, body: announced(bytes, `foto-${index}.jpg`), ends: 'usable' };
};

const page = (index: number): Handed => {
  const bytes = Buffer.from(`<html><script>${index}</script></html>`);
  return { bytes, body: announced(bytes, `foto-${index}.jpg`), ends: 'refused' };
};

/** Nothing but weight: it comes in parts, and is no film. */
const weight = (index: number): Handed => {
  const bytes = Buffer.alloc(PARTS_BYTES, index);
  return { bytes, body: announced(bytes, `film-${index}.mp4`, { mediaType: 'video/mp4' }), ends: 'refused' };
};

interface Life {
  readonly program: RunningProgram;
  readonly url: string;
  readonly tokenFor: (person: string) => Promise<string>;
}

const live = async (folder: string, steps: object): Promise<Life> => {
  const program = runProgram('test/integration/hold-system.ts', { args: [folder, JSON.stringify(steps)] });
  const url = /holds (\S+) /.exec(await program.says('holds '))?.[1] ?? '';
  const tokenFor = async (person: string) => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: person });
    return (await fetch(`${url}/oauth2/token`, { method: 'POST', headers: { accept: 'text/plain' }, body })).text();
  };
  const token = tokenFor(PERSON);
  return { program, url, tokenFor: () => token };
};

const kill = async ({ program }: Life): Promise<void> => {
  process.kill(program.pid, 'SIGKILL');
  await program.ended;
};

const openCase = async (life: Life): Promise<string> => {
  const ocds = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  const body = { instrument: 'integrity-pact', ocds };
  const opened = await httpDoor(life).post(PERSON, '/cases', { body, idempotencyKey: 'open' });
  return (opened.body as { case: string }).case;
};

/** What the client does, and does again after an interruption: it announces, sends what is missing, and completes. */
const clientOn = (life: Life, caseId: string) => {
  const door = httpDoor(life);
  const path = `/cases/${caseId}/documents`;
  const declare = async ({ body }: Handed): Promise<any> =>
    (await door.post(PERSON, path, { body, idempotencyKey: body.sha256 })).body;
  const sendForm = async ({ url, fields }: any, { bytes }: Handed): Promise<void> => {
    const form = new FormData();
    for (const [name, value] of Object.entries<string>(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)]));
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(201);
  };
  const sendPart = async ({ number, sizeBytes, url }: any, partBytes: number, { bytes }: Handed): Promise<void> => {
    const from = (number - 1) * partBytes;
    const body = new Uint8Array(bytes.subarray(from, from + sizeBytes));
    expect((await fetch(url, { method: 'PUT', body })).status).toBe(200);
  };
  const complete = (document: string) =>
    door.post(PERSON, `${path}/${document}/completion`, { body: {}, idempotencyKey: `complete-${document}` });
  return {
    declare,
    sendForm,
    sendPart,
    complete,
    read: async (document: string, more = ''): Promise<any> =>
      (await door.get(PERSON, `${path}/${document}${more}`)).body,
    /** Everything, from the beginning. Gives how many parts were still missing. */
    handIn: async (file: Handed): Promise<number> => {
      const { document, upload } = await declare(file);
      if (upload?.kind === 'form') await sendForm(upload, file);
      if (upload?.kind !== 'parts') return 0;
      for (const part of upload.parts) await sendPart(part, upload.partBytes, file);
      await complete(document);
      return upload.parts.length;
    },
  };
};

/** Sends the beginning of a form, and never its end. */
const sendHalf = ({ url, fields }: any, { bytes }: Handed): void => {
  const cut = new ReadableStream({
    start: (controller) => {
      const parts = Object.entries<string>(fields).map(
        ([name, value]) => `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      const head = '--cut\r\nContent-Disposition: form-data; name="file"; filename="foto.jpg"\r\n\r\n';
      controller.enqueue(Buffer.from(`${parts.join('')}${head}`));
      controller.enqueue(new Uint8Array(bytes.subarray(0, bytes.length / 2)));
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=cut' };
  const request = { method: 'POST', headers, body: cut, duplex: 'half' };
  void fetch(url, request).catch(() => undefined);
};

/** What lies in the bucket, under the names of the documents. */
const stored = async (folder: string, caseId: string): Promise<ReadonlySet<string>> => {
  const { secretAccessKey, port } = JSON.parse(await readFile(join(folder, 'objects.json'), 'utf8'));
  const credentials = { accessKeyId: 'veedor', secretAccessKey };
  const s3 = clientOf(`http://127.0.0.1:${port}`, { credentials });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: DOCUMENTS_BUCKET }));
  return new Set(Contents.map(({ Key = '' }) => Key.replace(`/${caseId}`, '')));
};

/** What a document is, is all there; what it is not yet, nobody gets anything of. */
const expectWhole = async (
  { read }: ReturnType<typeof clientOn>,
  { document, bytes, keys }: { document: string; bytes: Buffer; keys: ReadonlySet<string> },
): Promise<string> => {
  const { state } = await read(document);
  const shared = await read(document, '/content');
  if (state !== 'usable') {
    expect([document, state, shared.url]).toEqual([document, state, undefined]);
    if (state === 'refused') expect([document, keys.has(`quarantine/30/${document}`)]).toEqual([document, true]);
    return state;
  }
  const original = await read(document, '/content?copy=original');
  const there = ['originals', 'shared', 'previews'].filter((place) => keys.has(`${place}/${document}`));
  expect([document, there]).toEqual([document, ['originals', 'shared', 'previews']]);
  const fetched = async ({ url }: any) => hashOf(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(await fetched(original)).toBe(hashOf(bytes));
  expect(await fetched(shared)).toBe(shared.sha256);
  return state;
};

/** Some twenty files are checked between three lives: on a slow machine that takes longer than what hangs elsewhere. */
const TIMEOUT_MS = 240_000;

test(
  'a system that is killed at each step of an upload and its check leaves nothing half, and the repeat completes it',
  async () => {
    const folder = await temporaryFolder();
    const photos = await Promise.all(Array.from({ length: ACCEPTING.length + 4 }, (_none, index) => photo(index)));
    const refused = REFUSING.map((_step, index) => page(index));
    const film = weight(1);
    const accepted = photos.slice(0, ACCEPTING.length);
    const [nothing, half, lostAnswer, lostRequest] = photos.slice(ACCEPTING.length) as [Handed, Handed, Handed, Handed];
    const files = [...accepted, ...refused, film, nothing, half, lostAnswer, lostRequest];
    const named = new Map(files.map((file, index) => [`document-${index + 1}`, file]));
    const idOf = (file: Handed) => `document-${files.indexOf(file) + 1}`;
    const steps = Object.fromEntries([
      ...accepted.map((file, index) => [idOf(file), ACCEPTING[index]]),
      ...refused.map((file, index) => [idOf(file), REFUSING[index]]),
      [idOf(lostAnswer), 'after document.declared.v1'],
      [idOf(lostRequest), 'before document.declared.v1'],
    ]);

    const first = await live(folder, steps);
    const caseId = await openCase(first);
    const client = clientOn(first, caseId);
    const heldNow = (file: Handed) => first.program.says(`${idOf(file)} is held ${steps[idOf(file)]}.`);
    for (const file of [...accepted, ...refused]) await client.handIn(file);
    const { upload } = await client.declare(film);
    for (const part of upload.parts.slice(0, 2)) await client.sendPart(part, upload.partBytes, film);
    await client.declare(nothing);
    sendHalf((await client.declare(half)).upload, half);
    for (const file of [lostAnswer, lostRequest]) {
      void client.declare(file).catch(() => undefined);
      await heldNow(file);
    }
    for (const file of [...accepted, ...refused]) await heldNow(file);
    await kill(first);

    // The second life checks nothing, so that what the first one left can be looked at; it is killed when the film is complete.
    const second = await live(folder, { '*': 'when it is told of', [idOf(film)]: 'after complete' });
    const left = clientOn(second, caseId);
    const keys = await stored(folder, caseId);
    const states = new Map<string, string>();
    for (const [document, { bytes }] of named) {
      states.set(document, await expectWhole(left, { document, bytes, keys }));
    }
    const stateAt = (file: Handed) => states.get(idOf(file));
    expect(accepted.map(stateAt)).toEqual([
      'awaited',
      'awaited',
      ...Array.from({ length: 8 }, () => 'checking'),
      ...Array.from({ length: 3 }, () => 'usable'),
    ]);
    expect(refused.map(stateAt)).toEqual(['checking', 'checking', 'refused', 'refused']);
    expect([film, nothing, half, lostAnswer].map(stateAt)).toEqual(Array(4).fill('awaited'));
    expect(stateAt(lostRequest)).toBeUndefined();
    for (const file of [film, nothing, half, lostAnswer]) expect(keys).not.toContain(`incoming/${idOf(file)}`);
    expect((await left.declare(film)).upload.parts.map(({ number }: any) => number)).toEqual([3]);
    void left.handIn(film).catch(() => undefined);
    await second.program.says(`${idOf(film)} is held after complete.`);
    await kill(second);

    const third = await live(folder, {});
    const again = clientOn(third, caseId);
    for (const file of files) expect(await again.handIn(file)).toBe(0);
    third.program.child.kill('SIGUSR2');
    await third.program.says('settled');
    const atLast = await stored(folder, caseId);
    expect([...atLast].filter((key) => key.startsWith('incoming/'))).toEqual([]);
    const ends = new Map<string, string>();
    for (const [document, { bytes }] of named)
      ends.set(document, await expectWhole(again, { document, bytes, keys: atLast }));
    expect([...ends.values()]).toEqual(files.map((file) => file.ends));
    const ports = storePorts({
      TABLE_NAME,
      DYNAMODB_ENDPOINT: await endpointOfRunning(folder),
      LOG_LEVEL: 'silent',
    });
    expect(await verifyRecord(ports, caseId)).toMatchObject({ verified: true });
  },
  TIMEOUT_MS,
);
