import type { QueryOperation } from '../_http/operation.ts';
import { listBidders } from './bidder-queries.ts';
import { readCase } from './case-queries.ts';
import { listDepartures } from './departure-queries.ts';
import { readImpediments } from './impediment-queries.ts';
import { listObservations, listVersions, readObservation } from './observation-queries.ts';
import { listProcessChanges, readProcess } from './process-queries.ts';
import { listEvents, readEventContent } from './record-queries.ts';
import {
  listProblems,
  listProfiles,
  readCategories,
  readHealth,
  readProblem,
  readProfile,
} from './reference-queries.ts';
import { listReports, readReport } from './report-queries.ts';
import { subjectLists } from './subject-queries.ts';
import { listHolidays, readTerm, readTermOfCase } from './term-queries.ts';
import { readTimeline } from './timeline-queries.ts';

/** Everything that can be read over the API, but for its own description. */
export const QUERY_OPERATIONS: readonly QueryOperation[] = [
  readHealth,
  listProfiles,
  readProfile,
  listHolidays,
  readTerm,
  readCategories,
  listProblems,
  readProblem,
  readCase,
  readProcess,
  listProcessChanges,
  readTermOfCase,
  listEvents,
  readEventContent,
  readTimeline,
  listBidders,
  readImpediments,
  listDepartures,
  ...subjectLists,
  listObservations,
  readObservation,
  listVersions,
  listReports,
  readReport,
];
