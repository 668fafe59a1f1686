import { useEffect, useState } from 'preact/hooks';
import { Notice, Section } from '../components/basics.tsx';
import { AddressForm } from './address-form.tsx';
import { SettingsForm } from './notice-form.tsx';
import { NotNow, SessionEnded } from './sending.tsx';
import { type Settings, settingsIn } from './settings.ts';
import { useTools } from './tools.ts';

type State =
  | { readonly kind: 'known'; readonly person: string; readonly settings: Settings }
  | { readonly kind: 'loading' | 'ended' | 'no-network' | 'failed' };

const useSettings = (): { state: State; load: () => void; know: (settings: Settings) => void } => {
  const { session, api } = useTools();
  const [state, setState] = useState<State>({ kind: 'loading' });
  const look = async (): Promise<State> => {
    const pass = await session.pass();
    if (pass.kind !== 'token') return pass;
    const told = await api.read('/me/notice-settings');
    if (told.kind === 'ended' || told.kind === 'no-network') return told;
    const settings = told.kind === 'done' ? settingsIn(told.body) : undefined;
    return settings === undefined ? { kind: 'failed' } : { kind: 'known', person: pass.who.person, settings };
  };
  const load = () => {
    setState({ kind: 'loading' });
    void look().then(setState);
  };
  useEffect(load, []);
  const know = (settings: Settings) =>
    setState((before) => (before.kind === 'known' ? { ...before, settings } : before));
  return { state, load, know };
};

/** How somebody is told: in which language, how often, and where. */
export const Messages = () => {
  const { words } = useTools().told;
  const { state, load, know } = useSettings();
  switch (state.kind) {
    case 'loading':
      return (
        <p class="loading" role="status">
          {words.session.loading}
        </p>
      );
    case 'ended':
      return <SessionEnded />;
    case 'no-network':
    case 'failed':
      return <NotNow failure={state.kind} again={load} />;
    case 'known':
      return <Chosen {...state} know={know} />;
  }
};

const Chosen = ({
  person,
  settings,
  know,
}: Extract<State, { kind: 'known' }> & { readonly know: (settings: Settings) => void }) => {
  const { told, draftsOf } = useTools();
  const { account, messages } = told.words;
  const [drafts] = useState(() => draftsOf(person));
  const isUnheard = settings.mailGoesTo === 'nowhere' && settings.mail !== 'none';
  return (
    <>
      {isUnheard ? <Notice tone="warn">{messages.nowhere}</Notice> : null}
      <Section id="notices" title={account.notices}>
        <p>{account.noticesSays}</p>
        <SettingsForm settings={settings} drafts={drafts} know={know} />
      </Section>
      <Section id="mail-address" title={account.address}>
        <AddressForm settings={settings} drafts={drafts} know={know} />
      </Section>
      <p>
        <a href={`/${told.language}/account`}>{messages.toAccount}</a>
      </p>
    </>
  );
};

/** Whoever comes from a mail signs in first, and comes back here. */
export const SignInFirst = () => {
  const { told, signIn } = useTools();
  const { messages, signIn: words } = told.words;
  return (
    <>
      <p>{messages.signInFirst}</p>
      <p>
        <button class="button" type="button" onClick={() => void signIn()}>
          {words.begin}
        </button>
      </p>
    </>
  );
};
