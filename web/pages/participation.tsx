import type { JSX } from 'preact';
import type { ProgressName } from '../../domain/scoreboard/progress.ts';
import { STAGES } from '../../events/vocabulary.ts';
import type { Covered } from '../../functions/_tallies/covered.ts';
import { Empty, Facts, Section } from '../components/basics.tsx';
import { Measures, useFigureWords } from '../components/figures.tsx';
import { Shell } from '../components/shell.tsx';
import { Steps } from '../components/steps.tsx';
import {
  KNOWN_OBSTACLES,
  PARTICIPATION_RULES,
  type ParticipationRules,
  STAGES_EXPLAINED,
} from '../content/participation-guide.ts';
import { useLink, usePlace, useWords } from '../page-context.ts';

interface ParticipationProps {
  /** Of all cases, over all time. */
  readonly cases: number;
  readonly progress: Readonly<Record<ProgressName, number>>;
  readonly covered: Covered;
}

const Participation = (props: ParticipationProps) => {
  const { language } = usePlace();
  const { codes } = useWords();
  const { participation } = useFigureWords();
  const link = useLink();
  return (
    <Shell title={participation.title} description={participation.lead}>
      <h1>{participation.title}</h1>
      <p class="lead">{participation.lead}</p>
      {props.cases === 0 ? (
        <Empty>
          <p>{participation.progressNone}</p>
        </Empty>
      ) : (
        <Figures {...props} />
      )}
      <Section id="tip" title={participation.tipTitle}>
        <p>{participation.tipSays}</p>
        <p class="actions">
          <a class="button" href={link('/cases')}>
            {participation.tipLink}
          </a>
        </p>
      </Section>
      <Section id="stages" title={participation.stages}>
        <Steps>
          {STAGES.map((stage) => (
            <>
              <strong>{codes.stages[stage]}.</strong> {STAGES_EXPLAINED[stage][language]}
            </>
          ))}
        </Steps>
      </Section>
      <Section id="rules" title={participation.rules}>
        <p>{participation.rulesSay}</p>
        <div class="rules">
          {PARTICIPATION_RULES.map((rules) => (
            <Rules key={rules.id} of={rules} />
          ))}
        </div>
      </Section>
      <Section id="known" title={participation.known}>
        <ul>
          {KNOWN_OBSTACLES.map((known) => (
            <li key={known.en}>{known[language]}</li>
          ))}
        </ul>
        <p class="muted">{participation.knownSource}</p>
      </Section>
    </Shell>
  );
};

const Figures = ({ cases, progress, covered }: ParticipationProps) => {
  const { participation, shared } = useFigureWords();
  const { questions, findings, escalations, remedied } = covered;
  const awaited = [questions, findings, escalations];
  const sum = (of: (each: Covered['questions']) => number) => awaited.reduce((total, each) => total + of(each), 0);
  const acts = progress['acts.attended'] + progress['acts.missed'] + progress['acts.obstructed'];
  const { numerator: onTime, denominator: reports } = covered.reportsOnTime;
  return (
    <>
      <Section id="progress" title={participation.progress}>
        <Measures
          of={[
            { name: shared.cases, value: cases },
            { name: participation.attended, value: { numerator: progress['acts.attended'], denominator: acts } },
            { name: participation.published, value: progress['observations.published'] },
            {
              name: participation.answered,
              value: { numerator: sum(({ inTime }) => inTime), denominator: sum(({ asked }) => asked) },
            },
            { name: participation.remedied, value: remedied },
            { name: participation.reports, value: covered.reportsOnTime },
            { name: participation.tips, value: progress['tips.received'] },
          ]}
        />
      </Section>
      <Section id="obstacles" title={participation.obstacles}>
        <p>{participation.obstaclesSay}</p>
        <Measures
          tone="warn"
          of={[
            { name: participation.obstructed, value: { numerator: progress['acts.obstructed'], denominator: acts } },
            {
              name: participation.refused,
              value: { numerator: progress['documents.refused'], denominator: progress['documents.checked'] },
            },
            { name: participation.silent, value: covered.silentTeams },
            {
              name: participation.overdue,
              value: { numerator: sum(({ unanswered }) => unanswered), denominator: sum(({ asked }) => asked) },
            },
            {
              name: participation.unremedied,
              value: { numerator: remedied.denominator - remedied.numerator, denominator: remedied.denominator },
            },
            { name: participation.lateReports, value: { numerator: reports - onTime, denominator: reports } },
          ]}
        />
        <p class="muted">{shared.sealed}</p>
      </Section>
    </>
  );
};

const Rules = ({ of }: { readonly of: ParticipationRules }) => {
  const { language } = usePlace();
  const { participation } = useFigureWords();
  return (
    <article aria-labelledby={`rules-${of.id}`}>
      <h3 id={`rules-${of.id}`}>
        {of.figure[language]} ({of.place[language]})
      </h3>
      <Facts
        of={[
          { name: participation.who, value: of.who?.[language] },
          { name: participation.how, value: of.how?.[language] },
          { name: participation.rights, value: of.rights?.[language] },
          { name: participation.limits, value: of.limits?.[language] },
          { name: participation.terms, value: of.terms?.[language] },
          { name: participation.ruleSource, value: of.source[language] },
        ]}
      />
    </article>
  );
};

/** How participation works, what it has achieved, and what stands in its way. */
export const participationPage = (props: ParticipationProps): JSX.Element => <Participation {...props} />;
