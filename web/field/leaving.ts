import { draftsOf } from '../app/drafts.ts';
import { dropNamed, isRecord, jsonIn, type KeptTexts } from '../app/kept-text.ts';
import { OURS, REFRESH } from '../app/session.ts';
import { DRAFTS } from './compose.ts';
import type { Engine } from './engine.ts';
import { ITEMS, isItem, standingOf } from './items.ts';
import type { Vault } from './vault.ts';

/** What the vault has taken of the tabs that somebody signed in on, so that signing out ends all of it. */
const TAKEN = 'veedor.taken';
/** Each is good for hours: more than these are over. */
const TAKEN_MAX = 20;

const takenIn = (texts: Pick<KeptTexts, 'getItem'>): readonly string[] => {
  const taken = jsonIn(texts.getItem(TAKEN));
  return Array.isArray(taken) ? taken.filter((each) => typeof each === 'string') : [];
};

type Tab = Pick<KeptTexts, 'getItem'>;

/**
 * A sign-in leaves what renews the session to the tab; the app takes it into the vault, so that it outlives the browser. It takes it
 * once: it may have ended since, and another tab have begun anew.
 */
export const takeSession = async ({ texts }: Pick<Engine, 'texts'>, tab: Tab): Promise<void> => {
  const given = tab.getItem(REFRESH);
  const taken = takenIn(texts);
  if (given === null || taken.includes(given)) return;
  texts.setItem(REFRESH, given);
  texts.setItem(TAKEN, JSON.stringify([...taken, given].slice(-TAKEN_MAX)));
  await texts.kept();
};

/** How much would be lost with the vault: what was begun or refused, too, of whomever. */
export const unsentIn = async (vault: Pick<Vault, 'under'>): Promise<number> => {
  const items = (await vault.under(ITEMS)).map(([, value]) => value).filter(isItem);
  const drafts = (await vault.under(DRAFTS)).filter(([, value]) => isRecord(value));
  return drafts.length + items.filter((item) => standingOf(item) !== 'done').length;
};

/** Lets go of what a tab has of a session. */
export const forgetTab = (tab: KeptTexts): void => dropNamed(tab, (name) => name.startsWith(OURS));

interface Leaver {
  readonly engine: Pick<Engine, 'session' | 'texts' | 'vault'>;
  readonly tab: KeptTexts;
  readonly device: KeptTexts;
  readonly person: string;
  /** Tells the other tabs. */
  readonly say: () => void;
}

/**
 * Signs out: the device is empty before anybody waits for the network, and every session that the vault took is revoked: a tab that
 * sleeps has its own and hears of nothing. Answers where to go.
 */
export const leave = async ({ engine, tab, device, person, say }: Leaver): Promise<string> => {
  const given = tab.getItem(REFRESH);
  const ending = engine.session.end([...takenIn(engine.texts), ...(given === null ? [] : [given])]);
  await engine.vault.empty();
  forgetTab(tab);
  draftsOf({ device, person, now: Date.now }).forgetAll();
  say();
  return ending;
};
