import { filled } from '../../../domain/words/code-words.ts';
import { CHECKLIST_DOCUMENTS, type DOCUMENT_ACCESS_RESULTS, STAGES } from '../../../events/vocabulary.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { listActs } from '../../../functions/_queries/subject-queries.ts';
import { Empty, Section, Tag, type Tone } from '../../components/basics.tsx';
import { Table } from '../../components/table.tsx';
import { numberIn } from '../../format.ts';
import { useWords } from '../../page-context.ts';
import { type CaseView, type Some, useCase } from './case-at-hand.ts';
import { FirstOf, type Heading, Item, Items, Said, Time } from './parts.tsx';

export type Act = AnswerOf<typeof listActs>['items'][number];

/** The first acts of a case. */
export const Acts = ({ view, acts }: { readonly view: CaseView; readonly acts: Some<Act> }) => {
  const { page, words } = useCase(view);
  return (
    <FirstOf
      id="acts"
      title={words.sections.acts}
      some={acts}
      none={words.none.acts}
      all={{ href: page('/acts'), says: words.all.acts }}
    >
      {(items) => <ActItems view={view} items={items} heading="h3" />}
    </FirstOf>
  );
};

interface ActItemsProps {
  readonly view: CaseView;
  readonly items: readonly Act[];
  readonly heading: Heading;
}

export const ActItems = ({ view, items, heading }: ActItemsProps) => (
  <Items>
    {items.map((act) => (
      <ActItem key={act.id} view={view} act={act} heading={heading} />
    ))}
  </Items>
);

const TONES: Readonly<Record<Act['accounted'], Tone>> = {
  attended: 'good',
  missed: 'warn',
  obstructed: 'bad',
  cancelled: 'plain',
  awaited: 'plain',
};

const ActItem = ({ view, act, heading }: { readonly view: CaseView; readonly act: Act; readonly heading: Heading }) => {
  const { codes, language, moment, words } = useCase(view);
  const { states } = useWords();
  const { present = [], quorum, citizensAdmitted } = act;
  return (
    <Item
      id={act.id}
      heading={heading}
      title={codes.acts[act.act]}
      tags={[
        <Tag tone={TONES[act.accounted]}>{codes.accounted[act.accounted]}</Tag>,
        <Tag>{words.acts[act.public ? 'public' : 'private']}</Tag>,
      ]}
      facts={[
        { name: words.acts.when, value: <Time at={act.heldAt}>{moment(act.heldAt)}</Time> },
        { name: words.acts.place, value: act.place },
        {
          name: words.acts.present,
          value:
            present.length === 0
              ? undefined
              : `${present.join(', ')}${quorum === undefined ? '' : ` (${filled(words.acts.quorum, { n: numberIn(language, quorum) })})`}`,
        },
        {
          name: words.acts.citizens,
          value: citizensAdmitted === undefined ? undefined : states[citizensAdmitted ? 'yes' : 'no'],
        },
        { name: words.acts.moved, value: act.earlierDates?.map(moment).join('; ') },
      ]}
    >
      <Said name={words.acts.reason} text={act.reason} />
    </Item>
  );
};

const ACCESS_TONES: Readonly<Record<(typeof DOCUMENT_ACCESS_RESULTS)[number], Tone>> = {
  obtained: 'good',
  incomplete: 'warn',
  late: 'warn',
  refused: 'bad',
  'not-applicable': 'plain',
};

/** Which documents the team asked for, and what it got. */
export const Access = ({ view }: { readonly view: CaseView }) => {
  const { codes, words } = useCase(view);
  const { cases } = useWords();
  const rows = STAGES.flatMap((stage) =>
    CHECKLIST_DOCUMENTS.flatMap((document) => {
      const got = view.documentAccess[stage]?.[document];
      return got === undefined ? [] : [{ stage, document, got }];
    }),
  );
  return (
    <Section id="access" title={words.sections.access}>
      {rows.length === 0 ? (
        <Empty>
          <p>{words.none.access}</p>
        </Empty>
      ) : (
        <Table
          caption={words.sections.access}
          unseen
          rows={rows}
          columns={[
            { head: words.acts.document, cell: ({ document }) => codes.documents[document], names: true },
            { head: words.acts.got, cell: ({ got }) => <Tag tone={ACCESS_TONES[got]}>{codes.access[got]}</Tag> },
            { head: cases.stage, cell: ({ stage }) => codes.stages[stage] },
          ]}
        />
      )}
    </Section>
  );
};
