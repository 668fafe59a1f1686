import { describe, expect, it } from 'vitest';
import { DRAWN_POINTS, inLetters } from './letters.ts';

const plain = (text: string): string => inLetters(text, { unbroken: true }).text;

describe('what somebody wrote, in the letters of the document', () => {
  it('stays as it is where the letters are there, whatever the script', () => {
    const text = 'Ñandú, coração, ÀÉÎ, Ελλάδα, Кириллица, שלום, مرحبا. «10 %» – €5';
    expect(inLetters(text)).toEqual({ text, spelled: false });
  });

  it('stands as numbers where they are not, and says so', () => {
    expect(inLetters('a 😀 漢')).toEqual({ text: 'a [U+1F600] [U+6F22]', spelled: true });
    expect(inLetters('wrote [U+1F600]')).toMatchObject({ spelled: false });
    expect(plain('\u{1F468}\u200D\u{1F469}\uFE0F')).toBe('[U+1F468]\u200D[U+1F469]');
  });

  it('turns no direction, rings no bell, and breaks lines one way', () => {
    expect(plain('a\u202Eb\u2066c\uFEFFd')).toBe('abcd');
    expect(plain('a\u0000b\tc\u0007d\u2003e')).toBe('a b c d e');
    expect(plain('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
    expect(plain('\uD800')).toBe('\uFFFD');
  });

  it('can be broken where it is long without a blank, and hashes stay whole', () => {
    const address = 'https://contrataciones.example/expedientes/0123456789/anexos';
    expect(inLetters(address).text).not.toBe(address);
    expect(inLetters(address).text.replaceAll('\u200B', '')).toBe(address);
    expect(plain(address)).toBe(address);
    expect(inLetters('anticonstitucionalmente').text).toBe('anticonstitucionalmente');
    expect(inLetters('e\u0301'.repeat(500)).text.replaceAll('\u200B', '')).toBe('é'.repeat(500));
  });

  it('knows some thousands of letters', () => {
    expect(DRAWN_POINTS().length).toBeGreaterThan(4_000);
  });
});
