import { keysOf } from './drafts.ts';
import { isRecord, jsonIn, type KeptTexts, textIn } from './kept-text.ts';
import type { Pass, Session } from './session.ts';

/** What is wrong with a field, by its JSON pointer. */
export interface Flaw {
  readonly pointer: string;
  /** In English: `is missing`. */
  readonly detail: string;
}

/** What the API answered, or why it did not. A `refused` is final for what was sent; all others may be tried again as they are. */
export type Answered =
  | {
      readonly kind: 'done';
      readonly body: unknown;
      /** The path of the next page of a list, where there is more of it. */
      readonly next?: string;
    }
  | { readonly kind: 'ended' }
  | { readonly kind: 'no-network' }
  | {
      readonly kind: 'failed';
      /** Why it cannot be now, by the word of the problem, where the API says so: `pings-too-many`. */
      readonly word?: string;
    }
  | {
      readonly kind: 'refused';
      /** The word of the problem: `confirmation-unknown`. */
      readonly word: string;
      /** What to do next, in English, for words that the pages do not know. */
      readonly detail: string;
      readonly flaws: readonly Flaw[];
      /** The requirements that are not met, by their ids, where that is why. */
      readonly unmet: readonly string[];
      /** What is missing otherwise, where that is why: names of fields, or records that say what. */
      readonly missing?: readonly unknown[];
      /** What else is told of why, by its name: the case that exists, the processes that a document holds. */
      readonly facts?: Readonly<Record<string, unknown>>;
    };

export interface Api {
  readonly read: (path: string) => Promise<Answered>;
  /**
   * Sends a form. Until it has its answer it does its work once, however often it is sent: what was changed meanwhile is refused as
   * `idempotency-key-reused` where what it said before did arrive, and takes its place where it did not.
   */
  readonly send: (sent: Sent) => Promise<Answered>;
}

export interface Sent {
  readonly form: string;
  readonly path: string;
  /** A text is a table of comma-separated values, unless `type` says what it is. */
  readonly body: object | string;
  readonly type?: 'application/x-ndjson';
  /** Under which idempotency key, for what goes on over several requests; otherwise one is chosen and forgotten with the answer. */
  readonly key?: string;
}

export interface ApiParts {
  readonly session: Pick<Session, 'pass' | 'passInsteadOf'>;
  /** Where keys outlive page, tab and browser, as drafts do: somebody who comes back and sends the same sends it with the same key. */
  readonly device: Pick<KeptTexts, 'getItem' | 'setItem' | 'removeItem'>;
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>;
  /** An idempotency key that nobody used before. */
  readonly newKey: () => string;
}

/** What is sent beside the token. */
interface ApiRequest {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const UNAUTHORISED = 401;
const NO_ROOM_NOW = [408, 425, 429];

export const apiOf = (parts: ApiParts): Api => {
  const keys = keptKeys(parts);
  return {
    read: (path) => asked(parts, path, {}),
    send: async ({ form, path, body, type = 'text/csv', key }) => {
      const isText = typeof body === 'string';
      const text = isText ? body : JSON.stringify(body);
      const pass = await parts.session.pass();
      if (pass.kind !== 'token') return pass;
      const name = `${keysOf(pass.who.person)}${form} ${path}`;
      const answered = await asked(parts, path, {
        method: 'POST',
        headers: {
          'content-type': isText ? type : 'application/json',
          'idempotency-key': key ?? keys.of(name),
        },
        body: text,
      });
      if (key === undefined && (answered.kind === 'done' || answered.kind === 'refused')) keys.forget(name);
      return answered;
    },
  };
};

/** One key for a form until it has its answer. */
const keptKeys = ({ device, newKey }: ApiParts) => ({
  of: (name: string): string => {
    const kept = jsonIn(device.getItem(name));
    if (isRecord(kept) && typeof kept['key'] === 'string') return kept['key'];
    const key = newKey();
    try {
      device.setItem(name, JSON.stringify({ key, keptAt: Date.now() }));
    } catch {
      // Where there is no room it is sent all the same: only a repeat that nobody heard of would be done twice.
    }
    return key;
  },
  forget: (name: string): void => device.removeItem(name),
});

const asked = async (parts: ApiParts, path: string, request: ApiRequest): Promise<Answered> => {
  const pass = await parts.session.pass();
  if (pass.kind !== 'token') return pass;
  const response = await sent(parts, pass, { path, request });
  if (response?.status !== UNAUTHORISED) return answerOf(response);
  // By the clock of the API the token has ended; by ours it had not.
  const next = await parts.session.passInsteadOf(pass.token);
  if (next.kind !== 'token') return next;
  const again = await sent(parts, next, { path, request });
  return again?.status === UNAUTHORISED ? { kind: 'ended' } : answerOf(again);
};

const sent = async (
  { fetch }: ApiParts,
  { token }: Extract<Pass, { kind: 'token' }>,
  { path, request: { headers = {}, ...request } }: { readonly path: string; readonly request: ApiRequest },
): Promise<Response | undefined> => {
  try {
    return await fetch(path, {
      ...request,
      headers: { ...headers, authorization: `Bearer ${token}` },
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch {
    return undefined;
  }
};

/** Puts an answer into words that a form understands; undefined is one that never came. */
const answerOf = async (response: Response | undefined): Promise<Answered> => {
  if (response === undefined) return { kind: 'no-network' };
  const text = await response.text().catch(() => undefined);
  if (text === undefined) return { kind: 'no-network' };
  const body = jsonIn(text);
  if (response.ok) return { kind: 'done', body, ...nextIn(response.headers.get('link')) };
  const problem = isRecord(body) ? body : {};
  const word = textIn(problem['type']).replace('/problems/', '');
  if (response.status >= 500) return { kind: 'failed' };
  if (NO_ROOM_NOW.includes(response.status)) return { kind: 'failed', ...(word === '' ? {} : { word }) };
  return {
    kind: 'refused',
    word,
    detail: textIn(problem['detail']),
    flaws: flawsIn(problem['errors']),
    unmet: unmetIn(problem['requirements']),
    ...(isList(problem['missing']) ? { missing: problem['missing'] } : {}),
    ...factsIn(problem),
  };
};

/** What every problem says (RFC 9457), and what has a field of its own here. */
const TOLD = ['type', 'title', 'status', 'detail', 'instance', 'errors', 'requirements', 'missing'];

const factsIn = (
  problem: Readonly<Record<string, unknown>>,
): { readonly facts?: Readonly<Record<string, unknown>> } => {
  const facts = Object.entries(problem).filter(([name]) => !TOLD.includes(name));
  return facts.length === 0 ? {} : { facts: Object.fromEntries(facts) };
};

/** The page that a list goes on with (RFC 8288): on this very API, and on no other. */
const nextIn = (links: string | null): { readonly next?: string } => {
  const [, next] = /<(\/(?!\/)[^>]*)>;\s*rel="next"/.exec(links ?? '') ?? [];
  return next === undefined ? {} : { next };
};

/** Sends what anybody may send, whether or not they have signed in. Sent again, it does its work once by what it says. */
export const sentByAnybody = async ({
  path,
  body,
}: {
  readonly path: string;
  readonly body: object;
}): Promise<Answered> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
    });
    return await answerOf(response);
  } catch {
    return { kind: 'no-network' };
  }
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const flawsIn = (errors: unknown): readonly Flaw[] =>
  Array.isArray(errors)
    ? errors.flatMap((error: unknown) =>
        isRecord(error) && typeof error['pointer'] === 'string'
          ? [{ pointer: error['pointer'], detail: textIn(error['detail']) }]
          : [],
      )
    : [];

const unmetIn = (requirements: unknown): readonly string[] =>
  Array.isArray(requirements)
    ? requirements.flatMap((requirement: unknown) =>
        isRecord(requirement) && requirement['met'] !== true ? [textIn(requirement['id'])] : [],
      )
    : [];
