import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Engine } from './engine.ts';
import type { Item } from './items.ts';
import { type Kept, keptReading, readAnew } from './readings.ts';
import type { FieldTold } from './told.ts';

/** What every screen of the app works with. */
export interface Field {
  readonly told: FieldTold;
  readonly engine: Engine;
  readonly person: string;
  readonly items: readonly Item[];
  readonly isOnline: boolean;
  readonly isSending: boolean;
  /** The session is over: everything stays, and nothing goes. */
  readonly isEnded: boolean;
  /** Sends what waits, now. */
  readonly send: () => void;
  readonly signIn: () => Promise<void>;
  /** Tells the other tabs that nobody is signed in any more. */
  readonly signedOut: () => void;
  /** Told by a reading that the session is over. */
  readonly ended: () => void;
}

const Context = createContext<Field | undefined>(undefined);

export const FieldOfPage = Context.Provider;

/** Throws outside of the app. */
export const useField = (): Field => {
  const field = useContext(Context);
  if (field === undefined) throw new Error('There is no field outside of the app.');
  return field;
};

/** When something that was read is fresh enough not to be asked again by the next screen, in milliseconds. */
const FRESH_MS = 20_000;

export interface Read<Body> {
  /** Undefined while it is looked for. */
  readonly kept: Kept | 'never' | undefined;
  readonly body: Body;
}

/** What the vault has of a path, at once; and what the API has, when it comes. */
export const useReading = <Body>(path: string, understood: (body: unknown) => Body): Read<Body> => {
  const { engine, isOnline, ended, items } = useField();
  const [kept, setKept] = useState<Kept | 'never'>();
  const done = items.filter(({ receipt }) => receipt !== undefined).length;
  useEffect(() => {
    const state = { isGone: false };
    const show = (read: Kept | 'never'): void => {
      if (!state.isGone) setKept(read);
    };
    const read = async (): Promise<void> => {
      const before = await keptReading(engine.vault, path);
      if (before !== undefined) show(before);
      const isFresh = before !== undefined && Date.now() - before.at < FRESH_MS && done === 0;
      const anew = isOnline && !isFresh ? await readAnew(engine, path) : 'no-network';
      if (anew === 'ended') ended();
      if (typeof anew !== 'string') show(anew);
      else if (before === undefined) show('never');
    };
    void read();
    return () => {
      state.isGone = true;
    };
  }, [path, isOnline, done]);
  return { kept, body: understood(kept === 'never' ? undefined : kept?.body) };
};

/** Day and hour as the reader’s language writes them, where the device is or in a zone. */
export const momentIn = (locale: string, at: number | string, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(at));

/** The number of a thing, of its id: `7` of `observation-7`. */
export const numberOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1);
