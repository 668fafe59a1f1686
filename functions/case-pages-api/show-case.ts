import type { CaseView } from '../../web/pages/case/case-at-hand.ts';
import { casePage } from '../../web/pages/case.tsx';
import { SHOW_CASE } from '../_http/page-operations.ts';
import { type PageAsked, publicPage, type Readable } from '../_pages/public-page.ts';
import { listBidders } from '../_queries/bidder-queries.ts';
import { readCase } from '../_queries/case-queries.ts';
import { listDepartures } from '../_queries/departure-queries.ts';
import { listProceedings } from '../_queries/escalation-queries.ts';
import { readMilestones } from '../_queries/milestone-queries.ts';
import { listObservations } from '../_queries/observation-queries.ts';
import { readProcess } from '../_queries/process-queries.ts';
import { listRecommendations } from '../_queries/recommendation-query.ts';
import { listReports } from '../_queries/report-queries.ts';
import {
  listActs,
  listAmendments,
  listBreaches,
  listEscalations,
  listFlags,
  listQuestions,
  listVisits,
} from '../_queries/subject-queries.ts';
import { readTimeline } from '../_queries/timeline-queries.ts';

/** How many of each list the page of a case shows; all of them have a page of their own. */
const FIRST = 10;

export const showCase = publicPage({
  ...SHOW_CASE,
  show: async (asked) => {
    const { language, read } = asked;
    const found = await read(readCase);
    const process = found === undefined ? undefined : await read(readProcess);
    if (found === undefined || process === undefined) return undefined;
    const view = found.body;
    const latest = { language, limit: String(FIRST), cursor: String(Math.max(0, view.version - FIRST)) };
    const [bidders, departures, milestones, timeline, lists] = await Promise.all([
      read(listBidders),
      read(listDepartures),
      read(readMilestones, { language }),
      read(readTimeline, latest),
      listsOf(asked, view),
    ]);
    if (milestones === undefined) return undefined;
    return casePage({
      view,
      process: process.body.process,
      bidders: bidders?.body.items ?? [],
      departures: departures?.body.items ?? [],
      milestones: milestones.body,
      moments: (timeline?.body.items ?? []).toReversed(),
      ...lists,
    });
  },
});

type Reads = Pick<PageAsked<unknown>, 'read'>;

const firstOf =
  ({ read }: Reads) =>
  async <Item>(reading: Readable<{ readonly items: readonly Item[] }>) => {
    const told = await read(reading, { limit: String(FIRST) });
    return { items: told?.body.items ?? [], more: told?.next !== undefined };
  };

/** The first of every list of the case. */
const listsOf = async (reads: Reads, view: CaseView) => {
  const first = firstOf(reads);
  const [contract, acts, observations, questions, flags, ...others] = await Promise.all([
    contractLists(reads, view),
    first(listActs),
    first(listObservations),
    first(listQuestions),
    first(listFlags),
    first(listEscalations),
    first(listProceedings),
    first(listReports),
    first(listRecommendations),
  ]);
  const [escalations, proceedings, reports, recommendations] = others;
  return { ...contract, acts, observations, questions, flags, escalations, proceedings, reports, recommendations };
};

const NOTHING = { items: [], more: false };

/** The first of what is watched while a pact and a contract bind; nothing is asked for where there can be none. */
const contractLists = async (reads: Reads, view: CaseView) => {
  const first = firstOf(reads);
  const [breaches, visits, amendments] = await Promise.all([
    view.instrument === 'integrity-pact' ? first(listBreaches) : NOTHING,
    view.implementationMonitoring ? first(listVisits) : NOTHING,
    view.implementationMonitoring ? first(listAmendments) : NOTHING,
  ]);
  return { breaches, visits, amendments };
};
