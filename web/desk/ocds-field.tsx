import { useState } from 'preact/hooks';
import { isRecord, jsonIn } from '../app/kept-text.ts';
import { Field } from '../components/form.tsx';
import { useDesk } from './desk-tools.ts';

/** Official data as somebody chose or pasted them. */
export interface OcdsChosen {
  readonly text: string;
  /** Of the file, where it was one. */
  readonly name?: string;
}

/** The document that a text is; undefined where it is none. */
export const documentIn = (text: string): Readonly<Record<string, unknown>> | undefined => {
  // Files of Windows begin with a mark that JSON does not know.
  const json = jsonIn(text.replace(/^\uFEFF/, '').trim());
  return isRecord(json) ? json : undefined;
};

/** Asks for official data: a file, or its text. */
export const OcdsField = ({
  name,
  chosen,
  choose,
  error,
}: {
  readonly name: string;
  readonly chosen: OcdsChosen;
  readonly choose: (chosen: OcdsChosen) => void;
  readonly error: string | undefined;
}) => {
  const { processes: words } = useDesk().views;
  const [isBusy, setBusy] = useState(false);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setBusy(true);
    choose({ text: await file.text(), name: file.name });
    setBusy(false);
  };
  return (
    <>
      <Field name={`${name}-file`} label={words.file} hint={words.fileHint}>
        {(described) => (
          <input
            {...described}
            type="file"
            accept=".json,application/json"
            disabled={isBusy}
            onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
          />
        )}
      </Field>
      {chosen.name === undefined ? (
        <Field name={name} label={words.pasted} error={error}>
          {(described) => (
            <textarea
              {...described}
              rows={6}
              spellcheck={false}
              value={chosen.text}
              onInput={({ currentTarget }) => choose({ text: currentTarget.value })}
            />
          )}
        </Field>
      ) : (
        <div class={error === undefined ? 'field' : 'field wrong'} id={name}>
          {error === undefined ? null : <p class="error">{error}</p>}
          <p>
            <code>{chosen.name}</code>{' '}
            <button class="button second small" type="button" onClick={() => choose({ text: '' })}>
              {words.otherData}
            </button>
          </p>
        </div>
      )}
    </>
  );
};
