import { lookup as resolve } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { type RequestOptions, request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { isAllowed, portOf, urlFlaw } from '../endpoint-url.ts';
import type { Sent, WebhookSender } from '../outbox-ports.ts';
import { isPublicAddress } from '../public-address.ts';

/** How long a receiver may take for everything, its name included: Standard Webhooks recommends 15 to 30 seconds. */
export const TIMEOUT_MILLISECONDS = 20_000;
/** What is read of an answer: nobody looks at it, but a receiver should not be cut off in its word. */
const ANSWER_BYTES_MAX = 4_096;
const HEADER_BYTES_MAX = 16_384;

export interface SenderOptions {
  /** Hosts (`host:port`) that may be private and without TLS: a setting of the deployment. */
  readonly allowed: ReadonlySet<string>;
  readonly timeoutMilliseconds?: number;
  /** Every address that a name leads to. */
  readonly addressesOf?: (name: string) => Promise<readonly string[]>;
  /** Certificates that are trusted besides those of the machine. */
  readonly ca?: string;
}

const addressesInDns = async (name: string): Promise<readonly string[]> =>
  (await resolve(name, { all: true, order: 'ipv4first' })).map(({ address }) => address);

/**
 * Sends to machines of the Internet alone. A name is resolved once; if any of its addresses is not public the message is not sent, else
 * the connection is made to the very address that was looked at, so that the name cannot lead elsewhere a moment later. The
 * certificate is still held against the name. A redirect is an answer like any other, and is not followed.
 */
export const webhookSender = (options: SenderOptions): WebhookSender => ({
  send: async ({ url: text, headers, body }) => {
    if (urlFlaw(text, options.allowed) !== undefined) return { failure: 'address-forbidden' };
    const url = new URL(text);
    const signal = AbortSignal.timeout(options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS);
    const address = await addressFor(url, options, signal);
    return typeof address === 'string' ? post({ url, address, headers, body, signal, ca: options.ca }) : address;
  },
});

const addressFor = async (
  url: URL,
  { allowed, addressesOf = addressesInDns }: SenderOptions,
  signal: AbortSignal,
): Promise<string | Sent> => {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name) === 0 ? await inTime(addressesOf(name), signal) : [name];
  if (addresses === 'timed-out') return { failure: 'timed-out' };
  const [first] = addresses;
  if (first === undefined) return { failure: 'name-unknown' };
  return isAllowed(url, allowed) || addresses.every(isPublicAddress) ? first : { failure: 'address-forbidden' };
};

/** What a name leads to, none where it leads nowhere; the resolver of the machine cannot be interrupted, but need not be awaited. */
const inTime = (addresses: Promise<readonly string[]>, signal: AbortSignal): Promise<readonly string[] | 'timed-out'> =>
  Promise.race([
    addresses.catch((): readonly string[] => []),
    new Promise<'timed-out'>((ended) => {
      signal.addEventListener('abort', () => ended('timed-out'), { once: true });
    }),
  ]);

interface Posting {
  readonly url: URL;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  readonly ca: string | undefined;
}

const post = ({ url, address, headers, body, signal, ca }: Posting): Promise<Sent> => {
  const isSecure = url.protocol === 'https:';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const options: RequestOptions = {
    method: 'POST',
    host: address,
    port: portOf(url),
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
    // A connection of its own: none that was made to another address is used again.
    agent: false,
    maxHeaderSize: HEADER_BYTES_MAX,
    signal,
    ...(isSecure && isIP(name) === 0 ? { servername: name } : {}),
    ...(ca === undefined ? {} : { ca }),
  };
  return new Promise((answer) => {
    const request = (isSecure ? secureRequest : plainRequest)(options, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
        if (bytes > ANSWER_BYTES_MAX) response.destroy();
      });
      // Its status is known: whatever becomes of the rest changes nothing.
      response.on('error', () => undefined);
      answer({ status: response.statusCode ?? 0, ...retryAfter(response.headers['retry-after']) });
    });
    request.on('error', () => answer({ failure: signal.aborted ? 'timed-out' : 'unreachable' }));
    request.end(body);
  });
};

/** Only the form in seconds: a date would need the clock of the receiver to be right. */
const retryAfter = (header: string | undefined): { readonly retryAfterSeconds?: number } =>
  header !== undefined && /^\d{1,9}$/.test(header) ? { retryAfterSeconds: Number(header) } : {};
