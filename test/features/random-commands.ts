import { type CaseCommandName, COMMANDS } from '../../domain/commands.ts';
import { isProposalOpen } from '../../domain/escalations/next-tier.ts';
import { INSTRUMENT } from '../../domain/instruments/instruments.ts';
import { committeeEndsAt } from '../../domain/pact/committee-term.ts';
import { PERMISSIONS, type Petitioner, type Rule, TEAM_ROLE } from '../../domain/permissions.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { judgeStage } from '../../domain/requirements/requirements.ts';
import type { RosterRecord } from '../../domain/roster/roster-entry.ts';
import type { Head } from '../../domain/state.ts';
import type { Instant } from '../../events/shapes.ts';
import { ROLES, type Role } from '../../events/vocabulary.ts';
import type { Asking, CaseFile } from '../support/case-file.ts';
import { after } from '../support/cast.ts';
import { enrolled } from '../support/roster.ts';
import { type Dice, one } from './dice.ts';
import { nextOfDocuments } from './random-documents.ts';
import { inputFor } from './random-inputs.ts';

const people = (role: Role, name: string, count: number): readonly Petitioner[] =>
  Array.from({ length: count }, (_, index) => ({ person: `${name}-${index + 1}`, roles: [role] }));

/** The cast, and others like them. */
const PEOPLE: readonly Petitioner[] = [
  ...people('coordinator', 'coordinator', 1),
  ...people('witness', 'witness', 8),
  ...people('member', 'member', 8),
  ...people('contracting-authority', 'authority', 2),
  ...people('bidder-representative', 'bidder', 2),
  ...people('control-authority', 'control', 3),
  ...people('assessor', 'assessor', 1),
  ...people('auditor', 'auditor', 1),
  ...people('administrator', 'administrator', 1),
  ...people('public', 'somebody', 1),
  ...people('system', 'system', 1),
];

const NAMES = Object.keys(COMMANDS) as readonly CaseCommandName[];
const HOURS_MAX = 6;
const DAYS_MAX = 40;
const MS_PER_HOUR = 3_600_000;

/** What a team does day by day, and what happens around it. */
const EVERY_DAY: readonly CaseCommandName[] = [
  'file-observation',
  'file-observation',
  'notify-finding',
  'escalate-findings',
  'schedule-act',
  'attend-act',
  'propose-member',
  'announce-draw',
  'accept-appointment',
  'sign-declaration',
  'call-alternate',
  'call-alternate',
];

/** What a draw goes on with once it is announced. */
const DRAWING: readonly CaseCommandName[] = [
  'commit-to-draw',
  'reveal-for-draw',
  'lapse-reveal',
  'record-beacon-value',
  'draw-lots',
  'call-alternate',
];

/** What becomes of an observation. */
const OF_OBSERVATIONS: readonly CaseCommandName[] = [
  'correct-observation',
  'withdraw-observation',
  'extend-embargo',
  'extend-embargo',
  'end-embargo',
  'end-embargo',
  'propose-release',
  'release-observation',
];

/** How an authority goes about an escalation. */
const ESCALATED: readonly CaseCommandName[] = ['record-delivery', 'acknowledge-escalation', 'begin-review'];

/** What follows on an escalation that was answered, or left unanswered. */
const FURTHER: readonly CaseCommandName[] = [
  'escalate-further',
  'decline-next-tier',
  'lapse-escalation',
  'revise-answer',
  'answer-escalation',
  'record-proceeding',
  'move-proceeding',
];

/** What is asked and answered. */
const IN_DIALOGUE: readonly CaseCommandName[] = [
  'ask-question',
  'answer-question',
  'answer-question',
  'ask-team',
  'ask-team',
  'answer-authority-question',
  'answer-authority-question',
  'lapse-answer',
];

/** What citizens tell, and what becomes of it. */
const OF_TIPS: readonly CaseCommandName[] = [
  'send-tip',
  'add-to-tip',
  'answer-tip',
  'lapse-tip-answer',
  'make-tip-lead',
];

/** What is handed in, and what becomes of it. */
const OF_DOCUMENTS: readonly CaseCommandName[] = [
  'declare-document',
  'declare-document',
  'record-arrival',
  'accept-document',
  'refuse-document',
  'lapse-upload',
  'record-reading',
  'record-bundling',
  'record-reading',
];

/** What becomes of a committee once it is constituted. */
const COMMITTEE: readonly CaseCommandName[] = ['end-committee-term', 'extend-committee', 'dissolve-committee'];

/** What follows on something that was begun. */
const FOLLOW_UPS: readonly CaseCommandName[] = [
  'record-accreditation-change',
  'lapse-accreditation',
  'reply-to-finding',
  'lapse-reply',
  'lapse-escalation',
  'lapse-proposal',
  'raise-inactivity',
  'remind-term',
  'decline-appointment',
  'call-alternate',
  ...DRAWING,
  'reason-non-escalation',
  'raise-escalation-overdue',
  'raise-escalation-overdue',
  'record-delivery',
  'acknowledge-escalation',
  'begin-review',
  'deposit-pact-text',
  'answer-escalation',
  'report-pact-breach',
  'answer-pact-breach',
  'lapse-breach-answer',
  'rule-on-pact-breach',
  'record-act-held',
  'reschedule-act',
  'correct-account-of-act',
  'correct-award',
  'plan-visit',
  'reschedule-visit',
  'settle-visit',
  'record-amendment',
  'review-amendment',
  'follow-up-recommendation',
  'follow-up-recommendation',
  'respond-to-recommendation',
  'lapse-recommendation',
  'check-sustained',
  'claim-participation',
  'assess-factor',
];

/** What sends a case back or ends it: done seldom, or no walk would come far. */
const SETBACKS: readonly CaseCommandName[] = [
  'end-process',
  'leave-team',
  'redraft-report',
  'cancel-act',
  'withdraw-liaison',
  'dissolve-committee',
];

/**
 * The next command of a walk. Half of them lead on: they do something that is missing to leave the stage. Others are anything that
 * somebody might do, by somebody who might, and some are nonsense.
 */
export const randomCommand = (file: CaseFile, dice: Dice): Asking => {
  const { head } = file.state;
  if (head === undefined) throw new Error('A walk begins with an open case.');
  const hours = dice.roll(HOURS_MAX) + (dice.roll(12) === 0 ? 24 * dice.roll(DAYS_MAX) : 0);
  const later = after(file.now, hours * MS_PER_HOUR);
  const ending = endingOf(file, head, dice);
  const now = ending !== undefined && ending.at > later ? ending.at : later;
  const name = ending?.name ?? nextOfDocuments(file, dice) ?? nameFor({ file, head, now, dice });
  const petitioner = dice.roll(12) === 0 ? somebody(dice) : fitting(name, head, dice);
  const input = inputFor(name, { file, head, petitioner, now, dice });
  const roster = someRoster(now);
  return { name, petitioner, now, roster, input: dice.roll(12) === 0 ? spoiled(input, dice) : input };
};

/**
 * The second of each kind is accredited for five days more, and suspended in some hours of the day; the third always is accredited, and
 * works for a company that may bid.
 */
const someRoster = (now: Instant): readonly RosterRecord[] => {
  const validTo = after(now, 5 * 24 * MS_PER_HOUR).slice(0, 10);
  const suspended = Number(now.slice(11, 13)) % 8 === 0;
  return ['witness', 'member'].flatMap((name) => [
    enrolled(`${name}-2`, { validTo, suspended }),
    enrolled(`${name}-3`, { validTo: '2099-12-31', interests: [{ kind: 'employer', name: 'Cerro Azul 3' }] }),
  ]);
};

/** What is far ahead and comes by the clock alone: now and then a walk waits for it. */
const endingOf = (
  file: CaseFile,
  head: Head,
  dice: Dice,
): { readonly name: CaseCommandName; readonly at: Instant } | undefined => {
  const embargo = embargoEnd(file);
  if (embargo !== undefined && dice.roll(8) === 0) return { name: 'end-embargo', at: embargo };
  const unanswered = answerEnd(file);
  if (unanswered !== undefined && dice.roll(60) === 0) return { name: 'lapse-escalation', at: unanswered };
  const { sustained } = head;
  if (sustained !== undefined && !sustained.settled && dice.roll(12) === 0) {
    return { name: one(['raise-sustained-check', 'check-sustained'], dice), at: sustained.dueAt };
  }
  const { startedAt, months, termEnded } = head.committee ?? {};
  if (startedAt === undefined || months === undefined || termEnded === true || dice.roll(90) > 0) return undefined;
  const situation = { head, profile: profileOf(head.profile), now: file.now };
  return { name: 'end-committee-term', at: committeeEndsAt(situation, { startedAt, months }) };
};

/** When the last embargo ends that was extended beyond the award, if nobody has recorded that. */
const embargoEnd = ({ state }: CaseFile): Instant | undefined =>
  (state.head?.award ?? state.head?.ending) === undefined
    ? undefined
    : [...state.subjects.values()]
        .flatMap((subject) =>
          subject.kind === 'observation' && subject.embargoEndedAt === undefined ? [subject.embargoUntil] : [],
        )
        .filter((until) => until !== undefined)
        .toSorted()
        .at(-1);

/** When the last authority should have answered that did not, if that is not on record. */
const answerEnd = ({ state }: CaseFile): Instant | undefined =>
  [...state.subjects.values()]
    .flatMap((subject) =>
      subject.kind === 'escalation' && subject.answeredIn === undefined && !subject.lapsed ? [subject.answerDueAt] : [],
    )
    .toSorted()
    .at(-1);

interface Moment {
  readonly file: CaseFile;
  readonly head: Head;
  readonly now: Instant;
  readonly dice: Dice;
}

const nameFor = (moment: Moment): CaseCommandName => {
  const name = anyName(moment);
  return SETBACKS.includes(name) && moment.dice.roll(4) > 0 ? leadingOn(moment) : name;
};

/** Whether another authority is proposed after an escalation. */
const isAnyProposed = ({ state }: CaseFile): boolean =>
  [...state.subjects.values()].some((subject) => subject.kind === 'escalation' && isProposalOpen(subject));

const anyName = (moment: Moment): CaseCommandName => {
  const { dice, head, file } = moment;
  // The hours of a draw pass while a walk does other things: now and then it keeps to them.
  if (head.drawUnderWay !== undefined && dice.roll(2) === 0) return one(DRAWING, dice);
  if (dice.roll(14) === 0) return one(OF_OBSERVATIONS, dice);
  if (dice.roll(18) === 0) return one(IN_DIALOGUE, dice);
  if (dice.roll(24) === 0) return one(OF_TIPS, dice);
  if (dice.roll(20) === 0) return one(OF_DOCUMENTS, dice);
  if (head.escalationsUnanswered.open > 0 && dice.roll(16) === 0) return one(ESCALATED, dice);
  if (isAnyProposed(file) && dice.roll(6) === 0) return one(['escalate-further', 'decline-next-tier'], dice);
  if ((head.numbers['escalation'] ?? 0) > 0 && dice.roll(14) === 0) return one(FURTHER, dice);
  if (head.committee !== undefined && dice.roll(12) === 0) return one(COMMITTEE, dice);
  if (head.visitsOpen.open > 0 && dice.roll(10) === 0) return one(['reschedule-visit', 'settle-visit'], dice);
  const mood = dice.roll(20);
  if (mood < 9) return leadingOn(moment);
  if (mood < 13) return one(EVERY_DAY, dice);
  return one(mood < 17 ? FOLLOW_UPS : NAMES, dice);
};

const leadingOn = ({ head, now, dice }: Moment): CaseCommandName => {
  if (head.condition === 'suspended') return one(['resume-case', 'resume-case', 'end-process', ...FOLLOW_UPS], dice);
  const instrument = INSTRUMENT[head.instrument];
  const unmet = judgeStage({ head, instrument, profile: profileOf(head.profile), now }).filter(({ met }) => !met);
  if (unmet.length === 0) return head.stage === 'closed' ? one(NAMES, dice) : 'advance-stage';
  const { operations } = dice.roll(2) === 0 ? one(unmet, dice) : (unmet[0] ?? one(unmet, dice));
  const operation = one(operations, dice);
  return operation === 'open-case' ? 'advance-stage' : operation;
};

const somebody = (dice: Dice): Petitioner => {
  const { person, roles } = one(PEOPLE, dice);
  return { person, roles: dice.roll(2) === 0 ? roles : [...roles, one(ROLES, dice)] };
};

/** Somebody whom the table of permissions lets do it, if there is one. */
const fitting = (name: CaseCommandName, head: Head, dice: Dice): Petitioner => {
  const { grants }: Rule = PERMISSIONS[name];
  const able = grants.flatMap((grant) => whoHas(grant, head).map((person) => ({ person, roles: [grant.role] })));
  return able.length === 0 ? one(PEOPLE, dice) : one(able, dice);
};

const whoHas = ({ role, relation }: Rule['grants'][number], head: Head): readonly string[] => {
  const inRole = PEOPLE.filter(({ roles }) => roles.includes(role)).map(({ person }) => person);
  if (relation === 'anybody-in-role') return inRole;
  if (relation === 'accredited')
    return head.liaisons.map(({ person }) => person).filter((person) => inRole.includes(person));
  const standing = relation === 'proposed' ? 'proposed' : 'accepted';
  const team = head.team.filter((member) => member.standing === standing).map(({ person }) => person);
  return role === TEAM_ROLE[head.instrument] ? team : [];
};

const NONSENSE: readonly unknown[] = [
  null,
  '',
  ' ',
  -1,
  [],
  {},
  'constructor',
  '__proto__',
  'a\ud800',
  '2026-02-30T00:00:00Z',
];

/** The same input with one field gone, added, or holding something else. */
const spoiled = (input: object, dice: Dice): unknown => {
  const fields = Object.keys(input);
  const field = fields.length === 0 ? 'more' : one([...fields, 'more'], dice);
  const { [field]: _, ...others } = input as Record<string, unknown>;
  return dice.roll(4) === 0 ? others : { ...others, [field]: one(NONSENSE, dice) };
};
