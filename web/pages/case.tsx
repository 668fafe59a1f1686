import type { JSX } from 'preact';
import { ToSections } from '../components/basics.tsx';
import { useWords } from '../page-context.ts';
import { Access, type Act, Acts } from './case/acts.tsx';
import { type Breach, Breaches, tellsBreaches } from './case/breaches.tsx';
import { type CaseView, type Some, useCaseWords } from './case/case-at-hand.ts';
import { Data, Tell, ToTell, Verify } from './case/data.tsx';
import { type Escalation, Escalations } from './case/escalations.tsx';
import { type Flag, Flags } from './case/flags.tsx';
import { Happened, type Moment } from './case/happened.tsx';
import { CaseShell } from './case/head.tsx';
import { type Amendment, Amendments, tellsOf, type Visit, Visits } from './case/implementation.tsx';
import { Milestones, type MilestonesShown } from './case/milestones.tsx';
import { type Observation, Observations } from './case/observations.tsx';
import { type Proceeding, Proceedings } from './case/proceedings.tsx';
import { type BidderShown, Process, type ProcessShown } from './case/process.tsx';
import { type Question, Questions } from './case/questions.tsx';
import { type Recommendation, Recommendations } from './case/recommendations.tsx';
import { type Report, Reports } from './case/reports.tsx';
import { Stands } from './case/stands.tsx';
import { type Departure, Team } from './case/team.tsx';

interface CaseProps {
  readonly view: CaseView;
  readonly process: ProcessShown;
  readonly bidders: readonly BidderShown[];
  readonly departures: readonly Departure[];
  readonly breaches: Some<Breach>;
  readonly acts: Some<Act>;
  readonly observations: Some<Observation>;
  readonly questions: Some<Question>;
  readonly flags: Some<Flag>;
  readonly escalations: Some<Escalation>;
  readonly proceedings: Some<Proceeding>;
  readonly visits: Some<Visit>;
  readonly amendments: Some<Amendment>;
  readonly reports: Some<Report>;
  readonly recommendations: Some<Recommendation>;
  readonly milestones: MilestonesShown;
  /** The latest first. */
  readonly moments: readonly Moment[];
}

const Case = (props: CaseProps) => {
  const { view, process } = props;
  const buyer = process.buyer?.name ?? process.procuringEntity?.name;
  return (
    <CaseShell of={{ view, title: process.title, buyer }}>
      {view.stage === 'closed' ? null : <ToTell view={view} />}
      <ToSections of={useSections(props)} />
      <Stands view={view} />
      <Process view={view} process={process} bidders={props.bidders} />
      <Team view={view} departures={props.departures} />
      <Acts view={view} acts={props.acts} />
      <Access view={view} />
      <Observations view={view} observations={props.observations} />
      <Questions view={view} questions={props.questions} />
      <Flags view={view} flags={props.flags} />
      <Escalations view={view} escalations={props.escalations} />
      <Proceedings view={view} proceedings={props.proceedings} />
      <Breaches view={view} breaches={props.breaches} bidders={props.bidders} />
      <Visits view={view} visits={props.visits} />
      <Amendments view={view} amendments={props.amendments} />
      <Reports view={view} reports={props.reports} />
      <Recommendations view={view} recommendations={props.recommendations} />
      <Milestones view={view} told={props.milestones} />
      <Happened view={view} moments={props.moments} />
      <Tell view={view} />
      <Data view={view} />
      <Verify view={view} />
    </CaseShell>
  );
};

const SECTIONS = [
  'team',
  'acts',
  'access',
  'observations',
  'questions',
  'flags',
  'escalations',
  'proceedings',
  'breaches',
  'visits',
  'amendments',
  'reports',
  'recommendations',
  'milestones',
  'timeline',
  'tip',
  'data',
  'verify',
] as const;

/** The parts of the page, as they are linked to at its head. */
const useSections = (props: CaseProps) => {
  const { case: words } = useWords();
  const { sections } = useCaseWords();
  return [
    { id: 'stands', title: words.stands },
    { id: 'process', title: words.process },
    ...SECTIONS.filter((id) => isShown(id, props)).map((id) => ({
      id,
      title: id === 'timeline' ? words.timeline : sections[id],
    })),
  ];
};

/** Some parts stand on the page only where there is something to say. */
const isShown = (id: (typeof SECTIONS)[number], { view, proceedings, breaches, visits, amendments }: CaseProps) => {
  if (id === 'proceedings') return proceedings.items.length > 0;
  if (id === 'breaches') return tellsBreaches({ view, breaches });
  if (id === 'visits') return tellsOf(view, visits);
  return id !== 'amendments' || tellsOf(view, amendments);
};

/** A case, for everybody. */
export const casePage = (props: CaseProps): JSX.Element => <Case {...props} />;
