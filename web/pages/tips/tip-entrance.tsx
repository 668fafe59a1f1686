import type { JSX } from 'preact';
import { Field } from '../../components/form.tsx';
import { Shell } from '../../components/shell.tsx';
import { useLink } from '../../page-context.ts';
import { FlawSummary, ToldNotice, useFlaws, useTipWords } from './parts.tsx';
import type { Flaw, Told } from './shown.ts';

interface TipEntranceProps {
  /** As it was typed. */
  readonly code: string;
  readonly flaw?: Flaw;
  readonly told?: Told;
}

const TipEntrance = ({ code, flaw, told }: TipEntranceProps) => {
  const { entrance, invite } = useTipWords();
  const link = useLink();
  const wrong = useFlaws(flaw === undefined ? [] : [flaw]);
  return (
    <Shell title={entrance.title} description={entrance.lead}>
      <FlawSummary of={wrong} />
      <ToldNotice told={told} zone="UTC" />
      <h1>{entrance.title}</h1>
      <p class="lead">{entrance.lead}</p>
      <form action={link('/tips')} method="post" autocomplete="off" noValidate>
        <Field name="code" label={entrance.code} hint={entrance.codeHint} error={wrong.code}>
          {(described) => (
            <textarea class="code" {...described} required rows={3} spellcheck={false} autocapitalize="none">
              {code}
            </textarea>
          )}
        </Field>
        <div class="actions">
          <button class="button" type="submit">
            {entrance.open}
          </button>
        </div>
      </form>
      <p class="muted">{entrance.lost}</p>
      <p>
        <a href={link('/cases')}>{invite.toSend}</a>
      </p>
    </Shell>
  );
};

/** Where somebody comes back to their tip. */
export const tipEntrancePage = (props: TipEntranceProps): JSX.Element => <TipEntrance {...props} />;
