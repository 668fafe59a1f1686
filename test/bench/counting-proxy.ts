import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to DynamoDB that counts what passes: the requests of a client as they are on the wire. */
export interface CountingProxy {
  readonly endpoint: string;
  /** Requests to the table by operation since the last call, those of its stream left out. */
  takeCounts(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

const TABLE_OPERATION = /^DynamoDB_\d+\.(\w+)$/;

export const countingProxy = async (target: string): Promise<CountingProxy> => {
  let counts = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const operation = TABLE_OPERATION.exec(String(incoming.headers['x-amz-target']))?.[1];
    if (operation !== undefined) counts.set(operation, (counts.get(operation) ?? 0) + 1);
    const passed = send(
      `${target}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.once('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  return {
    endpoint: `http://127.0.0.1:${port}`,
    takeCounts: () => {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const addressOf = (address: AddressInfo | string | null): AddressInfo => {
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on a port.');
  return address;
};
