import { S3Error } from './s3-error.ts';
import {
  ALGORITHM,
  type ChunkSigning,
  type Credentials,
  canonicalRequest,
  isSameSignature,
  parseCredential,
  type Scope,
  sign,
  signingKey,
  stringToSign,
} from './signature.ts';
import type { Target } from './target.ts';

/** How far a sender's clock may be off, in milliseconds. */
export const CLOCK_SKEW_MILLISECONDS_MAX = 15 * 60_000;
/** The longest life of a presigned request, in seconds: a week. */
export const EXPIRES_SECONDS_MAX = 604_800;
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';
const PAYLOAD_HASH =
  /^(?:UNSIGNED-PAYLOAD|STREAMING-UNSIGNED-PAYLOAD-TRAILER|STREAMING-AWS4-HMAC-SHA256-PAYLOAD(?:-TRAILER)?|[0-9a-f]{64})$/;

export interface Authenticator {
  readonly credentials: Credentials;
  /** The only region that signatures may name; undefined takes any. */
  readonly region: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Unauthenticated {
  readonly method: string;
  readonly target: Target;
  readonly headers: ReadonlyMap<string, string>;
}

export interface Authenticated {
  readonly payloadHash: string;
  readonly chunkSigning?: ChunkSigning;
}

/** Verifies SigV4 in the header or in the query. Throws S3's refusal: a request that is not signed at all is `AccessDenied`. */
export const authenticate = (authenticator: Authenticator, request: Unauthenticated): Authenticated => {
  const authorization = request.headers.get('authorization');
  const isPresigned = request.target.query.has('X-Amz-Algorithm') || request.target.query.has('X-Amz-Signature');
  if (authorization !== undefined && isPresigned) {
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed.');
  }
  if (authorization !== undefined) return byHeader(authenticator, request, authorization);
  if (isPresigned) return byQuery(authenticator, request);
  throw new S3Error('AccessDenied');
};

const byHeader = (authenticator: Authenticator, request: Unauthenticated, authorization: string): Authenticated => {
  const found = /^AWS4-HMAC-SHA256 +Credential=([^, ]+) *, *SignedHeaders=([^, ]+) *, *Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  if (found === null) throw new S3Error('AuthorizationHeaderMalformed');
  const [, credential = '', signedHeaders = '', signature = ''] = found;
  const scope = scopeOf(authenticator, credential, 'AuthorizationHeaderMalformed');
  const { time, at } = requestTime(request.headers);
  if (Math.abs(at - authenticator.now()) > CLOCK_SKEW_MILLISECONDS_MAX) {
    throw new S3Error('RequestTimeTooSkewed', {
      fields: {
        RequestTime: time,
        ServerTime: new Date(authenticator.now()).toISOString(),
        MaxAllowedSkewMilliseconds: CLOCK_SKEW_MILLISECONDS_MAX,
      },
    });
  }
  if (!time.startsWith(scope.day))
    throw new S3Error(
      'AuthorizationHeaderMalformed',
      'Date in Credential scope does not match the date of the request.',
    );
  const payloadHash = request.headers.get('x-amz-content-sha256');
  if (payloadHash === undefined) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  }
  const key = verify(authenticator, request, {
    time,
    scope,
    signature,
    signedHeaders: signedHeaders.split(';'),
    payloadHash,
  });
  return { payloadHash, chunkSigning: { key, time, scope, seed: signature } };
};

const byQuery = (authenticator: Authenticator, request: Unauthenticated): Authenticated => {
  const { query } = request.target;
  const [algorithm, credential, time, expires, signedHeaders, signature] = [
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-SignedHeaders',
    'X-Amz-Signature',
  ].map((name) => query.get(name));
  const malformed = (message: string) => new S3Error('AuthorizationQueryParametersError', message);
  if (algorithm !== ALGORITHM) throw malformed(`X-Amz-Algorithm only supports "${ALGORITHM}"`);
  if (query.has('X-Amz-Security-Token')) throw new S3Error('InvalidToken');
  if (credential === undefined || time === undefined || signedHeaders === undefined || signature === undefined) {
    throw malformed(
      'Query-string authentication requires the X-Amz-Credential, X-Amz-Date, X-Amz-SignedHeaders and X-Amz-Signature parameters.',
    );
  }
  const at = millisecondsOf(time);
  if (at === undefined) throw malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  const seconds = /^\d{1,9}$/.test(expires ?? '') ? Number(expires) : Number.NaN;
  if (!(seconds >= 1)) throw malformed('X-Amz-Expires should be a number');
  if (seconds > EXPIRES_SECONDS_MAX) throw malformed('X-Amz-Expires must be less than a week (in seconds)');
  const scope = scopeOf(authenticator, credential, 'AuthorizationQueryParametersError');
  if (!time.startsWith(scope.day)) throw malformed('Invalid credential date. It must be the day of X-Amz-Date.');
  const now = authenticator.now();
  if (at - CLOCK_SKEW_MILLISECONDS_MAX > now) throw new S3Error('AccessDenied', 'Request is not yet valid');
  const payloadHash =
    query.get('X-Amz-Content-Sha256') ?? request.headers.get('x-amz-content-sha256') ?? UNSIGNED_PAYLOAD;
  verify(authenticator, request, { time, scope, signature, signedHeaders: signedHeaders.split(';'), payloadHash });
  // Only who could sign learns that a link was good once.
  if (at + seconds * 1_000 <= now) {
    throw new S3Error('AccessDenied', {
      message: 'Request has expired',
      fields: {
        'X-Amz-Expires': seconds,
        Expires: new Date(at + seconds * 1_000).toISOString(),
        ServerTime: new Date(now).toISOString(),
      },
    });
  }
  return { payloadHash };
};

/** The scope a credential names. Throws when the key is not ours or the region is another one. */
export const scopeOf = (
  { credentials, region }: Authenticator,
  credential: string,
  malformed: 'AuthorizationHeaderMalformed' | 'AuthorizationQueryParametersError' | 'InvalidArgument',
): Scope => {
  const parsed = parseCredential(credential);
  if (parsed === undefined)
    throw new S3Error(
      malformed,
      'The credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/s3/aws4_request".',
    );
  if (parsed.accessKeyId !== credentials.accessKeyId) {
    throw new S3Error('InvalidAccessKeyId', { fields: { AWSAccessKeyId: parsed.accessKeyId } });
  }
  if (region !== undefined && parsed.scope.region !== region) {
    throw new S3Error(malformed, {
      message: `The region '${parsed.scope.region}' is wrong; expecting '${region}'`,
      fields: { Region: region },
    });
  }
  return parsed.scope;
};

interface Claim {
  readonly time: string;
  readonly scope: Scope;
  readonly signature: string;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
}

const verify = (authenticator: Authenticator, request: Unauthenticated, claim: Claim): Buffer => {
  const { time, scope, signature, signedHeaders, payloadHash } = claim;
  if (!PAYLOAD_HASH.test(payloadHash)) {
    throw new S3Error(
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
    );
  }
  // What speaks to the store but was not signed could have been put there by somebody on the way.
  const unsigned = [...request.headers.keys()].filter(
    (name) => name.startsWith('x-amz-') && !signedHeaders.includes(name),
  );
  if (!signedHeaders.includes('host') || unsigned.length > 0) {
    throw new S3Error('AccessDenied', {
      message: 'There were headers present in the request which were not signed',
      fields: { HeadersNotSigned: unsigned.length === 0 ? 'host' : unsigned.join(', ') },
    });
  }
  const key = signingKey(authenticator.credentials.secretAccessKey, scope);
  const canonical = canonicalRequest({ ...request, signedHeaders, payloadHash });
  if (!isSameSignature(sign(key, stringToSign(canonical, { time, scope })), signature)) {
    throw new S3Error('SignatureDoesNotMatch');
  }
  return key;
};

const requestTime = (headers: ReadonlyMap<string, string>): { time: string; at: number } => {
  const time = headers.get('x-amz-date');
  const at = time === undefined ? undefined : millisecondsOf(time);
  if (time === undefined || at === undefined) {
    throw new S3Error('AccessDenied', 'AWS authentication requires a valid x-amz-date header');
  }
  return { time, at };
};

/** Milliseconds since 1970 of `20261122T102600Z`; undefined where it is no such time. */
export const millisecondsOf = (time: string): number | undefined => {
  if (!/^\d{8}T\d{6}Z$/.test(time)) return undefined;
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(at) ? undefined : at;
};
