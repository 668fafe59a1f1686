import { type Had, readAs } from './asked.tsx';
import { type Settings, settingsIn } from './settings.ts';
import type { Who } from './tokens.ts';
import { useTools } from './tools.ts';

/** Who somebody is, and how they want to be told. */
export interface Known {
  readonly who: Who;
  readonly settings: Settings;
}

/** Asks for both: who is told by the session, the rest by the API. */
export const useAskWho = (): (() => Promise<Had<Known>>) => {
  const { session, api } = useTools();
  return async () => {
    const pass = await session.pass();
    if (pass.kind !== 'token') return pass;
    const had = await readAs(api, '/me/notice-settings', settingsIn);
    return had.kind === 'known' ? { kind: 'known', known: { who: pass.who, settings: had.known } } : had;
  };
};
