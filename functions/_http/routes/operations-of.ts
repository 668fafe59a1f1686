import type { Command } from '../../../domain/command.ts';
import type { CaseCommandName } from '../../../domain/commands.ts';
import type { ApiFunction, CommandOperation, TipCommand } from '../operation.ts';

/** What the machinery of deadlines and of the roster asks of a case: no door of the API leads there. */
export const WITHOUT_DOOR = [
  'lapse-proposal',
  'lapse-reveal',
  'lapse-reply',
  'lapse-escalation',
  'raise-escalation-overdue',
  'end-embargo',
  'lapse-answer',
  'lapse-tip-answer',
  'end-committee-term',
  'lapse-breach-answer',
  'lapse-recommendation',
  'raise-sustained-check',
  'record-arrival',
  'accept-document',
  'refuse-document',
  'lapse-upload',
  'record-reading',
  'record-bundling',
  'raise-inactivity',
  'remind-term',
  'record-accreditation-change',
  'lapse-accreditation',
] as const;

/** Official data come by a door of their own, functions/_http/refresh-operation.ts, so do citizens: tip-routes.ts, and so do files: document-operations.ts. */
export type Routed = Exclude<
  CaseCommandName,
  (typeof WITHOUT_DOOR)[number] | 'refresh-process' | 'declare-document' | TipCommand
>;

/** The command, its path below `/cases/{case}`, and what it does in one sentence. */
type Route = readonly [Command, `/${string}`, string];

const named = <Name extends string>(routes: Readonly<Record<Name, Route>>): readonly Name[] =>
  Object.keys(routes).filter((name): name is Name => Object.hasOwn(routes, name));

/** The operations of one function: it carries the commands that it answers and no others. */
export const operationsOf = <Name extends Routed>(
  answeredBy: ApiFunction,
  routes: Readonly<Record<Name, Route>>,
): readonly (CommandOperation & { readonly name: Name })[] =>
  named(routes).map((name) => {
    const [command, path, summary] = routes[name];
    return {
      kind: 'command',
      name,
      command,
      method: 'POST',
      path: `/cases/{case}${path}`,
      function: answeredBy,
      summary,
    };
  });
