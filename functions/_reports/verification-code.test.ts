import { describe, expect, it } from 'vitest';
import { readCode, verificationCode } from './verification-code.ts';

const CASE = 'ip-0f1cae24292e4b86c3b6';
const code = await verificationCode(CASE, 'report-4');

describe('the code of a report', () => {
  it('is the same for ever, and another for another report', async () => {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await verificationCode(CASE, 'report-4')).toBe(code);
    expect(await verificationCode(CASE, 'report-5')).not.toBe(code);
  });

  it('is read however it is typed', () => {
    const typed = [code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' '), ` ${code} `];
    for (const each of typed) expect(readCode(each)).toBe(code);
    expect(readCode(code.replaceAll('1', 'l').replaceAll('0', 'o'))).toBe(code);
  });

  it('is none with any one of its signs mistyped, missing or doubled', () => {
    const digits = code.replaceAll('-', '');
    for (let at = 0; at < digits.length; at += 1) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        const typed = digits.slice(0, at) + other + digits.slice(at + 1);
        expect([typed, readCode(typed)]).toEqual([typed, typed === digits ? code : undefined]);
      }
    }
    for (const typed of ['', digits.slice(1), `${digits}0`, `${digits.slice(0, -1)}U`, '????-????-????-????']) {
      expect(readCode(typed)).toBeUndefined();
    }
  });
});
