import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { CASE_ID } from '../_http/case-id.ts';
import { type DocumentOperation, parsedQuery, QueryInvalid } from '../_http/operation.ts';
import { ProblemError, problem } from '../_http/problem.ts';
import { PDF, READ_REPORT_PDF } from '../_http/report-operations.ts';
import { callerOf, errorsOf } from '../_http/request.ts';
import { subjectAtHand } from '../_queries/case-at-hand.ts';
import { pdfKey, pdfName, type RenderedPdf, type Rendering } from '../_reports/renderings.ts';
import { verificationCode } from '../_reports/verification-code.ts';
import type { ReportApiPorts } from './report-api-ports.ts';

/** Lambda answers 6 MB at most, and bytes are written in base64 there, which adds a third. */
const DIRECT_BYTES_MAX = 4_000_000;
const REPORT = /^report-[1-9]\d{0,5}$/;
/** Rendering begins within seconds of the publication, and takes seconds. */
const RETRY_AFTER_SECONDS = 15;
const KEPT_SECONDS = 86_400;

/** The PDF of a published report, as it was rendered once: one reading of the table and one of the store. */
export const readReportPdf = (ports: ReportApiPorts): DocumentOperation => ({
  ...READ_REPORT_PDF,
  answer: async (event) => {
    // Everybody gets the same; a token that nobody takes is refused here as everywhere.
    await callerOf(event, ports.identity);
    const { case: caseId = '', report = '' } = event.pathParameters ?? {};
    const { language } = askedIn(event.queryStringParameters ?? {});
    if (!CASE_ID.test(caseId) || !REPORT.test(report)) return problem('not-found');
    const found = await ports.renderings.rendering(await verificationCode(caseId, report));
    if (found === undefined) return awaited(ports, caseId, report);
    const pdf = found.pdfs.find((each) => each.language === language);
    if (pdf === undefined)
      return problem('report-pdf-unavailable', { reason: found.without, ...elsewhere(caseId, report) });
    return served(ports, { rendering: found, pdf, ifNoneMatch: event.headers['if-none-match'] });
  },
});

const askedIn = (query: unknown) => {
  try {
    return parsedQuery(READ_REPORT_PDF.query, query);
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};

const elsewhere = (caseId: string, report: string) => ({
  page: `/cases/${caseId}/reports/${report}/page`,
  document: `/cases/${caseId}/reports/${report}/document`,
});

/** Nothing is rendered: a draft has no PDF, and nobody is told here that there is one. */
const awaited = async (
  ports: ReportApiPorts,
  caseId: string,
  report: string,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const subject = await subjectAtHand(ports, caseId, report);
  if (subject?.kind !== 'report' || subject.state !== 'published') return problem('not-found');
  return problem('report-pdf-awaited', { retryAfterSeconds: RETRY_AFTER_SECONDS, ...elsewhere(caseId, report) });
};

interface Served {
  readonly rendering: Rendering;
  readonly pdf: RenderedPdf;
  readonly ifNoneMatch: string | undefined;
}

const served = async (
  { copies, links }: ReportApiPorts,
  { rendering, pdf, ifNoneMatch }: Served,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { sha256 } = pdf;
  const headers = {
    etag: `"${sha256}"`,
    'cache-control': `public, max-age=${KEPT_SECONDS}`,
    // RFC 9530: of the bytes as they are kept, whatever is done to them on the way.
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    link: `</verifications/${rendering.code}>; rel="describedby"`,
    'x-content-type-options': 'nosniff',
  };
  if (ifNoneMatch === headers.etag) return { statusCode: 304, headers };
  const key = pdfKey(rendering, pdf);
  const fileName = pdfName(rendering, pdf.language);
  if (pdf.sizeBytes > DIRECT_BYTES_MAX) {
    const link = await links.read({ key, fileName, mediaType: PDF, trace: rendering.event.id });
    return {
      statusCode: 303,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json', location: link.url },
      body: JSON.stringify(link),
    };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of copies.read(key)) chunks.push(chunk);
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': PDF, 'content-disposition': `inline; filename="${fileName}"` },
    isBase64Encoded: true,
    body: Buffer.concat(chunks).toString('base64'),
  };
};
