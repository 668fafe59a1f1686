import type { Session } from '../app/session.ts';

/**
 * What came of fetching a file with the pass of a session: `more` where it may go on in another one, `none` where there is no such file.
 */
type Fetched = 'done' | 'more' | 'none' | 'failed';

const NOT_FOUND = 404;

/** Whether it goes on (RFC 8288): what is too large for an answer comes from elsewhere, which does not know. */
const mayGoOn = ({ headers, redirected }: Response): boolean =>
  redirected || headers.get('link')?.includes('rel="next"') === true;

/** Gives a file to whoever asked for it, under a name. */
export const giveFile = (url: string, name: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
};

/** How long the browser may take to begin with a file that the page made, in milliseconds. */
const KEPT_MS = 60_000;

/**
 * Fetches a file that only somebody with a token may read, and saves it: a plain link would send none. What is too large for an answer
 * is told as a link that is good for a while.
 */
export const saveFile = async (
  session: Pick<Session, 'pass'>,
  { path, name }: { readonly path: string; readonly name: string },
): Promise<Fetched> => {
  const pass = await session.pass();
  if (pass.kind !== 'token') return 'failed';
  try {
    const response = await fetch(path, {
      headers: { authorization: `Bearer ${pass.token}` },
      credentials: 'omit',
      cache: 'no-store',
    });
    if (!response.ok) return response.status === NOT_FOUND ? 'none' : 'failed';
    await given(response, name);
    return mayGoOn(response) ? 'more' : 'done';
  } catch {
    return 'failed';
  }
};

const given = async (response: Response, name: string): Promise<void> => {
  if (response.headers.get('content-type')?.startsWith('application/json') === true) {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string')
      giveFile(body.url, name);
    return;
  }
  const url = URL.createObjectURL(await response.blob());
  giveFile(url, name);
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
};
