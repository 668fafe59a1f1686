import { randomBytes } from 'node:crypto';
import type { Clock } from '../../functions/_ports/ports.ts';

const SECRET_BYTES = 32;
/** How many secrets are remembered at once: the oldest goes first. One machine has a handful of people. */
export const REMEMBERED_MAX = 1_000;

/** Secrets that were given out, each with what it stands for and its end. They live in memory: a restart forgets them. */
export interface GivenSecrets<What> {
  readonly give: (what: What, seconds: number) => string;
  /** What a secret stands for; undefined where it is over, taken or never was. */
  readonly find: (secret: string) => What | undefined;
  /** The same, and it stands for nothing from now on. */
  readonly take: (secret: string) => What | undefined;
  /** Lets go of all that stand for such a thing. */
  readonly drop: (isGone: (what: What) => boolean) => void;
}

export const givenSecrets = <What>(clock: Clock): GivenSecrets<What> => {
  const given = new Map<string, { readonly what: What; readonly endsAt: number }>();
  const now = () => Date.parse(clock.now());
  const find = (secret: string): What | undefined => {
    const found = given.get(secret);
    return found !== undefined && now() < found.endsAt ? found.what : undefined;
  };
  return {
    give: (what, seconds) => {
      const [oldest] = given.keys();
      if (given.size >= REMEMBERED_MAX && oldest !== undefined) given.delete(oldest);
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      given.set(secret, { what, endsAt: now() + seconds * 1_000 });
      return secret;
    },
    find,
    take: (secret) => {
      const what = find(secret);
      given.delete(secret);
      return what;
    },
    drop: (isGone) => {
      for (const [secret, { what }] of given) if (isGone(what)) given.delete(secret);
    },
  };
};
