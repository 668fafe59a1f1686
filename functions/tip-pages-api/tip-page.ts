import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ComponentChildren } from 'preact';
import { isLanguage, type Language } from '../../domain/languages.ts';
import { PROCESS } from '../../domain/process/process-state.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { badAddressPage, notFoundPage } from '../../web/pages/errors.tsx';
import type { CaseOfTip } from '../../web/pages/tips/shown.ts';
import { documentOf } from '../../web/render.tsx';
import type { ApiPorts } from '../_http/api-ports.ts';
import type { PublicPageDescription, QueryPorts } from '../_http/operation.ts';
import { HTML, placeOf, SAFETY } from '../_pages/page-place.ts';
import type { DocumentLinks, FormSender } from '../_ports/document-ports.ts';
import { caseAtHand, subjectAtHand } from '../_queries/case-at-hand.ts';

export interface TipPagesPorts extends Pick<ApiPorts, 'cases' | 'roster' | 'clock' | 'entropy' | 'log'> {
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
    // These pages ask nothing in their address.
    if (event.rawQueryString !== '') return answerWith(event, { status: 400, page: badAddressPage() });
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

export const queryPortsOf = ({ cases, clock }: TipPagesPorts): Pick<QueryPorts, 'cases' | 'now'> => ({
  cases,
  now: clock.now,
});

/** What the pages say of the case that a tip is about; undefined where there is none. */
export const caseOfTip = async (ports: TipPagesPorts, caseId: string): Promise<CaseOfTip | undefined> => {
  const found = await caseAtHand(ports, { parameters: { case: caseId } });
  if (found === undefined) return undefined;
  const { head } = found;
  const process = await subjectAtHand(ports, caseId, PROCESS);
  return {
    case: caseId,
    // A case that was opened before processes were kept is known by its number.
    title: process?.kind === 'process' ? process.process.title : head.ocid,
    zone: profileOf(head.profile).zone.value,
    takesTips: head.stage !== 'closed',
  };
};
