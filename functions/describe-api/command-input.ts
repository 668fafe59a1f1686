import type * as z from 'zod/mini';
import { PERSON_COMMANDS } from '../../domain/people/people.ts';
import { ROSTER_COMMANDS } from '../../domain/roster/roster.ts';
import type {
  CommandOperation,
  OperationDescription,
  PersonOperationRoute,
  RosterOperationRoute,
  TipCommandOperation,
} from '../_http/operation.ts';
import { type Json, jsonSchema } from './openapi-schemas.ts';

/** A command, of a case or beside the cases. */
export type WithInput = CommandOperation | RosterOperationRoute | PersonOperationRoute | TipCommandOperation;

export const hasInput = (operation: OperationDescription): operation is WithInput =>
  operation.kind === 'command' ||
  operation.kind === 'roster-command' ||
  operation.kind === 'person-command' ||
  operation.kind === 'tip';

/** What a command takes, the parameters of its path included. */
export const inputSchema = (operation: WithInput): Json => jsonSchema(inputOf(operation), 'input');

const inputOf = (operation: WithInput): z.core.$ZodType => {
  if (operation.kind === 'roster-command') return ROSTER_COMMANDS[operation.name].input();
  if (operation.kind === 'person-command') return PERSON_COMMANDS[operation.name].input();
  return operation.command.input();
};
