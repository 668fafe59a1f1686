import { assert, nat, property, uint8Array } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CHECKSUM_ALGORITHMS, combinedChecksum, hasherOf, multipartChecksumType } from './checksums.ts';
import { combineCrcs } from './crc.ts';

const CRCS = ['CRC32', 'CRC32C', 'CRC64NVME'] as const;

const checksum = (algorithm: (typeof CHECKSUM_ALGORITHMS)[number], ...chunks: readonly Uint8Array[]) => {
  const hasher = hasherOf(algorithm);
  for (const chunk of chunks) hasher.update(Buffer.from(chunk));
  return hasher.digest();
};

describe('a checksum', () => {
  // The check values of the catalogue of CRC algorithms, and of FIPS 180.
  it.each([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
    ['SHA1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
    ['SHA256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
  ] as const)('%s has its published value', (algorithm, value) => {
    expect(checksum(algorithm, Buffer.from('123456789')).toString('hex')).toBe(value);
  });

  test('does not depend on how the bytes come', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), nat(200), (bytes, cut) => {
        for (const algorithm of CHECKSUM_ALGORITHMS) {
          expect(checksum(algorithm, bytes.slice(0, cut), bytes.slice(cut))).toEqual(checksum(algorithm, bytes));
        }
      }),
    );
  });

  test('of a whole is put together from those of its parts', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), uint8Array({ maxLength: 200 }), (one, other) => {
        for (const algorithm of CRCS) {
          const second = { value: checksum(algorithm, other), size: other.length };
          expect(combineCrcs(algorithm, checksum(algorithm, one), second)).toEqual(checksum(algorithm, one, other));
        }
      }),
    );
  });

  test('of parts is composite or of the whole, as the algorithm allows', () => {
    expect(CHECKSUM_ALGORITHMS.map((algorithm) => multipartChecksumType(algorithm, undefined))).toEqual([
      'COMPOSITE',
      'COMPOSITE',
      'FULL_OBJECT',
      'COMPOSITE',
      'COMPOSITE',
    ]);
    for (const [algorithm, type] of [
      ['CRC64NVME', 'COMPOSITE'],
      ['SHA256', 'FULL_OBJECT'],
      ['CRC32', 'HALF'],
    ] as const) {
      expect(() => multipartChecksumType(algorithm, type)).toThrow('cannot be used');
    }
    const parts = ['12345', '6789'].map((text) => ({
      value: checksum('CRC32', Buffer.from(text)).toString('base64'),
      sizeBytes: text.length,
    }));
    expect(combinedChecksum({ algorithm: 'CRC32', type: 'FULL_OBJECT' }, parts).value).toBe('y/Q5Jg==');
    expect(combinedChecksum({ algorithm: 'CRC32', type: 'COMPOSITE' }, parts).value).toMatch(/^.{6}==-2$/);
  });
});
