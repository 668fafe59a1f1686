import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Certified } from './certificates.ts';

/** What a receiver got, as it came. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Behaviour = (response: ServerResponse) => void;

/** A machine of an institution, on a port of this one: it keeps what it gets and behaves as it is told. */
export interface Receiver {
  readonly url: string;
  /** As the setting of allowed hosts names it. */
  readonly host: string;
  readonly received: readonly Received[];
  behave(behaviour: Behaviour): void;
  /** Shows another certificate from now on. */
  certify(certified: Certified): void;
}

export const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) =>
    void response.writeHead(status, headers).end();

export const silent: Behaviour = () => undefined;

export const hangingUp: Behaviour = (response) => void response.destroy();

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Opens a receiver that takes everything, until it is told otherwise; with a certificate, over TLS. It ends with the test. */
export const openReceiver = async (certified?: Certified): Promise<Receiver> => {
  const received: Received[] = [];
  let behaviour: Behaviour = answering(204);
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    void bodyOf(request).then((body) => {
      received.push({ path: request.url ?? '', headers: request.headers as Record<string, string>, body });
      behaviour(response);
    });
  };
  const secure = certified === undefined ? undefined : createSecureServer(certified, serve);
  const server = secure ?? createServer(serve);
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${secure === undefined ? 'http' : 'https'}://${host}/inbox`,
    host,
    received,
    behave: (next) => {
      behaviour = next;
    },
    certify: (next) => secure?.setSecureContext(next),
  };
};
