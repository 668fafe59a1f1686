import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problem } from '../functions/_http/problem.ts';
import type { Clock } from '../functions/_ports/ports.ts';
import { CannotStart, systemCodeOf } from './cannot-start.ts';
import { gatewayEvent } from './gateway-event.ts';
import { findRoute, type RouteTable, routeTable } from './gateway-routes.ts';
import type { FileDoor } from './open-data-door.ts';
import type { Route } from './route.ts';

/** Bodies over this are refused before they are read, in bytes: what a function is given at most, as on AWS. Most take less. */
export const BODY_BYTES_MAX = 6 * 1024 * 1024;
export const HEADER_BYTES_MAX = 16 * 1024;
export const URL_LENGTH_MAX = 8 * 1024;
export const CONNECTIONS_MAX = 1_000;

/** How long each thing may take, in milliseconds. */
export const TIMEOUTS = {
  /** For a client to send its headers. */
  headers: 10_000,
  /** For a client to send its whole request. */
  request: 30_000,
  /** For a connection to wait for its next request. */
  keepAlive: 5_000,
  /** For a function to answer, as on AWS. */
  answer: 29_000,
  /** For running requests to finish when the gateway stops. */
  stop: 5_000,
} as const;
const TIMEOUT_CHECK_MILLISECONDS = 250;

/** The HTTP API in front of the functions on one machine: what API Gateway is in the cloud. */
export interface Gateway {
  readonly url: string;
  readonly port: number;
  /** Says what is served from now on. Until then every request is told to come back. */
  serve(routes: readonly Route[], files?: FileDoor): void;
  /** Says what is served already, while everything else is still told to come back. */
  serveAlready(routes: readonly Route[]): void;
  /** Finishes what runs, then closes every connection. */
  stop(): Promise<void>;
}

export interface GatewayOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly clock: Clock;
  /** Told after each answer whether the request may have written something. */
  readonly answered?: (mayHaveWritten: boolean) => void;
  /** Told of what no function may do: throw. */
  readonly failed?: (error: unknown) => void;
  /** Other patience than usual. */
  readonly timeouts?: Partial<Record<keyof typeof TIMEOUTS, number>>;
}

/** Listens on the loopback. Throws `CannotStart` when the port is taken. */
export const startGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const state: GatewayState = {
    ...options,
    timeouts: { ...TIMEOUTS, ...options.timeouts },
    routes: undefined,
    files: undefined,
    isWhole: false,
    stopping: false,
  };
  const server = createServer({
    maxHeaderSize: HEADER_BYTES_MAX,
    headersTimeout: state.timeouts.headers,
    requestTimeout: state.timeouts.request,
    keepAliveTimeout: state.timeouts.keepAlive,
    connectionsCheckingInterval: TIMEOUT_CHECK_MILLISECONDS,
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.on('clientError', refuseBrokenRequest);
  const onRequest = (request: IncomingMessage, response: ServerResponse) =>
    void answer(state, server, { request, response });
  server.on('request', onRequest);
  // A client that asks before it sends its body is answered before it does.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!isTooLarge(request)) response.writeContinue();
    onRequest(request, response);
  });
  const port = await listen(server, options.port);
  let stopped: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    serve: (routes, files) => {
      state.files = files;
      state.routes = routeTable(routes);
      state.isWhole = true;
    },
    serveAlready: (routes) => {
      state.routes = routeTable(routes);
    },
    stop: () => {
      stopped ??= stop(server, state);
      return stopped;
    },
  };
};

interface GatewayState extends GatewayOptions {
  readonly timeouts: Readonly<Record<keyof typeof TIMEOUTS, number>>;
  routes: RouteTable | undefined;
  /** Serves what no function answers. */
  files: FileDoor | undefined;
  /** Whether what is not among the routes is nowhere. */
  isWhole: boolean;
  stopping: boolean;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(whyNotListening(port, error)));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

const whyNotListening = (port: number, error: unknown): CannotStart => {
  const code = systemCodeOf(error) ?? 'unknown error';
  const reason = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be listened on (${code})`;
  return new CannotStart(
    'port-taken',
    `Port ${port} of 127.0.0.1 ${reason}.\nSet PORT to another one, for example\n  PORT=${port === 8081 ? 8082 : 8081} npm start`,
  );
};

const stop = async (server: Server, state: GatewayState): Promise<void> => {
  state.stopping = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), state.timeouts.stop);
  await closed;
  clearTimeout(patience);
};

/** Answers what cannot be read as a request of HTTP: no function will ever see it. */
const refuseBrokenRequest = (error: Error, socket: Duplex): void => {
  if (!socket.writable) return void socket.destroy();
  const { statusCode = 400, headers = {}, body = '' } = brokenRequest(systemCodeOf(error));
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': Buffer.byteLength(body) }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.end(`HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}\r\n${lines.join('')}\r\n${body}`);
};

const brokenRequest = (code: string | undefined): APIGatewayProxyStructuredResultV2 => {
  if (code === 'HPE_HEADER_OVERFLOW') return problem('headers-too-large', { bytesMax: HEADER_BYTES_MAX });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem('request-timeout');
  return problem('request-malformed');
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const answer = async (state: GatewayState, server: Server, { request, response }: Exchange): Promise<void> => {
  const requestId = crypto.randomUUID();
  const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
  if (await servedAsFile(state, { request, response })) {
    if (state.stopping) setImmediate(() => server.closeIdleConnections());
    return;
  }
  const result = await resultFor(state, request, requestId).catch((error: unknown) => {
    state.failed?.(error);
    return problem('internal-error');
  });
  send({ request, response }, result, { requestId, closing: state.stopping });
  await closed;
  if (state.stopping) setImmediate(() => server.closeIdleConnections());
  state.answered?.(request.method !== 'GET' && request.method !== 'HEAD');
};

/** A file that could not be sent whole ends with its connection: its length was told before. */
const servedAsFile = async (state: GatewayState, exchange: Exchange): Promise<boolean> => {
  try {
    return (await state.files?.(exchange)) ?? false;
  } catch (error) {
    // Whoever asked can go away in the middle of it.
    if (systemCodeOf(error) !== 'ERR_STREAM_PREMATURE_CLOSE') state.failed?.(error);
    if (!exchange.response.headersSent) return false;
    exchange.response.destroy();
    return true;
  }
};

const resultFor = async (
  state: GatewayState,
  request: IncomingMessage,
  requestId: string,
): Promise<APIGatewayProxyStructuredResultV2> => {
  if (state.routes === undefined) return problem('busy');
  if ((request.url ?? '').length > URL_LENGTH_MAX) {
    return problem('uri-too-long', { charactersMax: URL_LENGTH_MAX });
  }
  if (!isThisMachine(request.headers.host)) return problem('request-malformed');
  const found = findRoute(state.routes, { method: request.method ?? '', url: request.url ?? '' });
  if ('problem' in found) return state.isWhole ? found.problem : problem('busy');
  const body = await bodyWithinLimit(request).catch(() => 'cut off' as const);
  // Nobody hears this any more: whoever sent half a body is gone.
  if (body === 'cut off') return problem('request-malformed');
  const now = state.clock.now();
  if (body === undefined) {
    const { whenTooLarge } = found.route;
    if (whenTooLarge === undefined) return problem('body-too-large', { bytesMax: BODY_BYTES_MAX });
    return whenTooLarge(gatewayEvent({ request, body: Buffer.alloc(0), found, requestId, now }));
  }
  const event = gatewayEvent({ request, body, found, requestId, now });
  return withinTime(found.route.handler(event), state.timeouts.answer);
};

/**
 * Whether somebody asks for this machine by one of its own names. A name of somewhere else that leads here is a page of elsewhere that
 * wants to speak for whoever opened it (DNS rebinding), and would stand in every link of the answer.
 */
const isThisMachine = (host: string | undefined): boolean =>
  host === undefined || /^(?:127\.0\.0\.1|\[::1\]|(?:[\w-]+\.)*localhost)(?::\d{1,5})?$/i.test(host);

const withinTime = async (
  work: Promise<APIGatewayProxyStructuredResultV2>,
  milliseconds: number,
): Promise<APIGatewayProxyStructuredResultV2> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<APIGatewayProxyStructuredResultV2>((resolve) => {
    timer = setTimeout(() => resolve(problem('gateway-timeout')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const isTooLarge = (request: IncomingMessage): boolean =>
  Number(request.headers['content-length'] ?? 0) > BODY_BYTES_MAX;

/** The whole body, or undefined as soon as it is known to be over the limit. */
const bodyWithinLimit = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  if (isTooLarge(request)) return undefined;
  const parts: Buffer[] = [];
  let bytes = 0;
  const chunks: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const part of chunks) {
    bytes += part.length;
    if (bytes > BODY_BYTES_MAX) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const send = (
  { request, response }: Exchange,
  result: APIGatewayProxyStructuredResultV2,
  { requestId, closing }: { requestId: string; closing: boolean },
): void => {
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded === true ? 'base64' : 'utf8');
  response.statusCode = result.statusCode ?? 200;
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
  if (result.cookies !== undefined) response.setHeader('set-cookie', result.cookies);
  response.setHeader('x-request-id', requestId);
  response.setHeader('content-length', body.length);
  // What is left of a body that we did not read must not be taken for the next request.
  if (closing || !request.complete) response.setHeader('connection', 'close');
  response.end(request.method === 'HEAD' ? undefined : body);
};
