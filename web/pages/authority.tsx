import type { ComponentChildren, JSX } from 'preact';
import { type CoveredPeriod, coverageChart } from '../../charts/coverage-chart.ts';
import { shareIn } from '../../charts/words.ts';
import { SUCCESS_DIMENSIONS, type SuccessDimension } from '../../domain/initiatives/framework.ts';
import { ACHIEVEMENT_WORDS, SUCCESS_WORDS } from '../../domain/initiatives/words.ts';
import type { Tally } from '../../domain/scoreboard/coded-case.ts';
import { filled } from '../../domain/words/code-words.ts';
import { ACHIEVEMENT_CODES, DIMENSIONS, INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import type { Covered } from '../../functions/_tallies/covered.ts';
import type { Scored } from '../../functions/_tallies/scored.ts';
import { Answers } from '../components/answers.tsx';
import { Crumbs, Empty, Facts, Section } from '../components/basics.tsx';
import { ChartFigure, Measures, useFigureWords } from '../components/figures.tsx';
import { Shell } from '../components/shell.tsx';
import { Table } from '../components/table.tsx';
import { countIn, numberIn } from '../format.ts';
import { useLink, usePlace, useWords } from '../page-context.ts';

interface Achievement extends Pick<Scored, 'cases' | 'closed' | 'successful'> {
  readonly dimensions: Readonly<Record<string, Readonly<Record<'computed' | 'people', Tally>>>>;
}

/** What the API tells of an authority, over all time. */
interface AuthorityShown {
  readonly authority: string;
  readonly name?: string | undefined;
  readonly cases: {
    readonly total: number;
    readonly stages: Readonly<Record<string, number>>;
    readonly instruments: Readonly<Record<string, number>>;
  };
  readonly coverage: Covered;
  readonly scoreboard?: Achievement | undefined;
}

interface AuthorityProps {
  readonly of: AuthorityShown;
  /** The last twelve months. */
  readonly periods: readonly CoveredPeriod[];
}

const Authority = ({ of, periods }: AuthorityProps) => {
  const { language, origin } = usePlace();
  const { authorities } = useFigureWords();
  const link = useLink();
  const name = of.name ?? of.authority;
  const about = {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name,
    identifier: of.authority,
    url: `${origin}/${language}/authorities/${encodeURIComponent(of.authority)}`,
  };
  return (
    <Shell title={name} description={authorities.lead} about={about}>
      <Crumbs label={authorities.title} of={[{ href: link('/authorities'), name: authorities.title }]} />
      <h1>{name}</h1>
      <Facts inline of={[{ name: authorities.key, value: <code>{of.authority}</code> }]} />
      <Cases of={of} />
      <div class="tight">
        <Watching of={of} periods={periods} />
        <Section id="answers" title={authorities.answers}>
          <OfCoverage of={of.coverage} />
          <Answers of={of.coverage} />
        </Section>
        <Section id="scoreboard" title={authorities.scoreboard}>
          {of.scoreboard === undefined ? <p>{authorities.scoreboardNone}</p> : <Achieved of={of.scoreboard} />}
        </Section>
      </div>
    </Shell>
  );
};

const Cases = ({ of: { authority, cases } }: { readonly of: AuthorityShown }) => {
  const { language } = usePlace();
  const { codes } = useWords();
  const { authorities, counted } = useFigureWords();
  const link = useLink();
  if (cases.total === 0)
    return (
      <Empty>
        <p>{authorities.noCases}</p>
      </Empty>
    );
  const listed = (more: Readonly<Record<string, string>>, children: ComponentChildren) => (
    <a href={link(`/cases?${new URLSearchParams({ authority, ...more })}`)}>{children}</a>
  );
  return (
    <>
      <p class="lead">
        {countIn(language, counted.cases, cases.total)}. {listed({}, authorities.allCases)}
      </p>
      <h2>{authorities.stages}</h2>
      <Facts
        of={STAGES.map((stage) => ({
          name: codes.stages[stage],
          value: linked(cases.stages[stage], (number) => listed({ stage }, countIn(language, counted.cases, number))),
        }))}
      />
      <h2>{authorities.instruments}</h2>
      <Facts
        of={INSTRUMENTS.map((instrument) => ({
          name: codes.instruments[instrument],
          value: linked(cases.instruments[instrument], (number) =>
            listed({ instrument }, countIn(language, counted.cases, number)),
          ),
        }))}
      />
    </>
  );
};

/** What there is none of is left out. */
const linked = (number: number | undefined, link: (number: number) => ComponentChildren): ComponentChildren =>
  number === undefined || number === 0 ? undefined : link(number);

const Watching = ({ of: { authority, name, coverage }, periods }: AuthorityProps) => {
  const { language } = usePlace();
  const { authorities } = useFigureWords();
  const { numerator, denominator } = coverage.coverage;
  const key = encodeURIComponent(authority);
  const chart = coverageChart({ id: 'coverage', language, periods, authority: name ?? authority });
  return (
    <Section id="watching" title={authorities.watching}>
      {denominator === 0 ? (
        <p>{authorities.watchingNone}</p>
      ) : (
        <p>
          {filled(authorities.watchingSays, {
            one: numberIn(language, numerator),
            other: numberIn(language, denominator),
            share: shareIn(language, numerator, denominator),
          })}
        </p>
      )}
      {periods.some(({ eligible }) => eligible > 0) ? (
        <>
          <h3>{authorities.period}</h3>
          <ChartFigure
            chart={chart}
            data={`/coverage?authority=${key}`}
            picture={`/coverage/chart.svg?authority=${key}&language=${language}`}
          />
          <Periods of={chart.table} />
        </>
      ) : null}
      <MoreCoverage authority={authority} />
    </Section>
  );
};

/** The numbers of a picture. */
const Periods = ({
  of: { heads, rows },
}: {
  readonly of: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };
}) => {
  const { shared } = useFigureWords();
  return (
    <Table
      caption={shared.numbers}
      rows={rows}
      columns={heads.map((head, index) => ({
        head,
        cell: (row: readonly string[]) => row[index],
        ...(index === 0 ? { names: true as const } : { number: true as const }),
      }))}
    />
  );
};

const MoreCoverage = ({ authority }: { readonly authority: string }) => {
  const { authorities } = useFigureWords();
  const link = useLink();
  return (
    <p>
      <a href={link(`/coverage?${new URLSearchParams({ authority, period: 'quarter' })}`)}>
        {authorities.moreCoverage}
      </a>
    </p>
  );
};

const OfCoverage = ({ of }: { readonly of: Covered }) => {
  const { coverage } = useFigureWords();
  return (
    <Measures
      of={[
        { name: coverage.remedied, value: of.remedied },
        { name: coverage.reportsOnTime, value: of.reportsOnTime },
        { name: coverage.silent, value: of.silentTeams },
      ]}
    />
  );
};

const CODES = [...ACHIEVEMENT_CODES, 'notAssessed'] as const;

const isMandatory = (dimension: SuccessDimension): boolean => DIMENSIONS.some((each) => each === dimension);

/** What can be said of all its cases together: of one that has only begun, nobody can tell whether it succeeds. */
const Judged = ({ of: { cases, closed, successful } }: { readonly of: Achievement }) => {
  const { language } = usePlace();
  const { authorities, scoreboard, verdictsSay, verdicts } = useFigureWords();
  if (closed === 0) return <p>{authorities.judgedNone}</p>;
  const numbers = { closed, cases, successful: successful.whole.numerator };
  const told = Object.entries(numbers).map(([name, number]) => [name, numberIn(language, number)] as const);
  return (
    <>
      <p>{filled(authorities.judged, Object.fromEntries(told))}</p>
      {closed < cases ? <p>{scoreboard.stillOpen}</p> : null}
      <p class="muted">
        {verdicts.successful}: {verdictsSay.successful}
      </p>
    </>
  );
};

const Achieved = ({ of }: { readonly of: Achievement }) => {
  const { language } = usePlace();
  const { authorities, scoreboard } = useFigureWords();
  const link = useLink();
  const rows = SUCCESS_DIMENSIONS.flatMap((dimension) => {
    const cell = of.dimensions[dimension];
    if (cell === undefined) return [];
    const people = { dimension, by: scoreboard.people, tally: cell.people };
    return isMandatory(dimension) ? [{ dimension, by: scoreboard.computed, tally: cell.computed }, people] : [people];
  });
  return (
    <>
      <Judged of={of} />
      <Table
        caption={authorities.scoreboardCaption}
        rows={rows}
        columns={[
          {
            head: scoreboard.dimension,
            cell: ({ dimension, by }) => `${SUCCESS_WORDS[dimension].name[language]}, ${by}`,
            names: true,
          },
          ...CODES.map((code) => ({
            head: ACHIEVEMENT_WORDS[code][language],
            cell: ({ tally }: { readonly tally: Tally }) => numberIn(language, tally[code]),
            number: true as const,
          })),
        ]}
      />
      <p>
        <a href={link('/scoreboard?group=authority')}>{authorities.moreScoreboard}</a>
      </p>
    </>
  );
};

/** How an authority is watched, and how it answers. */
export const authorityPage = (props: AuthorityProps): JSX.Element => <Authority {...props} />;
