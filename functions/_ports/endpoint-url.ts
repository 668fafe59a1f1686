import { isIP } from 'node:net';

/** Longest URL that is kept, in characters. */
export const URL_LENGTH_MAX = 500;

/** Why a URL cannot be one that we send to. */
export type UrlFlaw =
  | 'not-a-url'
  | 'has-backslash'
  | 'too-long'
  | 'not-https'
  | 'has-credentials'
  | 'has-fragment'
  | 'address-instead-of-name'
  | 'not-a-public-name'
  | 'name-malformed'
  | 'port-forbidden';

/** Names that no public resolver answers for, whatever stands before them. */
const PRIVATE_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion)$/;

/** Ports that no reader of HTTP goes to, because something else listens there: the bad ports of the WHATWG Fetch standard, section 2.9. */
const NOT_HTTP: ReadonlySet<string> = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 ' +
    '143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 ' +
    '3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);

/**
 * What is wrong with a URL that somebody wants us to send to; undefined: nothing. Where its name leads is asked at each delivery: a
 * name that looks public may lead inside. `allowed` hosts (`host:port`) of the deployment are taken as they are.
 */
export const urlFlaw = (text: string, allowed: ReadonlySet<string>): UrlFlaw | undefined => {
  if (text.length > URL_LENGTH_MAX) return 'too-long';
  if (!/^[!-~]+$/.test(text) || !URL.canParse(text)) return 'not-a-url';
  // A parser takes it for a slash, and other readers for part of a name.
  if (text.includes('\\')) return 'has-backslash';
  const url = new URL(text);
  if (url.href.length > URL_LENGTH_MAX) return 'too-long';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not-https';
  if (url.username !== '' || url.password !== '') return 'has-credentials';
  if (text.includes('#')) return 'has-fragment';
  if (isAllowed(url, allowed)) return undefined;
  if (url.protocol !== 'https:') return 'not-https';
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return 'address-instead-of-name';
  const name = url.hostname;
  if (name.split('.').includes('')) return 'name-malformed';
  if (!name.includes('.') || PRIVATE_NAMES.test(name)) return 'not-a-public-name';
  return NOT_HTTP.has(portOf(url)) ? 'port-forbidden' : undefined;
};

const PORTS: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/** The port that a URL leads to. */
export const portOf = ({ port, protocol }: URL): string => (port === '' ? (PORTS[protocol] ?? '') : port);

/** Whether a deployment names the host of a URL, with its port, as one that may be private and without TLS. */
export const isAllowed = (url: URL, allowed: ReadonlySet<string>): boolean =>
  allowed.has(`${url.hostname}:${portOf(url)}`);
