import { INSTRUMENTS } from '../../events/vocabulary.ts';
import { DECLARE_DOCUMENT } from '../../functions/_http/document-operations.ts';
import type { CommandOperation, OpeningOperation, RefreshOperation } from '../../functions/_http/operation.ts';
import { TIP_OPERATIONS } from '../../functions/_http/routes/tip-routes.ts';
import { OPERATIONS } from '../../functions/describe-api/openapi.ts';
import { posting } from '../support/exchanges.ts';
import type { HouseRequest } from '../support/house.ts';
import { newHouse } from '../support/house.ts';
import { journeyBegins, type Sending, travel } from '../support/journey.ts';
import { type WhatIf, whatIf } from '../support/what-if.ts';

type Opened = CommandOperation | OpeningOperation | RefreshOperation;

/** A command at the door of a case that is ready for it. */
export interface AtCommand {
  readonly operation: Opened;
  readonly sending: Sending;
  /** What is about to be sent, with a key of its own. */
  readonly request: HouseRequest & { readonly headers: Readonly<Record<string, string>>; readonly person: string };
  /** The house as it is now, in which nothing takes effect. */
  readonly aside: WhatIf;
}

/** What is recorded in a case: agendas and the roster have no case to be ready. */
const OF_CASES: readonly Opened[] = OPERATIONS.flatMap((operation) =>
  operation.kind === 'command' || operation.kind === 'opening' || operation.kind === 'refresh' ? [operation] : [],
);

export const COMMAND_NAMES: readonly string[] = OF_CASES.map(({ name }) => name);

/** Visits every command of the API, each once and in a case that is ready for it. Gives the names of those visited. */
export const atEachCommand = async (visit: (at: AtCommand) => Promise<void>): Promise<readonly string[]> => {
  const visited = new Set<string>();
  for (const instrument of INSTRUMENTS) {
    const house = newHouse(journeyBegins);
    const aside = whatIf(house);
    await travel(house, instrument, {
      before: async (sending) => {
        const operation = operationAt(sending.path);
        // What anybody may send without a token, and what announces a file, has tests of its own.
        if (operation === undefined || visited.has(operation.name)) return;
        visited.add(operation.name);
        await visit({ operation, sending, request: requestOf(sending), aside });
      },
    });
  }
  return [...visited];
};

const requestOf = ({ step: { person }, path, body }: Sending): AtCommand['request'] => {
  const request = posting({ person, path, body, idempotencyKey: 'aside' });
  return { ...request, person, headers: request.headers ?? {} };
};

/** The command that is sent to a path, undefined for what has tests of its own: a named segment goes before one in braces. */
const operationAt = (path: string): Opened | undefined => {
  const segments = path.split('/');
  const [found] = [...OF_CASES, ...TIP_OPERATIONS, DECLARE_DOCUMENT]
    .filter((operation) => {
      const parts = operation.path.split('/');
      return (
        parts.length === segments.length && parts.every((part, at) => part.startsWith('{') || part === segments[at])
      );
    })
    .toSorted((left, right) => left.path.split('{').length - right.path.split('{').length);
  if (found === undefined) throw new Error(`No command is sent to ${path}.`);
  return found.kind === 'tip' || found.kind === 'tip-receipt' || found.kind === 'action' ? undefined : found;
};
