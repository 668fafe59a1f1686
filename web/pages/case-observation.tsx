import type { JSX } from 'preact';
import { filled } from '../../domain/words/code-words.ts';
import type { AnswerOf } from '../../functions/_http/operation.ts';
import type { listVersions } from '../../functions/_queries/observation-queries.ts';
import { Facts, Section, Tag, Tags } from '../components/basics.tsx';
import { Table } from '../components/table.tsx';
import { numberIn } from '../format.ts';
import { type CaseAtHand, type CaseView, eventPlace, useCase } from './case/case-at-hand.ts';
import { PartShell } from './case/head.tsx';
import { Awaited, categoryOf, type Observation, type OpenObservation, Sealed, tagsOf } from './case/observations.tsx';
import { Said, ThingLinks, Time } from './case/parts.tsx';
import { seenIn, textIn } from './case/written.ts';

type Versions = AnswerOf<typeof listVersions>['items'];

interface ObservationProps {
  readonly of: CaseAtHand;
  readonly observation: Observation;
  readonly versions: Versions;
}

const ObservationPage = ({ of, observation, versions }: ObservationProps) => {
  const { view } = of;
  const writing = useCase(view);
  const { called, day, page, words } = writing;
  const { observation: id, filedAt } = observation;
  return (
    <PartShell of={of} name={called(id)} between={[{ href: page('/observations'), name: words.sections.observations }]}>
      <Tags>{tagsOf(writing, observation)}</Tags>
      {'state' in observation ? (
        <Open view={view} observation={observation} />
      ) : (
        <>
          <Facts of={[{ name: words.observations.filed, value: <Time at={filedAt}>{day(filedAt)}</Time> }]} />
          <Sealed view={view} observation={observation} />
        </>
      )}
      {versions.length > 1 ? <Versions view={view} versions={versions} /> : null}
    </PartShell>
  );
};

interface OpenProps {
  readonly view: CaseView;
  readonly observation: OpenObservation;
}

const Open = ({ view, observation }: OpenProps) => {
  const { words } = useCase(view);
  const { content, reply, nonEscalation, withdrawal, extension, release } = observation;
  const { title, narrative, language } = seenIn(content);
  const said = words.observations;
  const lang = language === undefined ? {} : { lang: language };
  return (
    <>
      {title === undefined ? null : <h2 {...lang}>{title}</h2>}
      <Said text={narrative} lang={language} />
      <Seen view={view} observation={observation} />
      <Said name={said.reply} text={textIn(reply, 'reply')} lang={textIn(reply, 'language')} />
      <Awaited view={view} observation={observation} />
      <Said name={said.notEscalated} text={textIn(nonEscalation, 'reason')} />
      <Said name={said.withdrawnBecause} text={textIn(withdrawal, 'reason')} />
      <Said name={said.extended} text={textIn(extension, 'reason')} />
      <Said name={said.released} text={textIn(release, 'reason')} />
      <Files view={view} observation={observation} />
    </>
  );
};

/** What is known of it beside its words: who, when, where, on what ground, and to whom it went. */
const Seen = ({ view, observation }: OpenProps) => {
  const writing = useCase(view);
  const { authority, day, moment, words } = writing;
  const { content, state, filedAt } = observation;
  const seen = seenIn(content);
  const said = words.observations;
  const law = [
    ...(seen.legalBasis === undefined ? [] : [seen.legalBasis]),
    ...seen.provisions.map(({ law: of, provision }) => `${of}: ${provision}`),
  ];
  return (
    <Facts
      of={[
        { name: said.by, value: <code>{state.by}</code> },
        { name: said.filed, value: <Time at={filedAt}>{day(filedAt)}</Time> },
        {
          name: said.observedAt,
          value:
            seen.observedAt === undefined ? undefined : <Time at={seen.observedAt}>{moment(seen.observedAt)}</Time>,
        },
        { name: said.act, value: state.act === undefined ? undefined : <ThingLinks view={view} of={[state.act]} /> },
        { name: said.place, value: seen.place },
        { name: said.category, value: categoryOf(seen, writing) },
        { name: said.law, value: law.length === 0 ? undefined : law.join('; ') },
        { name: said.noLaw, value: seen.noLegalBasisReason },
        {
          name: said.pointers,
          value: seen.pointers.length === 0 ? undefined : <code>{seen.pointers.join(' ')}</code>,
        },
        {
          name: said.escalated,
          value:
            state.escalations.length === 0
              ? undefined
              : state.escalations.map(({ escalation, controlAuthority }, index) => (
                  <>
                    {index === 0 ? null : '; '}
                    {authority(controlAuthority)} (<ThingLinks view={view} of={[escalation]} />)
                  </>
                )),
        },
      ]}
    />
  );
};

const BYTES_OF_KILOBYTE = 1_000;
const FILE_TONES = { awaited: 'plain', checking: 'plain', usable: 'good', refused: 'bad' } as const;

const Files = ({ view, observation: { manifest = [] } }: OpenProps) => {
  const { data, language, words } = useCase(view);
  if (manifest.length === 0) return null;
  const said = words.observations;
  return (
    <Section id="files" title={said.files}>
      <ul class="files">
        {manifest.map(({ sha256, name, sizeBytes, document, state }) => (
          <li key={sha256}>
            {name === undefined ? null : <strong>{name} </strong>}
            {sizeBytes === undefined ? null : (
              <span class="muted">{numberIn(language, Math.ceil(sizeBytes / BYTES_OF_KILOBYTE))} kB </span>
            )}
            <Tag tone={FILE_TONES[state]}>{words.files[state]}</Tag>
            {document === undefined || state !== 'usable' ? null : (
              <>
                {' '}
                <a href={data(`/documents/${document}/file`)}>{said.fileDetails}</a>
              </>
            )}
            <div>
              <span class="muted">{said.hash}</span> <code>{sha256}</code>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Versions = ({ view, versions }: { readonly view: CaseView; readonly versions: Versions }) => {
  const { moment, page, words } = useCase(view);
  const said = words.observations;
  return (
    <Section id="versions" title={said.versions}>
      <Table
        caption={said.versions}
        unseen
        rows={versions}
        columns={[
          {
            head: said.versions,
            names: true,
            cell: ({ version, since }) => filled(said.versionSince, { n: String(version), date: moment(since) }),
          },
          {
            head: said.corrected,
            cell: ({ content }) => <span class="said">{textIn(content, 'reason')}</span>,
          },
          {
            head: words.sections.timeline,
            cell: ({ event }) => {
              const number = event.slice(event.lastIndexOf('@') + 1);
              return <a href={page(eventPlace(Number(number)))}>{filled(words.timeline.event, { n: number })}</a>;
            },
          },
        ]}
      />
    </Section>
  );
};

/** An observation of a case, for everybody, as far as everybody may read it. */
export const observationPage = (props: ObservationProps): JSX.Element => <ObservationPage {...props} />;
