import { isIP } from 'node:net';

/** Longest URL that is kept, in characters. */
export const URL_LENGTH_MAX = 500;

/** Why a URL cannot be one that we send to. */
export type UrlFlaw =
  | 'not-a-url'
  | 'too-long'
  | 'not-https'
  | 'has-credentials'
  | 'has-fragment'
  | 'address-instead-of-name'
  | 'not-a-public-name';

/** Names that no public resolver answers for, whatever stands before them. */
const PRIVATE_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion)$/;

/**
 * What is wrong with a URL that somebody wants us to send to; undefined: nothing. Where its name leads is asked at each delivery: a
 * name that looks public may lead inside. `allowed` hosts (`host:port`) of the deployment are taken as they are.
 */
export const urlFlaw = (text: string, allowed: ReadonlySet<string>): UrlFlaw | undefined => {
  if (text.length > URL_LENGTH_MAX) return 'too-long';
  if (!/^[!-~]+$/.test(text) || !URL.canParse(text)) return 'not-a-url';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not-https';
  if (url.username !== '' || url.password !== '') return 'has-credentials';
  if (text.includes('#')) return 'has-fragment';
  if (isAllowed(url, allowed)) return undefined;
  if (url.protocol !== 'https:') return 'not-https';
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return 'address-instead-of-name';
  const name = url.hostname.replace(/\.$/, '');
  return name.includes('.') && !PRIVATE_NAMES.test(name) ? undefined : 'not-a-public-name';
};

const PORTS: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/** The port that a URL leads to. */
export const portOf = ({ port, protocol }: URL): string => (port === '' ? (PORTS[protocol] ?? '') : port);

/** Whether a deployment names the host of a URL, with its port, as one that may be private and without TLS. */
export const isAllowed = (url: URL, allowed: ReadonlySet<string>): boolean =>
  allowed.has(`${url.hostname}:${portOf(url)}`);
