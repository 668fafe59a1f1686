import type { ComponentChildren, JSX } from 'preact';
import { INSTRUMENT } from '../../domain/instruments/instruments.ts';
import { inLanguage } from '../../domain/languages.ts';
import { INSTRUMENTS } from '../../events/vocabulary.ts';
import {
  Crumbs,
  Empty,
  Facts,
  Loading,
  NoNetwork,
  Notice,
  Pages,
  Section,
  Tag,
  Tags,
  type Tone,
  ToSections,
} from '../components/basics.tsx';
import { CaseCards, type CaseListed } from '../components/case-cards.tsx';
import { Choices } from '../components/choices.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Files } from '../components/files.tsx';
import { ErrorSummary, Field, Select } from '../components/form.tsx';
import { Shell } from '../components/shell.tsx';
import { type StageShown, Stages } from '../components/stages.tsx';
import { Steps } from '../components/steps.tsx';
import { type Column, Table } from '../components/table.tsx';
import { Timeline } from '../components/timeline.tsx';
import { countIn, moneyIn, numberIn } from '../format.ts';
import { useLink, usePlace, useWords } from '../page-context.ts';
import { SAMPLES, type Sample } from '../words/samples.ts';

const useSample = (): ((name: Sample) => string) => {
  const { language } = usePlace();
  return (name) => inLanguage(SAMPLES[name], language);
};

const TONES: readonly Tone[] = ['plain', 'good', 'calm', 'warn', 'bad'];

const Actions = () => {
  const say = useSample();
  const link = useLink();
  return (
    <>
      <p class="actions">
        <button class="button" type="button">
          {say('send')}
        </button>
        <a class="button second" href={link('/components')}>
          {say('back')}
        </a>
        <button class="button" type="button" disabled>
          {say('unavailable')}
        </button>
      </p>
      <p>
        {say('askSays')} <a href={link('/cases')}>{say('linkSays')}</a>.
      </p>
    </>
  );
};

const AllTags = () => {
  const say = useSample();
  return (
    <Tags>
      {TONES.map((tone) => (
        <Tag key={tone} tone={tone}>
          {say(tone)}
        </Tag>
      ))}
    </Tags>
  );
};

const Notices = () => {
  const say = useSample();
  return (
    <>
      {TONES.filter((tone) => tone !== 'plain').map((tone) => (
        <Notice key={tone} tone={tone}>
          <p>
            <strong>{say(tone)}.</strong> {say('askSays')}
          </p>
        </Notice>
      ))}
    </>
  );
};

const AT = '2026-03-08T15:00:00.000Z';
const ZONE = 'America/Mexico_City';
const AMOUNT = { amount: 1_250_000, currency: 'MXN' };
const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const NamedFacts = () => {
  const { language } = usePlace();
  const { case: words, cases, counted } = useWords();
  const of = [
    { name: words.value, value: moneyIn(language, AMOUNT) },
    { name: cases.title, value: countIn(language, counted.cases, 1_234) },
    { name: cases.ocid, value: <code>ocds-1s5r26-ISLA-0001</code> },
  ];
  return (
    <>
      <Facts of={of} />
      <Facts inline of={of} />
    </>
  );
};

const CASES: readonly CaseListed[] = [
  {
    case: 'ip-00000000000000000000',
    ocid: 'ocds-1s5r26-ISLA-0001',
    instrument: 'integrity-pact',
    stage: 'tender-observation',
    condition: 'suspended',
    openedAt: AT,
  },
  {
    case: 'oc-00000000000000000000',
    ocid: 'ocds-1s5r26-ISLA-0002',
    instrument: 'oversight-committee',
    stage: 'closed',
    condition: 'running',
    openedAt: AT,
  },
];

/** The same form, with what is wrong or without. */
const AForm = ({ wrong, of }: { readonly wrong: boolean; readonly of: string }) => {
  const say = useSample();
  const { cases, codes } = useWords();
  const error = (name: Sample) => (wrong ? say(name) : undefined);
  return (
    <form action="" method="get">
      <Field name={`${of}-what`} label={say('what')} hint={say('whatHint')} error={error('whatError')}>
        {(described) => <textarea {...described} />}
      </Field>
      <Field name={`${of}-day`} label={say('day')} error={error('dayError')}>
        {(described) => <input type="date" {...described} value={wrong ? '2999-12-31' : '2026-03-08'} />}
      </Field>
      <Select
        name={`${of}-instrument`}
        label={cases.instrument}
        any={cases.any}
        chosen="oversight-committee"
        options={INSTRUMENTS.map((value) => ({ value, label: codes.instruments[value] }))}
      />
      <Choices
        name={`${of}-who`}
        asks={say('who')}
        hint={say('whoHint')}
        error={error('whoError')}
        {...(wrong ? {} : { chosen: ['outside'] })}
        options={(['inside', 'outside'] as const).map((value) => ({ value, label: say(value) }))}
      />
      <Choices
        many
        name={`${of}-proof`}
        asks={say('proof')}
        chosen={['photos']}
        options={(['photos', 'papers'] as const).map((value) => ({ value, label: say(value) }))}
      />
      <button class="button" type="submit">
        {say('send')}
      </button>
    </form>
  );
};

const Forms = () => {
  const say = useSample();
  return (
    <>
      <ErrorSummary
        errors={(['what', 'day', 'who'] as const).map((name) => ({
          name: `wrong-${name}`,
          error: say(`${name}Error`),
        }))}
      />
      <AForm wrong of="wrong" />
      <h3>{say('formRight')}</h3>
      <AForm wrong={false} of="right" />
    </>
  );
};

interface Year {
  readonly year: string;
  readonly cases: number;
  readonly awarded: number;
}

const YEARS: readonly Year[] = [
  { year: '2024', cases: 12, awarded: 4_500_000 },
  { year: '2025', cases: 148, awarded: 87_120_500 },
  { year: '2026', cases: 1_034, awarded: 912_004_321 },
];

const Tables = () => {
  const say = useSample();
  const { language } = usePlace();
  const { cases, codes } = useWords();
  const columns: readonly Column<Year>[] = [
    { head: say('year'), cell: ({ year }) => year, names: true },
    { head: cases.title, cell: (row) => numberIn(language, row.cases), number: true },
  ];
  const more = Object.values(codes.stages).map(
    (head): Column<Year> => ({ head, cell: (row) => numberIn(language, Math.round(row.cases / 7)), number: true }),
  );
  const awarded: Column<Year> = {
    head: say('awarded'),
    cell: (row) => moneyIn(language, { ...AMOUNT, amount: row.awarded }),
    number: true,
  };
  return (
    <>
      <Table caption={say('narrow')} columns={columns} rows={YEARS} />
      <Table caption={say('wide')} columns={[...columns, awarded, ...more]} rows={YEARS} />
    </>
  );
};

const HERE = 1;

const AllStages = () => {
  const { codes, case: words } = useWords();
  const standing = (index: number, optional: boolean): StageShown['standing'] => {
    if (optional) return 'left-out';
    if (index === HERE) return 'here';
    return index < HERE ? 'done' : 'ahead';
  };
  return (
    <>
      {INSTRUMENTS.map((instrument) => (
        <div key={instrument}>
          <h3>{codes.instruments[instrument]}</h3>
          <Stages
            label={codes.instruments[instrument]}
            of={INSTRUMENT[instrument].stages.map(({ stage, optional }, index) => ({
              stage,
              standing: standing(index, optional),
              note: optional ? words.leftOut : undefined,
            }))}
          />
        </div>
      ))}
    </>
  );
};

const Moments = () => {
  const say = useSample();
  const { case: words } = useWords();
  return (
    <Timeline
      zone={ZONE}
      of={[
        { key: '1', at: AT, says: say('first'), weighty: true },
        { key: '2', at: '2026-03-29T15:00:00.000Z', says: say('second') },
        {
          key: '3',
          at: '2026-03-29T18:30:00.000Z',
          says: say('third'),
          more: <span class="muted">{words.sealed}</span>,
        },
      ]}
    />
  );
};

const AllFiles = () => {
  const say = useSample();
  const link = useLink();
  return (
    <Files
      of={[
        {
          name: say('report'),
          href: link('/components'),
          format: 'PDF',
          bytes: 182_400,
          hash: HASH,
          state: { tone: 'good', says: say('checked') },
        },
        { name: say('photo'), format: 'JPEG', bytes: 3_214_000, state: { tone: 'calm', says: say('checking') } },
        { name: say('letter'), format: 'PDF', state: { tone: 'bad', says: say('refused') } },
      ]}
    />
  );
};

const Asking = () => {
  const say = useSample();
  return (
    <Dialog
      id="ask"
      opens={say('ask')}
      title={say('askTitle')}
      actions={
        <button class="button" type="button">
          {say('withdraw')}
        </button>
      }
    >
      <p>{say('askSays')}</p>
    </Dialog>
  );
};

const States = () => {
  const { cases } = useWords();
  return (
    <>
      <Empty />
      <Empty>
        <h3>{cases.none}</h3>
        <p>{cases.noneSays}</p>
      </Empty>
      <Loading />
      <NoNetwork />
    </>
  );
};

const Ways = () => {
  const link = useLink();
  return <Pages first={link('/components')} next={link('/components')} />;
};

const InSteps = () => {
  const say = useSample();
  return <Steps>{[say('stepOne'), say('stepTwo'), say('stepThree')]}</Steps>;
};

const PARTS: readonly { readonly id: Sample; readonly shown: () => ComponentChildren }[] = [
  { id: 'actions', shown: () => <Actions /> },
  { id: 'tags', shown: () => <AllTags /> },
  { id: 'notices', shown: () => <Notices /> },
  { id: 'facts', shown: () => <NamedFacts /> },
  { id: 'cards', shown: () => <CaseCards of={CASES} heading="h3" /> },
  { id: 'form', shown: () => <Forms /> },
  { id: 'tables', shown: () => <Tables /> },
  { id: 'stages', shown: () => <AllStages /> },
  { id: 'timeline', shown: () => <Moments /> },
  { id: 'steps', shown: () => <InSteps /> },
  { id: 'files', shown: () => <AllFiles /> },
  { id: 'dialog', shown: () => <Asking /> },
  { id: 'states', shown: () => <States /> },
  { id: 'pages', shown: () => <Ways /> },
];

const Components = () => {
  const say = useSample();
  const link = useLink();
  const { cases } = useWords();
  const sections = PARTS.map(({ id, shown }) => ({ id: `of-${id}`, title: say(id), shown }));
  return (
    <Shell title={say('title')} description={say('lead')}>
      <Crumbs label={say('crumbs')} of={[{ href: link('/cases'), name: cases.title }]} />
      <h1>{say('title')}</h1>
      <p class="lead">{say('lead')}</p>
      <ToSections of={sections} />
      {sections.map(({ id, title, shown }) => (
        <Section key={id} id={id} title={title}>
          {shown()}
        </Section>
      ))}
    </Shell>
  );
};

/** Every component in every state: what is seen here looks the same everywhere. */
export const componentsPage = (): JSX.Element => <Components />;
