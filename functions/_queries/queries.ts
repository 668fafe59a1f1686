import type { QueryOperation } from '../_http/operation.ts';
import { listBidders } from './bidder-queries.ts';
import { listCases, readCase } from './case-queries.ts';
import { listDepartures } from './departure-queries.ts';
import { readImpediments } from './impediment-queries.ts';
import { listObservations, readObservation } from './observation-queries.ts';
import { listProcessChanges, readProcess } from './process-queries.ts';
import { listEvents, readEventContent, readMilestones } from './record-queries.ts';
import { listProblems, listProfiles, readHealth, readProblem, readProfile } from './reference-queries.ts';
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
  listProblems,
  readProblem,
  listCases,
  readCase,
  readProcess,
  listProcessChanges,
  readTermOfCase,
  listEvents,
  readEventContent,
  readMilestones,
  listBidders,
  readImpediments,
  listDepartures,
  ...subjectLists,
  listObservations,
  readObservation,
  listReports,
  readReport,
  listTips,
  readTip,
];
