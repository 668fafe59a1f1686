/** The two checksums of S3 that Node does not have: CRC-32C (Castagnoli) and CRC-64/NVME. Both reflected, begun and ended with all ones. */
const CRC32C = 0x82_f6_3b_78n;
const CRC64NVME = 0x9a_6c_93_29_ac_4b_c9_b5n;
const CRC32 = 0xed_b8_83_20n;

/** Bytes taken in one step. */
const STEP = 8;
const TABLE_SIZE = 256;

interface Tables {
  /** `high[t * 256 + byte]`: the upper 32 bits of what a byte does to the remainder, `t` bytes before the end of a step. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

const tablesOf = (polynomial: bigint): Tables => {
  const high = new Uint32Array(STEP * TABLE_SIZE);
  const low = new Uint32Array(STEP * TABLE_SIZE);
  const values = Array.from({ length: TABLE_SIZE }, (_, byte) => {
    let value = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1n) === 1n ? (value >> 1n) ^ polynomial : value >> 1n;
    return value;
  });
  const first = [...values];
  for (let table = 0; table < STEP; table += 1) {
    for (const [byte, value] of values.entries()) {
      high[table * TABLE_SIZE + byte] = Number(value >> 32n);
      low[table * TABLE_SIZE + byte] = Number(value & 0xff_ff_ff_ffn);
      values[byte] = (value >> 8n) ^ (first[Number(value & 0xffn)] ?? 0n);
    }
  }
  return { high, low };
};

/** A running checksum. */
export interface Crc {
  update(bytes: Buffer): void;
  /** Big-endian, as S3 writes it in base64. */
  digest(): Buffer;
}

const known: { crc32c?: Tables; crc64nvme?: Tables } = {};

export const crc32c = (): Crc => {
  known.crc32c ??= tablesOf(CRC32C);
  return crc(known.crc32c, 4);
};

export const crc64nvme = (): Crc => {
  known.crc64nvme ??= tablesOf(CRC64NVME);
  return crc(known.crc64nvme, 8);
};

/** The lower half alone is a CRC of 32 bits: its upper half stays zero all the way. */
const crc = ({ high: H, low: L }: Tables, width: 4 | 8): Crc => {
  const ones = 0xff_ff_ff_ff;
  let low = ones;
  let high = width === 8 ? ones : 0;
  const entry = (table: Uint32Array, index: number): number => table[index] ?? 0;
  return {
    update: (bytes) => {
      let at = 0;
      for (const end = bytes.length - STEP; at <= end; at += STEP) {
        const l = low ^ bytes.readInt32LE(at);
        const h = high ^ bytes.readInt32LE(at + 4);
        const [a, b, c, d] = [1792 + (l & 255), 1536 + ((l >>> 8) & 255), 1280 + ((l >>> 16) & 255), 1024 + (l >>> 24)];
        const [e, f, g, i] = [768 + (h & 255), 512 + ((h >>> 8) & 255), 256 + ((h >>> 16) & 255), h >>> 24];
        low =
          entry(L, a) ^ entry(L, b) ^ entry(L, c) ^ entry(L, d) ^ entry(L, e) ^ entry(L, f) ^ entry(L, g) ^ entry(L, i);
        if (width === 4) continue;
        high =
          entry(H, a) ^ entry(H, b) ^ entry(H, c) ^ entry(H, d) ^ entry(H, e) ^ entry(H, f) ^ entry(H, g) ^ entry(H, i);
      }
      for (; at < bytes.length; at += 1) {
        const index = (low ^ bytes.readUInt8(at)) & 255;
        low = ((low >>> 8) | (high << 24)) ^ entry(L, index);
        high = (high >>> 8) ^ entry(H, index);
      }
    },
    digest: () => {
      const result = Buffer.alloc(8);
      result.writeUInt32BE((high ^ ones) >>> 0, 0);
      result.writeUInt32BE((low ^ ones) >>> 0, 4);
      return result.subarray(8 - width);
    },
  };
};

const POLYNOMIALS = { CRC32: [CRC32, 32], CRC32C: [CRC32C, 32], CRC64NVME: [CRC64NVME, 64] } as const;

/**
 * The checksum of two stretches together, from that of each and the second one's length in bytes: appending zeros is a linear map of
 * the remainder's bits, squared once for each bit of the length.
 */
export const combineCrcs = (
  algorithm: keyof typeof POLYNOMIALS,
  first: Buffer,
  second: { readonly value: Buffer; readonly size: number },
): Buffer => {
  const [polynomial, bits] = POLYNOMIALS[algorithm];
  let map = square(square(square([polynomial, ...Array.from({ length: bits - 1 }, (_, bit) => 1n << BigInt(bit))])));
  let value = BigInt(`0x${first.toString('hex')}`);
  for (let size = second.size; size > 0; size = Math.floor(size / 2)) {
    if (size % 2 === 1) value = applied(map, value);
    map = square(map);
  }
  value ^= BigInt(`0x${second.value.toString('hex')}`);
  return Buffer.from(value.toString(16).padStart(bits / 4, '0'), 'hex');
};

const applied = (map: readonly bigint[], vector: bigint): bigint =>
  map.reduce((sum, column, bit) => (((vector >> BigInt(bit)) & 1n) === 1n ? sum ^ column : sum), 0n);

const square = (map: readonly bigint[]): readonly bigint[] => map.map((column) => applied(map, column));
