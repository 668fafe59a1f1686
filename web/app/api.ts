import { isRecord, jsonIn, type KeptTexts, textIn } from './kept-text.ts';
import type { Pass, Session } from './session.ts';

/** What is wrong with a field, by its JSON pointer. */
export interface Flaw {
  readonly pointer: string;
}

/** What the API answered, or why it did not. A `refused` is final for what was sent; all others may be tried again as they are. */
export type Answered =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'ended' }
  | { readonly kind: 'no-network' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'refused';
      /** The word of the problem: `confirmation-unknown`. */
      readonly word: string;
      /** What to do next, in English, for words that the pages do not know. */
      readonly detail: string;
      readonly flaws: readonly Flaw[];
    };

export interface Api {
  readonly read: (path: string) => Promise<Answered>;
  /** Sends a form. The same form with the same content does its work once, however often it is sent. */
  readonly send: (sent: { readonly form: string; readonly path: string; readonly body: object }) => Promise<Answered>;
}

export interface ApiParts {
  readonly session: Pick<Session, 'pass' | 'passInsteadOf'>;
  /** Where keys outlive the page: somebody who signs in again and sends the same sends it with the same key. */
  readonly tab: KeptTexts;
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>;
  /** An idempotency key that nobody used before. */
  readonly newKey: () => string;
}

const KEY = 'veedor.key:';
/** What is sent beside the token. */
interface ApiRequest {
  readonly method?: 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const UNAUTHORISED = 401;
const NO_ROOM_NOW = [408, 425, 429];

export const apiOf = (parts: ApiParts): Api => {
  const keys = keysOf(parts);
  return {
    read: (path) => asked(parts, path, {}),
    send: async ({ form, path, body }) => {
      const text = JSON.stringify(body);
      const answered = await asked(parts, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': keys.of(form, path + text) },
        body: text,
      });
      if (answered.kind === 'done' || answered.kind === 'refused') keys.forget(form);
      return answered;
    },
  };
};

/** One key for a form until it has its answer; another as soon as it says something else. */
const keysOf = ({ tab, newKey }: ApiParts) => ({
  of: (form: string, said: string): string => {
    const kept = jsonIn(tab.getItem(KEY + form));
    if (isRecord(kept) && kept['said'] === said && typeof kept['key'] === 'string') return kept['key'];
    const key = newKey();
    tab.setItem(KEY + form, JSON.stringify({ said, key }));
    return key;
  },
  forget: (form: string): void => tab.removeItem(KEY + form),
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
  if (response.ok) return { kind: 'done', body };
  if (response.status >= 500 || NO_ROOM_NOW.includes(response.status)) return { kind: 'failed' };
  const problem = isRecord(body) ? body : {};
  return {
    kind: 'refused',
    word: textIn(problem['type']).replace('/problems/', ''),
    detail: textIn(problem['detail']),
    flaws: flawsIn(problem['errors']),
  };
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

const flawsIn = (errors: unknown): readonly Flaw[] =>
  Array.isArray(errors)
    ? errors.flatMap((error: unknown) =>
        isRecord(error) && typeof error['pointer'] === 'string' ? [{ pointer: error['pointer'] }] : [],
      )
    : [];
