import { useEffect, useState } from 'preact/hooks';
import { filled } from '../../../../domain/words/code-words.ts';
import type { AnswerOf } from '../../../../functions/_http/operation.ts';
import type { readProcess } from '../../../../functions/_queries/process-queries.ts';
import { Outcome, useSending } from '../../../app/sending.tsx';
import { Facts, Notice, Section, Tag } from '../../../components/basics.tsx';
import { ActsNamed } from '../../acts-on.tsx';
import { useCase } from '../../case-at-desk.ts';
import { useDesk } from '../../desk-tools.ts';
import { documentIn, type OcdsChosen, OcdsField } from '../../ocds-field.tsx';
import { OcdsRefused, ocidsOf, useWrongData } from '../../ocds-refused.tsx';
import { ReadList } from '../../read-list.tsx';
import { ReadOne } from '../../read-one.tsx';
import { When } from '../../when.tsx';
import type { PartProps } from './parts.ts';

type ProcessRead = AnswerOf<typeof readProcess>;

interface Change {
  readonly id: string;
  readonly readAt: string;
  readonly changes: readonly {
    readonly pointer: string;
    readonly from?: string | number;
    readonly to?: string | number;
    readonly wasPast: boolean;
  }[];
}

/** What was last read of the official data, what it asks people to record, how it changed, and the way to read it again. */
export const ProcessOfCase = ({ stamp }: PartProps) => {
  const id = useCase()?.shown.case ?? '';
  const may = useCase()?.shown.may ?? [];
  const { processes: words } = useDesk().views;
  return (
    <Section id="process" title={words.official}>
      <ReadOne<ProcessRead> path={`/cases/${id}/process`} stamp={stamp}>
        {(read) => <Read {...read} />}
      </ReadOne>
      {may.includes('refresh-process') ? <Refresh case={id} /> : null}
      <h3>{words.changes}</h3>
      <ReadList<Change> path={`/cases/${id}/process/changes?limit=25`} none={words.noChanges} stamp={stamp}>
        {(changes) => (
          <ul class="cards">
            {changes.map(({ id: change, readAt, changes: places }) => (
              <li key={change}>
                <When at={readAt} />
                <ul>
                  {places.map(({ pointer, from, to, wasPast }) => (
                    <li key={pointer}>
                      <code>{pointer}</code> {from === undefined ? null : <del>{from}</del>}{' '}
                      {to === undefined ? null : <ins>{to}</ins>}{' '}
                      {wasPast ? <Tag tone="warn">{words.wasPast}</Tag> : null}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </ReadList>
    </Section>
  );
};

const Read = ({ process, problems, hints }: ProcessRead) => {
  const { views, choices } = useDesk();
  const { processes: words } = views;
  const id = useCase()?.shown.case ?? '';
  return (
    <>
      <Facts
        of={[
          { name: words.named, value: process.title },
          { name: 'ocid', value: <code>{process.ocid}</code> },
          { name: words.bidders, value: process.bidders.length },
          { name: words.awards, value: process.awards.length },
          { name: words.contracts, value: process.contracts.length },
        ]}
      />
      {hints.map(({ hint, operation }) => (
        <Notice key={hint} tone="warn">
          <p>{choices['processHints']?.[hint] ?? hint}</p>
          <ActsNamed names={[operation]} ids={{ case: id }} />
        </Notice>
      ))}
      {problems.length === 0 ? null : (
        <details>
          <summary>{filled(words.problemsOf, { n: String(problems.length) })}</summary>
          <ul>
            {problems.map(({ pointer, problem }, index) => (
              <li key={index}>
                <code>{pointer === '' ? '/' : pointer}</code>: <span lang="en">{problem}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

/** Reads the official data again, from what was published since: what changed goes on record. */
const Refresh = ({ case: id }: { readonly case: string }) => {
  const { processes: words, form } = useDesk().views;
  const again = useCase()?.again;
  const sending = useSending(`refresh-process:${id}`);
  const [chosen, setChosen] = useState<OcdsChosen>({ text: '' });
  const [several, setSeveral] = useState<readonly string[]>([]);
  const [ocid, setOcid] = useState('');
  const [isUnread, setUnread] = useState(false);
  const [isDone, setDone] = useState(false);
  const told = ocidsOf(sending.failure);
  useEffect(() => {
    if (told.length > 0) setSeveral(told);
  }, [sending.failure]);
  const choose = (data: OcdsChosen) => {
    setChosen(data);
    setSeveral([]);
    setOcid('');
    setDone(false);
  };
  const submit = async () => {
    const document = documentIn(chosen.text);
    setUnread(document === undefined);
    if (document === undefined) return;
    const answered = await sending.send(`/cases/${id}/process`, { ocds: document, ...(ocid === '' ? {} : { ocid }) });
    if (answered === undefined) return;
    choose({ text: '' });
    setDone(true);
    again?.();
  };
  const wrongs = useWrongData('refresh', sending.failure, { isUnread, text: chosen.text });
  return (
    <details class="acts" open={isDone}>
      <summary>{words.refresh}</summary>
      <form
        class="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p class="hint">{words.refreshSays}</p>
        <Outcome failure={isUnread ? undefined : sending.failure} wrongs={wrongs}>
          {isDone ? <Notice tone="good">{form.done}</Notice> : null}
        </Outcome>
        <OcdsField
          name="refresh"
          chosen={chosen}
          choose={choose}
          error={wrongs.find(({ field }) => field === 'refresh')?.says}
        />
        <OcdsRefused failure={sending.failure} ocids={several} ocid={ocid} choose={setOcid} />
        <p class="actions">
          <button class="button" type="submit" disabled={sending.isBusy}>
            {sending.isBusy ? form.sending : words.refresh}
          </button>
        </p>
      </form>
    </details>
  );
};
