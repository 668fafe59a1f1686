import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { derive, preview } from '../../functions/check-document/derive/derive.ts';
import { examine } from '../../functions/check-document/examine/examine.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { residentMegabytes } from './held-store.ts';
import { ratioRow, row, timed } from './statistics.ts';

const PROGRAM = fileURLToPath(new URL('../integration/hold-system.ts', import.meta.url));
const EXAMPLE = new URL('../../local/examples/integrity-pact-works.json', import.meta.url);
const PERSON = 'coordinator-1';
const PHOTOS = 48;
const AT_ONCE = 4;
const ATTEMPTS_MAX = 20;
const SIDE_PIXELS = 240;
const MEGABYTE = 1024 ** 2;
const WATCH_MILLISECONDS = 50;
/** Announced, sent, looked into, sealed, copied twice and recorded, against looking into the same photos and copying them by hand. */
const TIMES_BY_HAND_MAX = 15;
const FILM_BYTES = 500_000_000;
const BLOCK_BYTES = 4_000_000;
/** What a film of 500 MB may cost the whole system above idle while it comes, is fetched and is hashed. */
const FILM_GROWTH_MEGABYTES_MAX = 64;
/** What all of that may cost above idle: pictures are opened one at a time. */
const GROWTH_MEGABYTES_MAX = 192;

/** Photos of some 50 KB, each like no other. */
const takePhotos = (): Promise<Buffer[]> =>
  Promise.all(
    Array.from({ length: PHOTOS }, () =>
      sharp(randomBytes(SIDE_PIXELS ** 2 * 3), { raw: { width: SIDE_PIXELS, height: SIDE_PIXELS, channels: 3 } })
        .jpeg({ quality: 90 })
        .toBuffer(),
    ),
  );

interface Held {
  readonly url: string;
  readonly tokenFor: () => Promise<string>;
  readonly megabytes: () => Promise<number>;
  /** Resolves when everything that came was looked into. */
  readonly settled: () => Promise<void>;
  readonly end: () => void;
}

/** The whole system in a process of its own, so that its memory is its own. */
const holdSystem = async (folder: string): Promise<Held> => {
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (said += text));
  const says = async (text: string): Promise<void> => {
    while (!said.includes(text)) await wait(2);
  };
  await says('holds ');
  const url = /holds (\S+)/.exec(said)?.[1] ?? '';
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: PERSON });
  const asked = { method: 'POST', headers: { accept: 'text/plain' }, body: form };
  const token = await (await fetch(`${url}/oauth2/token`, asked)).text();
  return {
    url,
    tokenFor: async () => token,
    megabytes: () => residentMegabytes(child.pid),
    settled: async () => {
      said = '';
      child.kill('SIGUSR2');
      await says('settled');
    },
    end: () => void child.kill('SIGKILL'),
  };
};

interface Upload {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface PartsUpload {
  readonly partBytes: number;
  readonly parts: readonly { readonly number: number; readonly sizeBytes: number; readonly url: string }[];
}

/** All write to one case here: who loses every race asks again, as clients do. */
const invited = async (declare: () => Promise<{ body: unknown }>): Promise<Upload> => {
  for (let attempt = 1; ; attempt += 1) {
    const { body } = await declare();
    const { upload, title } = body as { upload?: Upload; title?: string };
    if (upload !== undefined) return upload;
    if (attempt === ATTEMPTS_MAX) throw new Error(`No upload was given: ${title}.`);
  }
};

const handIn = async (held: Held, path: string, bytes: Buffer): Promise<void> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const about = { name: 'photo.jpg', mediaType: 'image/jpeg', sizeBytes: bytes.byteLength, sha256 };
  const body = { ...about, purpose: 'pact-text', attachedTo: 'pact' };
  const upload = await invited(() => httpDoor(held).post(PERSON, path, { body, idempotencyKey: sha256 }));
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]));
  const { status } = await fetch(upload.url, { method: 'POST', body: form });
  if (status !== 201) throw new Error(`An upload was answered with ${status}.`);
};

const copyPlainly = async (path: string, bytes: Buffer): Promise<void> => {
  const file = await open(path, 'w');
  await file.write(bytes);
  await file.sync();
  await file.close();
};

/** What the check does with the bytes themselves, one photo after the other. */
const checkByHand = async (folder: string, photos: readonly Buffer[]): Promise<void> => {
  for (const [index, bytes] of photos.entries()) {
    const path = join(folder, `hand-${index}`);
    await copyPlainly(path, bytes);
    await examine({ path, size: bytes.byteLength }, { name: 'photo.jpg', mediaType: 'image/jpeg' });
    const into = await mkdtemp(join(folder, 'made-'));
    await derive({ path }, 'image/jpeg', into);
    await preview({ path }, 'image/jpeg', into);
  }
};

/** Looks at the memory of the system from now on; gives the most that it took above this moment. */
const watching = async (held: Held): Promise<() => Promise<number>> => {
  const over = new AbortController();
  const idle = await held.megabytes();
  let most = idle;
  const watched = (async () => {
    while (!over.signal.aborted) {
      most = Math.max(most, await held.megabytes());
      await wait(WATCH_MILLISECONDS);
    }
  })();
  // Where the work fails, that is what is told, and not that there is nothing left to look at.
  watched.catch(() => undefined);
  return async () => {
    over.abort();
    await watched;
    return most - idle;
  };
};

/** A film that is none: it comes in parts, is fetched and hashed as any other, and refused. */
const benchFilm = async (held: Held, path: string, say: (line: string) => void): Promise<void> => {
  const block = randomBytes(BLOCK_BYTES);
  const hash = createHash('sha256');
  for (let hashed = 0; hashed < FILM_BYTES; hashed += BLOCK_BYTES) hash.update(block);
  const about = { name: 'film.mp4', mediaType: 'video/mp4', sizeBytes: FILM_BYTES, sha256: hash.digest('hex') };
  const body = { ...about, purpose: 'pact-text', attachedTo: 'pact' };
  const door = httpDoor(held);
  const declared = await door.post(PERSON, path, { body, idempotencyKey: 'film' });
  const { document, upload } = declared.body as { document: string; upload: PartsUpload };
  const watched = await watching(held);
  const took = await timed(async () => {
    for (const part of upload.parts) {
      const from = ((part.number - 1) * upload.partBytes) % BLOCK_BYTES;
      const pieces = Array.from({ length: Math.ceil((from + part.sizeBytes) / BLOCK_BYTES) }, () => block);
      const bytes = Buffer.concat(pieces).subarray(from, from + part.sizeBytes);
      const { status } = await fetch(part.url, { method: 'PUT', body: bytes });
      if (status !== 200) throw new Error(`A part was answered with ${status}.`);
    }
    await door.post(PERSON, `${path}/${document}/completion`, { body: {}, idempotencyKey: 'film-completion' });
    await held.settled();
  });
  const { body: shown } = await door.get(PERSON, `${path}/${document}`);
  const { reason } = shown as { reason?: string };
  if (reason !== 'type-differs') throw new Error(`The film was not read to its end: ${reason}.`);
  const growth = await watched();
  say(
    row(`film of ${FILM_BYTES / 1e6} MB, sent and looked into: MB per second`, (FILM_BYTES / 1_000 / took).toFixed(0)),
  );
  const promise = { limit: `at most ${FILM_GROWTH_MEGABYTES_MAX} MB`, holds: growth <= FILM_GROWTH_MEGABYTES_MAX };
  say(row('memory of the system above idle meanwhile, MB', growth.toFixed(0), promise));
};

/** Small photos through the whole system: announced over HTTP, posted to the store, looked into, and usable. */
export const benchUploads = async (say: (line: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-bench-'));
  const held = await holdSystem(join(folder, 'system'));
  try {
    const photos = await takePhotos();
    const ocds: unknown = JSON.parse(await readFile(EXAMPLE, 'utf8'));
    const opening = { body: { instrument: 'integrity-pact', ocds }, idempotencyKey: 'open' };
    const opened = await httpDoor(held).post(PERSON, '/cases', opening);
    const path = `/cases/${(opened.body as { case: string }).case}/documents`;
    const [warm = Buffer.alloc(0), ...others] = photos;
    await handIn(held, path, warm);
    await held.settled();
    const plainly = await timed(async () => {
      for (const [index, bytes] of others.entries()) await copyPlainly(join(folder, `plain-${index}`), bytes);
    });
    const byHand = await timed(() => checkByHand(folder, others));
    const watched = await watching(held);
    const queue = [...others];
    const sender = async () => {
      for (let bytes = queue.pop(); bytes !== undefined; bytes = queue.pop()) await handIn(held, path, bytes);
    };
    const sent = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, sender)));
    const looked = await timed(held.settled);
    const growth = await watched();
    const size = others.reduce((sum, { byteLength }) => sum + byteLength, 0) / others.length / MEGABYTE;
    say(
      row(
        `uploads of ${(size * 1024).toFixed(0)} KB per second: announced and sent`,
        ((others.length / sent) * 1_000).toFixed(0),
      ),
    );
    say(row('uploads per second until they are usable', ((others.length / (sent + looked)) * 1_000).toFixed(0)));
    say(row('their time until usable: times plain synced files', ((sent + looked) / plainly).toFixed(0)));
    say(ratioRow('their time until usable: times their check by hand', (sent + looked) / byHand, TIMES_BY_HAND_MAX));
    const promise = { limit: `at most ${GROWTH_MEGABYTES_MAX} MB`, holds: growth <= GROWTH_MEGABYTES_MAX };
    say(row('memory of the system above idle while they come, MB', growth.toFixed(0), promise));
    await benchFilm(held, path, say);
  } finally {
    held.end();
    await rm(folder, { recursive: true, force: true });
  }
};
