import type { QueryOperation } from '../_http/operation.ts';
import { listCases, readCase, readProcess } from './case-queries.ts';
import { listObservations, readObservation } from './observation-queries.ts';
import { listEvents, readMilestones } from './record-queries.ts';
import { listProfiles, readHealth, readProblem, readProfile } from './reference-queries.ts';
import { listReports, readReport } from './report-queries.ts';
import { listBidders, subjectLists } from './subject-queries.ts';

/** Everything that can be read over the API, but for its own description. */
export const QUERY_OPERATIONS: readonly QueryOperation[] = [
  readHealth,
  listProfiles,
  readProfile,
  readProblem,
  listCases,
  readCase,
  readProcess,
  listEvents,
  readMilestones,
  listBidders,
  ...subjectLists,
  listObservations,
  readObservation,
  listReports,
  readReport,
];
