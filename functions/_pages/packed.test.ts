import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packed } from './packed.ts';

const TEXT = 'Lo que aquí se lee, cualquiera puede comprobarlo. '.repeat(100);
const HEADERS = { 'content-type': 'text/html; charset=utf-8' };

const asked = (headers: Record<string, string>, text = TEXT) =>
  packed({ headers }, { status: 200, headers: HEADERS, text, mark: 'mark' });

describe('a page on its way', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0.2, GZIP', 'gzip'],
    ['*', 'br'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['gzip;q=0', undefined],
    ['identity', undefined],
    ['zstd', undefined],
    ['', undefined],
  ])('is packed as it is taken: %s', (accepted, coding) => {
    expect(asked({ 'accept-encoding': accepted }).headers?.['content-encoding']).toBe(coding);
  });

  test('is the same text however it is packed, in far fewer bytes', () => {
    const [br, gzip] = ['br', 'gzip'].map((coding) =>
      Buffer.from(asked({ 'accept-encoding': coding }).body ?? '', 'base64'),
    );
    expect(brotliDecompressSync(br ?? '').toString()).toBe(TEXT);
    expect(gunzipSync(gzip ?? '').toString()).toBe(TEXT);
    expect(gzip?.length).toBeLessThan(TEXT.length / 4);
    expect(asked({})).toEqual({
      statusCode: 200,
      headers: { ...HEADERS, vary: 'accept-encoding', etag: '"mark"' },
      body: TEXT,
    });
  });

  test('has a tag of its own for each coding, and is not sent again to whoever has it', () => {
    const headers = { 'accept-encoding': 'gzip' };
    const etag = String(asked(headers).headers?.['etag']);
    expect(etag).toBe('"mark-gzip"');
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(asked({ ...headers, 'if-none-match': held })).toEqual({
        statusCode: 304,
        headers: { vary: 'accept-encoding', etag },
      });
    }
    expect(asked({ ...headers, 'if-none-match': '"mark"' }).statusCode).toBe(200);
    expect(asked({ 'if-none-match': etag }).statusCode).toBe(200);
  });

  test('that is short goes as it is', () => {
    const { headers, body } = asked({ 'accept-encoding': 'gzip' }, 'short');
    expect(headers).toEqual({ ...HEADERS, etag: '"mark"' });
    expect(body).toBe('short');
  });
});
