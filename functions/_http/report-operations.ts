import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import {
  followUpSchema,
  recommendationSchema,
  responseSchema,
} from '../../domain/recommendations/recommendation-state.ts';
import type { PageDescription, QueryDescription } from './operation.ts';
import { paging } from './paging.ts';
import { reportDocument } from './report-document.ts';

/** In which language the words of the house are; what people wrote stays in theirs. */
const language = z._default(z.enum(LANGUAGES), 'es');
const CURSOR_LENGTH_MAX = 64;
const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(CURSOR_LENGTH_MAX)));

export const reportAsked = z.strictObject({ language, cursor });

const answeredByReportApi = { method: 'GET', function: 'report-api' } as const;

export const READ_REPORT_DOCUMENT = {
  ...answeredByReportApi,
  kind: 'query',
  name: 'read-report-document',
  path: '/cases/{case}/reports/{report}/document',
  summary: 'Read a report as a whole document, composed from the case; a long one in parts',
  query: reportAsked,
  answers: reportDocument,
} as const satisfies QueryDescription;

export const READ_REPORT_PAGE = {
  ...answeredByReportApi,
  kind: 'page',
  name: 'read-report-page',
  path: '/cases/{case}/reports/{report}/page',
  summary: 'Read a report as a page for people',
  query: reportAsked,
} as const satisfies PageDescription;

const written = z.optional(z.string());

export const LIST_RECOMMENDATIONS = {
  ...answeredByReportApi,
  kind: 'query',
  name: 'list-recommendations',
  path: '/cases/{case}/recommendations',
  summary: 'List what published reports recommend, each with how far it was taken up, when and by what evidence',
  query: paging,
  answers: z.strictObject({
    items: z.array(
      z.strictObject({
        ...z.omit(recommendationSchema, { kind: true, id: true, followUps: true, responses: true }).shape,
        recommendation: z.string(),
        to: written,
        recommends: written,
        /** Past its due date, and not taken up. */
        due: z.boolean(),
        followUps: z.array(
          z.strictObject({
            ...followUpSchema.shape,
            evidence: written,
            language: written,
            documentHashes: z.array(z.string()),
          }),
        ),
        responses: z.array(
          z.strictObject({
            ...responseSchema.shape,
            response: written,
            language: written,
          }),
        ),
      }),
    ),
  }),
} as const satisfies QueryDescription;

/** Everything that report-api answers. */
export const REPORT_DESCRIPTIONS = [READ_REPORT_DOCUMENT, READ_REPORT_PAGE, LIST_RECOMMENDATIONS] as const;
