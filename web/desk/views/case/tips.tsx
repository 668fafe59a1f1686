import { useState } from 'preact/hooks';
import { filled } from '../../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { readTip } from '../../../../functions/_queries/tip-queries.ts';
import { Asked, readAs } from '../../../app/asked.tsx';
import { isRecord } from '../../../app/kept-text.ts';
import { useTools } from '../../../app/tools.ts';
import { Facts, Section, Tag, Tags } from '../../../components/basics.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-tools.ts';
import { FileShown } from '../../files-of.tsx';
import { OpenOrSettled, useIsShown } from '../../open-or-settled.tsx';
import { Said, useChoice } from '../../said.tsx';
import { Term } from '../../term.tsx';
import { ThingList } from '../../thing-list.tsx';
import type { PartProps } from './parts.ts';

type TipRead = AnswerOf<typeof readTip>;
/** As the list tells it: what it says only to those who may read it. */
type Tip = Omit<TipRead, 'text' | 'files' | 'added' | 'documents' | 'reason'> & { readonly text?: string };

/** What the public told of the case, and what was done with it. */
export const TipsOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const { speech } = useDesk().views;
  const isShown = useIsShown();
  return (
    <Section id="tips" title={speech.tips}>
      <OpenOrSettled />
      <ThingList<Tip>
        path={`/cases/${id}/tips?limit=100`}
        none={speech.noTips}
        stamp={stamp}
        on="tip"
        keep={({ answer }) => isShown(answer === undefined)}
        idsOf={({ id: tip }) => ({ case: id, tip })}
      >
        {(tip) => <TipShown {...tip} />}
      </ThingList>
    </Section>
  );
};

const TipShown = ({ id, receivedAt, answer, late, overdue, lead, term, text, language, name, contact }: Tip) => {
  const { speech, observed } = useDesk().views;
  const { moment } = useDates();
  const choice = useChoice();
  const received = filled(speech.received, { date: moment(receivedAt) });
  return (
    <>
      <h3>
        <time dateTime={receivedAt}>{received}</time>
      </h3>
      <Tags>
        {[
          lead ? <Tag tone="calm">{speech.lead}</Tag> : null,
          answer === undefined ? null : <Tag tone="good">{choice('tipAnswers', answer)}</Tag>,
          late === true ? <Tag tone="warn">{observed.late}</Tag> : null,
        ]}
      </Tags>
      <Facts
        inline
        of={[
          { name: speech.from, value: name },
          { name: speech.contact, value: contact },
        ]}
      />
      {text === undefined ? <p class="seal">{speech.tipHidden}</p> : <Said text={text} lang={language} />}
      {text === undefined ? null : <More tip={id} />}
      {answer === undefined ? <Term {...term} overdue={overdue} /> : null}
    </>
  );
};

/** The API of the same house answered it: that it says what was added is all that is asked. */
const isTip = (body: unknown): body is TipRead => isRecord(body) && Array.isArray(body['added']);

/** What was added to it, its files, and how it was answered; read once somebody opens it. */
const More = ({ tip }: { readonly tip: string }) => {
  const { speech, asked } = useDesk().views;
  const { api } = useTools();
  const id = useCase()?.shown.case ?? '';
  const [isOpen, setOpen] = useState(false);
  const ask = () => readAs(api, `/cases/${id}/tips/${tip}`, (body) => (isTip(body) ? body : undefined));
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{speech.files}</summary>
      {isOpen ? (
        <Asked ask={ask}>
          {({ added, documents, reason }) => (
            <>
              {added.map((each, index) => (
                <Said key={index} text={each.text} />
              ))}
              {documents.length === 0 ? <p class="muted">{speech.noFiles}</p> : null}
              <ul class="files">
                {documents.map((file) => (
                  <li key={file.document}>
                    <FileShown {...file} />
                  </li>
                ))}
              </ul>
              <Said name={asked.answer} text={reason} />
            </>
          )}
        </Asked>
      ) : null}
    </details>
  );
};
