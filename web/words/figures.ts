import type { Verdict } from '../../domain/assessment/verdict.ts';
import type { Language } from '../../domain/languages.ts';
import type { Grouping } from '../../domain/scoreboard/coded-case.ts';
import type { DAY_CLASS_NAMES } from '../../domain/scoreboard/measures.ts';
import { EN } from './figures-en.ts';
import { ES } from './figures-es.ts';
import { PT } from './figures-pt.ts';
import type { Counted } from './words.ts';

type Each<Word extends string> = Readonly<Record<Word, string>>;

/** The words of the pages that show numbers: scoreboard, coverage, authorities, participation. */
export interface FigureWords {
  readonly groups: Each<Grouping>;
  readonly verdicts: Each<Verdict>;
  readonly verdictsSay: Each<Verdict>;
  readonly dayClasses: Each<(typeof DAY_CLASS_NAMES)[number]>;
  readonly awaited: Each<'questions' | 'findings' | 'escalations'>;
  readonly shared: Each<
    | 'authority'
    | 'unknownAuthority'
    | 'unstated'
    | 'period'
    | 'cases'
    | 'ofNumber'
    | 'none'
    | 'numbers'
    | 'asData'
    | 'picture'
    | 'few'
    | 'sealed'
  >;
  readonly scoreboard: Each<
    | 'title'
    | 'lead'
    | 'by'
    | 'none'
    | 'ours'
    | 'oursCaption'
    | 'study'
    | 'studyCaption'
    | 'unreadable'
    | 'unreadableSays'
    | 'initiative'
    | 'dimension'
    | 'closed'
    | 'stillOpen'
    | 'verdictCaption'
    | 'computed'
    | 'people'
    | 'how'
    | 'howSays'
    | 'mandatory'
    | 'complementary'
    | 'factors'
    | 'factorsSay'
    | 'source'
  >;
  readonly coverage: Each<
    | 'title'
    | 'lead'
    | 'periodEach'
    | 'month'
    | 'quarter'
    | 'year'
    | 'from'
    | 'to'
    | 'monthHint'
    | 'all'
    | 'show'
    | 'summary'
    | 'eligible'
    | 'watched'
    | 'share'
    | 'undecided'
    | 'notImported'
    | 'undecidedSays'
    | 'undated'
    | 'chart'
    | 'answers'
    | 'answersSay'
    | 'answersCaption'
    | 'asked'
    | 'inTime'
    | 'late'
    | 'unanswered'
    | 'answeredInTime'
    | 'what'
    | 'timesCaption'
    | 'results'
    | 'resultsCaption'
    | 'remedied'
    | 'reportsOnTime'
    | 'silent'
    | 'everSilent'
    | 'byAuthority'
    | 'byAuthorityCaption'
    | 'more'
    | 'none'
  >;
  readonly authorities: Each<
    | 'title'
    | 'lead'
    | 'search'
    | 'searchHint'
    | 'none'
    | 'noneSays'
    | 'empty'
    | 'key'
    | 'stages'
    | 'instruments'
    | 'allCases'
    | 'noCases'
    | 'answers'
    | 'watching'
    | 'watchingSays'
    | 'watchingNone'
    | 'scoreboard'
    | 'scoreboardNone'
    | 'judgedNone'
    | 'judged'
    | 'scoreboardCaption'
    | 'moreScoreboard'
    | 'moreCoverage'
    | 'period'
  >;
  readonly participation: Each<
    | 'title'
    | 'lead'
    | 'progress'
    | 'progressNone'
    | 'obstacles'
    | 'obstaclesSay'
    | 'tipTitle'
    | 'tipSays'
    | 'tipLink'
    | 'stages'
    | 'rules'
    | 'rulesSay'
    | 'ruleSource'
    | 'who'
    | 'how'
    | 'rights'
    | 'limits'
    | 'terms'
    | 'attended'
    | 'published'
    | 'answered'
    | 'remedied'
    | 'reports'
    | 'tips'
    | 'obstructed'
    | 'refused'
    | 'silent'
    | 'overdue'
    | 'unremedied'
    | 'lateReports'
    | 'known'
    | 'knownSource'
  >;
  readonly counted: Readonly<Record<'cases', Counted>>;
}

export const FIGURE_WORDS: Readonly<Record<Language, FigureWords>> = { es: ES, pt: PT, en: EN };
