import type { RosterOperation } from '../../domain/permissions.ts';
import type { ImportOperation, RosterOperationRoute } from '../_http/operation.ts';

type Routed = Exclude<RosterOperation, 'import-roster-entry'>;

/** Where each command on the roster stands in the API. */
const ROUTES: Readonly<Record<Routed, readonly [string, string]>> = {
  'add-roster-entry': ['', 'Put a person or an organisation into the roster, with its first accreditation'],
  'correct-roster-entry': ['/{person}/correction', 'Put right what the roster says of somebody, all of it anew'],
  'grant-accreditation': ['/{person}/accreditations', 'Grant one more accreditation'],
  'renew-accreditation': [
    '/{person}/accreditations/{accreditation}/renewal',
    'Let an accreditation go on to a later day',
  ],
  'suspend-accreditation': [
    '/{person}/accreditations/{accreditation}/suspension',
    'Suspend an accreditation: its holder stops acting in every case',
  ],
  'reinstate-accreditation': [
    '/{person}/accreditations/{accreditation}/reinstatement',
    'Let a suspended accreditation hold again',
  ],
  'remove-accreditation': ['/{person}/accreditations/{accreditation}/removal', 'Take an accreditation away for good'],
};

const isRouted = (name: string): name is Routed => Object.hasOwn(ROUTES, name);

export const ROSTER_COMMAND_OPERATIONS: readonly RosterOperationRoute[] = Object.keys(ROUTES)
  .filter(isRouted)
  .map((name) => {
    const [path, summary] = ROUTES[name];
    return { kind: 'roster-command', name, method: 'POST', path: `/roster${path}`, function: 'roster-api', summary };
  });

export const IMPORT_OPERATION: ImportOperation = {
  kind: 'roster-import',
  name: 'import-roster',
  method: 'POST',
  path: '/roster/imports',
  function: 'roster-api',
  summary: 'Import a table of people and organisations: each row has its own result, and what is valid is kept',
};
