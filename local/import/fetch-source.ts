import { lookup } from 'node:dns/promises';
import { createWriteStream } from 'node:fs';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { portOf } from '../../functions/_ports/endpoint-url.ts';
import { isPublicAddress } from '../../functions/_ports/public-address.ts';
import { atMost, TooLarge } from './at-most.ts';

/** How long a server may be silent, and how long everything may take. */
const SILENCE_MILLISECONDS = 30_000;
const FETCH_MILLISECONDS = 60 * 60_000;
const REDIRECTS_MAX = 5;
const HEADER_BYTES_MAX = 16_384;
const LOOPBACK = new Set(['127.0.0.1', '::1']);

/** Why a URL could not be fetched. */
export type FetchFailure =
  | 'bad-url'
  | 'name-unknown'
  | 'address-forbidden'
  | 'unreachable'
  | 'timed-out'
  | 'too-many-redirects'
  | 'too-large'
  | `status-${number}`;

export interface FetchOptions {
  readonly bytesMax: number;
  /** For tests, and for servers on this machine: its own addresses may be asked, and without TLS. */
  readonly loopback: boolean;
  readonly silenceMilliseconds?: number;
}

/**
 * Fetches a URL into a file, within limits of bytes and time. It asks machines of the Internet alone, at the very address that was
 * looked at, and wherever a redirect leads is looked at again. Undefined where it is there, whole.
 */
export const fetchSource = async (
  url: string,
  into: string,
  options: FetchOptions,
): Promise<FetchFailure | undefined> => {
  const signal = AbortSignal.timeout(FETCH_MILLISECONDS);
  let next = url;
  for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
    const asked = await ask(next, { ...options, signal });
    if (typeof asked === 'string') return asked;
    const { response, url: at, isSilent } = asked;
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      if (!URL.canParse(headers.location, at.href)) return 'bad-url';
      next = new URL(headers.location, at).href;
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      return `status-${statusCode}`;
    }
    const failure = await save(response, into, { ...options, signal });
    return failure === 'unreachable' && isSilent() ? 'timed-out' : failure;
  }
  return 'too-many-redirects';
};

interface Asking extends FetchOptions {
  readonly signal: AbortSignal;
}

interface Asked {
  readonly response: IncomingMessage;
  readonly url: URL;
  /** Whether it was given up because nothing came any more. */
  readonly isSilent: () => boolean;
}

const ask = async (text: string, options: Asking): Promise<Asked | FetchFailure> => {
  if (!URL.canParse(text)) return 'bad-url';
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return 'bad-url';
  const address = await addressOf(url, options);
  if (address === undefined) return 'name-unknown';
  return address === '' ? 'address-forbidden' : requestAt(url, address, options);
};

/** The first address of a name; empty where one of its addresses may not be asked, undefined where it has none. */
const addressOf = async (url: URL, { loopback }: Asking): Promise<string | undefined> => {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name) === 0 ? await addressesOf(name) : [name];
  const mayBeAsked = (address: string) => isPublicAddress(address) || (loopback && LOOPBACK.has(address));
  return addresses.every(mayBeAsked) ? addresses[0] : '';
};

const addressesOf = async (name: string): Promise<readonly string[]> => {
  try {
    return (await lookup(name, { all: true, order: 'ipv4first' })).map(({ address }) => address);
  } catch {
    // Whatever the resolver says, the name leads nowhere.
    return [];
  }
};

const requestAt = (url: URL, address: string, options: Asking): Promise<Asked | FetchFailure> => {
  const isSecure = url.protocol === 'https:';
  const isName = isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0;
  const { signal, silenceMilliseconds: timeout = SILENCE_MILLISECONDS } = options;
  let silent = false;
  return new Promise((answer) => {
    const request = (isSecure ? secureRequest : plainRequest)(
      {
        host: address,
        port: portOf(url),
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, accept: 'application/json, application/gzip, */*', 'user-agent': 'veedor-import' },
        // A connection of its own: none that was made to another address is used again.
        agent: false,
        maxHeaderSize: HEADER_BYTES_MAX,
        timeout,
        signal,
        ...(isSecure && isName ? { servername: url.hostname } : {}),
      },
      (response) => answer({ response, url, isSilent: () => silent }),
    );
    request.on('timeout', () => {
      silent = true;
      request.destroy();
    });
    request.on('error', () => answer(silent || signal.aborted ? 'timed-out' : 'unreachable'));
    request.end();
  });
};

const save = async (
  response: IncomingMessage,
  into: string,
  { bytesMax, signal }: Asking,
): Promise<FetchFailure | undefined> => {
  try {
    await pipeline(response, atMost(bytesMax), createWriteStream(into), { signal });
    return undefined;
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    return signal.aborted ? 'timed-out' : 'unreachable';
  }
};
