import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { combineCrcs, crc32c, crc64nvme } from './crc.ts';
import { base64Bytes } from './encoding.ts';
import { S3Error } from './s3-error.ts';

export const CHECKSUM_ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** Over the whole object, or over the checksums of its parts. */
export const CHECKSUM_TYPES = ['FULL_OBJECT', 'COMPOSITE'] as const;
export type ChecksumType = (typeof CHECKSUM_TYPES)[number];

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64; of a composite one with `-` and the number of parts behind it. */
  readonly value: string;
  readonly type: ChecksumType;
}

const BYTES: Readonly<Record<ChecksumAlgorithm, number>> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 };

export interface Hasher {
  update(bytes: Buffer): void;
  digest(): Buffer;
}

export const hasherOf = (algorithm: ChecksumAlgorithm): Hasher => {
  switch (algorithm) {
    case 'CRC32':
      return crc32Hasher();
    case 'CRC32C':
      return crc32c();
    case 'CRC64NVME':
      return crc64nvme();
    case 'SHA1':
      return hashed('sha1');
    case 'SHA256':
      return hashed('sha256');
  }
};

const hashed = (name: string): Hasher => {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
};

const crc32Hasher = (): Hasher => {
  let value = 0;
  return {
    update: (bytes) => {
      value = crc32(bytes, value);
    },
    digest: () => {
      const result = Buffer.alloc(4);
      result.writeUInt32BE(value);
      return result;
    },
  };
};

export const checksumHeader = (algorithm: ChecksumAlgorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`;
/** The element of S3's XML. */
export const checksumElement = (algorithm: ChecksumAlgorithm): string => `Checksum${algorithm}`;

export const algorithmNamed = (name: string): ChecksumAlgorithm => {
  const found = CHECKSUM_ALGORITHMS.find((algorithm) => algorithm === name.toUpperCase());
  if (found === undefined) {
    throw new S3Error(
      'InvalidRequest',
      'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
    );
  }
  return found;
};

/** Refuses what cannot be the value of a checksum. Throws `InvalidRequest`. */
export const checkChecksumValue = (algorithm: ChecksumAlgorithm, value: string): void => {
  if (base64Bytes(value)?.length !== BYTES[algorithm]) {
    throw new S3Error('InvalidRequest', `Value for ${checksumHeader(algorithm)} header is invalid.`);
  }
};

export interface DeclaredChecksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Undefined where it follows the body. */
  readonly value: string | undefined;
}

/**
 * The checksum a request declares for what it brings: in a header, or named in `x-amz-trailer`. S3 ignores one in the query of a
 * presigned request, and so do we. Throws `InvalidRequest`.
 */
export const declaredChecksum = (headers: ReadonlyMap<string, string>): DeclaredChecksum | undefined => {
  const inHeader = CHECKSUM_ALGORITHMS.filter((algorithm) => headers.has(checksumHeader(algorithm)));
  const trailers = (headers.get('x-amz-trailer') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const inTrailer = CHECKSUM_ALGORITHMS.filter((algorithm) => trailers.includes(checksumHeader(algorithm)));
  const [algorithm, ...others] = [...inHeader, ...inTrailer];
  if (others.length > 0) {
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  const named = headers.get('x-amz-sdk-checksum-algorithm');
  if (algorithm === undefined) {
    if (named !== undefined)
      throw new S3Error(
        'InvalidRequest',
        'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
      );
    return undefined;
  }
  if (named !== undefined && algorithmNamed(named) !== algorithm) {
    throw new S3Error('InvalidRequest', 'Value for x-amz-sdk-checksum-algorithm header is invalid.');
  }
  const value = headers.get(checksumHeader(algorithm));
  if (value !== undefined) checkChecksumValue(algorithm, value);
  return { algorithm, value };
};

/** How the parts of a multipart upload make one checksum. Throws `InvalidRequest` for a type that the algorithm cannot be. */
export const multipartChecksumType = (algorithm: ChecksumAlgorithm, named: string | undefined): ChecksumType => {
  const type = CHECKSUM_TYPES.find((each) => each === named);
  const isPossible =
    algorithm === 'CRC64NVME' ? type !== 'COMPOSITE' : !(algorithm.startsWith('SHA') && type === 'FULL_OBJECT');
  if ((named !== undefined && type === undefined) || !isPossible) {
    throw new S3Error(
      'InvalidRequest',
      `The ${named} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  }
  return type ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
};

export interface SummedPart {
  /** Base64. */
  readonly value: string;
  readonly sizeBytes: number;
}

/** The checksum of an object that was put together from parts. */
export const combinedChecksum = (
  { algorithm, type }: { algorithm: ChecksumAlgorithm; type: ChecksumType },
  parts: readonly SummedPart[],
): Checksum => {
  const values = parts.map(({ value }) => Buffer.from(value, 'base64'));
  if (type === 'COMPOSITE') {
    const hasher = hasherOf(algorithm);
    for (const value of values) hasher.update(value);
    return { algorithm, type, value: `${hasher.digest().toString('base64')}-${parts.length}` };
  }
  if (algorithm === 'SHA1' || algorithm === 'SHA256')
    throw new Error(`${algorithm} cannot be put together from parts.`);
  const [first = Buffer.alloc(BYTES[algorithm]), ...others] = values;
  const value = others.reduce<Buffer>(
    (sum, part, index) => combineCrcs(algorithm, sum, { value: part, size: parts[index + 1]?.sizeBytes ?? 0 }),
    first,
  );
  return { algorithm, type, value: value.toString('base64') };
};
