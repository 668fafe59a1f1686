import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { LINES_MAX, SENT_BYTES_MAX, UNPACKED_BYTES_MAX } from '../_http/import-operation.ts';
import { ProblemError } from '../_http/problem.ts';

const unpack = promisify(gunzip);
const LINES = /^application\/(x-ndjson|jsonl)\s*(;\s*charset="?utf-8"?)?$/i;
const PACKED = /^application\/(x-)?gzip$/i;

/** The bytes of a body of lines, unpacked. Throws what is wrong with it as a whole: nothing of it was read then. */
export const bytesOfLines = async (event: APIGatewayProxyEventV2): Promise<Buffer> => {
  const sent = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (sent.byteLength > SENT_BYTES_MAX) throw new ProblemError('body-too-large', { bytesMax: SENT_BYTES_MAX });
  const type = event.headers['content-type'] ?? '';
  if (PACKED.test(type)) return unpacked(sent);
  if (!LINES.test(type)) throw new ProblemError('body-not-lines');
  return sent;
};

/** A few bytes can unpack to gigabytes: unpacking ends at the limit. */
const unpacked = async (sent: Buffer): Promise<Buffer> => {
  try {
    return await unpack(sent, { maxOutputLength: UNPACKED_BYTES_MAX });
  } catch (error) {
    if (error instanceof RangeError) throw new ProblemError('body-too-large', { bytesMax: UNPACKED_BYTES_MAX });
    throw new ProblemError('lines-malformed', { flaw: 'not-gzip' });
  }
};

/** Lines that are not blank, by their number from 1. */
export const linesIn = (bytes: Buffer): ReadonlyArray<{ readonly line: number; readonly text: string }> => {
  const lines = textOf(bytes)
    .split('\n')
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text.trim() !== '');
  if (lines.length > LINES_MAX)
    throw new ProblemError('lines-malformed', { flaw: 'too-many-lines', linesMax: LINES_MAX });
  if (lines.length === 0) throw new ProblemError('lines-malformed', { flaw: 'no-lines' });
  return lines;
};

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('lines-malformed', { flaw: 'not-utf-8' });
  }
};
