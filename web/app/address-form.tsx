import { useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { Notice } from '../components/basics.tsx';
import { Field } from '../components/form.tsx';
import type { FormOfSettings } from './notice-form.tsx';
import { Outcome, useDraft, useSending, useWrongs } from './sending.tsx';
import { settingsIn } from './settings.ts';
import { useTools } from './tools.ts';

const FORM = 'mail-address';
const EMPTY = { address: '' };

/** Where mail goes: an address is given, and counts from when its code was sent back. */
export const AddressForm = (props: FormOfSettings) => {
  const { words, locale } = useTools().told;
  const { account, goesTo } = words;
  const { settings } = props;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <>
      <p>
        {account.goesTo} {goesTo[settings.mailGoesTo]}. <span class="muted">{account.addressSays}</span>
      </p>
      {settings.awaitsCodeUntil === undefined ? null : (
        <>
          <Notice>{filled(account.awaits, { date: moment.format(new Date(settings.awaitsCodeUntil)) })}</Notice>
          <CodeForm {...props} />
        </>
      )}
      <GiveForm {...props} />
    </>
  );
};

const GiveForm = ({ settings, drafts, know }: FormOfSettings) => {
  const { account, problems, session } = useTools().told.words;
  const draft = useDraft(drafts, FORM, EMPTY);
  const sending = useSending(FORM);
  const [said, setSaid] = useState<string>();
  const wrongs = useWrongs(sending.failure, { address: problems.address });
  const send = async (body: { readonly address?: string }, done: string) => {
    const answered = settingsIn((await sending.send('/me/mail-address', body))?.body);
    if (answered === undefined) return;
    draft.sent(EMPTY);
    setSaid(done);
    know(answered);
  };
  const hasAddress = settings.mailGoesTo === 'own-address' || settings.awaitsCodeUntil !== undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ address: (draft.fields['address'] ?? '').trim() }, account.given);
      }}
    >
      <Outcome failure={sending.failure} wrongs={wrongs}>
        {said === undefined ? null : <Notice tone="good">{said}</Notice>}
        {draft.isBroughtBack && said === undefined ? <Notice>{account.draft}</Notice> : null}
      </Outcome>
      {draft.hasRoom ? null : <Notice tone="warn">{session.noRoom}</Notice>}
      <Field name="address" label={account.newAddress} hint={account.newAddressHint} error={wrongs[0]?.says}>
        {(described) => (
          <input
            type="email"
            autocomplete="email"
            {...described}
            value={draft.fields['address'] ?? ''}
            onInput={({ currentTarget }) => draft.write('address', currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <button class="button" type="submit" disabled={sending.isBusy}>
          {account.give}
        </button>
        {hasAddress ? (
          <button
            class="button second"
            type="button"
            disabled={sending.isBusy}
            onClick={() => void send({}, account.takenBack)}
          >
            {account.takeBack}
          </button>
        ) : null}
      </div>
    </form>
  );
};

/** The code opens an address: it is no draft, and stays on no device. */
const CodeForm = ({ know }: FormOfSettings) => {
  const { account, problems } = useTools().told.words;
  const sending = useSending('mail-code');
  const [code, setCode] = useState('');
  const wrongs = useWrongs(sending.failure, { code: problems.code });
  const send = async () => {
    const answered = settingsIn((await sending.send('/me/mail-address/confirmation', { code: code.trim() }))?.body);
    if (answered !== undefined) know(answered);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Outcome failure={sending.failure} wrongs={wrongs} />
      <Field name="code" label={account.code} hint={account.codeHint} error={wrongs[0]?.says}>
        {(described) => (
          <input
            autocomplete="one-time-code"
            spellcheck={false}
            {...described}
            value={code}
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
        )}
      </Field>
      <p>
        <button class="button" type="submit" disabled={sending.isBusy}>
          {account.confirm}
        </button>
      </p>
    </form>
  );
};
