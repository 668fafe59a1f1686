import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import { listRecommendations } from '../_queries/recommendation-query.ts';
import { readReportDocument } from './document-query.ts';
import { readReportPage, showReport } from './page.ts';
import { readReportPdf } from './pdf.ts';
import type { ReportApiPorts } from './report-api-ports.ts';
import { readVerification, verifyPdf } from './verification.ts';

/** Reports as whole documents, for people and for programs, what became of what they recommend, and whether a PDF is one of them. */
export const reportApi = (ports: ReportApiPorts): ApiHandler =>
  api(
    [
      readReportDocument,
      readReportPage,
      showReport,
      readReportPdf(ports),
      listRecommendations,
      readVerification(ports.renderings),
      verifyPdf(ports.renderings),
    ],
    ports,
    (operation, event, asked) => {
      if (operation.kind === 'query') return answerQuery(operation, event, asked);
      if (operation.kind === 'public-page') return operation.answer(event, { ...asked, now: asked.clock.now });
      return operation.answer(event, asked);
    },
  );
