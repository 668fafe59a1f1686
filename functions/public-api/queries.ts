import type { QueryOperation } from '../_http/operation.ts';
import { listBidders } from './bidder-queries.ts';
import { listCases, readCase, readProcess } from './case-queries.ts';
import { listObservations, readObservation } from './observation-queries.ts';
import { listEvents, readEventContent, readMilestones } from './record-queries.ts';
import { listProfiles, readHealth, readProblem, readProfile } from './reference-queries.ts';
import { listReports, readReport } from './report-queries.ts';
import { subjectLists } from './subject-queries.ts';
import { listHolidays, readTerm, readTermOfCase } from './term-queries.ts';
import { listTips, readTip } from './tip-queries.ts';

/** Everything that can be read over the API, but for its own description. */
export const QUERY_OPERATIONS: readonly QueryOperation[] = [
  readHealth,
  listProfiles,
  readProfile,
  listHolidays,
  readTerm,
  readProblem,
  listCases,
  readCase,
  readProcess,
  readTermOfCase,
  listEvents,
  readEventContent,
  readMilestones,
  listBidders,
  ...subjectLists,
  listObservations,
  readObservation,
  listReports,
  readReport,
  listTips,
  readTip,
];
