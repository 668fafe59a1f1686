import { filled } from '../../../domain/words/code-words.ts';
import { DIMENSIONS } from '../../../events/vocabulary.ts';
import type { AnswerOf } from '../../../functions/_http/operation.ts';
import type { readMilestones } from '../../../functions/_queries/milestone-queries.ts';
import { Section, Tag, type Tone } from '../../components/basics.tsx';
import { numberIn } from '../../format.ts';
import { type CaseView, eventPlace, useCase } from './case-at-hand.ts';
import { Folded, Item, Items } from './parts.tsx';

type Told = AnswerOf<typeof readMilestones>;
export type MilestonesShown = Pick<Told, 'milestones' | 'coded'>;
type Milestone = Told['milestones'][number];

interface MilestonesProps {
  readonly view: CaseView;
  readonly told: MilestonesShown;
}

/** What the events of the case prove of its effectiveness and its openness, and by which events. */
export const Milestones = ({ view, told }: MilestonesProps) => {
  const { titled, words } = useCase(view);
  return (
    <Section id="milestones" title={words.sections.milestones}>
      <p class="muted">{words.milestones.says}</p>
      {DIMENSIONS.map((dimension) => {
        const milestones = told.milestones.filter((milestone) => milestone.dimension === dimension);
        return (
          <section key={dimension} aria-labelledby={`milestones-${dimension}`}>
            <h3 id={`milestones-${dimension}`}>{titled('dimension', dimension)}</h3>
            <Coded view={view} codes={told.coded[dimension]} />
            <Folded count={milestones.length}>
              <Items wide>
                {milestones.map((milestone) => (
                  <MilestoneItem key={milestone.id} view={view} milestone={milestone} />
                ))}
              </Items>
            </Folded>
          </section>
        );
      })}
    </Section>
  );
};

const Coded = ({ view, codes }: { readonly view: CaseView; readonly codes: readonly string[] | undefined }) => {
  const { titled, words } = useCase(view);
  return codes === undefined ? null : (
    <p>
      {words.milestones.coded}: {codes.map((code) => titled('achievement', code)).join(', ')}
    </p>
  );
};

const TONES: Readonly<Record<string, Tone>> = {
  achieved: 'good',
  notAchieved: 'bad',
  informationMissing: 'warn',
  furtherTimeNeeded: 'calm',
};

const MilestoneItem = ({ view, milestone }: { readonly view: CaseView; readonly milestone: Milestone }) => {
  const { language, titled, words } = useCase(view);
  const { id, achievedWhen, judgement } = milestone;
  const said = words.milestones;
  const share = judgement.applies ? judgement.share : undefined;
  return (
    <Item
      id={`milestone-${id}`}
      heading="h4"
      title={achievedWhen}
      tags={[
        <Tag>{id}</Tag>,
        judgement.applies ? (
          <Tag tone={TONES[judgement.status] ?? 'plain'}>{titled('achievement', judgement.status)}</Tag>
        ) : (
          <Tag>{said.notApplicable}</Tag>
        ),
        share === undefined || share.denominator === 0 ? null : (
          <Tag>
            {filled(said.share, {
              numerator: numberIn(language, share.numerator),
              denominator: numberIn(language, share.denominator),
            })}
          </Tag>
        ),
      ]}
    >
      <p>{judgement.because}</p>
      <Proof view={view} proof={milestone.proof} />
    </Item>
  );
};

const PROOFS_SHOWN = 10;

/** The events that prove a milestone, each in the timeline. */
const Proof = ({ view, proof: { total, events } }: { readonly view: CaseView; readonly proof: Milestone['proof'] }) => {
  const { language, page, words } = useCase(view);
  const shown = events.slice(0, PROOFS_SHOWN);
  if (shown.length === 0) return null;
  return (
    <p class="muted">
      {words.milestones.proof}{' '}
      {shown.map((event, index) => {
        const version = Number(event.slice(event.lastIndexOf('@') + 1));
        return (
          <>
            {index === 0 ? null : ', '}
            <a href={page(eventPlace(version))}>{numberIn(language, version)}</a>
          </>
        );
      })}
      {total > shown.length
        ? ` ${filled(words.milestones.proofMore, { n: numberIn(language, total - shown.length) })}`
        : null}
    </p>
  );
};
