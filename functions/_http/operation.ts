import type * as z from 'zod/mini';
import type { CaseCommandName } from '../../domain/commands.ts';
import type { RosterOperation } from '../../domain/permissions.ts';
import type { Caller, CaseStore, ImportStore, MilestoneStore, RosterStore } from '../_ports/ports.ts';

export type ApiFunction = 'witness-api' | 'coordinator-api' | 'authority-api' | 'public-api' | 'roster-api';

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

/** A command on somebody in the roster: the parameters of the path are part of its input. */
export interface RosterOperationRoute extends Route {
  readonly kind: 'roster-command';
  readonly name: Exclude<RosterOperation, 'import-roster-entry'>;
  readonly method: 'POST';
}

/** The import of a table into the roster: its body is no JSON. */
export interface ImportOperation extends Route {
  readonly kind: 'roster-import';
  readonly name: 'import-roster';
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
}

/** What a query answers: a body, the version of the case as ETag, and where the next page is. */
export interface QueryAnswer<Body> {
  readonly body: Body;
  readonly version?: number;
  readonly next?: string;
}

/** A reading. Undefined is not found, and looks the same whether it is not there or not to be seen. */
export interface QueryOperation extends Route {
  readonly kind: 'query';
  readonly name: string;
  readonly method: 'GET';
  readonly query: z.core.$ZodType;
  readonly answers: z.core.$ZodType;
  readonly ask: (ports: QueryPorts, request: QueryRequest<unknown>) => Promise<QueryAnswer<unknown> | undefined>;
}

export type Operation = CommandOperation | OpeningOperation | QueryOperation | RosterOperationRoute | ImportOperation;

/** Writes a query down with its parameters inferred from their schema, and its answer checked against the one that is published. */
export const query = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
  Answers extends z.core.$ZodType,
>(
  definition: Omit<Route, 'method' | 'function'> & {
    /** Who answers it, where it is not the function that everybody reads from. */
    readonly function?: ApiFunction;
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
  function: definition.function ?? 'public-api',
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
