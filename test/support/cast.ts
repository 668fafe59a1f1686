import type { ProposedFact } from '../../domain/command.ts';
import { partiesOf } from '../../domain/interests/parties.ts';
import type { Petitioner } from '../../domain/permissions.ts';
import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { FactData } from '../../events/catalogue.ts';
import { asJsonObject, type Instant } from '../../events/shapes.ts';
import type { InstrumentId, Office, Role, Stage } from '../../events/vocabulary.ts';

/** A fact as a test tells it: what happened and, where it matters, when and by whom. */
export type ToldFact = ProposedFact & { readonly at?: Instant; readonly by?: Petitioner };

const person = (id: string, ...roles: Role[]): Petitioner => ({ person: id, roles });

export const COORDINATOR = person('coordinator-1', 'coordinator');
export const WITNESS = person('witness-1', 'witness');
export const SECOND_WITNESS = person('witness-2', 'witness');
/** Accredited as a witness, and nobody in this case. */
export const OTHER_WITNESS = person('witness-9', 'witness');
export const CHAIR = person('member-1', 'member');
export const SECRETARY = person('member-2', 'member');
export const MEMBER = person('member-3', 'member');
export const OTHER_MEMBER = person('member-9', 'member');
export const AUTHORITY = person('authority-1', 'contracting-authority');
/** Speaks for `bidder-1` and for nobody else. */
export const BIDDER = person('bidder-1', 'bidder-representative');
/** Of the first tier of control authorities. */
export const CONTROL = person('control-1', 'control-authority');
export const ASSESSOR = person('assessor-1', 'assessor');
export const AUDITOR = person('auditor-1', 'auditor');
export const ADMINISTRATOR = person('administrator-1', 'administrator');
export const ANYBODY = person('somebody-1', 'public');
/** The machinery of deadlines. */
export const SYSTEM = person('system', 'system');

export const TEAM: Readonly<Record<InstrumentId, readonly [Petitioner, Petitioner, ...Petitioner[]]>> = {
  'integrity-pact': [WITNESS, SECOND_WITNESS],
  'oversight-committee': [CHAIR, SECRETARY, MEMBER],
};

/** The control authorities of each instrument's default profile, first tier first. */
export const CONTROL_AUTHORITIES = {
  'integrity-pact': ['internal-control', 'supreme-audit', 'anticorruption-prosecutor'],
  'oversight-committee': ['public-procurement-directorate', 'court-of-accounts'],
} as const;

const MS_PER_HOUR = 3_600_000;

/** A Monday, nine in the morning in Mexico City and eleven in Santo Domingo. */
export const OPENED_AT = '2026-03-02T15:00:00.000Z';

/** So many days and hours after the case was opened. */
export const day = (days: number, hours = 0): Instant =>
  new Date(Date.parse(OPENED_AT) + (days * 24 + hours) * MS_PER_HOUR).toISOString();

export const after = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString();

/** Tells facts at an instant. */
export const at = (instant: Instant, ...facts: readonly ToldFact[]): readonly ToldFact[] =>
  facts.map((fact) => ({ ...fact, at: instant }));

/** The digest of a document of which nothing more is known. */
export const DIGEST = 'd0c'.padEnd(64, '0');
export const CASE = 'ip-0123456789abcdef0123';

/** Words enough for a final report. */
export const CONCLUSION = 'The team watched every act and asked for every document of the checklists. '.repeat(4);

const PROFILE: Readonly<Record<InstrumentId, string>> = {
  'integrity-pact': 'ti-integrity-pact',
  'oversight-committee': 'do-183-15',
};

/** The official data as they are imported: with their parties, who are bidders in their order. */
const imported = (process: ContractingProcess): ToldFact => ({
  type: 'process.imported.v1',
  data: { sourceHash: DIGEST, bidders: process.bidders.length, problems: 0, parties: partiesOf(process).length },
  content: asJsonObject({ process, problems: [] }),
});

export const opened = (
  instrument: InstrumentId,
  {
    monitoring = true,
    bidders = 2,
    ocid = 'ocds-test00-0001',
    process,
  }: { monitoring?: boolean; bidders?: number; ocid?: string; process?: ContractingProcess } = {},
): readonly ToldFact[] => [
  {
    type: 'case.opened.v1',
    data: {
      ocid,
      instrument,
      profile: { id: PROFILE[instrument], version: 1 },
      implementationMonitoring: monitoring,
    },
    at: OPENED_AT,
  },
  process === undefined
    ? { type: 'process.imported.v1', data: { sourceHash: DIGEST, bidders, problems: 0 }, content: { problems: [] } }
    : imported(process),
];

export const proposed = ({ person: id }: Petitioner, sector?: string): ToldFact => ({
  type: 'member.proposed.v1',
  data: { person: id, way: 'by-lot', lapsesAt: day(8), ...(sector === undefined ? {} : { sector }) },
});
/** A draw among five witnesses for one place. */
export const announced = (
  differing: Partial<FactData<'draw.announced.v1'>> & Pick<FactData<'draw.announced.v1'>, 'source'>,
): ToldFact => ({
  type: 'draw.announced.v1',
  data: {
    draw: 'draw-1',
    candidates: ['witness-5', 'witness-6', 'witness-7', 'witness-8', 'witness-9'],
    listHash: DIGEST,
    places: 1,
    alternates: 0,
    algorithm: 'veedor-draw-1',
    ...differing,
  },
});
export const accepted = (by: Petitioner): ToldFact => ({
  type: 'member.accepted.v1',
  data: { person: by.person },
  by,
});
export const left = ({ person: id }: Petitioner): ToldFact => ({
  type: 'member.left.v1',
  data: { person: id },
  content: { reason: 'Moved to another city.' },
});

/** Signs the declaration of no conflict; `yes` names the questions that are answered by yes, each an impediment. */
export const declared = (by: Petitioner, ...yes: readonly string[]): ToldFact => ({
  type: 'declaration.signed.v1',
  data: { person: by.person, yes: [...yes], asked: 5 },
  by,
});
export const elected = ({ person: id }: Petitioner, office: Office): ToldFact => ({
  type: 'officer.elected.v1',
  data: { person: id, office },
});

/** Proposed, accepted and declared: in office without an impediment. */
export const joined = (who: Petitioner, sector?: string): readonly ToldFact[] => [
  proposed(who, sector),
  accepted(who),
  declared(who),
];

export const accredited = (
  { person: id }: Petitioner,
  stands: Omit<FactData<'liaison.accredited.v1'>, 'person'>,
): ToldFact => ({ type: 'liaison.accredited.v1', data: { person: id, ...stands } });

/** Somebody for each institution: the authority, the first bidder, and the first tier of control. */
export const liaisons = (instrument: InstrumentId): readonly ToldFact[] => [
  accredited(AUTHORITY, { kind: 'contracting-authority' }),
  accredited(BIDDER, { kind: 'bidder', bidder: 'bidder-1' }),
  accredited(CONTROL, { kind: 'control-authority', controlAuthority: CONTROL_AUTHORITIES[instrument][0] }),
];

export const SIGNED_BY_AUTHORITY: ToldFact = {
  type: 'pact.signed-by-authority.v1',
  data: { documentHash: DIGEST },
  by: AUTHORITY,
};
export const CONSTITUTED: ToldFact = {
  type: 'committee.constituted.v1',
  data: {
    members: 3,
    durationMonths: 12,
    registered: true,
    documentHash: DIGEST,
    startedAt: OPENED_AT,
    endsAt: day(366),
  },
  content: { object: 'To watch the purchase of school meals.' },
  by: CHAIR,
};

const SECTORS = ['universities', 'churches', 'private-sector'];

/** The team complete and declared, the institutions named, and the pact or the act of constitution on record. */
export const appointed = (instrument: InstrumentId): readonly ToldFact[] => [
  ...TEAM[instrument].flatMap((member, index) =>
    joined(member, instrument === 'oversight-committee' ? SECTORS[index] : undefined),
  ),
  ...(instrument === 'oversight-committee'
    ? [elected(CHAIR, 'chair'), elected(SECRETARY, 'secretary'), CONSTITUTED]
    : [SIGNED_BY_AUTHORITY]),
  ...liaisons(instrument),
];

export const advanced = (from: Stage, to: Stage): ToldFact => ({ type: 'stage.advanced.v1', data: { from, to } });
export const SUSPENDED: ToldFact = {
  type: 'case.suspended.v1',
  data: { reason: 'challenge' },
  content: { explanation: 'A bidder challenged the call.' },
};
export const resumed = (suspendedAt: Instant): ToldFact => ({
  type: 'case.resumed.v1',
  data: { suspendedAt },
  content: { explanation: 'The challenge was dismissed.' },
});
export const ended = (stage: Stage): ToldFact => ({
  type: 'process.ended.v1',
  data: { ending: 'cancelled', stage },
  content: { explanation: 'The budget was withdrawn.' },
});

const WALK: readonly Stage[] = [
  'appointment',
  'tender-observation',
  'award-review',
  'implementation-monitoring',
  'final-report',
  'closed',
];

/** A case that came to a stage with nothing on record but its team and its institutions. */
export const caseIn = (
  instrument: InstrumentId,
  stage: Stage,
  options: Parameters<typeof opened>[1] = {},
): readonly ToldFact[] => [
  ...opened(instrument, options),
  ...appointed(instrument),
  ...WALK.slice(1, WALK.indexOf(stage) + 1).map((to, index) => advanced(WALK[index] ?? 'appointment', to)),
];
