import type { DocumentCopies } from '../bundle-ports.ts';
import { OutsideFailure } from '../ports.ts';
import type { Bucket } from './bucket.ts';
import { signerOf } from './document-links.ts';
import { outsideFailure } from './outside-failure.ts';

const LINK_SECONDS = 60;
/** For how long nothing may come: a large file takes its time, and one that stands still is given up. */
const SILENCE_MILLISECONDS = 30_000;
/** A store that is busy says so, and is asked again at once. */
const ATTEMPTS_MAX = 3;

/**
 * The bytes of documents out of S3, or of a store that speaks as S3 does. Each request is signed here: a whole client of the SDK would
 * weigh more than the function that loads it.
 */
export const s3DocumentCopies = (
  bucket: Bucket,
  { silenceMilliseconds = SILENCE_MILLISECONDS }: { readonly silenceMilliseconds?: number } = {},
): DocumentCopies => {
  const sign = signerOf(bucket);
  return {
    async *read(key) {
      const watch = silenceWatch(silenceMilliseconds);
      try {
        const bytes = await opened(async () => {
          const { url } = await sign({ method: 'GET', key, seconds: LINK_SECONDS });
          return fetch(url, { signal: watch.signal });
        });
        for await (const chunk of bytes) {
          // While whoever reads is busy with what came, nothing is missing.
          watch.pause();
          yield chunk;
          watch.go();
        }
      } catch (error) {
        throw error instanceof OutsideFailure ? error : outsideFailure('S3', error);
      } finally {
        watch.end();
      }
    },
  };
};

/** Gives a request up when nothing comes for too long, or when nobody wants what would come. */
const silenceWatch = (milliseconds: number) => {
  const giveUp = new AbortController();
  const begin = () => setTimeout(() => giveUp.abort(new OutsideFailure('S3: nothing comes')), milliseconds);
  let timer = begin();
  return {
    signal: giveUp.signal,
    pause: () => clearTimeout(timer),
    go: () => {
      timer = begin();
    },
    end: () => {
      clearTimeout(timer);
      giveUp.abort();
    },
  };
};

/** Asks until the store answers with the bytes: only what failed before the first of them is asked again. */
const opened = async (ask: () => Promise<Response>): Promise<AsyncIterable<Uint8Array>> => {
  for (let attempt = 1; ; attempt += 1) {
    const response = await ask();
    if (response.ok && response.body !== null) return response.body;
    const text = await response.text();
    if (response.status < 500 || attempt === ATTEMPTS_MAX)
      throw new OutsideFailure(`S3: ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? response.status}`);
  }
};
