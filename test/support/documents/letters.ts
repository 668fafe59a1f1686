/** Letters and signed files. */

interface MadeAttachment {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

export const letter = (page: string, attachments: readonly MadeAttachment[] = []): Buffer => {
  const parts = attachments.map(
    ({ name, type, body }) =>
      `--edge\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body.toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n`,
  );
  return Buffer.from(
    `From: one@example.org\r\nTo: other@example.org\r\nDate: Sun, 22 Nov 2026 04:20:00 +0000\r\nSubject: The bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}\r\n${parts.join('')}--edge--\r\n`,
  );
};

const der = (tag: number, ...bodies: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(bodies);
  const size = Buffer.alloc(5);
  size[0] = 0x84;
  size.writeUInt32BE(body.length, 1);
  return Buffer.concat([Buffer.from([tag]), size, body]);
};

const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const DATA = '2a864886f70d010701';

/** A signed file around a document, without certificates: who signed is not looked at here. */
export const signed = (document: Buffer | undefined, type = '2a864886f70d010702'): Buffer =>
  der(
    0x30,
    objectId(type),
    der(
      0xa0,
      der(
        0x30,
        der(0x02, Buffer.from([1])),
        der(0x31),
        der(0x30, objectId(DATA), ...(document === undefined ? [] : [der(0xa0, der(0x04, document))])),
        der(0x31),
      ),
    ),
  );
