import { createHmac } from 'node:crypto';
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';
import {
  type DocumentLinks,
  type Link,
  PART_LINK_SECONDS,
  READ_LINK_SECONDS_MAX,
  UPLOAD_FORM_SECONDS,
  type UploadForm,
} from '../document-ports.ts';
import { type Bucket, bucketUrl } from './bucket.ts';
import { SigningSha256 } from './signing-sha256.ts';

/** One request to the store, to be signed for whoever will send it. */
export interface Signable {
  readonly method: 'GET' | 'PUT' | 'POST' | 'HEAD' | 'DELETE';
  /** Nothing is the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** Signs requests. Signatures go by the clock of the machine, whatever the time of the record. */
export const signerOf = (bucket: Bucket): ((request: Signable) => Promise<Link>) => {
  const { region, credentials } = bucket;
  const presigner = new S3RequestPresigner({ region, credentials, sha256: SigningSha256 });
  return async ({ method, key, query = {}, seconds }) => {
    const base = new URL(key, bucketUrl(bucket));
    const signedAt = new Date();
    const { query: signed = {} } = await presigner.presign(
      {
        method,
        protocol: base.protocol,
        hostname: base.hostname,
        ...(base.port === '' ? {} : { port: Number(base.port) }),
        path: base.pathname,
        query: { ...query },
        headers: {},
      },
      { expiresIn: seconds, signingDate: signedAt },
    );
    for (const [name, value] of Object.entries(signed)) base.searchParams.set(name, String(value));
    // What was signed is encoded by RFC 3986; a blank is no plus there.
    base.search = base.search.replaceAll('+', '%20');
    return { url: base.href, expiresAt: after(signedAt, seconds) };
  };
};

const after = (at: Date, seconds: number): string => new Date(at.getTime() + seconds * 1_000).toISOString();

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * A form after S3’s own rules of signed policies (AWS Signature Version 4): this key, this length, this SHA-256, this type, and nothing
 * else. The SDK makes such forms too, but only around a whole client, which would double what a person waits for.
 */
const formOf = (
  bucket: Bucket,
  file: { key: string; sizeBytes: number; sha256: string; mediaType: string },
): UploadForm => {
  const { accessKeyId, secretAccessKey, sessionToken } = bucket.credentials;
  const now = new Date();
  const date = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const day = date.slice(0, 8);
  const fields = {
    key: file.key,
    'Content-Type': file.mediaType,
    'x-amz-checksum-algorithm': 'SHA256',
    'x-amz-checksum-sha256': Buffer.from(file.sha256, 'hex').toString('base64'),
    success_action_status: '201',
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${accessKeyId}/${day}/${bucket.region}/s3/aws4_request`,
    'x-amz-date': date,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  };
  const expiresAt = after(now, UPLOAD_FORM_SECONDS);
  const conditions = [
    { bucket: bucket.name },
    ['content-length-range', file.sizeBytes, file.sizeBytes],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ];
  const policy = Buffer.from(JSON.stringify({ expiration: expiresAt, conditions })).toString('base64');
  const key = [bucket.region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secretAccessKey}`, day));
  const signature = hmac(key, policy).toString('hex');
  return { url: bucketUrl(bucket).href, fields: { ...fields, policy, 'x-amz-signature': signature }, expiresAt };
};

const HEADER_UNSAFE = /[^\w.!#$&+^`|~-]/g;

/** RFC 6266 with RFC 8187: the name in every script, and one in plain ASCII for old clients. */
export const asAttachment = (fileName: string): string => {
  const encoded = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${fileName.replaceAll(HEADER_UNSAFE, '_')}"; filename*=UTF-8''${encoded}`;
};

/** The links of a bucket in S3, or in a store that speaks as S3 does. */
export const s3Links = (bucket: Bucket): DocumentLinks => {
  const sign = signerOf(bucket);
  return {
    form: async (file) => formOf(bucket, file),
    part: ({ key, upload, number }) =>
      sign({ method: 'PUT', key, query: { partNumber: String(number), uploadId: upload }, seconds: PART_LINK_SECONDS }),
    read: ({ key, fileName, mediaType, trace }) =>
      sign({
        method: 'GET',
        key,
        query: {
          'response-content-disposition': asAttachment(fileName),
          'response-content-type': mediaType,
          'response-cache-control': 'no-store',
          // The store pays no heed to it, signs it and writes it into its access log: a link that is passed on leads back.
          'x-veedor-trace': trace,
        },
        seconds: READ_LINK_SECONDS_MAX,
      }),
  };
};
