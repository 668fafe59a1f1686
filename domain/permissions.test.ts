import { describe, expect, it } from 'vitest';
import { INSTRUMENTS, type InstrumentId, ROLES, type Role, STAGES, type Stage } from '../events/vocabulary.ts';
import {
  AUTHORITY,
  accepted,
  accredited,
  advanced,
  CONTROL_AUTHORITIES,
  COORDINATOR,
  declared,
  opened,
  proposed,
  SUSPENDED,
  type ToldFact,
  WITNESS,
} from '../test/support/cast.ts';
import { given } from '../test/support/specification.ts';
import type { CaseCommandName } from './commands.ts';
import {
  authorise,
  type OperationName,
  PERMISSIONS,
  type PersonOperation,
  type RosterOperation,
} from './permissions.ts';
import type { Head } from './state.ts';

/** Who may do what, when, written down a second time: `ATWMFC` are the stages in their order. */
type Who =
  | 'coordinator'
  | 'system'
  | 'assessor'
  | 'proposed'
  | 'team'
  | 'clear-team'
  | 'members'
  | 'clear-members'
  | 'authority'
  | 'bidder'
  | 'control'
  | 'anybody';

interface Expected {
  readonly who: readonly Who[];
  readonly stages: string;
  readonly suspended?: true;
}

const EXPECTED: Readonly<Record<CaseCommandName, Expected>> = {
  'declare-document': { who: ['coordinator', 'clear-team', 'authority', 'anybody'], stages: 'ATWMFC', suspended: true },
  'record-arrival': { who: ['system'], stages: 'ATWMFC', suspended: true },
  'accept-document': { who: ['system'], stages: 'ATWMFC', suspended: true },
  'refuse-document': { who: ['system'], stages: 'ATWMFC', suspended: true },
  'lapse-upload': { who: ['system'], stages: 'ATWMFC', suspended: true },
  'record-reading': { who: ['system'], stages: 'ATWMFC', suspended: true },
  'record-bundling': { who: ['system'], stages: 'ATWMFC', suspended: true },
  'record-accreditation-change': { who: ['system'], stages: 'ATWMF', suspended: true },
  'lapse-accreditation': { who: ['system'], stages: 'ATWMF', suspended: true },
  'advance-stage': { who: ['coordinator'], stages: 'ATWMF' },
  'suspend-case': { who: ['coordinator'], stages: 'ATWM' },
  'resume-case': { who: ['coordinator'], stages: 'ATWM', suspended: true },
  'end-process': { who: ['coordinator'], stages: 'ATWM', suspended: true },
  'refresh-process': { who: ['coordinator'], stages: 'ATWMF', suspended: true },
  'propose-member': { who: ['coordinator'], stages: 'ATWMF' },
  'announce-draw': { who: ['coordinator'], stages: 'ATWMF' },
  'commit-to-draw': { who: ['coordinator', 'authority', 'bidder', 'control'], stages: 'ATWMF', suspended: true },
  'reveal-for-draw': { who: ['coordinator', 'authority', 'bidder', 'control'], stages: 'ATWMF', suspended: true },
  'lapse-reveal': { who: ['system'], stages: 'ATWMF', suspended: true },
  'record-beacon-value': { who: ['coordinator'], stages: 'ATWMF', suspended: true },
  'draw-lots': { who: ['coordinator'], stages: 'ATWMF' },
  'call-alternate': { who: ['coordinator'], stages: 'ATWMF' },
  'accept-appointment': { who: ['proposed'], stages: 'ATWMF' },
  'decline-appointment': { who: ['proposed'], stages: 'ATWMF' },
  'lapse-proposal': { who: ['system'], stages: 'ATWMFC' },
  'leave-team': { who: ['coordinator', 'team'], stages: 'ATWMF', suspended: true },
  'sign-declaration': { who: ['team'], stages: 'ATWMF' },
  'rule-on-impediment': { who: ['coordinator'], stages: 'ATWMF' },
  'elect-officer': { who: ['members'], stages: 'ATWMF' },
  'accredit-liaison': { who: ['coordinator'], stages: 'ATWMFC', suspended: true },
  'withdraw-liaison': { who: ['coordinator'], stages: 'ATWMFC', suspended: true },
  'deposit-pact-text': { who: ['coordinator', 'authority'], stages: 'AT' },
  'sign-pact-for-authority': { who: ['authority'], stages: 'ATWMF' },
  'register-bidder': { who: ['coordinator', 'team'], stages: 'ATWM' },
  'sign-pact-for-bidder': { who: ['bidder'], stages: 'ATWM' },
  'refuse-pact-for-bidder': { who: ['bidder', 'coordinator'], stages: 'ATWM' },
  'report-pact-breach': { who: ['clear-team'], stages: 'TWMF' },
  'answer-pact-breach': { who: ['authority', 'bidder'], stages: 'TWMF' },
  'lapse-breach-answer': { who: ['system'], stages: 'ATWMFC' },
  'rule-on-pact-breach': { who: ['coordinator'], stages: 'TWMF' },
  'constitute-committee': { who: ['members'], stages: 'A' },
  'end-committee-term': { who: ['system'], stages: 'ATWM' },
  'extend-committee': { who: ['clear-members'], stages: 'ATWM' },
  'dissolve-committee': { who: ['coordinator', 'clear-members'], stages: 'TWM', suspended: true },
  'schedule-act': { who: ['coordinator', 'team', 'authority'], stages: 'ATWM' },
  'reschedule-act': { who: ['coordinator', 'clear-team', 'authority'], stages: 'ATWM', suspended: true },
  'cancel-act': { who: ['coordinator', 'authority'], stages: 'ATWM', suspended: true },
  'record-act-held': { who: ['coordinator', 'clear-team', 'authority'], stages: 'ATWMF' },
  'attend-act': { who: ['clear-team'], stages: 'TWMF' },
  'account-for-absence': { who: ['clear-team'], stages: 'TWMF' },
  'correct-account-of-act': { who: ['clear-team'], stages: 'TWMF' },
  'check-document-access': { who: ['clear-team'], stages: 'TWMF' },
  'record-award': { who: ['coordinator', 'authority'], stages: 'WFC' },
  'correct-award': { who: ['coordinator', 'authority'], stages: 'W' },
  'dismiss-flag': { who: ['clear-team'], stages: 'TWMF' },
  'turn-flag-into-finding': { who: ['clear-team'], stages: 'TWMF' },
  'record-contract-signature': { who: ['coordinator', 'authority'], stages: 'WM' },
  'record-amendment': { who: ['coordinator', 'team', 'authority'], stages: 'M' },
  'review-amendment': { who: ['clear-team'], stages: 'M' },
  'plan-visit': { who: ['clear-team'], stages: 'M' },
  'reschedule-visit': { who: ['clear-team'], stages: 'M' },
  'settle-visit': { who: ['clear-team'], stages: 'M' },
  'record-contract-end': { who: ['coordinator', 'authority'], stages: 'M' },
  'file-observation': { who: ['clear-team'], stages: 'TWMF' },
  'correct-observation': { who: ['clear-team'], stages: 'TWMF' },
  'withdraw-observation': { who: ['clear-team'], stages: 'TWMF' },
  'extend-embargo': { who: ['clear-team', 'coordinator'], stages: 'TWMF' },
  'end-embargo': { who: ['system'], stages: 'ATWMFC', suspended: true },
  'propose-release': { who: ['clear-team'], stages: 'TWMF' },
  'release-observation': { who: ['coordinator'], stages: 'TWMFC' },
  'notify-finding': { who: ['clear-team'], stages: 'TWMF' },
  'reply-to-finding': { who: ['authority'], stages: 'TWMFC' },
  'lapse-reply': { who: ['system'], stages: 'ATWMFC' },
  'ask-question': { who: ['clear-team'], stages: 'TWMF' },
  'answer-question': { who: ['authority'], stages: 'TWMFC' },
  'ask-team': { who: ['authority'], stages: 'TWMF' },
  'answer-authority-question': { who: ['clear-team'], stages: 'TWMF' },
  'lapse-answer': { who: ['system'], stages: 'ATWMFC' },
  'escalate-findings': { who: ['clear-team'], stages: 'TWMF' },
  'reason-non-escalation': { who: ['clear-team'], stages: 'TWMF' },
  'record-delivery': { who: ['system', 'coordinator'], stages: 'ATWMFC', suspended: true },
  'acknowledge-escalation': { who: ['control'], stages: 'ATWMFC', suspended: true },
  'begin-review': { who: ['control'], stages: 'ATWMFC', suspended: true },
  'escalate-further': { who: ['clear-team', 'coordinator'], stages: 'TWMFC' },
  'decline-next-tier': { who: ['clear-team', 'coordinator'], stages: 'TWMFC' },
  'raise-escalation-overdue': { who: ['system'], stages: 'TWMF' },
  'revise-answer': { who: ['control'], stages: 'ATWMFC', suspended: true },
  'record-proceeding': { who: ['control', 'coordinator'], stages: 'TWMFC', suspended: true },
  'move-proceeding': { who: ['control', 'coordinator'], stages: 'TWMFC', suspended: true },
  'answer-escalation': { who: ['control'], stages: 'ATWMFC', suspended: true },
  'lapse-escalation': { who: ['system'], stages: 'ATWMFC' },
  'draft-report': { who: ['clear-team'], stages: 'TWMF' },
  'redraft-report': { who: ['clear-team'], stages: 'TWMF' },
  'send-report-for-reply': { who: ['clear-team'], stages: 'TWMF' },
  'comment-on-report': { who: ['authority'], stages: 'TWMF' },
  'sign-report': { who: ['clear-team'], stages: 'TWMF' },
  'vote-on-report': { who: ['clear-team'], stages: 'TWMF' },
  'publish-report': { who: ['clear-team', 'coordinator'], stages: 'TWMF' },
  'follow-up-recommendation': { who: ['clear-team', 'coordinator'], stages: 'TWMFC', suspended: true },
  'respond-to-recommendation': { who: ['authority', 'control'], stages: 'TWMFC', suspended: true },
  'lapse-recommendation': { who: ['system'], stages: 'ATWMFC', suspended: true },
  'raise-inactivity': { who: ['system'], stages: 'TWMF' },
  'remind-term': { who: ['system'], stages: 'ATWMFC' },
  'code-dimension': { who: ['assessor'], stages: 'FC', suspended: true },
  'assess-factor': { who: ['assessor'], stages: 'FC', suspended: true },
  'claim-participation': { who: ['coordinator'], stages: 'ATWMFC', suspended: true },
  'check-sustained': { who: ['coordinator', 'clear-team'], stages: 'C' },
  'raise-sustained-check': { who: ['system'], stages: 'C' },
  'send-tip': { who: ['anybody'], stages: 'ATWMF', suspended: true },
  'add-to-tip': { who: ['anybody'], stages: 'ATWMFC', suspended: true },
  'answer-tip': { who: ['coordinator'], stages: 'ATWMFC', suspended: true },
  'lapse-tip-answer': { who: ['system'], stages: 'ATWMFC' },
  'make-tip-lead': { who: ['coordinator'], stages: 'ATWMF', suspended: true },
};

/** Who may say who signs in, and in which roles; that it is never of themself, domain/people says. */
const KEEPERS_OF_PEOPLE: Readonly<Record<PersonOperation, readonly Role[]>> = {
  'add-person': ['administrator'],
  'give-role': ['administrator'],
  'take-role': ['administrator'],
  'suspend-person': ['administrator'],
  'restore-person': ['administrator'],
};

/** Who may do what to the roster, which belongs to no case. */
const KEEPERS_OF_THE_ROSTER: Readonly<Record<RosterOperation, readonly Role[]>> = {
  'add-roster-entry': ['administrator'],
  'correct-roster-entry': ['administrator'],
  'import-roster-entry': ['administrator'],
  'grant-accreditation': ['administrator'],
  'renew-accreditation': ['administrator'],
  'suspend-accreditation': ['coordinator', 'administrator'],
  'reinstate-accreditation': ['administrator'],
  'remove-accreditation': ['administrator'],
};

const SOMEBODY = { person: 'somebody-1', roles: [] };

/** Every way in which somebody can stand to a case. */
const STANDINGS: Readonly<Record<string, (instrument: InstrumentId) => readonly ToldFact[]>> = {
  stranger: () => [],
  proposed: () => [proposed(SOMEBODY)],
  undeclared: () => [proposed(SOMEBODY), accepted(SOMEBODY)],
  impeded: () => [proposed(SOMEBODY), accepted(SOMEBODY), declared(SOMEBODY, 'kinship')],
  'in-office': () => [proposed(SOMEBODY), accepted(SOMEBODY), declared(SOMEBODY)],
  suspended: () => [
    proposed(SOMEBODY),
    accepted(SOMEBODY),
    declared(SOMEBODY),
    { type: 'accreditation.changed.v1', data: { person: SOMEBODY.person, loss: 'suspended' } },
  ],
  lapsed: () => [
    proposed(SOMEBODY),
    accepted(SOMEBODY),
    declared(SOMEBODY),
    { type: 'accreditation.lapsed.v1', data: { person: SOMEBODY.person } },
  ],
  'for-authority': () => [accredited(SOMEBODY, { kind: 'contracting-authority' })],
  'for-bidder': () => [accredited(SOMEBODY, { kind: 'bidder', bidder: 'bidder-1' })],
  'for-control': (instrument) => [
    accredited(SOMEBODY, { kind: 'control-authority', controlAuthority: CONTROL_AUTHORITIES[instrument][0] }),
  ],
};

interface Cell {
  readonly instrument: InstrumentId;
  readonly stage: Stage;
  readonly isSuspended: boolean;
  readonly standing: string;
}

const CELLS: readonly (Cell & { readonly head: Head })[] = INSTRUMENTS.flatMap((instrument) =>
  STAGES.flatMap((stage) =>
    [false, true].flatMap((isSuspended) =>
      Object.entries(STANDINGS).map(([standing, facts]) => ({
        instrument,
        stage,
        isSuspended,
        standing,
        head: given(
          ...opened(instrument),
          ...facts(instrument),
          advanced('appointment', stage),
          ...(isSuspended ? [SUSPENDED] : []),
        ).head,
      })),
    ),
  ),
);

const IN_OFFICE = ['undeclared', 'impeded', 'in-office', 'suspended', 'lapsed'];

const isKnown = (who: Who, role: Role, { instrument, standing }: Cell): boolean => {
  const isOfTeam = role === (instrument === 'integrity-pact' ? 'witness' : 'member') && IN_OFFICE.includes(standing);
  switch (who) {
    case 'coordinator':
    case 'system':
    case 'assessor':
      return role === who;
    case 'anybody':
      return role === 'public';
    case 'proposed':
      return role === (instrument === 'integrity-pact' ? 'witness' : 'member') && standing === 'proposed';
    case 'team':
    case 'clear-team':
      return isOfTeam;
    case 'members':
    case 'clear-members':
      return isOfTeam && role === 'member';
    case 'authority':
      return role === 'contracting-authority' && standing === 'for-authority';
    case 'bidder':
      return role === 'bidder-representative' && standing === 'for-bidder';
    case 'control':
      return role === 'control-authority' && standing === 'for-control';
  }
};

const expected = (operation: keyof typeof EXPECTED, role: Role, cell: Cell): string => {
  const { who, stages, suspended } = EXPECTED[operation];
  const known = who.filter((one) => isKnown(one, role, cell));
  if (known.length === 0) return 'not-permitted';
  if (!stages.includes('ATWMFC'.charAt(STAGES.indexOf(cell.stage)))) return 'wrong-stage';
  if (cell.isSuspended && suspended === undefined) return 'case-suspended';
  const mustBeClear = known.includes('clear-team') || known.includes('clear-members');
  if (mustBeClear && cell.standing === 'undeclared') return 'declaration-missing';
  if (mustBeClear && cell.standing === 'impeded') return 'impediment-standing';
  if (mustBeClear && cell.standing === 'suspended') return 'accreditation-not-active';
  if (mustBeClear && cell.standing === 'lapsed') return 'accreditation-lapsed';
  return `as ${role}`;
};

const actual = (operation: OperationName, role: Role, head: Head): string => {
  const answer = authorise(operation, { person: SOMEBODY.person, roles: [role] }, head);
  return 'refusal' in answer ? answer.refusal.word : `as ${answer.role}`;
};

describe.each(Object.keys(EXPECTED) as (keyof typeof EXPECTED)[])('%s', (operation) => {
  it('may be done by whom the rulebook says, and by nobody else', () => {
    const wrong = CELLS.flatMap(({ head, ...cell }) =>
      ROLES.map((role) => ({
        ...cell,
        role,
        expected: expected(operation, role, cell),
        actual: actual(operation, role, head),
      })),
    ).filter((one) => one.expected !== one.actual);
    expect(wrong).toEqual([]);
  });
});

describe('the table of permissions', () => {
  it('holds every operation', () => {
    expect(Object.keys(PERMISSIONS).toSorted()).toEqual(
      [
        'open-case',
        'import-processes',
        ...Object.keys(EXPECTED),
        ...Object.keys(KEEPERS_OF_THE_ROSTER),
        ...Object.keys(KEEPERS_OF_PEOPLE),
      ].toSorted(),
    );
  });

  it.each(['open-case', 'import-processes'] as const)('lets the coordinator %s, and nobody else', (operation) => {
    const may = ROLES.filter(
      (role) => 'role' in authorise(operation, { person: 'somebody-1', roles: [role] }, undefined),
    );
    expect(may).toEqual(['coordinator']);
  });

  it('lets administrators keep the roster and people, coordinators stop an accreditation, and nobody else do any of it', () => {
    for (const [operation, keepers] of Object.entries({ ...KEEPERS_OF_THE_ROSTER, ...KEEPERS_OF_PEOPLE })) {
      const may = ROLES.filter(
        (role) => 'role' in authorise(operation as OperationName, { person: 'somebody-1', roles: [role] }, undefined),
      );
      expect([operation, may]).toEqual([operation, keepers]);
    }
  });

  it('lets auditors and administrators change nothing, and the public only tell', () => {
    const people = (['auditor', 'administrator', 'public'] as const).map((role) => ({
      person: 'somebody-1',
      roles: [role],
    }));
    const may = Object.keys(PERMISSIONS).filter((operation) =>
      CELLS.some(({ head }) => people.some((who) => 'role' in authorise(operation as OperationName, who, head))),
    );
    expect(may).toEqual(['send-tip', 'add-to-tip', 'declare-document']);
  });

  it('knows nobody without a role, and nobody by a role that does not go with the relation', () => {
    const { head } = given(...opened('integrity-pact'), accredited(AUTHORITY, { kind: 'contracting-authority' }));
    for (const roles of [[], ['bidder-representative'], ['control-authority']] as const) {
      expect(authorise('sign-pact-for-authority', { ...AUTHORITY, roles }, head)).toMatchObject({
        refusal: { word: 'not-permitted' },
      });
    }
  });

  it('lets somebody with several roles act in the one that fits', () => {
    const { head } = given(...opened('integrity-pact'), proposed(WITNESS), accepted(WITNESS));
    const both = { person: WITNESS.person, roles: ['auditor', 'witness', 'coordinator'] as const };
    expect(authorise('sign-declaration', both, head)).toEqual({ role: 'witness' });
    expect(authorise('leave-team', both, head)).toEqual({ role: 'coordinator' });
  });

  it('tells which stages there are only to whom it knows', () => {
    const { head } = given(...opened('integrity-pact'));
    expect(authorise('record-contract-end', COORDINATOR, head)).toEqual({
      refusal: { word: 'wrong-stage', facts: { stage: 'appointment', allowedIn: ['implementation-monitoring'] } },
    });
    expect(authorise('record-contract-end', WITNESS, head)).toEqual({
      refusal: { word: 'not-permitted', facts: { operation: 'record-contract-end' } },
    });
  });
});
