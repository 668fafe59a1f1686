import { ROSTER_COMMAND_OPERATIONS } from '../../functions/_roster/roster-routes.ts';
import type { Door } from '../../local/walk/hand.ts';
import { addition } from './roster.ts';

interface RosterStep {
  readonly person: string;
  /** Under the roster; nothing for an addition. */
  readonly path: string;
  readonly body: object;
}

const interests = [{ kind: 'former-employer', name: 'Cerro Pardo, S.A.' }];
const ACCREDITATION = '/witness-2/accreditations/accreditation-1';
const reason = 'The commission decided it.';

/** Every command on the roster. It leaves the witnesses of the journeys accredited, one of them with an interest in nobody that bids. */
const STEPS: readonly RosterStep[] = [
  { person: 'administrator-1', path: '', body: addition('witness-1', { interests }) },
  { person: 'administrator-1', path: '', body: addition('witness-2') },
  { person: 'administrator-1', path: '', body: { person: 'witness-3', kind: 'person', name: 'Berta Ejemplo' } },
  {
    person: 'administrator-1',
    path: '/witness-3/correction',
    body: { name: 'Berta Ejemplo Ruiz', namePublic: true, phone: '+52 55 0000 0000', interests },
  },
  {
    person: 'administrator-1',
    path: '/witness-3/accreditations',
    body: {
      number: 'TS-3',
      issuer: 'Padrón de testigos',
      validFrom: '2026-01-01',
      validTo: '2027-06-30',
      specialities: ['works'],
      territories: ['MX-COA'],
    },
  },
  { person: 'administrator-1', path: `${ACCREDITATION}/renewal`, body: { validTo: '2028-12-31' } },
  { person: 'coordinator-1', path: `${ACCREDITATION}/suspension`, body: { reason } },
  { person: 'administrator-1', path: `${ACCREDITATION}/reinstatement`, body: { reason } },
  { person: 'administrator-1', path: '', body: addition('witness-9') },
  { person: 'administrator-1', path: '/witness-9/accreditations/accreditation-1/removal', body: { reason } },
];

/** Goes all the way through the roster. Gives the paths of the operations that it came by, as the API names them. */
export const travelRoster = async (door: Door): Promise<ReadonlySet<string>> => {
  const met = new Set<string>();
  for (const [index, { person, path, body }] of STEPS.entries()) {
    const at = `/roster${path}`;
    const answer = await door.post(person, at, { body, idempotencyKey: `roster-${index}` });
    if (answer.status >= 300) throw new Error(`${person} could not POST ${at}: ${JSON.stringify(answer.body)}`);
    const operation = ROSTER_COMMAND_OPERATIONS.find((each) => isAt(each.path, at));
    if (operation !== undefined) met.add(operation.name);
  }
  return met;
};

const isAt = (template: string, path: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{[a-z]+\}/g, '[^/]+')}$`).test(path);
