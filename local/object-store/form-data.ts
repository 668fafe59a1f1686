import { S3Error } from './s3-error.ts';

/** All fields before the file together, in bytes, as S3. */
export const FIELDS_BYTES_MAX = 20_480;
const PART_HEADER_BYTES_MAX = 4_096;
const LINE_END = Buffer.from('\r\n');

/** A form with one file, which comes last: what follows it is not looked at, as in S3. */
export interface Form {
  /** By lower-case name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: AsyncIterable<Buffer>;
  /** As the browser named it. */
  readonly fileName: string;
}

const malformed = (message?: string): S3Error =>
  new S3Error('MalformedPOSTRequest', message === undefined ? {} : { message });

/** Reads `multipart/form-data` up to its file. Throws `MalformedPOSTRequest`, `MaxPostPreDataLengthExceeded`. */
export const readForm = async (contentType: string, body: AsyncIterable<Buffer>): Promise<Form> => {
  const [, quoted, bare] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw malformed();
  const reader = delimitedReader(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line before it.
  if ((await reader.until(delimiter.subarray(2), PART_HEADER_BYTES_MAX)).length > 0) throw malformed();
  const fields = new Map<string, string>();
  for (let bytes = 0; ; ) {
    if ((await reader.until(LINE_END, PART_HEADER_BYTES_MAX)).length > 0)
      throw malformed('POST requires exactly one file upload per request.');
    const { name, fileName } = partHeader(await readHeaders(reader));
    if (name === 'file') return { fields, fileName, file: reader.stream(delimiter) };
    const left = FIELDS_BYTES_MAX - bytes;
    const value = await reader.until(delimiter, left).catch((error: unknown) => {
      throw error instanceof S3Error && error.code === 'MaxMessageLengthExceeded'
        ? new S3Error('MaxPostPreDataLengthExceeded')
        : error;
    });
    if (fields.has(name)) throw malformed(`The form has the field ${name} twice.`);
    fields.set(name, value.toString('utf8'));
    bytes += value.length + name.length;
  }
};

const readHeaders = async (reader: DelimitedReader): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (let left = PART_HEADER_BYTES_MAX; ; ) {
    const line = await reader.until(LINE_END, left);
    if (line.length === 0) return lines;
    left -= line.length;
    lines.push(line.toString('utf8'));
  }
};

const partHeader = (lines: readonly string[]): { name: string; fileName: string } => {
  const disposition = lines.find((line) => /^content-disposition\s*:\s*form-data\b/i.test(line)) ?? '';
  const name = parameter(disposition, 'name');
  if (name === undefined || name === '') throw malformed();
  return { name: name.toLowerCase(), fileName: parameter(disposition, 'filename') ?? '' };
};

const parameter = (header: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(header) ?? [];
  return quoted?.replaceAll(/\\(.)/g, '$1').replaceAll('%22', '"') ?? bare;
};

interface DelimitedReader {
  /** The bytes before a delimiter, which is passed over. Throws `MaxMessageLengthExceeded` when they are too many. */
  until(delimiter: Buffer, bytesMax: number): Promise<Buffer>;
  /** The same as a stream. */
  stream(delimiter: Buffer): AsyncGenerator<Buffer>;
}

const delimitedReader = (body: AsyncIterable<Buffer>): DelimitedReader => {
  const source = body[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const next = await source.next();
    if (next.done === true) throw malformed();
    rest = Buffer.concat([rest, next.value]);
  };
  return {
    until: async (delimiter, bytesMax) => {
      for (;;) {
        const at = rest.indexOf(delimiter);
        if ((at === -1 ? rest.length - delimiter.length : at) > bytesMax) throw new S3Error('MaxMessageLengthExceeded');
        if (at !== -1) {
          const found = rest.subarray(0, at);
          rest = rest.subarray(at + delimiter.length);
          return found;
        }
        await more();
      }
    },
    stream: async function* stream(delimiter) {
      for (;;) {
        const at = rest.indexOf(delimiter);
        // The end may already be the begin of the delimiter.
        const safe = at === -1 ? Math.max(0, rest.length - delimiter.length + 1) : at;
        if (safe > 0) yield rest.subarray(0, safe);
        rest = rest.subarray(safe);
        if (at !== -1) return;
        await more();
      }
    },
  };
};
