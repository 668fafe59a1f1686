import type { Door } from '../../local/walk/hand.ts';
import type { House, HouseAnswer, HouseRequest } from './house.ts';

/** What was sent and what came back. */
export interface Exchange {
  readonly request: HouseRequest;
  readonly answer: HouseAnswer;
}

type Send = House['send'];

/** The door of a walk over any way of sending. */
export const doorOver = (send: Send): Door => ({
  get: (person, path) => send({ method: 'GET', path, ...(person === '' ? {} : { person }) }),
  post: (person, path, sent) => send(posting({ person, path, ...sent })),
});

export const posting = (post: {
  person: string;
  path: string;
  body: unknown;
  idempotencyKey: string;
}): HouseRequest => ({
  method: 'POST',
  path: post.path,
  person: post.person,
  headers: { 'content-type': 'application/json', 'idempotency-key': post.idempotencyKey },
  body: JSON.stringify(post.body),
});

/** A house that tells of every exchange, once it is over. */
export const overheard =
  (house: House, hear: (exchange: Exchange) => Promise<void> | void): Send =>
  async (request) => {
    const answer = await house.send(request);
    await hear({ request, answer });
    return answer;
  };
