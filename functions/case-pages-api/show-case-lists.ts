import type { JSX } from 'preact';
import {
  actsPage,
  escalationsPage,
  flagsPage,
  type ListProps,
  observationsPage,
  proceedingsPage,
  questionsPage,
  recommendationsPage,
  timelinePage,
} from '../../web/pages/case-list.tsx';
import type { PublicPageDescription } from '../_http/operation.ts';
import {
  SHOW_CASE_ACTS,
  SHOW_CASE_ESCALATIONS,
  SHOW_CASE_FLAGS,
  SHOW_CASE_OBSERVATIONS,
  SHOW_CASE_PROCEEDINGS,
  SHOW_CASE_QUESTIONS,
  SHOW_CASE_RECOMMENDATIONS,
  SHOW_CASE_TIMELINE,
} from '../_http/page-operations.ts';
import { type PublicPage, publicPage, type Readable } from '../_pages/public-page.ts';
import { readCase } from '../_queries/case-queries.ts';
import { listProceedings } from '../_queries/escalation-queries.ts';
import { listObservations } from '../_queries/observation-queries.ts';
import { readProcess } from '../_queries/process-queries.ts';
import { listRecommendations } from '../_queries/recommendation-query.ts';
import { listActs, listEscalations, listFlags, listQuestions } from '../_queries/subject-queries.ts';
import { readTimeline } from '../_queries/timeline-queries.ts';

const ON_A_PAGE = 25;

type ListDescription = PublicPageDescription & Pick<typeof SHOW_CASE_ACTS, 'query'>;

/** The page of one list of a case: a page of its reading as a page for people. */
const listPage = <Item>(
  description: ListDescription,
  {
    reading,
    draw,
    inWords = false,
  }: {
    readonly reading: Readable<{ readonly items: readonly Item[] }>;
    readonly draw: (props: ListProps<Item>) => JSX.Element;
    /** The reading tells words of the house, and is asked in which language. */
    readonly inWords?: boolean;
  },
): PublicPage =>
  publicPage({
    ...description,
    show: async ({ language, query: { cursor }, read }) => {
      const asked = {
        limit: String(ON_A_PAGE),
        ...(inWords ? { language } : {}),
        ...(cursor === undefined ? {} : { cursor }),
      };
      const [found, process, list] = await Promise.all([read(readCase), read(readProcess), read(reading, asked)]);
      if (found === undefined || process === undefined || list === undefined) return undefined;
      return draw({
        of: { view: found.body, title: process.body.process.title },
        items: list.body.items,
        isFirst: cursor === undefined,
        next: list.next,
      });
    },
  });

/** The lists of a case that have pages of their own. */
export const CASE_LISTS: readonly PublicPage[] = [
  listPage(SHOW_CASE_TIMELINE, { reading: readTimeline, draw: timelinePage, inWords: true }),
  listPage(SHOW_CASE_ACTS, { reading: listActs, draw: actsPage }),
  listPage(SHOW_CASE_OBSERVATIONS, { reading: listObservations, draw: observationsPage }),
  listPage(SHOW_CASE_QUESTIONS, { reading: listQuestions, draw: questionsPage }),
  listPage(SHOW_CASE_FLAGS, { reading: listFlags, draw: flagsPage }),
  listPage(SHOW_CASE_ESCALATIONS, { reading: listEscalations, draw: escalationsPage }),
  listPage(SHOW_CASE_PROCEEDINGS, { reading: listProceedings, draw: proceedingsPage }),
  listPage(SHOW_CASE_RECOMMENDATIONS, { reading: listRecommendations, draw: recommendationsPage }),
];
