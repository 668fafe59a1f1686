import type { PartUploads, UploadedPart } from '../document-ports.ts';
import { OutsideFailure } from '../ports.ts';
import type { Bucket } from './bucket.ts';
import { type Signable, signerOf } from './document-links.ts';
import { outsideFailure } from './outside-failure.ts';

const LINK_SECONDS = 60;
const REQUEST_TIMEOUT_MILLISECONDS = 8_000;
/** No upload has more parts than one page of S3 lists. */
const PARTS_MAX = 1_000;

/**
 * Uploads in parts over S3’s own requests, each by a link that is signed here: five requests are not worth the weight of a whole client
 * in a function for which people wait.
 */
export const s3PartUploads = (bucket: Bucket): PartUploads => {
  const sign = signerOf(bucket);
  const ask = async (request: Omit<Signable, 'seconds'>, body?: string): Promise<string> => {
    const { url } = await sign({ ...request, seconds: LINK_SECONDS });
    const { method } = request;
    try {
      const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MILLISECONDS);
      const answer = await fetch(url, { method, signal, ...(body === undefined ? {} : { body }) });
      const text = await answer.text();
      // Complete answers 200 before it knows, and tells of a failure in the body.
      if (!answer.ok || text.includes('<Error>'))
        throw new OutsideFailure(`S3: ${textIn(text, 'Code') ?? answer.status}`);
      return text;
    } catch (error) {
      throw error instanceof OutsideFailure ? error : outsideFailure('S3', error);
    }
  };
  return {
    under: async (key) => {
      const listed = await ask({ method: 'GET', key: '', query: { uploads: '', prefix: key } });
      return allIn(listed, 'Upload')
        .filter((upload) => textIn(upload, 'Key') === key)
        .map((upload) => textIn(upload, 'UploadId'))
        .find((id) => id !== undefined);
    },
    begin: async ({ key }) => {
      const upload = textIn(await ask({ method: 'POST', key, query: { uploads: '' } }), 'UploadId');
      if (upload === undefined) throw new OutsideFailure('S3: no UploadId');
      return upload;
    },
    parts: async ({ key, upload }) => {
      const listed = await ask({ method: 'GET', key, query: { uploadId: upload, 'max-parts': String(PARTS_MAX) } });
      return allIn(listed, 'Part').map(partIn);
    },
    complete: async ({ key, upload, parts }) => {
      const body = parts.map(
        ({ number, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`,
      );
      await ask(
        { method: 'POST', key, query: { uploadId: upload } },
        `<CompleteMultipartUpload>${body.join('')}</CompleteMultipartUpload>`,
      );
    },
    isThere: async (key) => {
      // Not by a look at the object itself: whoever may do that may read it, and nobody reads what was not looked into.
      const listed = await ask({ method: 'GET', key: '', query: { 'list-type': '2', prefix: key, 'max-keys': '1' } });
      return allIn(listed, 'Contents').some((object) => textIn(object, 'Key') === key);
    },
  };
};

const partIn = (part: string): UploadedPart => ({
  number: Number(textIn(part, 'PartNumber')),
  etag: textIn(part, 'ETag') ?? '',
  sizeBytes: Number(textIn(part, 'Size')),
});

/** What S3 answers here holds keys of ours, numbers and hexadecimal digits: nothing that an entity of XML could stand for but quotes. */
const allIn = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, inner = '']) => inner);

const textIn = (xml: string, name: string): string | undefined =>
  allIn(xml, name)[0]?.replaceAll('&quot;', '"').replaceAll('&#34;', '"');
