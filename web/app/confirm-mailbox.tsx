import { useState } from 'preact/hooks';
import { Notice } from '../components/basics.tsx';
import { Field } from '../components/form.tsx';
import { type Answered, sentByAnybody } from './api.ts';
import { Outcome, type Wrong } from './sending.tsx';
import { useTools } from './tools.ts';

interface ConfirmMailboxProps {
  /** The endpoint whose mailbox it is. */
  readonly endpoint: string;
}

type Failure = Exclude<Answered, { kind: 'done' }>;

/** Where whoever reads the mailbox of an institution says that it may be used; nobody needs to be known here for it. */
export const ConfirmMailbox = ({ endpoint }: ConfirmMailboxProps) => {
  const { account, mailbox, problems } = useTools().told.words;
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [answered, setAnswered] = useState<Answered>();
  const send = async () => {
    if (isBusy) return;
    setBusy(true);
    const path = `/endpoints/${encodeURIComponent(endpoint)}/confirmation`;
    setAnswered(await sentByAnybody({ path, body: { code: code.trim() } }));
    setBusy(false);
  };
  if (answered?.kind === 'done') {
    return (
      <div role="status">
        <Notice tone="good">{mailbox.done}</Notice>
      </div>
    );
  }
  const wrongs = wrongsIn(answered, { code: problems.code, unknown: mailbox.unknown });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Outcome failure={answered} wrongs={wrongs} />
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
        <button class="button" type="submit" disabled={isBusy}>
          {account.confirm}
        </button>
      </p>
    </form>
  );
};

/** A code that is none is told apart from one that nobody waits for. */
const wrongsIn = (
  failure: Failure | undefined,
  says: { readonly code: string; readonly unknown: string },
): readonly Wrong[] => {
  if (failure?.kind !== 'refused') return [];
  return [{ field: 'code', says: failure.flaws.length > 0 ? says.code : says.unknown }];
};
