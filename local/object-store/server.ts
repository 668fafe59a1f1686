import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CannotStart, systemCodeOf } from '../cannot-start.ts';
import { type Authenticator, authenticate } from './authentication.ts';
import { corsHeaders, preflight } from './cors.ts';
import type { S3Answer } from './exchange.ts';
import { postObject } from './post-object.ts';
import { perform } from './routes.ts';
import { S3Error } from './s3-error.ts';
import type { Store } from './store.ts';
import { targetOf } from './target.ts';
import { xmlError } from './xml.ts';

export const HEADER_BYTES_MAX = 16 * 1024;
export const CONNECTIONS_MAX = 500;

/** How long each thing may take, in milliseconds. */
export const TIMEOUTS = {
  headers: 10_000,
  /** For a connection on which nothing moves. */
  idle: 60_000,
  keepAlive: 5_000,
  /** For what is left of a body that was refused: its sender should hear why before the line is cut. */
  rest: 5_000,
  /** For running requests to finish when the store stops. */
  stop: 5_000,
} as const;

export interface ServerOptions {
  readonly store: Store;
  readonly authenticator: Authenticator;
  /** Told of what should not happen: a bug, or a disk that fails. */
  readonly failed: (error: unknown) => void;
  readonly timeouts?: Partial<Record<keyof typeof TIMEOUTS, number>>;
}

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens on the loopback; port 0 takes a free one. Throws `CannotStart` when the port is taken. */
export const startServer = async (options: ServerOptions, port: number): Promise<RunningServer> => {
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const server = createServer({
    maxHeaderSize: HEADER_BYTES_MAX,
    headersTimeout: timeouts.headers,
    // A large upload over a thin line takes its time; one that does not move is cut by the idle limit.
    requestTimeout: 0,
    keepAliveTimeout: timeouts.keepAlive,
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.setTimeout(timeouts.idle);
  const state = { ...options, timeouts, stopping: false };
  server.on(
    'request',
    (request: IncomingMessage, response: ServerResponse) => void serve(state, { request, response }),
  );
  // A client that asks before it sends its body is told to send it only when somebody wants to read it.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    void serve(state, { request, response, awaitsContinue: true });
  });
  const listening = await listen(server, port);
  return {
    port: listening,
    stop: async () => {
      state.stopping = true;
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), timeouts.stop);
      await closed;
      clearTimeout(patience);
    },
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = systemCodeOf(error) ?? 'unknown error';
      reject(
        new CannotStart(
          'port-taken',
          `The object store cannot listen on port ${port} of 127.0.0.1 (${code}).\nSet OBJECTS_PORT to another one, or to 0 for a free one.`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

interface State extends ServerOptions {
  readonly timeouts: Readonly<Record<keyof typeof TIMEOUTS, number>>;
  readonly stopping: boolean;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly awaitsContinue?: boolean;
}

const serve = async (state: State, exchange: Exchange): Promise<void> => {
  const { request, response } = exchange;
  const requestId = crypto.randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
  const headers = headersOf(request);
  // Whoever was never told to go on may send its body or not: the next request could not be told from it.
  if (exchange.awaitsContinue === true) response.setHeader('connection', 'close');
  // A sender who has gone is nobody's error.
  response.on('error', () => undefined);
  request.on('error', () => undefined);
  try {
    const answer = await answerTo(state, exchange, headers).catch((error: unknown) => {
      if (!(error instanceof S3Error) && !request.destroyed) state.failed(error);
      return errorAnswer(error, { requestId, resource: request.url ?? '' });
    });
    await send(exchange, answer, {
      ...corsOf(state.store, request, headers),
      'x-amz-request-id': requestId,
      // S3 sends none; what is saved and never shown needs none, and here it costs nothing.
      'x-content-type-options': 'nosniff',
      date: new Date(state.authenticator.now()).toUTCString(),
    });
    if (state.stopping) setImmediate(() => request.socket.destroySoon());
  } catch (error) {
    // In the middle of an answer nothing can be said any more but by cutting it off.
    response.destroy();
    if (systemCodeOf(error) !== 'ERR_STREAM_PREMATURE_CLOSE') state.failed(error);
  }
  if (!request.complete && !request.destroyed) passOverRest(request, state.timeouts.rest);
};

const passOverRest = (request: IncomingMessage, milliseconds: number): void => {
  // Whoever stopped reading in the middle still listens.
  request.removeAllListeners('readable');
  setImmediate(() => request.resume());
  const cut = setTimeout(() => request.socket.destroy(), milliseconds);
  request.once('close', () => clearTimeout(cut));
  request.once('end', () => clearTimeout(cut));
};

const answerTo = async (
  { store, authenticator }: State,
  exchange: Exchange,
  headers: ReadonlyMap<string, string>,
): Promise<S3Answer> => {
  const method = exchange.request.method ?? '';
  const target = targetOf(exchange.request.url ?? '/', headers.get('host') ?? '');
  const body = bodyOf(exchange);
  if (method === 'OPTIONS') {
    return preflight(target.bucket === undefined ? [] : (store.buckets.get(target.bucket).cors ?? []), headers);
  }
  const isForm = method === 'POST' && /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '');
  if (isForm && target.bucket !== undefined && target.key === undefined) {
    return postObject({ store, authenticator }, { headers, body }, target.bucket);
  }
  return perform(store, { method, target, headers, body, ...authenticate(authenticator, { method, target, headers }) });
};

/** Headers that come twice are joined, so that what was signed is what is read. */
const headersOf = (request: IncomingMessage): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(request.headersDistinct).map(([name, values = []]) => [
      name,
      values.map((each) => each.trim()).join(','),
    ]),
  );

async function* bodyOf({ request, response, awaitsContinue }: Exchange): AsyncGenerator<Buffer> {
  if (awaitsContinue === true) {
    response.writeContinue();
    response.removeHeader('connection');
  }
  // Not destroyed on return: whoever sent it should still be answered.
  const chunks: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  yield* chunks;
}

const corsOf = (store: Store, request: IncomingMessage, headers: ReadonlyMap<string, string>) => {
  if (!headers.has('origin') || request.method === 'OPTIONS') return {};
  try {
    const { bucket } = targetOf(request.url ?? '/', headers.get('host') ?? '');
    const rules = bucket === undefined ? null : (store.buckets.find(bucket)?.cors ?? null);
    return rules === null ? {} : corsHeaders(rules, { method: request.method ?? '', headers });
  } catch (error) {
    // An address that cannot be read has no bucket.
    if (error instanceof S3Error) return {};
    throw error;
  }
};

const errorAnswer = (error: unknown, { requestId, resource }: { requestId: string; resource: string }): S3Answer => {
  const refused = error instanceof S3Error ? error : outsideFailure(error);
  const { code, message, status, fields, headers } = refused;
  if (status === 304) return { status, headers };
  const body = xmlError({
    Code: code,
    Message: message,
    ...fields,
    Resource: resource,
    RequestId: requestId,
    HostId: 'veedor',
  });
  return { status, headers: { 'content-type': 'application/xml', ...headers }, body };
};

/** Told to come again where that may help: the disk may have room then. */
const outsideFailure = (error: unknown): S3Error => {
  const code = systemCodeOf(error);
  return new S3Error(code === 'ENOSPC' || code === 'EDQUOT' || code === 'EMFILE' ? 'SlowDown' : 'InternalError');
};

const send = async (
  { request, response }: Exchange,
  { status, headers = {}, body }: S3Answer,
  common: Readonly<Record<string, string | undefined>>,
): Promise<void> => {
  response.statusCode = status;
  for (const [name, value] of Object.entries({ ...common, ...headers })) {
    if (value !== undefined) response.setHeader(name, headerValue(value));
  }
  if (body !== undefined && typeof body !== 'string') {
    await pipeline(Readable.from(body, { objectMode: false, highWaterMark: READ_AHEAD_BYTES }), response);
    return;
  }
  const isHead = request.method === 'HEAD';
  if (!response.hasHeader('content-length') && status !== 204 && status !== 304) {
    response.setHeader('content-length', isHead ? 0 : Buffer.byteLength(body ?? ''));
  }
  response.end(isHead ? undefined : body);
};

const READ_AHEAD_BYTES = 256 * 1024;

/** A header holds bytes; text that was not ASCII came as the bytes of UTF-8 and goes so. Line ends cannot stand in one. */
const headerValue = (value: string): string => Buffer.from(value.replaceAll(/[\r\n]/g, ' '), 'utf8').toString('latin1');
