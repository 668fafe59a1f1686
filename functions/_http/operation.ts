import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Command } from '../../domain/command.ts';
import type { CaseCommandName } from '../../domain/commands.ts';
import type { PersonOperation, RosterOperation } from '../../domain/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Caller, CaseStore, ImportStore, MilestoneStore, RosterStore } from '../_ports/ports.ts';
import type { ApiPorts } from './api-ports.ts';

export type ApiFunction =
  | 'witness-api'
  | 'coordinator-api'
  | 'authority-api'
  | 'public-api'
  | 'report-api'
  | 'open-data-api'
  | 'extension-api'
  | 'assessment-api'
  | 'agenda-api'
  | 'documents-api'
  | 'bundle-api'
  | 'escalations-api'
  | 'notices-api'
  | 'scoreboard-api'
  | 'search-api'
  | 'describe-api'
  | 'import-api'
  | 'roster-api'
  | 'people-api'
  | 'tip-api'
  | 'tip-pages-api'
  | 'account-api'
  | 'pages-api'
  | 'case-pages-api';

interface Route {
  readonly method: 'GET' | 'POST';
  /** With `{parameters}`, as API Gateway writes them. */
  readonly path: `/${string}`;
  readonly function: ApiFunction;
  readonly summary: string;
}

/** A command on an existing case: the parameters of the path beside `{case}` are part of its input. */
export interface CommandOperation extends Route {
  readonly kind: 'command';
  readonly name: CaseCommandName;
  readonly command: Command;
  readonly method: 'POST';
}

/** The opening of a case from official data. */
export interface OpeningOperation extends Route {
  readonly kind: 'opening';
  readonly name: 'open-case';
  readonly method: 'POST';
}

/** What anybody does about a tip, without a token. */
export type TipCommand = 'send-tip' | 'add-to-tip';

export interface TipCommandOperation extends Route {
  readonly kind: 'tip';
  readonly name: TipCommand;
  readonly command: Command;
  readonly method: 'POST';
}

/** The making of a receipt code, which records nothing. */
export interface TipReceiptOperation extends Route {
  readonly kind: 'tip-receipt';
  readonly name: 'make-tip-receipt';
  readonly method: 'POST';
}

/** The reading of the official data of a case anew. */
export interface RefreshOperation extends Route {
  readonly kind: 'refresh';
  readonly name: 'refresh-process';
  readonly method: 'POST';
}

/** A command on somebody in the roster: the parameters of the path are part of its input. */
export interface RosterOperationRoute extends Route {
  readonly kind: 'roster-command';
  readonly name: Exclude<RosterOperation, 'import-roster-entry'>;
  readonly method: 'POST';
}

/** A command about somebody who may sign in: the parameters of the path are part of its input. */
export interface PersonOperationRoute extends Route {
  readonly kind: 'person-command';
  readonly name: PersonOperation;
  readonly method: 'POST';
}

/** The import of a table into the roster: its body is no JSON. */
export interface ImportOperation extends Route {
  readonly kind: 'roster-import';
  readonly name: 'import-roster';
  readonly method: 'POST';
}

/** The import of contracting processes: its body is a JSON document a line, packed or not. */
export interface ProcessImportOperation extends Route {
  readonly kind: 'process-import';
  readonly name: 'import-processes';
  readonly method: 'POST';
}

export interface QueryPorts {
  readonly cases: CaseStore;
  readonly milestones: MilestoneStore;
  readonly roster: RosterStore;
  readonly imports: ImportStore;
  readonly now: () => string;
}

/** What a query is asked with; `caller` is undefined for the public. */
export interface QueryRequest<Query> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly caller: Caller | undefined;
  /** The receipt code of a tip, where one was sent. */
  readonly receipt?: string | undefined;
}

/** What a query answers: a body, the version of the case as ETag, and where the next page is. */
export interface QueryAnswer<Body> {
  readonly body: Body;
  readonly version?: number;
  readonly next?: string;
}

/** What a reading takes and answers: all that the description of the API needs to know of it. */
export interface QueryDescription extends Route {
  readonly kind: 'query';
  readonly name: string;
  readonly method: 'GET';
  readonly query: z.core.$ZodType;
  readonly answers: z.core.$ZodType;
}

/** A reading. Undefined is not found, and looks the same whether it is not there or not to be seen. */
export interface QueryOperation extends QueryDescription {
  readonly ask: (ports: QueryPorts, request: QueryRequest<unknown>) => Promise<QueryAnswer<unknown> | undefined>;
}

/** A reading whose answer is known to whoever asks it inside the house. */
export interface Reading<Body> extends QueryOperation {
  readonly ask: (ports: QueryPorts, request: QueryRequest<unknown>) => Promise<QueryAnswer<Body> | undefined>;
}

/** What a reading answers, as those see it who show it. */
export type AnswerOf<Asked> = Asked extends Reading<infer Body> ? Body : never;

/** What is asked of the house itself and not of one case: the body that it takes, and what it answers. */
export interface ActionDescription extends Route {
  readonly kind: 'action';
  readonly name: string;
  readonly method: 'POST';
  /** Asked without a token too: whoever asks shows by something else that they may. */
  readonly forAnybody?: true;
  readonly body: z.core.$ZodType;
  readonly answers: z.core.$ZodType;
}

/** What an action is asked with. Who calls is known: nobody else gets this far. */
export interface ActionRequest<Body> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly caller: Caller;
  readonly idempotencyKey: string;
  /** Where the API is reached: `https://veedor.example`. */
  readonly origin: string;
}

export type ActionAnswer<Body> =
  | { readonly status: 200 | 201; readonly body: Body }
  | { readonly refusal: Refusal }
  | undefined;

/** It brings its own way to answer, so that only a function that has such operations loads it. */
export interface ActionOperation extends ActionDescription {
  readonly answer: (event: APIGatewayProxyEventV2, ports: ApiPorts) => Promise<APIGatewayProxyStructuredResultV2>;
}

/** A calendar that clients fetch again and again, by an address that is a secret. */
export interface CalendarDescription extends Route {
  readonly kind: 'calendar';
  readonly name: string;
  readonly method: 'GET';
}

export interface CalendarOperation extends CalendarDescription {
  readonly answer: ActionOperation['answer'];
}

/** A page for people, in HTML. */
export interface PageDescription extends Route {
  readonly kind: 'page';
  readonly name: string;
  readonly method: 'GET';
  readonly query: z.core.$ZodType;
}

export interface PageOperation extends PageDescription {
  readonly answer: ActionOperation['answer'];
}

/** What everybody sees without saying who they are, and what it is drawn with: where it fails, that is a page too. */
export interface PublicPageDescription extends Route {
  readonly kind: 'public-page';
  readonly name: string;
  /** What the form holds that is posted to it. */
  readonly form?: string;
  readonly query: z.core.$ZodType;
  readonly mediaTypes: readonly string[];
  /** It shows nothing of its own, and leads to another. */
  readonly leadsOn?: true;
}

/** A document that is written when it is asked for, to be kept and edited: its bytes are no JSON. */
export interface DocumentDescription extends Route {
  readonly kind: 'document';
  readonly name: string;
  readonly method: 'GET';
  readonly query: z.core.$ZodType;
  readonly mediaType: string;
  /** Where it can be too large for an answer: it is then kept for a while, and the answer is a link to it. */
  readonly mayBeLarge?: true;
  /** It is kept elsewhere, and the answer is always a link to it. */
  readonly leadsOn?: true;
}

export interface DocumentOperation extends DocumentDescription {
  readonly answer: ActionOperation['answer'];
}

/** Something published for whoever wants to use it, the same for everybody: its text is of one of these media types. */
export interface PublicationDescription extends Route {
  readonly kind: 'publication';
  readonly name: string;
  readonly method: 'GET';
  readonly query: z.core.$ZodType;
  readonly mediaTypes: readonly string[];
}

/** `Ports` are what it is made from, beside who asks: an explanation is made from nothing. */
export interface PublicationOperation<Ports = ApiPorts> extends PublicationDescription {
  readonly answer: (
    event: APIGatewayProxyEventV2,
    ports: Ports & Pick<ApiPorts, 'identity'>,
  ) => Promise<APIGatewayProxyStructuredResultV2>;
}

/** Every operation as the description of the API knows it. */
export type OperationDescription =
  | CommandOperation
  | OpeningOperation
  | RefreshOperation
  | TipCommandOperation
  | TipReceiptOperation
  | QueryDescription
  | ActionDescription
  | CalendarDescription
  | PageDescription
  | PublicPageDescription
  | DocumentDescription
  | PublicationDescription
  | RosterOperationRoute
  | PersonOperationRoute
  | ImportOperation
  | ProcessImportOperation;

/** Writes a query down with its parameters inferred from their schema, and its answer checked against the one that is published. */
export const query = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
  Answers extends z.core.$ZodType,
>(
  definition: Omit<Route, 'method' | 'function'> & {
    /** Who answers it; public-api unless said. */
    readonly function?: ApiFunction;
    readonly name: string;
    readonly query: Query;
    readonly answers: Answers;
    readonly ask: (
      ports: QueryPorts,
      request: QueryRequest<z.core.output<Query>>,
    ) => Promise<QueryAnswer<z.core.input<Answers>> | undefined>;
  },
): Reading<z.core.input<Answers>> => ({
  function: 'public-api',
  ...definition,
  kind: 'query',
  method: 'GET',
  ask: async (ports, request) =>
    definition.ask(ports, { ...request, query: parsedQuery(definition.query, request.query) }),
});

/** What is asked, as its schema reads it. Throws what names each parameter that cannot be taken. */
export const parsedQuery = <Asked>(
  schema: { readonly safeParse: (value: unknown) => z.core.util.SafeParseResult<Asked> },
  value: unknown,
): Asked => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new QueryInvalid(parsed.error.issues);
  return parsed.data;
};

/** A parameter of a query that cannot be taken. */
export class QueryInvalid extends Error {
  override readonly name = 'QueryInvalid';
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('query invalid');
    this.issues = issues;
  }
}
