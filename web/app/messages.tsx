import { useState } from 'preact/hooks';
import { Notice, Section } from '../components/basics.tsx';
import { AddressForm } from './address-form.tsx';
import { Asked } from './asked.tsx';
import { type Known, useAskWho } from './known.ts';
import { SettingsForm } from './notice-form.tsx';
import type { Settings } from './settings.ts';
import { useTools } from './tools.ts';

/** How somebody is told: in which language, how often, and where. */
export const Messages = () => (
  <Asked ask={useAskWho()}>
    {(known, know) => <Chosen {...known} know={(settings) => know({ ...known, settings })} />}
  </Asked>
);

const Chosen = ({ who, settings, know }: Known & { readonly know: (settings: Settings) => void }) => {
  const { told, draftsOf } = useTools();
  const { account, messages } = told.words;
  const [drafts] = useState(() => draftsOf(who.person));
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
