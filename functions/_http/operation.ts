import type * as z from 'zod/mini';
import type { CaseCommandName } from '../../domain/commands.ts';
import type { Caller, CaseStore, MilestoneStore } from '../_ports/ports.ts';
import type { TipCommand } from './command-routes.ts';

export type ApiFunction = 'witness-api' | 'coordinator-api' | 'authority-api' | 'public-api';

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
  readonly method: 'POST';
}

/** The opening of a case from official data. */
export interface OpeningOperation extends Route {
  readonly kind: 'opening';
  readonly name: 'open-case';
  readonly method: 'POST';
}

/** What anybody does about a tip, without a token. */
export interface TipOperation extends Route {
  readonly kind: 'tip';
  readonly name: TipCommand | 'make-tip-receipt';
  readonly method: 'POST';
}

export interface QueryPorts {
  readonly cases: CaseStore;
  readonly milestones: MilestoneStore;
  readonly now: () => string;
}

/** What a query is asked with; `caller` is undefined for the public. */
export interface QueryRequest<Query> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly caller: Caller | undefined;
  /** The receipt code of a tip, where one was sent. */
  readonly receipt: string | undefined;
}

/** What a query answers: a body, the version of the case as ETag, and where the next page is. */
export interface QueryAnswer<Body> {
  readonly body: Body;
  readonly version?: number;
  readonly next?: string;
}

/** A reading as the API describes it: all but how it is answered. */
export interface QueryRoute extends Route {
  readonly kind: 'query';
  readonly name: string;
  readonly method: 'GET';
  readonly query: z.core.$ZodType;
  readonly answers: z.core.$ZodType;
}

/** A reading. Undefined is not found, and looks the same whether it is not there or not to be seen. */
export interface QueryOperation extends QueryRoute {
  readonly ask: (ports: QueryPorts, request: QueryRequest<unknown>) => Promise<QueryAnswer<unknown> | undefined>;
}

export type Operation = CommandOperation | OpeningOperation | TipOperation | QueryOperation;

/** Writes a query down with its parameters inferred from their schema, and its answer checked against the one that is published. */
export const query = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
  Answers extends z.core.$ZodType,
>(
  definition: Omit<Route, 'method' | 'function'> & {
    readonly name: string;
    readonly query: Query;
    readonly answers: Answers;
    readonly ask: (
      ports: QueryPorts,
      request: QueryRequest<z.core.output<Query>>,
    ) => Promise<QueryAnswer<z.core.input<Answers>> | undefined>;
  },
): QueryOperation => ({
  ...definition,
  kind: 'query',
  method: 'GET',
  function: 'public-api',
  ask: async (ports, request) => {
    const parsed = definition.query.safeParse(request.query);
    if (!parsed.success) throw new QueryInvalid(parsed.error.issues);
    return definition.ask(ports, { ...request, query: parsed.data });
  },
});

/** A parameter of a query that cannot be taken. */
export class QueryInvalid extends Error {
  override readonly name = 'QueryInvalid';
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('query invalid');
    this.issues = issues;
  }
}
