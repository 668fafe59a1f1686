import type { JSX } from 'preact';
import { LANGUAGES, type Language } from '../../../domain/languages.ts';
import { TIP_LIMITS } from '../../../domain/tips/send-tip.ts';
import { CODE_WORDS } from '../../../domain/words/code-words.ts';
import { Crumbs, Notice } from '../../components/basics.tsx';
import { Field } from '../../components/form.tsx';
import { Shell } from '../../components/shell.tsx';
import { useLink, useWords } from '../../page-context.ts';
import { FilesField, FlawSummary, TextArea, ToldNotice, useFlaws, useTipWords } from './parts.tsx';
import type { CaseOfTip, Flaw, Told } from './shown.ts';

/** What somebody typed, as they typed it. */
export interface TipTyped {
  readonly text: string;
  readonly name: string;
  readonly contact: string;
  readonly language: Language;
}

interface TipFormProps {
  readonly about: CaseOfTip;
  /** What the tip will be followed by, and what a repeat of this form is known by. */
  readonly receipt: string;
  readonly typed: TipTyped;
  readonly flaws?: readonly Flaw[];
  readonly told?: Told;
  readonly hadFiles?: boolean;
  readonly filesBytesMax: number;
}

const TipForm = (props: TipFormProps) => {
  const { about, flaws = [], told, filesBytesMax } = props;
  const { cases } = useWords();
  const { form, invite } = useTipWords();
  const link = useLink();
  const wrong = useFlaws(flaws, filesBytesMax);
  return (
    <Shell title={form.title} description={form.lead}>
      <Crumbs
        label={cases.title}
        of={[
          { href: link('/cases'), name: cases.title },
          { href: link(`/cases/${about.case}`), name: about.title },
        ]}
      />
      <FlawSummary of={wrong} />
      <ToldNotice told={told} zone={about.zone} />
      <h1>{form.title}</h1>
      <p>
        {form.about}: <strong>{about.title}</strong>
      </p>
      <p class="lead">{form.lead}</p>
      <p>
        <a href={link('/tips')}>{invite.follow}</a>
      </p>
      <Explained />
      {about.takesTips ? (
        <Asked {...props} wrong={wrong} />
      ) : (
        <Notice tone="warn">
          <p>{form.notTaken}</p>
        </Notice>
      )}
    </Shell>
  );
};

const Explained = () => {
  const { form, advice } = useTipWords();
  return (
    <>
      <Notice>
        <h2>{form.protect}</h2>
        <ul>
          {advice.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Notice>
      <details>
        <summary>{form.what}</summary>
        <p>{form.whatSays}</p>
      </details>
      <details>
        <summary>{form.becomes}</summary>
        <p>{form.becomesSays}</p>
      </details>
      <details open>
        <summary>{form.reads}</summary>
        <p>{form.readsSays}</p>
      </details>
    </>
  );
};

const Asked = ({
  about,
  receipt,
  typed,
  hadFiles = false,
  filesBytesMax,
  wrong,
}: TipFormProps & { readonly wrong: ReturnType<typeof useFlaws> }) => {
  const { form } = useTipWords();
  const link = useLink();
  return (
    <form
      class="section"
      action={link(`/cases/${about.case}/tips/new`)}
      method="post"
      enctype="multipart/form-data"
      autocomplete="off"
      noValidate
    >
      <input type="hidden" name="receipt" value={receipt} />
      <TextArea label={form.text} hint={form.textHint} value={typed.text} error={wrong.text} />
      <Field name="language" label={form.language}>
        {(described) => (
          <select {...described}>
            {LANGUAGES.map((each) => (
              <option key={each} value={each} lang={each} selected={each === typed.language}>
                {CODE_WORDS[each].language}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FilesField bytesMax={filesBytesMax} error={wrong.files} again={hadFiles} />
      <Who typed={typed} wrong={wrong} />
      <div class="actions">
        <button class="button" type="submit">
          {form.send}
        </button>
      </div>
    </form>
  );
};

const Who = ({ typed, wrong }: Pick<TipFormProps, 'typed'> & { readonly wrong: ReturnType<typeof useFlaws> }) => {
  const { form } = useTipWords();
  return (
    <fieldset>
      <legend>
        <strong>{form.who}</strong>
      </legend>
      <p>{form.whoSays}</p>
      <Field name="name" label={form.name} error={wrong.name}>
        {(described) => <input type="text" {...described} value={typed.name} maxLength={TIP_LIMITS.name} />}
      </Field>
      <Field name="contact" label={form.contact} hint={form.contactHint} error={wrong.contact}>
        {(described) => <input type="text" {...described} value={typed.contact} maxLength={TIP_LIMITS.contact} />}
      </Field>
    </fieldset>
  );
};

/** Where anybody tells what they know of a case. */
export const tipFormPage = (props: TipFormProps): JSX.Element => <TipForm {...props} />;
