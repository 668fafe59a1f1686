import type { JsonObject } from '../../events/shapes.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import { nameKey } from '../interests/name-key.ts';
import { type CaseParty, PARTIES } from '../interests/parties.ts';
import type { ContractingProcess, Party } from '../process/contracting-process.ts';
import { PROCESS } from '../process/process-state.ts';
import { BIDDERS, subjectOf } from '../state.ts';
import { titleOf } from './follow-up-sections.ts';
import { type PublicSight, present, thingsOf } from './section.ts';

type Subjects = PublicSight['subjects'];

/** The process as the official data last told it; nothing where a record is too old to hold it. */
export const processOf = (subjects: Subjects): ContractingProcess | undefined =>
  subjectOf(subjects, 'process', PROCESS)?.process;

/** The id of an organisation in our releases: its identifier, or its name as it is compared; the same in every release. */
export const partyId = ({ name, identifier }: Party): string => {
  if (identifier === undefined) return `name-${nameKey(name).replaceAll(/\s+/g, '-')}`;
  return identifier.scheme === undefined ? identifier.id : `${identifier.scheme}-${identifier.id}`;
};

export const referenceTo = (party: Party): JsonObject => ({ id: partyId(party), name: party.name });

/** The bidders of a case by the word that it calls them by. */
export const namesOfBidders = (subjects: Subjects): ReadonlyMap<string, CaseParty> => {
  const known = subjectOf(subjects, 'parties', PARTIES)?.parties ?? [];
  const bidding = new Set(Object.keys(subjectOf(subjects, 'bidders', BIDDERS)?.bidders ?? {}));
  return new Map(known.flatMap((party) => (bidding.has(party.party) ? [[party.party, party] as const] : [])));
};

interface Listed {
  readonly party: Pick<Party, 'identifier'> & { readonly name: string };
  readonly roles: Set<string>;
}

/** What the team is called among the parties: the role of OC4IDS, and the one that says which instrument. */
const TEAM_ROLES: Readonly<Record<InstrumentId, readonly string[]>> = {
  'integrity-pact': ['independentMonitor', 'socialWitness'],
  'oversight-committee': ['independentMonitor', 'oversightCommitteeMember'],
};

/** Everybody in the process and around it: the organisations of the official data, the team, and the authorities that were turned to. */
export const composeParties = (sight: PublicSight): readonly JsonObject[] => {
  const listed = new Map<string, Listed>();
  const add = (party: Party | undefined, ...roles: readonly string[]): void => {
    if (party === undefined) return;
    const id = partyId(party);
    const known = listed.get(id) ?? { party, roles: new Set() };
    for (const role of roles) known.roles.add(role);
    listed.set(id, known);
  };
  const process = processOf(sight.subjects);
  for (const { roles, ...party } of process?.parties ?? []) add(party, ...roles);
  add(process?.buyer, 'buyer');
  add(process?.procuringEntity, 'procuringEntity');
  for (const bidder of process?.bidders ?? []) add(bidder, 'tenderer');
  for (const { name, identifier } of namesOfBidders(sight.subjects).values()) {
    add({ name, ...(identifier === undefined ? {} : { identifier }) }, 'tenderer');
  }
  for (const bid of process?.bids ?? []) for (const tenderer of bid.tenderers) add(tenderer, 'tenderer');
  for (const award of process?.awards ?? []) for (const supplier of award.suppliers) add(supplier, 'supplier');
  return [
    ...[...listed].map(([id, { party, roles }]) =>
      present({
        id,
        name: party.name,
        identifier: party.identifier === undefined ? undefined : present({ ...party.identifier }),
        roles: [...roles],
      }),
    ),
    ...overseersOf(sight),
  ];
};

const overseersOf = (sight: PublicSight): readonly JsonObject[] => {
  const { head } = sight;
  const team = head.team.filter(({ standing }) => standing === 'accepted').map(({ person }) => person);
  const authorities = new Set(thingsOf(sight, 'escalation').map(({ controlAuthority }) => controlAuthority));
  return [
    // Who it is stands in the roster, which is not open data.
    ...team.map((person) => present({ id: person, name: person, roles: TEAM_ROLES[head.instrument] })),
    ...[...authorities].map((id) => present({ id, name: titleOf(id, sight), roles: ['controlAuthority'] })),
  ];
};
