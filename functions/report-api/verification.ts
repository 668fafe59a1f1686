import type * as z from 'zod/mini';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { ProblemError, problem } from '../_http/problem.ts';
import { READ_VERIFICATION, VERIFY_PDF } from '../_http/report-operations.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf } from '../_http/request.ts';
import type { RenderedPdf, Rendering, RenderingStore } from '../_reports/renderings.ts';
import { readCode } from '../_reports/verification-code.ts';
import { WORDS } from '../_reports/words/words.ts';

/** What was rendered under a code, however it was typed: one reading. Throws for what cannot be a code. */
const renderedUnder = (renderings: RenderingStore, typed: string): Promise<Rendering | undefined> => {
  const code = readCode(typed);
  if (code === undefined) throw new ProblemError('verification-code-mistyped');
  return renderings.rendering(code);
};

const namesOf = ({ code, case: caseId, report, title, publishedAt }: Rendering) => ({
  code,
  case: caseId,
  report,
  title,
  publishedAt,
});

const addressOf = ({ case: caseId, report }: Rendering): string => `/cases/${caseId}/reports/${report}`;

const official = (rendering: Rendering, { language, sha256, sizeBytes }: RenderedPdf) => ({
  language,
  sha256,
  sizeBytes,
  href: `${addressOf(rendering)}/pdf?language=${language}`,
});

/** Which report bears a code. */
export const readVerification = (renderings: RenderingStore): QueryOperation =>
  query({
    ...READ_VERIFICATION,
    ask: async (_, { parameters, query: { language } }) => {
      const rendering = await renderedUnder(renderings, parameters['code'] ?? '');
      if (rendering === undefined) return undefined;
      const { event, textHash, verify, pdfs } = rendering;
      const address = addressOf(rendering);
      return {
        body: {
          ...namesOf(rendering),
          pdfs: pdfs.map((pdf) => official(rendering, pdf)),
          event: { ...event, href: verify.events },
          text: { contentHash: textHash, href: verify.text },
          document: `${address}/document?language=${language}`,
          page: `${address}/page?language=${language}`,
          howToCheck: WORDS[language].page.verifyHow,
        },
      };
    },
  });

/** Whether a PDF is the published one: what has another hash has other bytes. */
export const verifyPdf = (renderings: RenderingStore): ActionOperation => ({
  ...VERIFY_PDF,
  answer: async (event, { identity }) => {
    await callerOf(event, identity);
    idempotencyKeyOf(event);
    const parsed = VERIFY_PDF.body.safeParse(bodyOf(event, BODY_BYTES_MAX));
    if (!parsed.success) throw new ProblemError('input-invalid', { errors: errorsOf(parsed.error.issues) });
    const rendering = await renderedUnder(renderings, event.pathParameters?.['code'] ?? '');
    if (rendering === undefined) return problem('not-found');
    const pdf = rendering.pdfs.find(({ sha256 }) => sha256 === parsed.data.sha256);
    const body: z.input<typeof VERIFY_PDF.answers> = {
      ...namesOf(rendering),
      genuine: pdf !== undefined,
      ...(pdf === undefined ? {} : { pdf: official(rendering, pdf) }),
    };
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    return { statusCode: 200, headers, body: JSON.stringify(body) };
  },
});
