import { checksumElement } from './checksums.ts';
import { checkReadConditions, quoted } from './conditions.ts';
import { headersOf } from './description.ts';
import { type S3Answer, type S3Request, xmlAnswer } from './exchange.ts';
import type { Stretch } from './pieces.ts';
import { S3Error } from './s3-error.ts';
import { type ObjectName, readableVersion, type Store, versionHeader } from './store.ts';
import type { Query } from './target.ts';
import type { Piece, Version } from './versions-table.ts';
import { type XmlFields, xmlDocument } from './xml.ts';

/** Parameters of the query that change a header of the answer. */
const OVERRIDES = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
] as const;
const PARTS_PAGE_MAX = 1_000;

/** Both ends included, in bytes. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** `GetObject` and `HeadObject`. */
export const readObject = (store: Store, request: S3Request, name: ObjectName): S3Answer => {
  const { headers, target } = request;
  const { bucket, version } = readableVersion(store, name, target.query.get('versionId'));
  checkReadConditions(headers, version);
  const pieces = store.versions.piecesOf(version);
  const chosen = chosenRange(request, version, pieces);
  const range = chosen ?? { from: 0, to: version.sizeBytes - 1 };
  const withChecksum = headers.get('x-amz-checksum-mode') === 'ENABLED' && chosen === undefined;
  return {
    status: chosen === undefined ? 200 : 206,
    headers: {
      ...headersOf(version.about, { withChecksum }),
      ...overrides(target.query),
      etag: quoted(version.etag),
      'last-modified': new Date(version.modifiedAt).toUTCString(),
      'accept-ranges': 'bytes',
      'content-length': String(range.to - range.from + 1),
      'content-range': chosen === undefined ? undefined : `bytes ${range.from}-${range.to}/${version.sizeBytes}`,
      'x-amz-mp-parts-count':
        target.query.has('partNumber') && isMultipart(version) ? String(pieces.length) : undefined,
      ...versionHeader(bucket, version.versionId),
      ...lockHeaders(version),
    },
    ...(request.method === 'HEAD' ? {} : { body: store.pieces.read(stretchesIn(pieces, range)) }),
  };
};

const isMultipart = ({ etag }: Version): boolean => etag.includes('-');

const lockHeaders = ({ lock }: Version): Record<string, string | undefined> => ({
  'x-amz-object-lock-mode': lock.retention?.mode,
  'x-amz-object-lock-retain-until-date': lock.retention?.retainUntil,
  'x-amz-object-lock-legal-hold': lock.legalHold ? 'ON' : undefined,
});

const overrides = (query: Query): Record<string, string | undefined> =>
  Object.fromEntries(
    OVERRIDES.flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const chosenRange = ({ headers, target }: S3Request, version: Version, pieces: readonly Piece[]): Range | undefined => {
  const part = target.query.get('partNumber');
  const range = headers.get('range');
  if (part === undefined) return range === undefined ? undefined : parseRange(range, version.sizeBytes);
  if (range !== undefined)
    throw new S3Error('InvalidRequest', 'Cannot specify both Range header and partNumber query parameter');
  return rangeOfPart(partNumber(part), pieces);
};

const rangeOfPart = (number: number, pieces: readonly Piece[]): Range => {
  const piece = pieces[number - 1];
  if (piece === undefined) throw new S3Error('InvalidPartNumber', { fields: { ActualPartCount: pieces.length } });
  const from = pieces.slice(0, number - 1).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return { from, to: from + piece.sizeBytes - 1 };
};

const PART_NUMBER_MAX = 10_000;

/** Throws `InvalidArgument`. */
export const partNumber = (text: string | undefined): number => {
  const number = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  if (number >= 1 && number <= PART_NUMBER_MAX) return number;
  throw new S3Error('InvalidArgument', {
    message: `Part number must be an integer between 1 and ${PART_NUMBER_MAX}, inclusive`,
    fields: { ArgumentName: 'partNumber', ArgumentValue: text ?? '' },
  });
};

/** What S3 does not understand, several ranges too, it answers in full. Throws `InvalidRange` for one behind the end. */
export const parseRange = (header: string, sizeBytes: number): Range | undefined => {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  const [, first = '', last = ''] = found ?? [];
  if (found === null || (first === '' && last === '')) return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const from = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (from >= sizeBytes || (first === '' && Number(last) === 0)) {
    throw new S3Error('InvalidRange', {
      fields: { RangeRequested: header, ActualObjectSize: sizeBytes },
      headers: { 'content-range': `bytes */${sizeBytes}` },
    });
  }
  return { from, to };
};

/** Where the bytes of a range are. */
export const stretchesIn = (pieces: readonly Piece[], range: Range): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { file, sizeBytes } of pieces) {
    const from = Math.max(range.from - start, 0);
    const to = Math.min(range.to - start, sizeBytes - 1);
    if (from <= to) stretches.push({ file, from, to });
    start += sizeBytes;
  }
  return stretches;
};

/** `GetObjectAttributes`. */
export const readAttributes = (store: Store, { headers, target }: S3Request, name: ObjectName): S3Answer => {
  const { bucket, version } = readableVersion(store, name, target.query.get('versionId'));
  const wanted = new Set((headers.get('x-amz-object-attributes') ?? '').split(',').map((each) => each.trim()));
  if (wanted.has(''))
    throw new S3Error(
      'InvalidArgument',
      'The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty',
    );
  const { checksum } = version.about;
  return xmlAnswer(
    xmlDocument('GetObjectAttributesResponse', {
      ETag: wanted.has('ETag') ? version.etag : undefined,
      Checksum:
        wanted.has('Checksum') && checksum !== undefined
          ? { [checksumElement(checksum.algorithm)]: checksum.value, ChecksumType: checksum.type }
          : undefined,
      ObjectParts: wanted.has('ObjectParts') && isMultipart(version) ? partsOf(store, version, headers) : undefined,
      StorageClass: wanted.has('StorageClass') ? 'STANDARD' : undefined,
      ObjectSize: wanted.has('ObjectSize') ? version.sizeBytes : undefined,
    }),
    { 'last-modified': new Date(version.modifiedAt).toUTCString(), ...versionHeader(bucket, version.versionId) },
  );
};

const partsOf = (store: Store, version: Version, headers: ReadonlyMap<string, string>): XmlFields => {
  const pieces = store.versions.piecesOf(version);
  const after = Number(headers.get('x-amz-part-number-marker') ?? 0);
  const limit = Math.min(Number(headers.get('x-amz-max-parts') ?? PARTS_PAGE_MAX), PARTS_PAGE_MAX);
  const left = pieces.filter(({ part }) => part > after);
  const page = left.slice(0, limit);
  return {
    TotalPartsCount: pieces.length,
    PartNumberMarker: after,
    NextPartNumberMarker: page.at(-1)?.part ?? 0,
    MaxParts: limit,
    IsTruncated: left.length > page.length,
    Part: page.map(({ part, sizeBytes, checksumAlgorithm, checksum }) => ({
      PartNumber: part,
      Size: sizeBytes,
      ...(checksumAlgorithm === null ? {} : { [checksumElement(checksumAlgorithm)]: checksum ?? undefined }),
    })),
  };
};
