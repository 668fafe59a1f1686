import type { JSX } from 'preact';
import { filled } from '../../../domain/words/code-words.ts';
import { Section } from '../../components/basics.tsx';
import { Shell } from '../../components/shell.tsx';
import { lastDayIn } from '../../format.ts';
import { useLink, usePlace } from '../../page-context.ts';
import { Handed, useTipWords } from './parts.tsx';
import type { CaseOfTip, HandedIn } from './shown.ts';

interface TipSentProps {
  readonly about: CaseOfTip;
  readonly code: string;
  readonly handed: readonly HandedIn[];
  readonly dueAt: string | undefined;
}

const TipSent = ({ about, code, handed, dueAt }: TipSentProps) => {
  const { language } = usePlace();
  const { sent, keeping } = useTipWords();
  const link = useLink();
  return (
    <Shell title={sent.title} description={sent.lead}>
      <h1>{sent.title}</h1>
      <p class="lead">{sent.lead}</p>
      <div class="secret">
        <h2 id="code">{sent.code}</h2>
        <p class="code" aria-labelledby="code" translate={false}>
          {code}
        </p>
        <p class="hint">{sent.select}</p>
      </div>
      <Section id="keep" title={sent.keep}>
        <ul>
          {keeping.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {dueAt === undefined ? null : <p>{filled(sent.answerBy, { date: lastDayIn(language, dueAt, about.zone) })}</p>}
        <form action={link('/tips')} method="post">
          <input type="hidden" name="code" value={code} />
          <div class="actions">
            <button class="button" type="submit">
              {sent.look}
            </button>
          </div>
        </form>
      </Section>
      {handed.length === 0 ? null : (
        <Section id="files" title={sent.files}>
          <Handed of={handed} zone={about.zone} />
        </Section>
      )}
      <p>
        <a href={link(`/cases/${about.case}`)}>{sent.toCase}</a>
      </p>
    </Shell>
  );
};

/** The one time that the code of a tip is shown. */
export const tipSentPage = (props: TipSentProps): JSX.Element => <TipSent {...props} />;
