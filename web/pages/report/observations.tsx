import { filled, wordFor } from '../../../domain/words/code-words.ts';
import type { ReportWriting } from '../../../functions/_reports/said.ts';
import { type Fact, Facts } from '../../components/basics.tsx';
import { Item, Items, Said } from '../case/parts.tsx';
import type { ItemIn, Written } from './at-hand.ts';
import { At, atIn, listOf, Prose, toThings } from './parts.tsx';

type Observation = ItemIn<'observations'>;
type Content = NonNullable<Observation['content']>;

/** The observations that a report cites or leaves out: each with its words, its seal or its tombstone, and what followed from it. */
export const Observations = ({ of, writing }: Written<'observations'>) => (
  <Items>
    {of.map((item) => (
      <Item key={item.observation} id={item.observation} heading="h3" title={<Title of={item} writing={writing} />}>
        <Facts of={[...factsOf(item, writing), ...contentFacts(item.content, writing)]} />
        <Seals of={item} writing={writing} />
        {item.content === undefined ? null : <Whole of={item} content={item.content} writing={writing} />}
      </Item>
    ))}
  </Items>
);

interface OneProps {
  readonly of: Observation;
  readonly writing: ReportWriting;
}

const Title = ({ of: { observation, content }, writing }: OneProps) => (
  <>
    {writing.called(observation)}
    {content === undefined ? null : (
      <>
        : <span {...(content.language === undefined ? {} : { lang: content.language })}>{content.title}</span>
      </>
    )}
  </>
);

const factsOf = (item: Observation, writing: ReportWriting): readonly Fact[] => {
  const { labels, sentences, stages } = writing.words;
  return [
    { name: labels.citation, value: writing.citation(item) },
    { name: labels.leftOut, value: item.leftOutBecause },
    { name: labels.stage, value: stages[item.stage] },
    {
      name: labels.filed,
      value: (
        <>
          <At at={item.filedAt} writing={writing} />
          {item.late ? ` (${sentences.late})` : null}
        </>
      ),
    },
  ];
};

const contentFacts = (content: Content | undefined, writing: ReportWriting): readonly Fact[] => {
  if (content === undefined) return [];
  const { labels, severities, types } = writing.words;
  const { category, severity, legalBasis, noLegalBasisReason, observedAt, place, type } = content;
  return [
    { name: labels.type, value: wordFor(types, type) },
    { name: labels.observed, value: atIn(observedAt, writing) },
    { name: labels.place, value: place },
    { name: labels.category, value: category === undefined ? undefined : writing.categoryOf(content) },
    { name: labels.severity, value: severity === undefined ? undefined : wordFor(severities, severity) },
    { name: labels.legalBasis, value: listOf(legalBasis) },
    { name: labels.noLegalBasis, value: noLegalBasisReason },
  ];
};

/** What keeps it from being told, or tells that it is not what it was. */
const Seals = ({ of: { withdrawnAt, sealed, correctedSince, version }, writing }: OneProps) => {
  const { sentences } = writing.words;
  return (
    <>
      {withdrawnAt === undefined ? null : (
        <p class="seal">{filled(sentences.withdrawn, { date: writing.when(withdrawnAt) })}</p>
      )}
      {withdrawnAt !== undefined || sealed === undefined ? null : <p class="seal">{writing.sealText(sealed)}</p>}
      {correctedSince ? <p class="seal">{filled(sentences.correctedSince, { version: String(version) })}</p> : null}
    </>
  );
};

/** Its words, the reply to it, what came of it, and the hashes by which the record commits to them. */
const Whole = ({ of: item, content, writing }: OneProps & { readonly content: Content }) => {
  const { labels, remedies } = writing.words;
  return (
    <>
      <Prose text={content.narrative} lang={content.language} />
      <Said name={labels.reply} text={item.reply} />
      <Facts
        of={[
          { name: labels.reply, value: item.reply === undefined ? writing.silenceOn(item) : undefined },
          { name: labels.remedy, value: item.remedy === undefined ? undefined : remedies[item.remedy] },
          { name: labels.escalation, value: toThings(item.escalations, writing) },
          { name: labels.documents, value: hashesOf(content.documentHashes) },
          { name: labels.hash, value: <code>{content.contentHash}</code> },
        ]}
      />
    </>
  );
};

const hashesOf = (hashes: readonly string[]) =>
  hashes.length === 0
    ? undefined
    : hashes.map((hash) => (
        <div key={hash}>
          <code>{hash}</code>
        </div>
      ));
