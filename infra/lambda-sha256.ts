import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';

/**
 * Stands in every bundle for the checksums of the SDK, of which it signs with one: its own carry a SHA-256 in JavaScript for machines
 * that have none. With a secret it is an HMAC.
 */
export class Sha256 {
  readonly digestLength = 32;
  readonly #make: () => Hash | Hmac;
  #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#make = () => (secret === undefined ? createHash('sha256') : createHmac('sha256', keyOf(secret)));
    this.#hash = this.#make();
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }

  reset(): void {
    this.#hash = this.#make();
  }
}

const keyOf = (secret: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof secret === 'string') return secret;
  return ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret);
};
