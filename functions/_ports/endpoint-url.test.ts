import { describe, expect, it } from 'vitest';
import { URL_LENGTH_MAX, urlFlaw } from './endpoint-url.ts';

const NONE: ReadonlySet<string> = new Set();

describe('a URL that is sent to', () => {
  it.each([
    // An address, however it is written: parsers take all of these for 127.0.0.1.
    ['https://127.0.0.1/', 'address-instead-of-name'],
    ['https://2130706433/', 'address-instead-of-name'],
    ['https://0x7f000001/', 'address-instead-of-name'],
    ['https://0x7f.1/', 'address-instead-of-name'],
    ['https://0177.0.0.1/', 'address-instead-of-name'],
    ['https://017700000001/', 'address-instead-of-name'],
    ['https://127.1/', 'address-instead-of-name'],
    ['https://%31%32%37.0.0.1/', 'address-instead-of-name'],
    ['https://0/', 'address-instead-of-name'],
    ['https://10.0.0.1:8443/', 'address-instead-of-name'],
    ['https://8.8.8.8/', 'address-instead-of-name'],
    ['https://[::1]/', 'address-instead-of-name'],
    ['https://[::]/', 'address-instead-of-name'],
    ['https://[::ffff:127.0.0.1]/', 'address-instead-of-name'],
    ['https://[::ffff:7f00:1]/', 'address-instead-of-name'],
    ['https://[64:ff9b::7f00:1]/', 'address-instead-of-name'],
    ['https://[fe80::1]/', 'address-instead-of-name'],
    ['https://[fe80::1%25eth0]/', 'not-a-url'],
    // Somebody before the name, or a name that is somebody.
    ['https://user@hooks.example.org/', 'has-credentials'],
    ['https://:pass@hooks.example.org/', 'has-credentials'],
    ['https://hooks.example.org@127.0.0.1/', 'has-credentials'],
    ['https://hooks.example.org%40127.0.0.1/', 'not-a-url'],
    ['https://LOCALHOST/', 'not-a-public-name'],
    ['https://a.localhost/', 'not-a-public-name'],
    ['https://metadata.google.internal/', 'not-a-public-name'],
    ['https://printer.local/', 'not-a-public-name'],
    ['https://localhost./', 'name-malformed'],
    ['https://127.0.0.1./', 'address-instead-of-name'],
    // Ports where something else listens.
    ['https://hooks.example.org:22/', 'port-forbidden'],
    ['https://hooks.example.org:6667/', 'port-forbidden'],
    ['https://hooks.example.org:65536/', 'not-a-url'],
    ['http://hooks.example.org/', 'not-https'],
    ['gopher://hooks.example.org/', 'not-https'],
    ['https://hooks.example.org/\r\nHost: other', 'not-a-url'],
    ['https://hooks.example.org/\tx', 'not-a-url'],
    ['https://hooks.example.org/ x', 'not-a-url'],
    ['https://１２７.0.0.1/', 'not-a-url'],
    ['//hooks.example.org/', 'not-a-url'],
    ['', 'not-a-url'],
    [`https://hooks.example.org/${'a'.repeat(URL_LENGTH_MAX)}`, 'too-long'],
  ])('cannot be %j: %s', (url, flaw) => {
    expect(urlFlaw(url, NONE)).toBe(flaw);
  });

  it.each([
    'https://hooks.example.org/',
    'https://hooks.example.org:8443/a?b=c%0D%0A',
    'https://xn--e1afmkfd.example.org/',
    'https://127.0.0.1.example.org/',
  ])('can be %j', (url) => {
    expect(urlFlaw(url, NONE)).toBeUndefined();
  });

  it('can be of a host that the deployment names, with its port, and of no other port', () => {
    const allowed = new Set(['127.0.0.1:8443']);
    expect(urlFlaw('http://127.0.0.1:8443/', allowed)).toBeUndefined();
    expect(urlFlaw('http://127.0.0.1:8444/', allowed)).toBe('not-https');
    expect(urlFlaw('https://a@127.0.0.1:8443/', allowed)).toBe('has-credentials');
  });
});
