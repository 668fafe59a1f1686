import { type Authenticator, millisecondsOf, scopeOf } from './authentication.ts';
import { meterOf, tooLarge } from './checked-body.ts';
import { declaredChecksum } from './checksums.ts';
import { quoted } from './conditions.ts';
import { describe } from './description.ts';
import { uriEncodePath } from './encoding.ts';
import { type S3Answer, xmlAnswer } from './exchange.ts';
import { type Form, readForm } from './form-data.ts';
import { checkPolicy, type LengthRange, type Policy, parsePolicy } from './policy.ts';
import { lockFor, pieceOf, UPLOAD_BYTES_MAX, withChecksum, writtenAnswer } from './put-object.ts';
import { S3Error } from './s3-error.ts';
import { ALGORITHM, isSameSignature, sign, signingKey } from './signature.ts';
import { addVersionOfFile, type Store } from './store.ts';
import { KEY_BYTES_MAX } from './target.ts';
import type { Version } from './versions-table.ts';
import { xmlDocument } from './xml.ts';

export interface PostedForm {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Buffer>;
}

/**
 * The upload of a form: `POST` with a policy that was signed for whoever sends it. The policy is held before the first byte of the
 * file is kept. Throws `AccessDenied`, `EntityTooLarge`, `EntityTooSmall` and what a put throws.
 */
export const postObject = async (
  { store, authenticator }: { store: Store; authenticator: Authenticator },
  { headers, body }: PostedForm,
  bucketName: string,
): Promise<S3Answer> => {
  const bucket = store.buckets.get(bucketName);
  const form = await readForm(headers.get('content-type') ?? '', body);
  const key = keyOf(form);
  const fields = new Map([...form.fields, ['bucket', form.fields.get('bucket') ?? bucketName], ['key', key]]);
  if (fields.get('bucket') !== bucketName)
    throw new S3Error('AccessDenied', 'Invalid according to Policy: the form names another bucket.');
  const policy = signedPolicy(authenticator, fields);
  const covered = form.fields.has('bucket') ? fields : withoutBucket(fields, policy.conditions);
  const range = checkPolicy(policy, { fields: covered, now: authenticator.now() });
  const told = headersIn(fields);
  const about = describe(told);
  const lock = lockFor(store, bucket, told);
  const declared = declaredChecksum(told);
  const meter = meterOf(declared?.algorithm);
  const file = await store.pieces.write(withinRange(form.file, meter.add, range));
  try {
    meter.end(
      declared?.value === undefined ? {} : { checksum: { algorithm: declared.algorithm, value: declared.value } },
    );
  } catch (error) {
    await store.pieces.discard([file]);
    throw error;
  }
  const facts = meter.facts();
  const version = await addVersionOfFile(store, pieceOf(file, facts), {
    object: {
      bucket: bucketName,
      key,
      sizeBytes: facts.sizeBytes,
      etag: facts.md5,
      about: withChecksum(about, facts),
      lock,
    },
    reason: 'POST Object',
    conditions: new Map(),
  });
  const { headers: answered } = writtenAnswer(bucket, version);
  return postedAnswer(version, fields, { ...answered, host: headers.get('host') });
};

/** A browser may know the bucket by the address alone; then the policy need not speak of it. */
const withoutBucket = (
  fields: ReadonlyMap<string, string>,
  conditions: Policy['conditions'],
): ReadonlyMap<string, string> =>
  conditions.some((condition) => 'field' in condition && condition.field === 'bucket')
    ? fields
    : new Map([...fields].filter(([name]) => name !== 'bucket'));

const FILE_NAME = '${filename}';

const keyOf = ({ fields, fileName }: Form): string => {
  const key = fields.get('key');
  if (key === undefined || key === '')
    throw new S3Error(
      'InvalidArgument',
      "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
    );
  const named = key.replaceAll(FILE_NAME, () => fileName.replace(/^.*[\\/]/s, ''));
  if (Buffer.byteLength(named) > KEY_BYTES_MAX) throw new S3Error('KeyTooLongError');
  return named;
};

const signedPolicy = (authenticator: Authenticator, fields: ReadonlyMap<string, string>) => {
  const [policy, algorithm, credential, date, signature] = [
    'policy',
    'x-amz-algorithm',
    'x-amz-credential',
    'x-amz-date',
    'x-amz-signature',
  ].map((name) => fields.get(name));
  if (policy === undefined && signature === undefined) throw new S3Error('AccessDenied');
  if (policy === undefined || credential === undefined || date === undefined || signature === undefined) {
    throw new S3Error(
      'InvalidArgument',
      'Bucket POST must contain the fields policy, x-amz-algorithm, x-amz-credential, x-amz-date and x-amz-signature.',
    );
  }
  if (algorithm !== ALGORITHM) throw new S3Error('InvalidArgument', 'Unsupported x-amz-algorithm.');
  if (fields.has('x-amz-security-token')) throw new S3Error('InvalidToken');
  const scope = scopeOf(authenticator, credential, 'InvalidArgument');
  if (millisecondsOf(date) === undefined || !date.startsWith(scope.day))
    throw new S3Error('AccessDenied', 'The date of the form is not that of its credential.');
  const key = signingKey(authenticator.credentials.secretAccessKey, scope);
  if (!isSameSignature(sign(key, policy), signature)) throw new S3Error('SignatureDoesNotMatch');
  return parsePolicy(policy);
};

/** The fields that S3 takes as if they were headers. */
const headersIn = (fields: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...fields].map(([name, value]) => [FIELD_NAMES[name] ?? name, value]));

const FIELD_NAMES: Readonly<Record<string, string>> = { acl: 'x-amz-acl', tagging: 'x-amz-tagging' };

async function* withinRange(
  file: AsyncIterable<Buffer>,
  add: (chunk: Buffer) => number,
  { bytesMin, bytesMax }: LengthRange,
): AsyncGenerator<Buffer> {
  const most = Math.min(bytesMax, UPLOAD_BYTES_MAX);
  let size = 0;
  for await (const chunk of file) {
    size = add(chunk);
    if (size > most) throw tooLarge(size, most);
    yield chunk;
  }
  if (size < bytesMin)
    throw new S3Error('EntityTooSmall', { fields: { ProposedSize: size, MinSizeAllowed: bytesMin } });
}

const postedAnswer = (
  { bucket, key, etag }: Version,
  fields: ReadonlyMap<string, string>,
  { host, ...headers }: Readonly<Record<string, string | undefined>>,
): S3Answer => {
  const location = `http://${host}/${bucket}/${uriEncodePath(key)}`;
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const url = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag: quoted(etag) })) url.searchParams.set(name, value);
    return { status: 303, headers: { ...headers, location: url.href } };
  }
  const status = fields.get('success_action_status');
  if (status === '201') {
    const body = xmlDocument('PostResponse', { Location: location, Bucket: bucket, Key: key, ETag: quoted(etag) });
    return { ...xmlAnswer(body, { ...headers, location }), status: 201 };
  }
  return { status: status === '200' ? 200 : 204, headers: { ...headers, location } };
};
