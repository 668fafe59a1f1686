import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { INDEX_FILE, OPEN_DATA_PATH } from '../domain/open-data/data-package.ts';
import { problem } from '../functions/_http/problem.ts';
import { isHeld } from '../functions/_pages/packed.ts';
import type { OpenDataStore, ServedFile } from '../functions/_ports/open-data-ports.ts';

/** Answers what it serves, and says whether that was so. */
export type FileDoor = (exchange: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}) => Promise<boolean>;

/** Serves the static files of open data, read-only, as the distribution does in the cloud. What is not there is left to the API, which says so. */
export const openDataDoor =
  (store: OpenDataStore): FileDoor =>
  async ({ request, response }) => {
    const path = pathIn(request.url ?? '');
    if (path === undefined) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response);
    const file = await store.read(path === '' ? INDEX_FILE : path);
    if (file === undefined) return false;
    const isKnown = isHeld(request.headers['if-none-match'], file.etag);
    response.writeHead(isKnown ? 304 : 200, {
      'content-type': file.mediaType,
      'cache-control': 'public, max-age=0, must-revalidate',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      etag: file.etag,
      ...(isKnown ? {} : { 'content-length': file.bytes }),
    });
    if (isKnown || request.method === 'HEAD') await unread(file, response);
    else await pipeline(Readable.from(file.chunks), response);
    return true;
  };

/** Files are read, and nothing else. */
const refuseMethod = (response: ServerResponse): true => {
  const { statusCode, headers, body } = problem('method-not-allowed');
  // What was sent along is not read.
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, String(value));
  response.writeHead(statusCode ?? 405, { allow: 'GET, HEAD', connection: 'close' });
  response.end(body);
  return true;
};

/** Lets the bytes go that nobody asked for, so that their connection is free again. */
const unread = async ({ chunks }: ServedFile, response: ServerResponse): Promise<void> => {
  const ended = once(response, 'close');
  response.end();
  for await (const _ of chunks);
  await ended;
};

/** The path of a file; undefined for any other address. */
const pathIn = (url: string): string | undefined => {
  const [path = ''] = url.split('?');
  const isOurs = path.startsWith(`${OPEN_DATA_PATH}/`) && /^[\w./-]*$/.test(path);
  return isOurs ? path.slice(OPEN_DATA_PATH.length + 1) : undefined;
};
