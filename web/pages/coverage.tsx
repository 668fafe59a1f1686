import type { JSX } from 'preact';
import { coverageChart, periodIn } from '../../charts/coverage-chart.ts';
import { filled } from '../../domain/words/code-words.ts';
import type { Covered } from '../../functions/_tallies/covered.ts';
import type { Coverage } from '../../functions/_tallies/read-coverage.ts';
import { Answers } from '../components/answers.tsx';
import { Empty, Section } from '../components/basics.tsx';
import { AuthorityName, ChartFigure, Measures, useFigureWords, useShare } from '../components/figures.tsx';
import { Field, Select } from '../components/form.tsx';
import { Shell } from '../components/shell.tsx';
import { Table } from '../components/table.tsx';
import { numberIn } from '../format.ts';
import { useLink, usePlace } from '../page-context.ts';

/** An authority with its coverage over all time. */
export interface AuthorityCovered {
  readonly id: string;
  readonly name?: string | undefined;
  readonly coverage: Covered['coverage'];
}

interface CoverageProps {
  readonly coverage: Coverage;
  /** All periods together. */
  readonly whole: Covered;
  /** Those that can be chosen: the first of them where there are many. */
  readonly authorities: readonly AuthorityCovered[];
}

const CoverageOf = ({ coverage: found, whole, authorities }: CoverageProps) => {
  const { coverage } = useFigureWords();
  const called = found.authority === undefined ? undefined : (found.name ?? found.authority);
  const isEmpty = whole.processes.known + whole.cases === 0;
  return (
    <Shell title={coverage.title} description={coverage.lead}>
      <h1>{called === undefined ? coverage.title : `${coverage.title}: ${called}`}</h1>
      <p class="lead">{coverage.lead}</p>
      <Filter of={found} authorities={authorities} />
      {isEmpty ? (
        <Empty>
          <p>{coverage.none}</p>
          {found.authority === undefined ? <p>{coverage.notImported}</p> : null}
        </Empty>
      ) : (
        <Found coverage={found} whole={whole} />
      )}
      {found.authority === undefined && authorities.length > 0 ? <ByAuthority of={authorities} /> : null}
    </Shell>
  );
};

const PERIODS = ['month', 'quarter', 'year'] as const;

const Filter = ({ of, authorities }: { readonly of: Coverage } & Pick<CoverageProps, 'authorities'>) => {
  const { coverage, shared } = useFigureWords();
  const link = useLink();
  const chosen = authorities.some(({ id }) => id === of.authority) || of.authority === undefined;
  const options = [...(chosen ? [] : [{ id: of.authority ?? '', name: of.name }]), ...authorities].map(
    ({ id, name }) => ({ value: id, label: name ?? (id === 'unknown' ? shared.unknownAuthority : id) }),
  );
  return (
    <search class="filters">
      <form action={link('/coverage')} method="get">
        <Select name="authority" label={shared.authority} any={coverage.all} chosen={of.authority} options={options} />
        <Field name="from" label={coverage.from}>
          {(described) => (
            <input type="month" pattern={MONTH} title={coverage.monthHint} {...described} value={of.from} />
          )}
        </Field>
        <Field name="to" label={coverage.to}>
          {(described) => (
            <input type="month" pattern={MONTH} title={coverage.monthHint} {...described} value={of.to} />
          )}
        </Field>
        <Field name="period" label={coverage.periodEach}>
          {(described) => (
            <select {...described}>
              {PERIODS.map((period) => (
                <option key={period} value={period} selected={period === of.period}>
                  {coverage[period]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div>
          <button class="button" type="submit">
            {coverage.show}
          </button>
        </div>
      </form>
    </search>
  );
};

/** A month where the browser knows no field for months. */
const MONTH = '[0-9]{4}-(0[1-9]|1[0-2])';

const Found = ({ coverage: found, whole }: Pick<CoverageProps, 'coverage' | 'whole'>) => {
  const { language } = usePlace();
  const { coverage, shared } = useFigureWords();
  const { undated } = found;
  return (
    <>
      <Section id="summary" title={coverage.summary}>
        <Measures
          of={[
            { name: coverage.share, value: whole.coverage },
            { name: coverage.remedied, value: whole.remedied },
            { name: coverage.reportsOnTime, value: whole.reportsOnTime },
            { name: coverage.silent, value: whole.silentTeams },
          ]}
        />
        {undated.known === 0 ? null : (
          <p>
            {filled(coverage.undated, {
              known: numberIn(language, undated.known),
              watched: numberIn(language, undated.watched),
            })}
          </p>
        )}
        <p class="muted">{shared.sealed}</p>
      </Section>
      <div class="tight">
        <Section id="watched" title={coverage.chart}>
          {whole.processes.known + undated.known === 0 ? (
            <Empty>
              <p>{coverage.notImported}</p>
            </Empty>
          ) : (
            <Watched of={found} />
          )}
        </Section>
        <Section id="answers" title={coverage.answers}>
          <p>{coverage.answersSay}</p>
          <Answers of={whole} />
        </Section>
        <Section id="results" title={coverage.results}>
          <Results of={found} />
        </Section>
      </div>
    </>
  );
};

const Watched = ({ of: { items, authority, name, from, to, period } }: { readonly of: Coverage }) => {
  const { language } = usePlace();
  const { coverage, shared } = useFigureWords();
  const share = useShare();
  const called = name ?? authority;
  const periods = items.map((item) => ({
    period: item.period,
    eligible: item.coverage.denominator,
    watched: item.coverage.numerator,
    undecided: item.processes.undecided,
  }));
  const chart = coverageChart({
    id: 'coverage',
    language,
    periods,
    ...(called === undefined ? {} : { authority: called }),
  });
  const asked = new URLSearchParams({ ...(authority === undefined ? {} : { authority }), from, to, period });
  return (
    <>
      <ChartFigure
        chart={chart}
        data={`/coverage?${asked}`}
        picture={`/coverage/chart.svg?${asked}&language=${language}`}
      />
      <Table
        caption={shared.numbers}
        rows={items}
        columns={[
          { head: shared.period, cell: (item) => periodIn(language, item.period), names: true },
          { head: coverage.eligible, cell: (item) => numberIn(language, item.coverage.denominator), number: true },
          { head: coverage.watched, cell: (item) => numberIn(language, item.coverage.numerator), number: true },
          { head: coverage.share, cell: (item) => share(item.coverage), number: true },
          { head: coverage.undecided, cell: (item) => numberIn(language, item.processes.undecided), number: true },
        ]}
      />
      <p class="muted">
        {coverage.undecided}: {coverage.undecidedSays}
      </p>
    </>
  );
};

const Results = ({ of: { items } }: { readonly of: Coverage }) => {
  const { language } = usePlace();
  const { coverage, shared } = useFigureWords();
  const share = useShare();
  return (
    <Table
      caption={coverage.resultsCaption}
      rows={items}
      columns={[
        { head: shared.period, cell: ({ period }) => periodIn(language, period), names: true },
        { head: coverage.remedied, cell: ({ remedied }) => share(remedied), number: true },
        { head: coverage.reportsOnTime, cell: ({ reportsOnTime }) => share(reportsOnTime), number: true },
        { head: coverage.silent, cell: ({ silentTeams }) => share(silentTeams), number: true },
        { head: coverage.everSilent, cell: ({ everSilentTeams }) => share(everSilentTeams), number: true },
      ]}
    />
  );
};

const LISTED_MAX = 20;

const ByAuthority = ({ of }: { readonly of: readonly AuthorityCovered[] }) => {
  const { language } = usePlace();
  const { coverage, shared } = useFigureWords();
  const link = useLink();
  const share = useShare();
  return (
    <Section id="authorities" title={coverage.byAuthority}>
      <div class="tight">
        <Table
          caption={coverage.byAuthorityCaption}
          rows={of.slice(0, LISTED_MAX)}
          columns={[
            { head: shared.authority, cell: ({ id, name }) => <AuthorityName id={id} name={name} />, names: true },
            { head: coverage.eligible, cell: (each) => numberIn(language, each.coverage.denominator), number: true },
            { head: coverage.watched, cell: (each) => numberIn(language, each.coverage.numerator), number: true },
            { head: coverage.share, cell: (each) => share(each.coverage), number: true },
          ]}
        />
      </div>
      <p>
        <a href={link('/authorities')}>{coverage.more}</a>
      </p>
    </Section>
  );
};

/** How far watching reaches, and how asking is answered, by period. */
export const coveragePage = (props: CoverageProps): JSX.Element => <CoverageOf {...props} />;
