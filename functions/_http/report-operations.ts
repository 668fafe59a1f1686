import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { instant } from '../../events/shapes.ts';
import type {
  ActionDescription,
  DocumentDescription,
  PageDescription,
  PublicPageDescription,
  QueryDescription,
} from './operation.ts';
import { LIST_RECOMMENDATIONS } from './recommendation-operations.ts';
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

export const SHOW_REPORT = {
  ...answeredByReportApi,
  kind: 'public-page',
  mediaTypes: ['text/html'],
  name: 'show-report',
  path: '/{language}/cases/{case}/reports/{report}',
  summary: 'See a published report; a long one in parts',
  query: z.strictObject({ cursor }),
} as const satisfies PublicPageDescription;

export const PDF = 'application/pdf';

export const READ_REPORT_PDF = {
  ...answeredByReportApi,
  kind: 'document',
  name: 'read-report-pdf',
  path: '/cases/{case}/reports/{report}/pdf',
  summary:
    'Fetch a published report as the official PDF: tagged (PDF/UA-1), verified by its code, the same bytes for everybody and for ever',
  query: z.strictObject({ language }),
  mediaType: PDF,
  mayBeLarge: true,
} as const satisfies DocumentDescription;

const verified = {
  code: z.string(),
  case: z.string(),
  report: z.string(),
  title: z.string(),
  publishedAt: instant,
};
const officialPdf = {
  language: z.enum(LANGUAGES),
  sha256: z.string(),
  sizeBytes: z.int(),
  href: z.string(),
};

export const READ_VERIFICATION = {
  ...answeredByReportApi,
  kind: 'query',
  name: 'read-verification',
  path: '/verifications/{code}',
  summary:
    'Read which published report bears a verification code, the hash of each of its PDFs, and how the record behind it is checked',
  query: z.strictObject({ language }),
  answers: z.strictObject({
    ...verified,
    pdfs: z.array(z.strictObject(officialPdf)),
    /** The entry of its publication, whose hash commits to all of the record before it. */
    event: z.strictObject({ id: z.string(), hash: z.string(), href: z.string() }),
    text: z.strictObject({ contentHash: z.string(), href: z.string() }),
    document: z.string(),
    page: z.string(),
    /** In the language that was asked for. */
    howToCheck: z.string(),
  }),
} as const satisfies QueryDescription;

export const VERIFY_PDF = {
  kind: 'action',
  forAnybody: true,
  method: 'POST',
  function: 'report-api',
  name: 'verify-pdf',
  path: '/verifications/{code}',
  summary:
    'Tell whether a PDF, named by the SHA-256 of its bytes, is the one that was published under a code; nothing is recorded',
  body: z.strictObject({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  answers: z.strictObject({
    ...verified,
    /** Whether it is, byte by byte, a PDF of this report. */
    genuine: z.boolean(),
    /** The PDF that it is. */
    pdf: z.optional(z.strictObject(officialPdf)),
  }),
} as const satisfies ActionDescription;

/** Everything that report-api answers. */
export const REPORT_DESCRIPTIONS = [
  READ_REPORT_DOCUMENT,
  READ_REPORT_PAGE,
  SHOW_REPORT,
  READ_REPORT_PDF,
  LIST_RECOMMENDATIONS,
  READ_VERIFICATION,
  VERIFY_PDF,
] as const;
