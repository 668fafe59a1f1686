import { useState } from 'preact/hooks';
import { LANGUAGES } from '../../domain/languages.ts';
import { Notice } from '../components/basics.tsx';
import type { Drafts } from './drafts.ts';
import { Outcome, useDraft, useSending, useWrongs } from './sending.tsx';
import { type Settings, settingsIn } from './settings.ts';
import { useTools } from './tools.ts';

const FORM = 'notice-settings';
const WISHES = ['immediate', 'digest', 'none'] as const;

export interface FormOfSettings {
  readonly settings: Settings;
  readonly drafts: Drafts;
  /** Told what the API answered. */
  readonly know: (settings: Settings) => void;
}

/** In which language somebody wants to be told, and whether by mail. */
export const SettingsForm = ({ settings, drafts, know }: FormOfSettings) => {
  const { account, problems, session, mails } = useTools().told.words;
  const draft = useDraft(drafts, FORM, fieldsOf(settings));
  const sending = useSending(FORM);
  const [isSaved, setSaved] = useState(false);
  const wrongs = useWrongs(sending.failure, { language: problems.language, mail: problems.mail });
  const write = (name: string, text: string) => {
    setSaved(false);
    draft.write(name, text);
  };
  const send = async () => {
    const done = await sending.send('/me/notice-settings', draft.fields);
    const answered = settingsIn(done?.body);
    if (answered === undefined) return;
    draft.sent(fieldsOf(answered));
    setSaved(true);
    know(answered);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Outcome failure={sending.failure} wrongs={wrongs}>
        {isSaved ? <Notice tone="good">{account.saved}</Notice> : null}
        {draft.isBroughtBack && !isSaved ? <Notice>{account.draft}</Notice> : null}
      </Outcome>
      {draft.hasRoom ? null : <Notice tone="warn">{session.noRoom}</Notice>}
      <LanguageChoice chosen={draft.fields['language']} write={write} />
      <fieldset class="field" id="mail">
        <legend>{account.mail}</legend>
        {WISHES.map((wish) => (
          <div class="choice" key={wish}>
            <input
              type="radio"
              id={`mail-${wish}`}
              name="mail"
              value={wish}
              checked={draft.fields['mail'] === wish}
              onChange={() => write('mail', wish)}
            />
            <label for={`mail-${wish}`}>{mails[wish]}</label>
          </div>
        ))}
      </fieldset>
      <button class="button" type="submit" disabled={sending.isBusy}>
        {account.save}
      </button>
    </form>
  );
};

const fieldsOf = ({ language, mail }: Settings) => ({ language, mail });

const LanguageChoice = ({
  chosen,
  write,
}: {
  readonly chosen: string | undefined;
  readonly write: (name: string, text: string) => void;
}) => {
  const { words, languages } = useTools().told;
  return (
    <fieldset class="field" id="language">
      <legend>{words.account.language}</legend>
      {LANGUAGES.map((language) => (
        <div class="choice" key={language}>
          <input
            type="radio"
            id={`language-${language}`}
            name="language"
            value={language}
            checked={chosen === language}
            onChange={() => write('language', language)}
          />
          <label for={`language-${language}`} lang={language}>
            {languages[language]}
          </label>
        </div>
      ))}
    </fieldset>
  );
};
