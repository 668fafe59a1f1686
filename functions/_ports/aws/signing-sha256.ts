import { createHash, createHmac } from 'node:crypto';

/** The machine’s own SHA-256, as the signer of the SDK asks for it; with a secret it is an HMAC. */
export class SigningSha256 {
  readonly #sum: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#sum = secret === undefined ? createHash('sha256') : createHmac('sha256', keyOf(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#sum.update(keyOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#sum.digest());
  }

  /** A signer makes a new one for each sum. */
  reset(): void {
    throw new Error('This sum is used once.');
  }
}

const keyOf = (data: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};
