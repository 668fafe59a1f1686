import type { System } from '../system.ts';
import type { Answer, Door } from './hand.ts';

const REQUEST_TIMEOUT_MS = 30_000;

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Reaches a system over HTTP, each person with a fresh token of its issuer; nobody (an empty name) without one. */
export const httpDoor = (system: Pick<System, 'url' | 'tokenFor'>): Door => {
  const send = async (person: string, path: string, init: Sent): Promise<Answer> => {
    const response = await fetch(`${system.url}${path}`, {
      ...init,
      headers: {
        ...init.headers,
        ...(person === '' ? {} : { authorization: `Bearer ${await system.tokenFor(person)}` }),
      },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    get: (person, path) => send(person, path, {}),
    post: (person, path, { body, idempotencyKey }) =>
      send(person, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify(body),
      }),
  };
};
