import { useState } from 'preact/hooks';
import { sha256Of } from '../app/hand-in.ts';
import { Field } from '../components/form.tsx';
import { useDesk } from './desk-tools.ts';

interface HashFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isMany: boolean;
  /** The hashes, one a line. */
  readonly value: string;
  readonly write: (hashes: string) => void;
}

/** A file that stays on the device: what is sent is its hash, which is shown. */
export const HashField = ({ id, label, hint, error, isMany, value, write }: HashFieldProps) => {
  const { form } = useDesk().views;
  const [isBusy, setBusy] = useState(false);
  const choose = async (files: readonly File[]) => {
    setBusy(true);
    const found = await Promise.all(files.map(sha256Of));
    setBusy(false);
    write(found.join('\n'));
  };
  return (
    <Field name={id} label={label} hint={[hint, form.hashSays].filter(Boolean).join(' ')} error={error}>
      {(described) => (
        <>
          <input
            {...described}
            type="file"
            multiple={isMany}
            disabled={isBusy}
            onChange={({ currentTarget }) => void choose([...(currentTarget.files ?? [])])}
          />
          {value
            .split('\n')
            .filter((hash) => hash !== '')
            .map((hash) => (
              <p class="hash" key={hash}>
                {form.hash}: <code>{hash}</code>
              </p>
            ))}
        </>
      )}
    </Field>
  );
};
