import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, as a server is given them. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
}

/** An authority of the tests, which no machine trusts by itself. */
export interface Authority {
  readonly ca: string;
  /** A certificate for a name, or for an address where it is one of IPv4. */
  readonly certify: (of: { readonly name: string } | { readonly address: string }) => Certified;
}

// Distinguished encoding rules (X.690), as much as a certificate needs (RFC 5280).
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const TRUE = Buffer.from([0x01, 0x01, 0xff]);

const lengthOf = (length: number): Buffer => {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
};
const tagged = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.byteLength), content]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => tagged(SEQUENCE, ...parts);
const objectId = (hex: string): Buffer => tagged(OBJECT_ID, Buffer.from(hex, 'hex'));
const bits = (bytes: Buffer): Buffer => tagged(BIT_STRING, Buffer.from([0]), bytes);

const ECDSA_WITH_SHA256 = sequence(objectId('2a8648ce3d040302'));
const COMMON_NAME = objectId('550403');
const BASIC_CONSTRAINTS = objectId('551d13');
const ALTERNATIVE_NAME = objectId('551d11');

const nameOf = (text: string): Buffer =>
  sequence(tagged(SET, sequence(COMMON_NAME, tagged(UTF8_STRING, Buffer.from(text)))));
const VALID = sequence(tagged(UTC_TIME, Buffer.from('200101000000Z')), tagged(UTC_TIME, Buffer.from('491231235959Z')));

const pem = (der: Buffer): string =>
  [
    '-----BEGIN CERTIFICATE-----',
    ...(der.toString('base64').match(/.{1,64}/g) ?? []),
    '-----END CERTIFICATE-----',
    '',
  ].join('\n');

const certificate = (of: {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly extension: Buffer;
}): string => {
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]);
  const told = sequence(
    tagged(0xa0, tagged(INTEGER, Buffer.from([2]))),
    tagged(INTEGER, serial),
    ECDSA_WITH_SHA256,
    nameOf('Authority of the tests'),
    VALID,
    nameOf(of.subject),
    of.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(of.extension)),
  );
  return pem(sequence(told, ECDSA_WITH_SHA256, bits(sign('sha256', told, of.signer))));
};

const keys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

/** Makes an authority of its own: two of them do not trust each other. */
export const newAuthority = (): Authority => {
  const own = keys();
  const signer = own.privateKey;
  const isAuthority = sequence(BASIC_CONSTRAINTS, TRUE, tagged(OCTET_STRING, sequence(TRUE)));
  return {
    ca: certificate({
      subject: 'Authority of the tests',
      publicKey: own.publicKey,
      signer,
      extension: isAuthority,
    }),
    certify: (of) => {
      const { publicKey, privateKey } = keys();
      const names =
        'name' in of
          ? tagged(0x82, Buffer.from(of.name))
          : tagged(0x87, Buffer.from(of.address.split('.').map(Number)));
      const extension = sequence(ALTERNATIVE_NAME, tagged(OCTET_STRING, sequence(names)));
      return {
        cert: certificate({ subject: 'A receiver', publicKey, signer, extension }),
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    },
  };
};
