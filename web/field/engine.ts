import { type Api, apiOf } from '../app/api.ts';
import { isRecord } from '../app/kept-text.ts';
import { openSession, type Pass, type Session, type SignInClient } from '../app/session.ts';
import type { Who } from '../app/tokens.ts';
import { type Turns, turnsIn } from './alone.ts';
import { textsOf, type VaultTexts } from './kept-texts.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { READINGS } from './readings.ts';
import { openStore } from './store.ts';
import { openVault, type Vault } from './vault.ts';

/** Where the house is and where people sign in: the worker learns it from the vault, the page from its server. */
export interface Settings {
  readonly client: SignInClient;
  readonly pages: string;
  readonly locale: string;
}

/** Everything that runs without a screen: in a page and in the worker alike. */
export interface Engine {
  readonly vault: Vault;
  readonly turns: Turns;
  readonly texts: VaultTexts;
  readonly session: Session;
  readonly api: Api;
  readonly outbox: Outbox;
  /** A token as the vault has it now: another tab may have signed in since. */
  readonly pass: () => Promise<Pass>;
}

/** What of a browser the engine works with; a worker has it, too. */
export type Surroundings = Pick<WindowOrWorkerGlobalScope, 'indexedDB'> & {
  readonly navigator: { readonly locks?: LockManager };
};

const SETTINGS = 'settings';
const WHO = 'who';
/** A request that hangs keeps all others from being sent; a file takes its time. */
const REQUEST_MS_MAX = 30_000;
const UPLOAD_MS_MAX = 15 * 60_000;

const ask = (url: string, request: RequestInit): Promise<Response> => {
  const isUpload = request.body !== undefined && typeof request.body !== 'string';
  return fetch(url, { ...request, signal: AbortSignal.timeout(isUpload ? UPLOAD_MS_MAX : REQUEST_MS_MAX) });
};

const now = (): number => Date.now();
const newKey = (): string => crypto.randomUUID();

const isSettings = (value: unknown): value is Settings => isRecord(value) && isRecord(value['client']);

export const openVaultIn = async (browser: Surroundings): Promise<{ readonly vault: Vault; readonly turns: Turns }> => {
  const turns = turnsIn(browser);
  return { turns, vault: openVault(await openStore(browser), turns.alone) };
};

/** Opens it with what the page was told, or else with what a page left in the vault; undefined where none did. */
export const openEngine = async (
  browser: Surroundings,
  changed: () => void,
  told?: Settings,
): Promise<Engine | undefined> => {
  const { vault, turns } = await openVaultIn(browser);
  const settings = told ?? (await vault.read(SETTINGS));
  if (!isSettings(settings)) return undefined;
  const texts = textsOf(vault);
  await texts.reload();
  const session = openSession({ ...settings, tab: texts, fetch: ask, now });
  const pass = async (): Promise<Pass> => {
    await texts.reload();
    const known = await session.pass();
    if (known.kind === 'token' && (await keepWho(vault, known.who, settings))) changed();
    return known;
  };
  const api = apiOf({ session: { pass, passInsteadOf: session.passInsteadOf }, device: texts, fetch: ask, newKey });
  const outbox = openOutbox({ vault, turns, api, pass, fetch: ask, now, changed });
  return { vault, turns, texts, session, api, outbox, pass };
};

const isWho = (value: unknown): value is Who => isRecord(value) && typeof value['person'] === 'string';

/** Whose device this is now, with or without a network; undefined where nobody signed in yet. */
export const whoIn = async (vault: Pick<Vault, 'read'>): Promise<Who | undefined> => {
  const who = await vault.read(WHO);
  return isWho(who) ? who : undefined;
};

/** What one person read is not for the next who signs in. Answers whether it is another, or the same with other roles. */
const keepWho = async (vault: Vault, who: Who, settings: Settings): Promise<boolean> => {
  const before = await whoIn(vault);
  if (before !== undefined && before.person === who.person && before.roles.join() === who.roles.join()) return false;
  const read = before?.person === who.person ? [] : await vault.under(READINGS);
  await vault.write({
    ...Object.fromEntries(read.map(([name]) => [name, undefined])),
    [WHO]: who,
    [SETTINGS]: settings,
  });
  return true;
};
