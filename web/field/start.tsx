import type { ComponentChild } from 'preact';
import { LEAVING } from '../app/field-here.ts';
import { openSession } from '../app/session.ts';
import { App } from './app.tsx';
import { openTalk } from './channel.ts';
import { openEngine, type Settings, whoIn } from './engine.ts';
import { takeSession } from './leaving.ts';
import { askToStay } from './room.ts';
import { type FieldTold, fieldPath, WORKER_POLICY, workerPath } from './told.ts';

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
  // The sign-in comes back to a page that knows this tab and no vault.
  const ofTab = () =>
    openSession({ ...settings, tab: sessionStorage, fetch: (url, how) => fetch(url, how), now: Date.now });
  const leaver = sessionStorage.getItem(LEAVING);
  sessionStorage.removeItem(LEAVING);
  const person = (await whoIn(engine.vault))?.person;
  if (leaver !== null && leaver !== person) {
    // What lies here is somebody else’s, or nothing.
    location.replace(await ofTab().end());
    return <p class="loading">{told.words.app.loading}</p>;
  }
  await takeSession(engine, sessionStorage);
  void installWorker(told);
  void askToStay(navigator.storage);
  return (
    <App
      told={told}
      engine={engine}
      person={person}
      isLeaving={leaver !== null}
      talk={talk}
      listen={(listener) => {
        heard.changed = listener;
      }}
      signIn={async () => location.assign(await ofTab().begin(fieldPath(language) + location.hash))}
    />
  );
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
