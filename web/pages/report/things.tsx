import { filled, wordFor } from '../../../domain/words/code-words.ts';
import { Facts } from '../../components/basics.tsx';
import { Table } from '../../components/table.tsx';
import { Item, Items, Said } from '../case/parts.tsx';
import type { Written } from './at-hand.ts';
import { atIn, listOf, Prose, toThings } from './parts.tsx';

const numberOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1);

/** What the team and the authority asked one another. */
export const Dialogue = ({ of, writing }: Written<'dialogue'>) => {
  const { labels, sentences, questioned } = writing.words;
  return (
    <Items>
      {of.map((item) => {
        const unanswered = item.overdue ? sentences.overdue : sentences.unanswered;
        const untold = item.answer === undefined ? sentences.notShown : undefined;
        return (
          <Item
            key={item.question}
            id={item.question}
            heading="h3"
            title={`${labels.question} ${numberOf(item.question)}`}
          >
            <Facts
              of={[
                { name: labels.askedOf, value: questioned[item.to] },
                { name: labels.date, value: atIn(item.askedAt, writing) },
                { name: labels.question, value: item.asks === undefined ? sentences.notShown : undefined },
                { name: labels.answer, value: item.answeredAt === undefined ? unanswered : untold },
              ]}
            />
            <Said name={labels.question} text={item.asks} />
            <Said name={labels.answer} text={item.answeredAt === undefined ? undefined : item.answer} />
          </Item>
        );
      })}
    </Items>
  );
};

/** What was sent to control authorities, and what came of it. */
export const Escalations = ({ of, writing }: Written<'escalations'>) => {
  const { words } = writing;
  const { labels, sentences } = words;
  return (
    <Items>
      {of.map((item) => (
        <Item
          key={item.escalation}
          id={item.escalation}
          heading="h3"
          title={`${labels.escalation} ${numberOf(item.escalation)}: ${item.controlAuthority}`}
        >
          <Facts
            of={[
              { name: labels.date, value: atIn(item.sentAt, writing) },
              {
                name: labels.state,
                value: `${words.escalations[item.state]}${item.lapsed ? ` (${sentences.lapsed})` : ''}`,
              },
              {
                name: labels.outcome,
                value: item.outcome === undefined ? undefined : wordFor(words.outcomes, item.outcome),
              },
              { name: labels.findings, value: toThings(item.findings, writing) },
            ]}
          />
          <Said name={labels.letter} text={item.letter} />
          <Said name={labels.answer} text={item.answer} />
        </Item>
      ))}
    </Items>
  );
};

/** What the contracting authority said of the draft. */
export const Comments = ({ of, writing }: Written<'comments'>) => {
  const { labels, sentences } = writing.words;
  return (
    <>
      {of.map((item) => (
        <>
          <Facts
            of={[
              { name: labels.asked, value: atIn(item.sentForReplyAt, writing) },
              { name: labels.comments, value: item.comments === undefined ? sentences.noComments : undefined },
            ]}
          />
          <Said name={labels.comments} text={item.comments} />
        </>
      ))}
    </>
  );
};

/** Who signed it or voted on it, and what those say who did not agree. */
export const Adoptions = ({ of, writing }: Written<'adoption'>) => {
  const { labels, sentences, votes } = writing.words;
  return (
    <>
      {of.map((item) => (
        <>
          {item.signedBy.length === 0 && item.votes.length === 0 ? <p>{sentences.noSignatures}</p> : null}
          <Facts
            of={[
              { name: labels.signedBy, value: listOf(item.signedBy) },
              { name: labels.adopted, value: atIn(item.adoptedAt, writing) },
            ]}
          />
          {item.votes.length === 0 ? null : (
            <Table
              caption={labels.vote}
              rows={item.votes}
              columns={[
                { head: labels.person, names: true, cell: ({ person }) => person },
                { head: labels.vote, cell: ({ vote }) => votes[vote] },
              ]}
            />
          )}
          {item.dissents.map(({ person, opinion }) => (
            <>
              <h3>{filled(labels.dissentOf, { person })}</h3>
              <Said text={opinion} />
            </>
          ))}
        </>
      ))}
    </>
  );
};

/** What the team wrote of the whole. */
export const Texts = ({ of, writing }: Written<'summary' | 'conclusion' | 'no-recommendations'>) => (
  <>
    {of.map(({ text }) => (
      <Prose key={text} text={text} lang={writing.frame.writtenIn} />
    ))}
  </>
);
