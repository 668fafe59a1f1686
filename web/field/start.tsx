import type { ComponentChild } from 'preact';
import { openSession, REFRESH } from '../app/session.ts';
import { App } from './app.tsx';
import { openTalk } from './channel.ts';
import { type Engine, openEngine, type Settings, whoIn } from './engine.ts';
import { askToStay } from './room.ts';
import { type FieldTold, fieldPath, WORKER_POLICY, workerPath } from './told.ts';

const TAKEN = 'veedor.taken';

/** Opens everything that the screens work with. Where a browser keeps nothing it says so, before anybody writes a word. */
export const completeStart = async (told: FieldTold): Promise<ComponentChild> => {
  const { language, locale, signIn: client } = told;
  const settings: Settings = { client, locale, pages: `${location.origin}/${language}` };
  const talk = openTalk();
  const heard: { changed: () => void } = { changed: () => undefined };
  const changed = (): void => {
    talk.say('changed');
    heard.changed();
  };
  const engine = await openEngine(window, changed, settings).catch(() => undefined);
  if (engine === undefined) return <p class="notice bad">{told.words.app.noStore}</p>;
  await takeSession(engine);
  await installWorker(told);
  void askToStay(navigator.storage);
  return (
    <App
      told={told}
      engine={engine}
      person={(await whoIn(engine.vault))?.person}
      talk={talk}
      listen={(listener) => {
        heard.changed = listener;
      }}
      signIn={async () => {
        // The sign-in comes back to a page that knows this tab and no vault.
        const session = openSession({
          ...settings,
          tab: sessionStorage,
          fetch: (url, how) => fetch(url, how),
          now: Date.now,
        });
        location.assign(await session.begin(fieldPath(language) + location.hash));
      }}
    />
  );
};

/** A sign-in leaves what renews the session to the tab; the app takes it into the vault, so that it outlives the browser. */
const takeSession = async ({ texts }: Engine): Promise<void> => {
  const given = sessionStorage.getItem(REFRESH);
  // What was taken before may have ended since, and another tab have begun anew.
  if (given === null || given === texts.getItem(TAKEN)) return;
  texts.setItem(REFRESH, given);
  texts.setItem(TAKEN, given);
  await texts.kept();
};

interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

const hasPolicies = (page: object): page is { readonly trustedTypes: PolicyFactory } => 'trustedTypes' in page;

/** The one text that may become the address of a script here is that of the app’s own worker. */
const installWorker = async ({ language }: FieldTold): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const own = workerPath(language);
  const createScriptURL = (url: string): string => {
    if (url === own) return url;
    throw new TypeError('This is not the worker of the app.');
  };
  const policy = hasPolicies(window) ? window.trustedTypes.createPolicy(WORKER_POLICY, { createScriptURL }) : undefined;
  const address = policy === undefined ? own : policy.createScriptURL(own);
  // Without it the app works while there is a network, and so does the queue.
  await navigator.serviceWorker.register(address, { scope: fieldPath(language) }).catch(() => undefined);
};
