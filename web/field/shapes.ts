import type * as z from 'zod/mini';
import type { agendaView, READ_ASSIGNMENTS_OF_PERSON } from '../../functions/_http/agenda-operations.ts';
import type { AnswerOf } from '../../functions/_http/operation.ts';
import type { readCase } from '../../functions/_queries/case-queries.ts';
import type { listObservations } from '../../functions/_queries/observation-queries.ts';
import type { readProcess } from '../../functions/_queries/process-queries.ts';
import type { listActs } from '../../functions/_queries/subject-queries.ts';
import { isRecord } from '../app/kept-text.ts';

export type CaseShown = AnswerOf<typeof readCase>;
export type ActShown = AnswerOf<typeof listActs>['items'][number];
type ObservationShown = AnswerOf<typeof listObservations>['items'][number];
type ProcessShown = AnswerOf<typeof readProcess>;
export type OwnObservation = Extract<ObservationShown, { readonly state: unknown }>;
export type DueShown = z.infer<typeof agendaView>;
export type Assignments = z.infer<(typeof READ_ASSIGNMENTS_OF_PERSON)['answers']>;

/** The API of the same house answered these: that they are there is all that is asked. */
export const asCase = (body: unknown): CaseShown | undefined => (isCase(body) ? body : undefined);
export const asProcess = (body: unknown): ProcessShown['process'] | undefined =>
  isProcess(body) ? body.process : undefined;
export const asAssignments = (body: unknown): Assignments | undefined => (isAssignments(body) ? body : undefined);
export const asActs = (body: unknown): readonly ActShown[] => (hasActs(body) ? body.items : []);
export const asDue = (body: unknown): readonly DueShown[] => (hasDue(body) ? body.items : []);
/** Only what somebody filed: of what others wrote nothing is shown here. */
export const asOwn = (body: unknown, person: string): readonly OwnObservation[] =>
  hasObservations(body)
    ? body.items.filter((item): item is OwnObservation => 'state' in item && item.state.by === person)
    : [];

const isCase = (body: unknown): body is CaseShown => isRecord(body) && Array.isArray(body['requirements']);
const isProcess = (body: unknown): body is ProcessShown => isRecord(body) && isRecord(body['process']);
const isAssignments = (body: unknown): body is Assignments => isRecord(body) && Array.isArray(body['memberships']);
const isList = (body: unknown): boolean => isRecord(body) && Array.isArray(body['items']);
const hasActs = (body: unknown): body is { readonly items: readonly ActShown[] } => isList(body);
const hasDue = (body: unknown): body is { readonly items: readonly DueShown[] } => isList(body);
const hasObservations = (body: unknown): body is { readonly items: readonly ObservationShown[] } => isList(body);

/** Where each of them is read. */
export const AGENDA = '/agenda/mine?limit=50';
export const assignmentsPath = (person: string): string => `/assignments/${person}`;
export const casePath = (id: string): string => `/cases/${id}`;
export const processPath = (id: string): string => `/cases/${id}/process`;
export const actsPath = (id: string): string => `/cases/${id}/acts?limit=100`;
export const observationsPath = (id: string): string => `/cases/${id}/observations?limit=100`;
/** All that is read of a case, so that it opens without a network. */
export const pathsOf = (id: string): readonly string[] => [
  casePath(id),
  processPath(id),
  actsPath(id),
  observationsPath(id),
];
