import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Api, apiOf } from './api.ts';
import { type Drafts, draftsOf } from './drafts.ts';
import type { KeptTexts } from './kept-text.ts';
import { openSession, type Session, type SessionParts } from './session.ts';
import type { Told } from './told.ts';

/** What every component that a script draws may work with. */
export interface Tools {
  readonly told: Told;
  readonly session: Session;
  readonly api: Api;
  readonly draftsOf: (person: string) => Drafts;
  /** Leaves for the sign-in, and comes back to this page. */
  readonly signIn: () => Promise<void>;
}

const now = (): number => Date.now();
const ask = (url: string, request: RequestInit): Promise<Response> => fetch(url, request);

/** What a session stands on in a browser. */
export const partsIn = ({ location, sessionStorage }: Window, told: Told): SessionParts => ({
  client: told.signIn,
  pages: `${location.origin}/${told.language}`,
  locale: told.locale,
  tab: sessionStorage,
  fetch: ask,
  now,
});

/** Opens the tools of a page in a browser. `drafts` is where it keeps what somebody writes. */
export const toolsIn = (browser: Window, told: Told, drafts: KeptTexts = browser.localStorage): Tools => {
  const { location, localStorage } = browser;
  const session = openSession(partsIn(browser, told));
  return {
    told,
    session,
    api: apiOf({ session, device: localStorage, fetch: ask, newKey: () => crypto.randomUUID() }),
    draftsOf: (person) => draftsOf({ device: drafts, person, now }),
    signIn: async () => location.assign(await session.begin(location.pathname + location.search)),
  };
};

const Context = createContext<Tools | undefined>(undefined);

export const ToolsOfPage = Context.Provider;

/** Throws outside of a page that a script draws. */
export const useTools = (): Tools => {
  const tools = useContext(Context);
  if (tools === undefined) throw new Error('There are no tools outside of a page.');
  return tools;
};
