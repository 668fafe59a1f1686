import type { ComponentChildren, JSX } from 'preact';
import { Empty, Pages } from '../components/basics.tsx';
import { type Act, ActItems } from './case/acts.tsx';
import { type CaseAtHand, useCase } from './case/case-at-hand.ts';
import { type Escalation, EscalationItems } from './case/escalations.tsx';
import { type Flag, FlagItems } from './case/flags.tsx';
import { type Moment, Moments } from './case/happened.tsx';
import { PartShell } from './case/head.tsx';
import { type Observation, ObservationItems } from './case/observations.tsx';
import { type Proceeding, ProceedingItems } from './case/proceedings.tsx';
import { type Question, QuestionItems } from './case/questions.tsx';
import { type Recommendation, RecommendationItems } from './case/recommendations.tsx';

/** A page of a list of a case: as it comes from its reading. */
export interface ListProps<Thing> {
  readonly of: CaseAtHand;
  readonly items: readonly Thing[];
  readonly isFirst: boolean;
  readonly next: string | undefined;
}

type Listed = 'acts' | 'observations' | 'questions' | 'flags' | 'escalations' | 'proceedings' | 'recommendations';

interface FrameProps extends Omit<ListProps<unknown>, 'items'> {
  readonly part: Listed | 'timeline';
  readonly isEmpty: boolean;
  readonly children: ComponentChildren;
}

const Frame = ({ of, part, isFirst, next, isEmpty, children }: FrameProps) => {
  const { page, words, zone } = useCase(of.view);
  const here = `/${part}`;
  return (
    <PartShell of={of} name={words.sections[part]}>
      {part === 'flags' ? <p class="muted">{words.flags.says}</p> : null}
      {part === 'timeline' ? <p class="muted">{words.timeline.zone.replace('{zone}', zone)}</p> : null}
      {isEmpty ? <Empty>{part === 'timeline' ? undefined : <p>{words.none[part]}</p>}</Empty> : children}
      <Pages
        first={isFirst ? undefined : page(here)}
        next={next === undefined ? undefined : page(`${here}?cursor=${encodeURIComponent(next)}`)}
      />
    </PartShell>
  );
};

const framed = <Thing,>(
  part: FrameProps['part'],
  { items, ...props }: ListProps<Thing>,
  children: ComponentChildren,
): JSX.Element => (
  <Frame {...props} part={part} isEmpty={items.length === 0}>
    {children}
  </Frame>
);

export const actsPage = (props: ListProps<Act>): JSX.Element =>
  framed('acts', props, <ActItems view={props.of.view} items={props.items} heading="h2" />);

export const observationsPage = (props: ListProps<Observation>): JSX.Element =>
  framed('observations', props, <ObservationItems view={props.of.view} items={props.items} heading="h2" />);

export const questionsPage = (props: ListProps<Question>): JSX.Element =>
  framed('questions', props, <QuestionItems view={props.of.view} items={props.items} heading="h2" />);

export const flagsPage = (props: ListProps<Flag>): JSX.Element =>
  framed('flags', props, <FlagItems view={props.of.view} items={props.items} heading="h2" />);

export const escalationsPage = (props: ListProps<Escalation>): JSX.Element =>
  framed('escalations', props, <EscalationItems view={props.of.view} items={props.items} heading="h2" />);

export const proceedingsPage = (props: ListProps<Proceeding>): JSX.Element =>
  framed('proceedings', props, <ProceedingItems view={props.of.view} items={props.items} heading="h2" />);

export const recommendationsPage = (props: ListProps<Recommendation>): JSX.Element =>
  framed('recommendations', props, <RecommendationItems view={props.of.view} items={props.items} heading="h2" />);

export const timelinePage = (props: ListProps<Moment>): JSX.Element =>
  framed('timeline', props, <Moments view={props.of.view} moments={props.items} />);
