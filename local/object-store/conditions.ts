import { S3Error } from './s3-error.ts';

type Headers = ReadonlyMap<string, string>;

/** What a condition is held against: the current version, undefined where there is none or it is a delete marker. */
export interface Present {
  readonly etag: string;
  /** RFC 3339, UTC. */
  readonly modifiedAt: string;
}

const failed = (condition: string): S3Error => new S3Error('PreconditionFailed', { fields: { Condition: condition } });

/** Holds `If-Match` and `If-None-Match: *` of a write. Throws `PreconditionFailed`, `NoSuchKey` where nothing could match. */
export const checkWriteConditions = (headers: Headers, present: Present | undefined): void => {
  const noneMatch = headers.get('if-none-match');
  const match = headers.get('if-match');
  if (noneMatch !== undefined) {
    if (noneMatch !== '*' || match !== undefined) throw new S3Error('NotImplemented');
    if (present !== undefined) throw failed('If-None-Match');
  }
  if (match === undefined) return;
  if (present === undefined) throw new S3Error('NoSuchKey');
  if (!isAmong(match, present.etag)) throw failed('If-Match');
};

/** Holds the four conditions of a read, in the order of RFC 9110. Throws `PreconditionFailed`, `NotModified`. */
export const checkReadConditions = (headers: Headers, present: Present): void => {
  const [match, noneMatch] = [headers.get('if-match'), headers.get('if-none-match')];
  const [modifiedSince, unmodifiedSince] = [
    dateIn(headers, 'if-modified-since'),
    dateIn(headers, 'if-unmodified-since'),
  ];
  // HTTP tells time in whole seconds.
  const modifiedAt = Math.floor(Date.parse(present.modifiedAt) / 1_000) * 1_000;
  if (match !== undefined && !isAmong(match, present.etag)) throw failed('If-Match');
  if (match === undefined && unmodifiedSince !== undefined && modifiedAt > unmodifiedSince)
    throw failed('If-Unmodified-Since');
  if (noneMatch !== undefined && isAmong(noneMatch, present.etag)) throw notModified(present);
  if (noneMatch === undefined && modifiedSince !== undefined && modifiedAt <= modifiedSince) throw notModified(present);
};

/** The conditions of a copy on its source: the same, but nothing is ever "not modified". Throws `PreconditionFailed`. */
export const checkCopyConditions = (headers: Headers, source: Present): void => {
  const prefix = 'x-amz-copy-source-';
  const own = new Map(
    [...headers].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  );
  try {
    checkReadConditions(own, source);
  } catch (error) {
    if (error instanceof S3Error && error.code === 'NotModified') throw new S3Error('PreconditionFailed');
    throw error;
  }
};

const notModified = ({ etag, modifiedAt }: Present): S3Error =>
  new S3Error('NotModified', { headers: { etag: quoted(etag), 'last-modified': new Date(modifiedAt).toUTCString() } });

export const quoted = (etag: string): string => `"${etag}"`;
export const unquoted = (etag: string): string => etag.trim().replace(/^"(.*)"$/, '$1');

const isAmong = (header: string, etag: string): boolean =>
  header.split(',').some((each) => each.trim() === '*' || unquoted(each.trim().replace(/^W\//, '')) === etag);

const dateIn = (headers: Headers, name: string): number | undefined => {
  const at = Date.parse(headers.get(name) ?? '');
  return Number.isNaN(at) ? undefined : at;
};
