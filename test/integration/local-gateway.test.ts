import { once } from 'node:events';
import { connect } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { describe, expect, onTestFinished, test } from 'vitest';
import { helpOf } from '../../functions/_http/problem-words.ts';
import { memoryClock } from '../../functions/_ports/memory/memory-clock.ts';
import { CannotStart } from '../../local/cannot-start.ts';
import {
  BODY_BYTES_MAX,
  type GatewayOptions,
  HEADER_BYTES_MAX,
  startGateway,
  URL_LENGTH_MAX,
} from '../../local/http-gateway.ts';
import type { Route } from '../../local/route.ts';

const HEAD = ' HTTP/1.1\r\nHost: localhost\r\n';
const clock = memoryClock('2026-11-22T10:00:00.000Z');

const gatewayFor = async (routes: readonly Route[], options: Partial<GatewayOptions> = {}) => {
  const gateway = await startGateway({ port: 0, clock, ...options });
  onTestFinished(gateway.stop);
  gateway.serve(routes);
  return gateway;
};

const echo = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(event),
});
const route = (method: string, path: string, handler = echo): Route => ({ method, path, handler });
const eventOf = async (response: Response): Promise<APIGatewayProxyEventV2> =>
  (await response.json()) as APIGatewayProxyEventV2;

/** Sends bytes as they are and gives everything that comes back until the connection closes. */
const exchange = async (port: number, ...parts: (string | Buffer)[]): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => void (heard += text));
  socket.on('error', () => undefined);
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return heard;
};

/** The word of a problem that says what to do next, and that GET /problems/{word} explains in the same words. */
const wordOfProblem = ({ type, detail }: { type: string; detail: string }): string => {
  const word = type.replace('/problems/', '');
  expect(helpOf(word)).toBe(detail);
  return word;
};
const wordOf = async (response: Response): Promise<string> =>
  wordOfProblem((await response.json()) as { type: string; detail: string });
const wordIn = (heard: string): string => wordOfProblem(JSON.parse(heard.split('\r\n\r\n')[1] ?? ''));

describe('a request', () => {
  test('arrives as API Gateway would tell it', async () => {
    const { url, port } = await gatewayFor([route('POST', '/cases/{case}/acts/{act}')]);
    const response = await fetch(`${url}/cases/ip-1/acts/act%2D7%20%C3%A9?limit=2&of=a&of=b%20c`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-two': 'one', cookie: 'a=1; b=2', 'user-agent': 'tester' },
      body: '{"ñ":1}',
    });
    const event = await eventOf(response);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /cases/{case}/acts/{act}',
      rawPath: '/cases/ip-1/acts/act%2D7%20%C3%A9',
      rawQueryString: 'limit=2&of=a&of=b%20c',
      queryStringParameters: { limit: '2', of: 'a,b c' },
      pathParameters: { case: 'ip-1', act: 'act-7 é' },
      cookies: ['a=1', 'b=2'],
      body: '{"ñ":1}',
      isBase64Encoded: false,
      requestContext: {
        domainName: `127.0.0.1:${port}`,
        http: {
          method: 'POST',
          path: '/cases/ip-1/acts/act%2D7%20%C3%A9',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'tester',
        },
        routeKey: 'POST /cases/{case}/acts/{act}',
        stage: '$default',
        time: '2026-11-22T10:00:00.000Z',
        timeEpoch: Date.parse('2026-11-22T10:00:00.000Z'),
      },
    });
    expect(event.headers).toMatchObject({
      'content-type': 'application/json',
      'x-two': 'one',
      'x-forwarded-proto': 'http',
    });
    expect(event.headers['cookie']).toBeUndefined();
    expect(response.headers.get('x-request-id')).toBe(event.requestContext.requestId);
    expect(event.requestContext.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('without body, query or parameters has none in its event', async () => {
    const { url } = await gatewayFor([route('GET', '/cases')]);
    const event = await eventOf(await fetch(`${url}/cases`));
    expect(Object.keys(event)).not.toEqual(
      expect.arrayContaining(['body', 'pathParameters', 'queryStringParameters', 'cookies']),
    );
    expect(event.isBase64Encoded).toBe(false);
  });

  test('with the same header twice carries both', async () => {
    const { port } = await gatewayFor([route('GET', '/')]);
    const heard = await exchange(
      port,
      `GET /${HEAD}Authorization: Bearer a\r\nAuthorization: Bearer b\r\nConnection: close\r\n\r\n`,
    );
    expect(JSON.parse(heard.split('\r\n\r\n')[1]!).headers.authorization).toBe('Bearer a,Bearer b');
  });

  test.each([
    ['a binary type', 'image/png', Buffer.from([0x89, 0x50, 0xff])],
    ['text that is not UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0x22])],
    ['no type', undefined, Buffer.from('text')],
  ])('with %s has its body in base64', async (_, type, body) => {
    const { url } = await gatewayFor([route('POST', '/')]);
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    const event = await eventOf(await fetch(`${url}/`, { method: 'POST', headers, body }));
    expect(event).toMatchObject({ body: body.toString('base64'), isBase64Encoded: true });
  });
});

describe('an answer', () => {
  test('goes out as it was given: status, headers, cookies, bytes', async () => {
    const bytes = Buffer.from([0, 255, 10]);
    const { url } = await gatewayFor([
      route('GET', '/', async () => ({
        statusCode: 203,
        headers: { 'content-type': 'image/png', etag: '"4"', 'x-number': 4 },
        cookies: ['a=1', 'b=2'],
        body: bytes.toString('base64'),
        isBase64Encoded: true,
      })),
    ]);
    const response = await fetch(`${url}/`);
    expect(response.status).toBe(203);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect([response.headers.get('etag'), response.headers.get('x-number')]).toEqual(['"4"', '4']);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test('to HEAD is that to GET without its body', async () => {
    const { url } = await gatewayFor([
      route('GET', '/cases', async () => ({ statusCode: 200, headers: { etag: '"7"' }, body: 'four' })),
    ]);
    const response = await fetch(`${url}/cases`, { method: 'HEAD' });
    expect([
      response.status,
      response.headers.get('etag'),
      response.headers.get('content-length'),
      await response.text(),
    ]).toEqual([200, '"7"', '4', '']);
  });

  test('of a function that throws says nothing of why', async () => {
    const failures: unknown[] = [];
    const { url } = await gatewayFor([route('GET', '/', async () => Promise.reject(new Error('secret')))], {
      failed: (error) => failures.push(error),
    });
    const response = await fetch(`${url}/`);
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.text()).not.toContain('secret');
    expect(failures).toHaveLength(1);
  });

  test('that does not come in time is given up', async () => {
    const { url } = await gatewayFor([route('GET', '/', () => new Promise(() => undefined))], {
      timeouts: { answer: 20, stop: 1 },
    });
    const response = await fetch(`${url}/`);
    expect(response.status).toBe(504);
    expect(await wordOf(response)).toBe('gateway-timeout');
  });

  test('tells whether something may have been written', async () => {
    const told: boolean[] = [];
    const { url } = await gatewayFor([route('GET', '/'), route('POST', '/')], {
      answered: (mayHaveWritten) => told.push(mayHaveWritten),
    });
    for (const method of ['GET', 'POST', 'HEAD']) await (await fetch(`${url}/`, { method })).text();
    await expect.poll(() => told).toEqual([false, true, false]);
  });
});

describe('a request that is cut off', () => {
  test('is nobody’s fault here, and the next one is served', async () => {
    const failures: unknown[] = [];
    const answered: boolean[] = [];
    const { url, port } = await gatewayFor([route('POST', '/'), route('GET', '/')], {
      failed: (error) => failures.push(error),
      answered: (mayHaveWritten) => answered.push(mayHaveWritten),
    });
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST /${HEAD}Expect: 100-continue\r\nContent-Length: 10\r\n\r\n`);
    await once(socket, 'data');
    socket.destroy();
    await expect.poll(() => answered).toEqual([true]);
    expect((await fetch(`${url}/`)).status).toBe(200);
    expect(failures).toEqual([]);
  });
});

describe('the way to a function', () => {
  const names = ['/cases', '/cases/{case}', '/cases/{case}/events', '/cases/mine', '/{any}/{thing}/events'];
  const routes = names.map((path) => route('GET', path, async () => ({ statusCode: 200, body: path })));

  test.each([
    ['/cases', '/cases'],
    ['/cases/ip-1', '/cases/{case}'],
    ['/cases/mine', '/cases/mine'],
    ['/cases/m%69ne', '/cases/mine'],
    ['/cases/mine/events', '/cases/{case}/events'],
    ['/other/1/events', '/{any}/{thing}/events'],
    ['/cases?x=%7B', '/cases'],
    ['/cases/a%2Fb', '/cases/{case}'],
  ])('%s leads to %s', async (url, path) => {
    const gateway = await gatewayFor(routes);
    expect(await (await fetch(gateway.url + url)).text()).toBe(path);
  });

  test.each([
    '/',
    '/case',
    '/cases/',
    '/cases//events',
    '/cases/1/events/',
    '/cases/1/2',
    '/CASES',
    '/cases/%7Bcase%7D/x',
  ])('%s leads nowhere: 404', async (url) => {
    const gateway = await gatewayFor(routes);
    const response = await fetch(gateway.url + url);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ status: 404, type: '/problems/not-found' });
  });

  test.each(['/cases/%', '/cases/%zz', '/cases/%ff', '/cases?x=%', '/%c0%ae'])(
    '%s cannot be read: 400',
    async (url) => {
      const gateway = await gatewayFor(routes);
      const response = await fetch(gateway.url + url);
      expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
      expect(await wordOf(response)).toBe('request-malformed');
    },
  );

  test('of another method is said with those that are served: 405', async () => {
    const { url } = await gatewayFor([route('GET', '/cases'), route('POST', '/cases'), route('DELETE', '/else')]);
    for (const method of ['DELETE', 'OPTIONS', 'PATCH']) {
      const response = await fetch(`${url}/cases`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
      expect(await wordOf(response)).toBe('method-not-allowed');
    }
  });

  test('is not open before the system has started: 503', async () => {
    const gateway = await startGateway({ port: 0, clock });
    onTestFinished(gateway.stop);
    const response = await fetch(`${gateway.url}/cases`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await wordOf(response)).toBe('busy');
  });
});

describe('a limit', () => {
  test('keeps out a body that says it is too large, before it is read', async () => {
    const called: boolean[] = [];
    const { port } = await gatewayFor([route('POST', '/', async () => ({ statusCode: called.push(true) }))]);
    const heard = await exchange(port, `POST /${HEAD}Content-Length: ${BODY_BYTES_MAX + 1}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard).toContain('"type":"/problems/body-too-large"');
    expect(called).toEqual([]);
  });

  test('is told of by a page where the route has one, and by what it was asked for', async () => {
    const page = async (event: APIGatewayProxyEventV2) => ({ statusCode: 413, body: `${event.rawPath} ${event.body}` });
    const { port } = await gatewayFor([{ ...route('POST', '/{language}/form'), whenTooLarge: page }]);
    const heard = await exchange(port, `POST /es/form${HEAD}Content-Length: ${BODY_BYTES_MAX + 1}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 413 [^]*\/es\/form undefined$/);
  });

  test('keeps out a body that turns out too large, as soon as it does', async () => {
    const { port } = await gatewayFor([route('POST', '/')]);
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const head = `POST /${HEAD}Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunks = Array.from({ length: BODY_BYTES_MAX / chunk.length + 1 }, () => [
      `${chunk.length.toString(16)}\r\n`,
      chunk,
      '\r\n',
    ]).flat();
    expect(await exchange(port, head, ...chunks)).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('lets a body of just the limit through', async () => {
    const { url } = await gatewayFor([
      route('POST', '/', async (event) => ({ statusCode: 200, body: String(event.body?.length) })),
    ]);
    const response = await fetch(`${url}/`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(BODY_BYTES_MAX),
    });
    expect(await response.text()).toBe(String(BODY_BYTES_MAX));
  });

  test('is said to a client that asks before it sends', async () => {
    const { port } = await gatewayFor([
      route('POST', '/', async (event) => ({ statusCode: 200, body: event.body ?? '' })),
    ]);
    const ask = (length: number) =>
      `POST /${HEAD}Connection: close\r\nExpect: 100-continue\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`;
    expect(await exchange(port, ask(BODY_BYTES_MAX + 1))).toMatch(/^HTTP\/1\.1 413 /);
    expect(await exchange(port, ask(2), 'ab')).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK[\s\S]*ab$/);
  });

  test('keeps out long URLs and long headers', async () => {
    const { url, port } = await gatewayFor([route('GET', '/')]);
    const response = await fetch(`${url}/?${'x'.repeat(URL_LENGTH_MAX)}`);
    expect(response.status).toBe(414);
    expect(await wordOf(response)).toBe('uri-too-long');
    const heard = await exchange(port, `GET /${HEAD}X-Long: ${'x'.repeat(HEADER_BYTES_MAX)}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 431 .*\r\ncontent-type: application\/problem\+json/);
    expect(wordIn(heard)).toBe('headers-too-large');
  });

  test.each([
    ['the name of another machine', 'POST / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'],
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['two lengths', `POST /${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ['a length and chunks', `POST /${HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ])('keeps out %s', async (_, bytes) => {
    const { port } = await gatewayFor([route('POST', '/')]);
    const heard = await exchange(port, bytes);
    expect(heard).toMatch(/^HTTP\/1\.1 400 .*\r\ncontent-type: application\/problem\+json/);
    expect(wordIn(heard)).toBe('request-malformed');
  });

  test('ends a request that dribbles in', async () => {
    const { port } = await gatewayFor([route('POST', '/')], { timeouts: { headers: 30, request: 60 } });
    const heard = await exchange(port, 'GET / HTTP/1.1\r\nHost: ');
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(wordIn(heard)).toBe('request-timeout');
    expect(await exchange(port, `POST /${HEAD}Content-Length: 10\r\n\r\nabc`)).toMatch(/^HTTP\/1\.1 408 |^$/);
  });
});

describe('the gateway', () => {
  test('says which port is taken, and what to set', async () => {
    const { port } = await gatewayFor([]);
    const error: unknown = await startGateway({ port, clock }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CannotStart);
    expect((error as CannotStart).obstacle).toBe('port-taken');
    expect((error as CannotStart).message).toMatch(new RegExp(`Port ${port} .*taken[\\s\\S]*PORT=\\d+ npm start`));
  });

  test('finishes what runs when it stops, and takes nothing new', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: running, resolve: arrived } = Promise.withResolvers<void>();
    const gateway = await gatewayFor([
      route('GET', '/', async () => {
        arrived();
        await held;
        return { statusCode: 200, body: 'done' };
      }),
    ]);
    const answer = fetch(`${gateway.url}/`);
    await running;
    const stopped = gateway.stop();
    await expect(fetch(`${gateway.url}/`)).rejects.toThrow();
    release();
    expect(await (await answer).text()).toBe('done');
    await stopped;
  });

  test('does not wait for ever for what does not finish', async () => {
    const { promise: running, resolve: arrived } = Promise.withResolvers<void>();
    const gateway = await gatewayFor([route('GET', '/', () => new Promise(() => arrived()))], {
      timeouts: { stop: 20 },
    });
    const answer = fetch(`${gateway.url}/`);
    await running;
    await Promise.all([gateway.stop(), expect(answer).rejects.toThrow()]);
  });

  test('serves many at once', async () => {
    const { url } = await gatewayFor([route('GET', '/{n}', async ({ rawPath: body }) => ({ statusCode: 200, body }))]);
    const paths = Array.from({ length: 200 }, (_, number) => `/${number}`);
    expect(await Promise.all(paths.map(async (path) => (await fetch(`${url}${path}`)).text()))).toEqual(paths);
  });
});
