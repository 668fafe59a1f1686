import type { JSX } from 'preact';
import { REFUSAL_WORDS } from '../../../domain/documents/refusal-words.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { readTip } from '../../../functions/_queries/tip-queries.ts';
import { Facts, Notice, Section, Tag, Tags } from '../../components/basics.tsx';
import { Shell } from '../../components/shell.tsx';
import { lastDayIn, momentIn } from '../../format.ts';
import { useLink, usePlace } from '../../page-context.ts';
import { FilesField, FlawSummary, Handed, TextArea, ToldNotice, useFlaws, useTipWords } from './parts.tsx';
import type { CaseOfTip, Flaw, HandedIn, Told } from './shown.ts';

type TipRead = AnswerOf<typeof readTip>;

interface TipFollowedProps {
  readonly about: CaseOfTip;
  readonly tip: TipRead;
  readonly code: string;
  /** What a repeat of the form is known by. */
  readonly key: string;
  readonly text: string;
  readonly flaws?: readonly Flaw[];
  readonly told?: Told;
  readonly handed?: readonly HandedIn[];
  readonly hadFiles?: boolean;
  readonly filesBytesMax: number;
}

interface Adding extends Omit<TipFollowedProps, 'key'> {
  readonly formKey: string;
}

const TipFollowed = (props: Adding) => {
  const { about, tip, told, flaws = [], handed = [], filesBytesMax } = props;
  const { language } = usePlace();
  const { followed } = useTipWords();
  const link = useLink();
  const wrong = useFlaws(flaws, filesBytesMax);
  const at = (instant: string) => momentIn(language, instant, about.zone);
  return (
    <Shell title={followed.title} description={followed.title}>
      <FlawSummary of={wrong} />
      <ToldNotice told={told} zone={about.zone} />
      <Handed of={handed} zone={about.zone} />
      <h1>{followed.title}</h1>
      <Standing tip={tip} />
      <Facts
        of={[
          { name: followed.about, value: <a href={link(`/cases/${about.case}`)}>{about.title}</a> },
          { name: followed.received, value: at(tip.receivedAt) },
          {
            name: followed.answerBy,
            value: tip.answer === undefined ? lastDayIn(language, tip.dueAt, about.zone) : undefined,
          },
        ]}
      />
      <Answered tip={tip} />
      <Written tip={tip} />
      <Files tip={tip} />
      <Section id="add" title={followed.add}>
        <AddForm {...props} wrong={wrong} />
      </Section>
      <p class="muted">{followed.leave}</p>
    </Shell>
  );
};

const Standing = ({ tip }: Pick<TipFollowedProps, 'tip'>) => {
  const { followed } = useTipWords();
  const unanswered = tip.overdue ? 'overdue' : 'waiting';
  const state = tip.answer === undefined ? unanswered : 'answered';
  const tone = { overdue: 'bad', waiting: 'calm', answered: 'good' } as const;
  return (
    <Tags>
      {[
        <Tag key="state" tone={tone[state]}>
          {followed[state]}
        </Tag>,
        tip.lead ? <Tag key="lead">{followed.lead}</Tag> : null,
      ]}
    </Tags>
  );
};

const Answered = ({ tip }: Pick<TipFollowedProps, 'tip'>) => {
  const { followed, answers } = useTipWords();
  return (
    <Section id="answer" title={followed.answer}>
      {tip.answer === undefined ? (
        <p>{followed.noAnswer}</p>
      ) : (
        <Notice tone="good">
          <p>
            <strong>{answers[tip.answer]}</strong>
          </p>
          <p class="said">{tip.reason}</p>
          {tip.late === true ? <p>{followed.late}</p> : null}
        </Notice>
      )}
    </Section>
  );
};

const Written = ({ tip }: Pick<TipFollowedProps, 'tip'>) => {
  const { followed } = useTipWords();
  return (
    <Section id="written" title={followed.written}>
      <blockquote>
        <p class="said">{tip.text}</p>
      </blockquote>
      {tip.added.map(({ text }, index) => (
        <div key={index}>
          <h3>{followed.addition}</h3>
          <blockquote>
            <p class="said">{text}</p>
          </blockquote>
        </div>
      ))}
    </Section>
  );
};

const Files = ({ tip }: Pick<TipFollowedProps, 'tip'>) => {
  const { language } = usePlace();
  const { followed, documents } = useTipWords();
  if (tip.documents.length === 0) return null;
  const tones = { awaited: 'plain', checking: 'calm', usable: 'good', refused: 'bad' } as const;
  return (
    <Section id="documents" title={followed.files}>
      <ul class="files">
        {tip.documents.map(({ document, name, state, reason }) => (
          <li key={document}>
            {name} <Tag tone={tones[state]}>{documents[state]}</Tag>
            {reason === undefined ? null : <p>{REFUSAL_WORDS[reason][language]}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const AddForm = ({
  code,
  formKey,
  text,
  hadFiles = false,
  filesBytesMax,
  wrong,
}: Adding & { readonly wrong: ReturnType<typeof useFlaws> }) => {
  const { followed } = useTipWords();
  const link = useLink();
  return (
    <form action={link('/tips')} method="post" enctype="multipart/form-data" autocomplete="off" noValidate>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="key" value={formKey} />
      <TextArea label={followed.addText} hint={followed.addHint} value={text} error={wrong.text} />
      <FilesField bytesMax={filesBytesMax} error={wrong.files} again={hadFiles} />
      <div class="actions">
        <button class="button" type="submit">
          {followed.addSend}
        </button>
      </div>
    </form>
  );
};

/** A tip, for whoever holds its code. */
export const tipFollowedPage = ({ key, ...props }: TipFollowedProps): JSX.Element => (
  <TipFollowed {...props} formKey={key} />
);
