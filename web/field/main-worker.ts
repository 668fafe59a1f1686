import { openTalk } from './channel.ts';
import { openEngine } from './engine.ts';
import { fromShell, keepShell } from './shell.ts';

interface Lasting {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Asking extends Lasting {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

/** What of a service worker is used here: the types of pages know none. */
interface WorkerScope extends Pick<WindowOrWorkerGlobalScope, 'caches' | 'indexedDB'> {
  readonly location: { readonly pathname: string; readonly origin: string };
  readonly navigator: Pick<Navigator, 'locks'>;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  addEventListener(name: 'install' | 'activate' | 'sync', listener: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', listener: (event: Asking) => void): void;
}

declare const self: WorkerScope;

const page = self.location.pathname.replace(/-worker\.js$/, '');
const shell = { caches: self.caches, fetch: (path: string, request: RequestInit) => fetch(path, request), page };

self.addEventListener('install', (event) => event.waitUntil(keepShell(shell).then(self.skipWaiting.bind(self))));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page as it was kept, at once; the next time as it is now. */
const openPage = async (request: Request): Promise<Response> => (await fromShell(shell, page)) ?? fetch(request);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (pathname !== page) return;
    event.respondWith(openPage(request));
    event.waitUntil(keepShell(shell).catch(() => undefined));
    return;
  }
  if (!/^\/(assets|scripts|icons)\/|\.webmanifest$/.test(pathname)) return;
  event.respondWith(fromShell(shell, pathname).then((kept) => kept ?? fetch(request)));
});

/** Where a browser sends in the background: rejecting asks it to try again. */
const sendAll = async (): Promise<void> => {
  const talk = openTalk();
  const engine = await openEngine(self, () => talk.say('changed'));
  const ran = await engine?.outbox.run();
  await engine?.texts.kept();
  talk.close();
  if (ran !== undefined && ran.left > 0 && ran.trouble !== 'ended') throw new Error('Something is left.');
};

self.addEventListener('sync', (event) => event.waitUntil(sendAll()));
