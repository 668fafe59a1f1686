import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a scripted service answers to one request: a status and JSON; undefined: it hangs up. */
export type ScriptedAnswer = { readonly status: number; readonly body: unknown } | undefined;

export interface ScriptedService {
  readonly url: string;
  /** The bodies of the requests so far, parsed. */
  readonly asked: readonly any[];
}

/** A service on the loopback that answers request after request from a script, and goes on with the last answer. For one test. */
export const scriptedService = async (...script: readonly ScriptedAnswer[]): Promise<ScriptedService> => {
  const asked: any[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const answer = script[Math.min(asked.length, script.length - 1)];
    asked.push(JSON.parse(Buffer.concat(parts).toString() || 'null'));
    if (answer === undefined) return void request.socket.destroy();
    response
      .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
};

export const CREDENTIALS = { region: 'local', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
