import { AWARD_CHECKLIST, TENDER_CHECKLIST } from '../../domain/instruments/instrument.ts';
import type { RequirementId } from '../../domain/requirements/requirement-ids.ts';
import type { InstrumentId, Stage } from '../../events/vocabulary.ts';
import {
  CHAIR,
  CONSTITUTED,
  DIGEST,
  day,
  declared,
  elected,
  joined,
  left,
  MEMBER,
  OTHER_MEMBER,
  OTHER_WITNESS,
  proposed,
  SECOND_WITNESS,
  SECRETARY,
  SIGNED_BY_AUTHORITY,
  type ToldFact,
  WITNESS,
} from './cast.ts';
import {
  adopted,
  attended,
  awarded,
  CONTRACT_SIGNED,
  checked,
  coded,
  commented,
  drafted,
  escalated,
  filed,
  flagRaised,
  notified,
  published,
  scheduled,
  sentForReply,
} from './watch-facts.ts';

/** What makes a requirement of a stage unmet, the facts of what is missing then, and what meets it. */
export interface Check {
  readonly posed?: readonly ToldFact[];
  readonly missing: readonly object[];
  readonly met: readonly ToldFact[];
  /** The requirement that must be met before this one can lack anything. */
  readonly needs?: RequirementId;
  /** The requirement that cannot be met without this one. */
  readonly impliedBy?: RequirementId;
}
export type Checks = Partial<Record<RequirementId, Check>>;

const accepted = (person: string): ToldFact => ({ type: 'member.accepted.v1', data: { person } });
const [first, second, third] = [CHAIR, SECRETARY, MEMBER];

const APPOINTMENT: Readonly<Record<InstrumentId, Checks>> = {
  'integrity-pact': {
    'team-complete': {
      posed: [proposed(WITNESS)],
      missing: [{ accepted: 0, membersMin: 1, proposed: ['witness-1'] }],
      met: [accepted('witness-1')],
    },
    'declarations-clear': {
      needs: 'team-complete',
      missing: [{ person: 'witness-1' }],
      met: [declared(WITNESS)],
    },
    'pact-signed-by-authority': { missing: [{}], met: [SIGNED_BY_AUTHORITY] },
  },
  'oversight-committee': {
    'team-complete': {
      posed: [...joined(first, 'churches'), proposed(second, 'churches')],
      missing: [
        { accepted: 1, membersMin: 3, proposed: ['member-2'] },
        { office: 'chair' },
        { office: 'secretary' },
        { sectors: ['churches'], sectorsMin: 2 },
      ],
      met: [
        accepted('member-2'),
        declared(second),
        ...joined(third, 'universities'),
        elected(first, 'chair'),
        elected(second, 'secretary'),
      ],
    },
    'declarations-clear': {
      posed: [declared(first, 'kinship')],
      missing: [{ person: 'member-1', impediment: true }],
      met: [{ type: 'impediment.ruled.v1', data: { person: 'member-1', stands: false }, content: { reason: 'Far.' } }],
    },
    'committee-constituted': { missing: [{}], met: [CONSTITUTED] },
  },
};

const stageReport = (stage: Stage): Check => ({
  missing: [{ stage }],
  met: [drafted('report-1', stage), adopted('report-1', stage)],
});

/** Somebody leaves once the watch has begun, and somebody comes. */
const inOffice: Readonly<Record<InstrumentId, Check>> = {
  'integrity-pact': {
    posed: [left(WITNESS), left(SECOND_WITNESS), proposed(OTHER_WITNESS), accepted('witness-9')],
    missing: [{ able: 0, membersMin: 1, proposed: [] }],
    met: [declared(OTHER_WITNESS)],
  },
  'oversight-committee': {
    posed: [left(CHAIR), proposed(OTHER_MEMBER), { type: 'committee.term-ended.v1', data: { endedAt: day(0) } }],
    missing: [{ able: 2, membersMin: 3, proposed: ['member-9'] }, { office: 'chair' }, { termEnded: true }],
    met: [
      accepted('member-9'),
      declared(OTHER_MEMBER),
      elected(OTHER_MEMBER, 'chair'),
      {
        type: 'committee.extended.v1',
        data: { months: 6, startedAt: day(0), endsAt: day(180), documentHash: DIGEST },
        content: { reason: 'It goes on.' },
      },
    ],
  },
};

/** A new edition of the text asks the authority to sign again. */
const anotherText: Check = {
  posed: [{ type: 'pact.text-deposited.v1', data: { documentHash: DIGEST, edition: 1 } }],
  missing: [{}],
  met: [SIGNED_BY_AUTHORITY],
};

const TENDER: Checks = {
  'acts-accounted': {
    posed: [scheduled('act-1'), scheduled('act-2'), attended('act-2', WITNESS)],
    missing: [{ open: 1, named: ['act-1'] }],
    met: [attended('act-1', WITNESS)],
  },
  'pact-signed-by-bidders': {
    posed: [{ type: 'pact.signed-by-bidder.v1', data: { bidder: 'bidder-1', documentHash: DIGEST, late: false } }],
    missing: [{ open: 1, named: ['bidder-2'] }],
    met: [{ type: 'pact.refused-by-bidder.v1', data: { bidder: 'bidder-2' }, content: { reason: 'No.' } }],
  },
  'document-access-checked': {
    posed: checked('tender-observation', 'clarifications'),
    missing: [{ unchecked: TENDER_CHECKLIST.filter((document) => document !== 'clarifications') }],
    met: checked('tender-observation', ...TENDER_CHECKLIST),
  },
  'stage-report-adopted': stageReport('tender-observation'),
};

const findings = (stage: Stage): Check => ({
  posed: [
    filed('observation-1', { severity: 'serious', stage }),
    filed('observation-2', { severity: 'grave', stage }),
    filed('observation-3', { severity: 'minor', stage }),
    filed('observation-4', { stage }),
  ],
  missing: [{ open: 2, named: ['observation-1', 'observation-2'] }],
  met: [notified('observation-1'), notified('observation-2')],
});

const AWARD: Checks = {
  'document-access-checked': {
    missing: [{ unchecked: AWARD_CHECKLIST }],
    met: checked('award-review', ...AWARD_CHECKLIST),
  },
  'award-recorded': { missing: [{}], met: [awarded()] },
  'flags-answered': {
    posed: [flagRaised('flag-1'), flagRaised('flag-2')],
    missing: [{ open: 2, named: ['flag-1', 'flag-2'] }],
    met: [
      { type: 'flag.dismissed.v1', data: { flag: 'flag-1' }, content: { reason: 'A small market.' } },
      { type: 'flag.turned-into-finding.v1', data: { flag: 'flag-2' }, content: { observation: 'observation-1' } },
    ],
  },
  'findings-put-to-authority': findings('award-review'),
  'stage-report-adopted': stageReport('award-review'),
};

const MONITORING: Checks = {
  'findings-put-to-authority': findings('implementation-monitoring'),
  'contract-watched': {
    posed: [
      {
        type: 'contract.amended.v1',
        data: { amendment: 'amendment-1', amendedAt: day(1) },
        content: { change: 'More.' },
      },
      { type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: day(1) } },
    ],
    missing: [{}, {}, { open: 1, named: ['amendment-1'] }, { open: 1, named: ['visit-1'] }],
    met: [
      CONTRACT_SIGNED,
      { type: 'contract.ended.v1', data: { end: 'completed', endedAt: day(1), amendments: 1 } },
      { type: 'amendment.reviewed.v1', data: { amendment: 'amendment-1' }, content: { conclusion: 'Justified.' } },
      { type: 'site-visit.settled.v1', data: { visit: 'visit-1', outcome: 'excused' }, content: { note: 'Rain.' } },
    ],
  },
  'stage-report-adopted': stageReport('implementation-monitoring'),
};

/** Before a case closes, every grave finding was escalated or its non-escalation explained. */
const findingsAtTheEnd: Check = {
  ...findings('final-report'),
  missing: [
    { open: 2, named: ['observation-1', 'observation-2'] },
    { open: 1, named: ['observation-2'] },
  ],
  met: [notified('observation-1'), escalated('escalation-1', ['observation-2'])],
};

/** Reported by the team, and not ruled on yet. */
const breaches: Check = {
  posed: [
    {
      type: 'pact.breach-reported.v1',
      data: { breach: 'breach-1', answerDueAt: day(9) },
      content: { accused: 'contracting-authority', provision: 'Clause 4.', circumstances: 'A meeting behind doors.' },
    },
  ],
  missing: [{ open: 1, named: ['breach-1'] }],
  met: [
    {
      type: 'pact.breach-ruled.v1',
      data: { breach: 'breach-1', consequence: 'not-a-breach' },
      content: { explanation: 'The minutes are public.' },
    },
  ],
};

export const FINAL: Checks = {
  'findings-put-to-authority': findingsAtTheEnd,
  'report-adopted': {
    impliedBy: 'report-published',
    posed: [drafted('report-1', 'final-report')],
    missing: [{ report: 'report-1', state: 'in-reply' }],
    met: [adopted('report-1', 'final-report')],
  },
  'reply-window-over': {
    posed: [sentForReply('report-1')],
    missing: [{ report: 'report-1' }],
    met: [commented('report-1')],
  },
  'report-published': { missing: [{}], met: [published('report-1', 'final-report')] },
  'dimensions-coded': {
    posed: [coded('openness')],
    missing: [{ dimension: 'effectiveness' }],
    met: [coded('effectiveness')],
  },
};

export const CHECKS: Readonly<Record<Stage, (instrument: InstrumentId) => Checks>> = {
  appointment: (instrument) => APPOINTMENT[instrument],
  'tender-observation': (instrument) => {
    const { 'pact-signed-by-bidders': pact, ...others } = TENDER;
    const both = { 'team-in-office': inOffice[instrument], ...others };
    return instrument === 'integrity-pact' && pact !== undefined
      ? { ...both, 'pact-signed-by-authority': anotherText, 'pact-signed-by-bidders': pact }
      : both;
  },
  'award-review': (instrument) => ({ 'team-in-office': inOffice[instrument], ...AWARD }),
  'implementation-monitoring': (instrument) => ({ 'team-in-office': inOffice[instrument], ...MONITORING }),
  'final-report': (instrument) =>
    instrument === 'integrity-pact' ? { 'pact-breaches-ruled': breaches, ...FINAL } : FINAL,
  closed: () => ({}),
};
