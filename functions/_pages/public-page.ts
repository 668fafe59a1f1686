import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ComponentChildren } from 'preact';
import type * as z from 'zod/mini';
import { isLanguage, type Language } from '../../domain/languages.ts';
import { sha256Hex } from '../../events/record.ts';
import type { PagePlace } from '../../web/page-context.ts';
import { badAddressPage, notFoundPage } from '../../web/pages/errors.tsx';
import { documentOf } from '../../web/render.tsx';
import { definedIn } from '../_http/answer-query.ts';
import { formOf } from '../_http/form-body.ts';
import {
  type PublicPageDescription,
  parsedQuery,
  QueryInvalid,
  type QueryOperation,
  type QueryPorts,
  type QueryRequest,
} from '../_http/operation.ts';
import { BadCursor } from '../_ports/ports.ts';
import { packed } from './packed.ts';
import { HTML, placeOf, SAFETY } from './page-place.ts';
import { readOnce } from './read-once.ts';
import { STYLE_PATH } from './style-file.ts';

/** What a page is asked with, and how it asks the API’s own readings: always as the public, whoever looks. */
export interface PageAsked<Query, Ports extends QueryPorts = QueryPorts> {
  readonly language: Language;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly ports: Ports;
  /** The form that was posted; undefined where none was, or it cannot be read. */
  readonly form: () => Promise<FormData | undefined>;
  /** The answer of a reading on the parameters of the page; undefined where the reading finds nothing. */
  readonly read: <Body>(
    reading: Readable<Body>,
    query?: Readonly<Record<string, string>>,
  ) => Promise<Told<Body> | undefined>;
}

export type Readable<Body> = Pick<QueryOperation, 'name'> & {
  readonly ask: (
    ports: QueryPorts,
    request: QueryRequest<unknown>,
  ) => Promise<{ readonly body: Body; readonly next?: string } | undefined>;
};

interface Told<Body> {
  readonly body: Body;
  /** The cursor of the next page. */
  readonly next: string | undefined;
}

export interface PublicPage<Ports extends QueryPorts = QueryPorts> extends PublicPageDescription {
  readonly answer: (event: APIGatewayProxyEventV2, ports: Ports) => Promise<APIGatewayProxyStructuredResultV2>;
}

/** A page of the public: the same for everybody, from what everybody may read. Undefined is not found. */
export const publicPage = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
  Ports extends QueryPorts = QueryPorts,
>({
  show,
  ...described
}: Omit<PublicPageDescription, 'query'> & {
  readonly query: Query;
  readonly show: (asked: PageAsked<z.core.output<Query>, Ports>) => Promise<ComponentChildren | undefined>;
}): PublicPage<Ports> => ({
  ...described,
  answer: async (event, ports) => {
    const parameters = definedIn(event.pathParameters ?? {});
    const { language } = parameters;
    const place = placeOf(event, STYLE_PATH);
    const asked = { ...ports, cases: readOnce(ports.cases) };
    if (language === undefined || !isLanguage(language))
      return answerWith(event, place, { status: 404, page: notFoundPage() });
    const read = async <Body>(reading: Readable<Body>, query: Readonly<Record<string, string>> = {}) => {
      const answer = await reading.ask(asked, { parameters, query, caller: undefined });
      return answer === undefined ? undefined : { body: answer.body, next: answer.next };
    };
    try {
      const query = parsedQuery(described.query, givenIn(event.queryStringParameters ?? {}));
      const page = await show({ language, parameters, query, ports, read, form: () => formOf(event) });
      return await answerWith(
        event,
        place,
        page === undefined ? { status: 404, page: notFoundPage() } : { status: 200, page },
      );
    } catch (error) {
      if (!(error instanceof QueryInvalid || error instanceof BadCursor)) throw error;
      return answerWith(event, place, { status: 400, page: badAddressPage() });
    }
  },
});

/** What a form leaves empty was not asked. */
const givenIn = (parameters: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(definedIn(parameters)).filter(([, value]) => value !== ''));

interface Shown {
  readonly status: 200 | 400 | 404 | 413;
  readonly page: ComponentChildren;
}

const FRESH_SECONDS = 5;

const answerWith = async (
  event: APIGatewayProxyEventV2,
  place: PagePlace,
  { status, page }: Shown,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const text = documentOf(place, page);
  // What answers a form is of that form alone: nobody keeps it, and nobody has it already.
  const isAsked = event.requestContext.http.method !== 'POST';
  const kept = isAsked ? `public, max-age=${FRESH_SECONDS}` : 'no-store';
  const headers = { ...SAFETY, 'content-type': HTML, 'cache-control': kept };
  if (status !== 200 || !isAsked) return packed(event, { status, headers, text });
  return packed(event, { status, headers, text, mark: (await sha256Hex(text)).slice(0, MARK_LENGTH) });
};

/** The page of what could not be shown, whatever address was asked for. */
export const failurePage = (event: APIGatewayProxyEventV2, shown: Shown): Promise<APIGatewayProxyStructuredResultV2> =>
  answerWith(event, placeOf(event, STYLE_PATH), shown);

const MARK_LENGTH = 32;
