import type { JSX } from 'preact';
import { scoreboardChart } from '../../charts/scoreboard-chart.ts';
import { VERDICTS, type Verdict } from '../../domain/assessment/verdict.ts';
import { FACTOR_TITLES } from '../../domain/assessment/words.ts';
import { STUDY, SUCCESS_DIMENSIONS, type SuccessDimension } from '../../domain/initiatives/framework.ts';
import { INITIATIVES, type Initiative } from '../../domain/initiatives/initiatives.ts';
import { ACHIEVEMENT_WORDS, SUCCESS_WORDS } from '../../domain/initiatives/words.ts';
import { inLanguage } from '../../domain/languages.ts';
import { AUTHORITY_UNKNOWN } from '../../domain/registry/registered-facts.ts';
import { GROUPINGS, type Grouping, type Tally, TERRITORY_UNSTATED } from '../../domain/scoreboard/coded-case.ts';
import { filled, wordFor } from '../../domain/words/code-words.ts';
import { ACHIEVEMENT_CODES, DIMENSIONS, SUCCESS_FACTORS } from '../../events/vocabulary.ts';
import type { Scored } from '../../functions/_tallies/scored.ts';
import { Empty, Notice, Pages, Section } from '../components/basics.tsx';
import { AuthorityName, ChartFigure, Switch, useFigureWords } from '../components/figures.tsx';
import { Shell } from '../components/shell.tsx';
import { type Column, Table } from '../components/table.tsx';
import { numberIn } from '../format.ts';
import { useLink, usePlace, useWords } from '../page-context.ts';
import { territoryIn } from '../territories.ts';

/** A group of cases as the API tells of it. */
export interface ScoredGroupShown extends Scored {
  readonly id: string;
  readonly name?: string | undefined;
  /** How many of its cases came to each verdict. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

interface ScoreboardProps {
  readonly group: Grouping;
  readonly groups: readonly ScoredGroupShown[];
  /** The query of the page of the list that is shown, for its data and its picture. */
  readonly cursor: string | undefined;
  readonly next?: string | undefined;
}

/** Groups of fewer cases say little: this is said beside them. */
const FEW_CASES = 5;

const Scoreboard = ({ group, groups, cursor, next }: ScoreboardProps) => {
  const { language } = usePlace();
  const { scoreboard, shared, groups: ways } = useFigureWords();
  const link = useLink();
  const nameOf = useGroupName(group);
  const chart = scoreboardChart({
    id: 'scoreboard',
    language,
    groups: groups.map((each) => ({ name: nameOf(each), cases: each.cases, cells: each.dimensions })),
    initiatives: INITIATIVES,
  });
  const asked = queryOf({ group, cursor, limit: String(GROUPS_SHOWN) });
  const at = (more: Readonly<Record<string, string | undefined>>) => link(`/scoreboard${queryOf({ group, ...more })}`);
  return (
    <Shell title={scoreboard.title} description={scoreboard.lead}>
      <h1>{scoreboard.title}</h1>
      <p class="lead">{scoreboard.lead}</p>
      <Switch
        label={scoreboard.by}
        options={GROUPINGS.map((each) => ({
          href: link(`/scoreboard?group=${each}`),
          name: ways[each],
          isHere: each === group,
        }))}
      />
      {groups.length === 0 ? (
        <Empty>
          <p>{scoreboard.none}</p>
        </Empty>
      ) : null}
      <ChartFigure
        chart={chart}
        data={`/scoreboard${asked}`}
        picture={`/scoreboard/chart.svg${queryOf({ group, cursor, limit: String(GROUPS_SHOWN), language })}`}
      />
      {groups.length === 0 ? null : (
        <Section id="ours" title={scoreboard.ours}>
          {groups.some(({ cases }) => cases < FEW_CASES) ? (
            <Notice>
              <p>{shared.few}</p>
            </Notice>
          ) : null}
          <div class="tight">
            <Verdicts group={group} groups={groups} />
          </div>
          {groups.some(({ cases, closed }) => closed < cases) ? <p>{scoreboard.stillOpen}</p> : null}
          <div class="roomy">
            <Ours group={group} groups={groups} />
          </div>
          <p class="muted">{shared.sealed}</p>
        </Section>
      )}
      <Pages
        first={cursor === undefined ? undefined : at({})}
        next={next === undefined ? undefined : at({ cursor: next })}
      />
      <Section id="study" title={scoreboard.study}>
        <div class="roomy">
          <Study />
        </div>
        <p class="muted">{scoreboard.unreadableSays}</p>
        <p class="muted">{filled(scoreboard.source, { study: STUDY })}</p>
      </Section>
      <HowToRead />
    </Shell>
  );
};

/** Groups on a page. */
export const GROUPS_SHOWN = 10;

const queryOf = (asked: Readonly<Record<string, string | undefined>>): string =>
  `?${new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))}`;

type Named = Pick<ScoredGroupShown, 'id' | 'name'>;

const useGroupName = (group: Grouping): ((of: Named) => string) => {
  const { language } = usePlace();
  const { codes } = useWords();
  const { shared } = useFigureWords();
  return ({ id, name }) => {
    switch (group) {
      case 'instrument':
        return wordFor(codes.instruments, id);
      case 'authority':
        return id === AUTHORITY_UNKNOWN ? shared.unknownAuthority : (name ?? id);
      case 'territory':
        return id === TERRITORY_UNSTATED ? shared.unstated : territoryIn(language, id);
    }
  };
};

/** What a group is called, leading to its cases or its page. */
const GroupName = ({ group, of }: { readonly group: Grouping; readonly of: Named }) => {
  const link = useLink();
  const name = useGroupName(group)(of);
  if (group === 'authority') return <AuthorityName {...of} />;
  if (of.id === TERRITORY_UNSTATED) return <>{name}</>;
  return <a href={link(`/cases?${new URLSearchParams({ [group]: of.id })}`)}>{name}</a>;
};

interface GroupsProps {
  readonly group: Grouping;
  readonly groups: readonly ScoredGroupShown[];
}

const useGroupColumns = (group: Grouping): readonly Column<ScoredGroupShown>[] => {
  const { language } = usePlace();
  const { groups, shared } = useFigureWords();
  return [
    { head: groups[group], cell: (of) => <GroupName group={group} of={of} />, names: true },
    { head: shared.cases, cell: ({ cases }) => numberIn(language, cases), number: true },
  ];
};

const Verdicts = ({ group, groups }: GroupsProps) => {
  const { language } = usePlace();
  const { scoreboard, verdicts } = useFigureWords();
  const columns = useGroupColumns(group);
  return (
    <Table
      caption={scoreboard.verdictCaption}
      rows={groups}
      columns={[
        ...columns,
        { head: scoreboard.closed, cell: ({ closed }) => numberIn(language, closed), number: true },
        ...VERDICTS.map((verdict) => ({
          head: verdicts[verdict],
          cell: (of: ScoredGroupShown) => numberIn(language, of.verdicts[verdict]),
          number: true as const,
        })),
      ]}
    />
  );
};

const Ours = ({ group, groups }: GroupsProps) => {
  const { language } = usePlace();
  const { scoreboard } = useFigureWords();
  const [name] = useGroupColumns(group);
  return (
    <Table
      caption={scoreboard.oursCaption}
      rows={groups}
      columns={[
        ...(name === undefined ? [] : [name]),
        ...SUCCESS_DIMENSIONS.map((dimension) => ({
          head: SUCCESS_WORDS[dimension].name[language],
          cell: ({ dimensions }: ScoredGroupShown) => <Codes dimension={dimension} of={dimensions[dimension]} />,
        })),
      ]}
    />
  );
};

interface CodesProps {
  readonly dimension: SuccessDimension;
  readonly of: Readonly<Record<'computed' | 'people', Tally>>;
}

/** What is computed and what people say, one below the other; nothing is computed of what only people can tell. */
const Codes = ({ dimension, of }: CodesProps) => {
  const { scoreboard } = useFigureWords();
  return (
    <>
      {isMandatory(dimension) ? <CodeList of={of.computed} by={scoreboard.computed} /> : null}
      <CodeList of={of.people} by={scoreboard.people} />
    </>
  );
};

const CODES = [...ACHIEVEMENT_CODES, 'notAssessed'] as const;

const isMandatory = (dimension: SuccessDimension): boolean => DIMENSIONS.some((each) => each === dimension);

const CodeList = ({ of, by }: { readonly of: Tally; readonly by: string }) => {
  const { language } = usePlace();
  return (
    <ul class="codes">
      <li class="muted">{by}</li>
      {CODES.filter((code) => of[code] > 0).map((code) => (
        <li key={code}>
          {ACHIEVEMENT_WORDS[code][language]}: {numberIn(language, of[code])}
        </li>
      ))}
    </ul>
  );
};

const Study = () => {
  const { language } = usePlace();
  const { scoreboard } = useFigureWords();
  return (
    <Table
      caption={scoreboard.studyCaption}
      rows={INITIATIVES}
      columns={[
        {
          head: scoreboard.initiative,
          names: true,
          cell: ({ name, country }) => `${name} (${territoryIn(language, country)})`,
        },
        ...SUCCESS_DIMENSIONS.map((dimension) => ({
          head: SUCCESS_WORDS[dimension].name[language],
          cell: ({ success }: Initiative) => <StudyCode of={success[dimension]} />,
        })),
      ]}
    />
  );
};

const StudyCode = ({ of }: { readonly of: Initiative['success'][SuccessDimension] }) => {
  const { language } = usePlace();
  const { scoreboard } = useFigureWords();
  if (of.readable) return <>{of.codes.map((code) => ACHIEVEMENT_WORDS[code][language]).join(', ')}</>;
  return (
    <span class="muted">
      {scoreboard.unreadable}
      {of.text === undefined ? null : `. ${of.text[language]}`}
    </span>
  );
};

const HowToRead = () => {
  const { language } = usePlace();
  const { scoreboard, verdicts, verdictsSay } = useFigureWords();
  return (
    <Section id="how" title={scoreboard.how}>
      <p>{scoreboard.howSays}</p>
      <dl class="facts">
        {VERDICTS.map((verdict) => (
          <>
            <dt>{verdicts[verdict]}</dt>
            <dd>{verdictsSay[verdict]}</dd>
          </>
        ))}
      </dl>
      <dl class="facts">
        {SUCCESS_DIMENSIONS.map((dimension) => (
          <>
            <dt>
              {SUCCESS_WORDS[dimension].name[language]} (
              {isMandatory(dimension) ? scoreboard.mandatory : scoreboard.complementary})
            </dt>
            <dd>{SUCCESS_WORDS[dimension].asks[language]}</dd>
          </>
        ))}
      </dl>
      <h3>{scoreboard.factors}</h3>
      <p>{scoreboard.factorsSay}</p>
      <ul>
        {SUCCESS_FACTORS.map((factor) => (
          <li key={factor}>{inLanguage(FACTOR_TITLES[factor], language)}</li>
        ))}
      </ul>
    </Section>
  );
};

/** What cases achieve, by groups, beside the initiatives of the study. */
export const scoreboardPage = (props: ScoreboardProps): JSX.Element => <Scoreboard {...props} />;
