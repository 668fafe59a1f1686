import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ComponentChildren } from 'preact';
import { isLanguage, type Language } from '../../domain/languages.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { badAddressPage, notFoundPage } from '../../web/pages/errors.tsx';
import type { CaseOfTip } from '../../web/pages/tips/shown.ts';
import { documentOf } from '../../web/render.tsx';
import { definedIn } from '../_http/answer-query.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { type PublicPageDescription, parsedQuery, QueryInvalid, type QueryPorts } from '../_http/operation.ts';
import { nothingAsked } from '../_http/paging.ts';
import { HTML, placeOf, SAFETY } from '../_pages/page-around.ts';
import type { DocumentLinks, FormSender } from '../_ports/document-ports.ts';
import { caseAtHand } from '../_queries/case-at-hand.ts';
import { readProcess } from '../_queries/process-queries.ts';

export interface TipPagesPorts extends Omit<ApiPorts, 'identity'> {
  readonly links: Pick<DocumentLinks, 'form'>;
  readonly sender: FormSender;
}

interface TipPageAsked {
  readonly language: Language;
  /** The case that the path names, or nothing. */
  readonly caseId: string;
  readonly event: APIGatewayProxyEventV2;
  readonly ports: TipPagesPorts;
}

/** A page with its status; undefined is not found. */
export interface Shown {
  readonly status: number;
  readonly page: ComponentChildren;
  readonly headers?: Readonly<Record<string, string>>;
}

interface TipPage extends PublicPageDescription {
  readonly answer: (event: APIGatewayProxyEventV2, ports: TipPagesPorts) => Promise<APIGatewayProxyStructuredResultV2>;
}

/** A page that holds a secret or what somebody typed: it is kept nowhere on its way, and asks nobody who they are. */
export const tipPage = ({
  show,
  ...described
}: PublicPageDescription & { readonly show: (asked: TipPageAsked) => Promise<Shown | undefined> }): TipPage => ({
  ...described,
  answer: async (event, ports) => {
    const { language = '', case: caseId = '' } = event.pathParameters ?? {};
    if (!isLanguage(language)) return answerWith(event, NOT_FOUND);
    try {
      parsedQuery(nothingAsked, definedIn(event.queryStringParameters ?? {}));
    } catch (error) {
      if (!(error instanceof QueryInvalid)) throw error;
      return answerWith(event, { status: 400, page: badAddressPage() });
    }
    return answerWith(event, (await show({ language, caseId, event, ports })) ?? NOT_FOUND);
  },
});

const NOT_FOUND: Shown = { status: 404, page: notFoundPage() };

const answerWith = (
  event: APIGatewayProxyEventV2,
  { status, page, headers = {} }: Shown,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { ...SAFETY, ...headers, 'cache-control': 'no-store', 'content-type': HTML },
  body: documentOf(placeOf(event), page),
});

export const queryPortsOf = (ports: TipPagesPorts): QueryPorts => ({ ...ports, now: ports.clock.now });

/** What the pages say of the case that a tip is about; undefined where there is none. */
export const caseOfTip = async (ports: TipPagesPorts, caseId: string): Promise<CaseOfTip | undefined> => {
  const parameters = { case: caseId };
  const found = await caseAtHand(ports, { parameters });
  const read = await readProcess.ask(queryPortsOf(ports), { parameters, query: {}, caller: undefined });
  if (found === undefined || read === undefined) return undefined;
  const { head } = found;
  return {
    case: caseId,
    title: read.body.process.title,
    zone: profileOf(head.profile).zone.value,
    takesTips: head.stage !== 'closed',
  };
};
