import { setTimeout as wait } from 'node:timers/promises';
import { type ProcessResult, processImportAnswer } from '../../functions/_http/import-operation.ts';
import { CannotImport } from './sources.ts';

const ATTEMPTS_MAX = 8;
const PAUSE_MILLISECONDS = 500;
const PAUSE_MILLISECONDS_MAX = 30_000;
const REQUEST_MILLISECONDS = 60_000;
/** A token of the sign-in on one machine is good for an hour. */
const TOKEN_MILLISECONDS = 50 * 60_000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** What a system answered to a body of lines; `too-large` where it takes no such body. */
export type Sent = { readonly done: number; readonly results: readonly ProcessResult[] } | 'too-large';

export interface SystemDoor {
  send(body: Uint8Array, key: string): Promise<Sent>;
}

export interface DoorOptions {
  readonly url: string;
  /** Of a coordinator. On one machine the sign-in of `npm start` gives one. */
  readonly token: string | undefined;
  readonly pauseMilliseconds?: number;
}

/** Sends lines to a running system, again and again where it could not be reached: what was done is not done twice. */
export const systemDoor = ({ url, token, pauseMilliseconds = PAUSE_MILLISECONDS }: DoorOptions): SystemDoor => {
  let signedIn: { readonly token: string; readonly at: number } | undefined;
  const tokenNow = async (): Promise<string> => {
    if (token !== undefined) return token;
    if (!LOOPBACK.test(new URL(url).hostname)) throw new CannotImport(`Put a coordinator’s token into VEEDOR_TOKEN.`);
    if (signedIn === undefined || performance.now() - signedIn.at > TOKEN_MILLISECONDS) {
      signedIn = { token: await signIn(url), at: performance.now() };
    }
    return signedIn.token;
  };
  const attempt = async (body: Uint8Array, key: string): Promise<Sent | 'again'> => {
    const response = await fetch(`${url}/processes`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenNow()}`,
        'content-type': 'application/gzip',
        'idempotency-key': key,
      },
      body: Buffer.from(body),
      signal: AbortSignal.timeout(REQUEST_MILLISECONDS),
      redirect: 'error',
    });
    if (response.status === 200) return processImportAnswer.parse(await response.json());
    await response.body?.cancel();
    if (response.status === 413) return 'too-large';
    if (response.status >= 500 || response.status === 429 || response.status === 408) return 'again';
    throw new CannotImport(refusalOf(response.status));
  };
  return {
    send: async (body, key) => {
      for (let tries = 1; tries <= ATTEMPTS_MAX; tries += 1) {
        const sent = await attempt(body, key).catch((error: unknown): 'again' => {
          // What fetch throws where there is no connection.
          if (error instanceof TypeError || error instanceof Unavailable || isTimeout(error)) return 'again';
          throw error;
        });
        if (sent !== 'again') return sent;
        if (tries < ATTEMPTS_MAX) await wait(Math.min(PAUSE_MILLISECONDS_MAX, pauseMilliseconds * 2 ** (tries - 1)));
      }
      throw new CannotImport(
        `${url} cannot be reached, or fails. Repeat the same command: it goes on where it stopped.`,
      );
    },
  };
};

class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

const refusalOf = (status: number): string => {
  switch (status) {
    case 401:
      return 'The token is not valid, or no longer. Put a new one into VEEDOR_TOKEN and repeat the same command: it goes on where it stopped.';
    case 403:
      return 'Only coordinators import processes. Put a token of one into VEEDOR_TOKEN.';
    case 404:
      return 'There is no Veedor at this URL. Check --url.';
    default:
      return `The system does not take this (status ${status}). Repeat the same command: it goes on where it stopped.`;
  }
};

const signIn = async (url: string): Promise<string> => {
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    headers: { accept: 'text/plain' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'coordinator-1' }),
    signal: AbortSignal.timeout(REQUEST_MILLISECONDS),
  });
  if (response.ok) return response.text();
  if (response.status >= 500) throw new Unavailable('not ready');
  throw new CannotImport(
    'This system signs nobody in without a password. Put a coordinator’s token into VEEDOR_TOKEN.',
  );
};
