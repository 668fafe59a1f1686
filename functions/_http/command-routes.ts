import type { CommandOperation } from './operation.ts';
import { ASSESSMENT_ROUTES } from './routes/assessment-routes.ts';
import { AUTHORITY_ROUTES } from './routes/authority-routes.ts';
import { COORDINATOR_ROUTES } from './routes/coordinator-routes.ts';
import type { Routed } from './routes/operations-of.ts';
import { TIP_ROUTES } from './routes/tip-routes.ts';
import { WITNESS_ROUTES } from './routes/witness-routes.ts';

const ROUTES = [...COORDINATOR_ROUTES, ...WITNESS_ROUTES, ...AUTHORITY_ROUTES, ...ASSESSMENT_ROUTES, ...TIP_ROUTES];

type Missing = Exclude<Routed, (typeof ROUTES)[number]['name']>;

/** Every command with a door, whichever function answers it; a command that stands in no list of routes does not compile. */
export const COMMAND_OPERATIONS: [Missing] extends [never] ? readonly CommandOperation[] : Missing = ROUTES;
