import type { LiaisonKind, Role, Stage } from '../events/vocabulary.ts';
import { type Refusal, type RefusalWord, refuse } from './refusals.ts';
import type { Head, Member } from './state.ts';

/**
 * How somebody stands to a case, beyond the role of the token. Who is in office and unimpeded declared to have no conflict in this
 * process, and no impediment stands.
 */
export type Relation = 'anybody-in-role' | 'proposed' | 'in-office' | 'in-office-unimpeded' | 'accredited';

interface Grant {
  readonly role: Role;
  readonly relation: Relation;
}

/** Who may do an operation, and in which phase of the case. Whatever stands in no rule is denied. */
export interface Rule {
  readonly grants: readonly Grant[];
  readonly stages: readonly Stage[];
  readonly whileSuspended: boolean;
}

const by = (relation: Relation, ...roles: Role[]): readonly Grant[] => roles.map((role) => ({ role, relation }));
const coordinator = by('anybody-in-role', 'coordinator');
const team = by('in-office', 'witness', 'member');
const unimpededTeam = by('in-office-unimpeded', 'witness', 'member');
const proposed = by('proposed', 'witness', 'member');
const authority = by('accredited', 'contracting-authority');
const bidder = by('accredited', 'bidder-representative');
const control = by('accredited', 'control-authority');
const drawParties = [...coordinator, ...authority, ...bidder, ...control];
const system = by('anybody-in-role', 'system');
const administrator = by('anybody-in-role', 'administrator');

const APPOINTMENT: readonly Stage[] = ['appointment'];
const BEFORE_REPORT: readonly Stage[] = [
  'appointment',
  'tender-observation',
  'award-review',
  'implementation-monitoring',
];
const WATCHING: readonly Stage[] = ['tender-observation', 'award-review', 'implementation-monitoring'];
const AFTER_APPOINTMENT: readonly Stage[] = [...WATCHING, 'final-report'];
const OPEN: readonly Stage[] = [...BEFORE_REPORT, 'final-report'];
const EVER: readonly Stage[] = [...OPEN, 'closed'];
const AFTER_AWARD_BEGAN: readonly Stage[] = ['award-review', 'implementation-monitoring'];

const rule = (grants: readonly Grant[], stages: readonly Stage[], whileSuspended = false): Rule => ({
  grants,
  stages,
  whileSuspended,
});

/** The one table of who may do what to a case, and when (rulebook, section 11). */
export const PERMISSIONS = {
  'open-case': rule(coordinator, []),
  'advance-stage': rule(coordinator, OPEN),
  'suspend-case': rule(coordinator, BEFORE_REPORT),
  'resume-case': rule(coordinator, BEFORE_REPORT, true),
  'end-process': rule(coordinator, BEFORE_REPORT, true),
  // The official data change when they change: what they say is no act of the case, and waits for no clock of it.
  'refresh-process': rule(coordinator, OPEN, true),

  'propose-member': rule(coordinator, OPEN),
  'announce-draw': rule(coordinator, OPEN),
  // The hours of a draw are appointments with a beacon that waits for nobody: they go on while a case is suspended.
  'commit-to-draw': rule(drawParties, OPEN, true),
  'reveal-for-draw': rule(drawParties, OPEN, true),
  'lapse-reveal': rule(system, OPEN, true),
  'record-beacon-value': rule(coordinator, OPEN, true),
  'draw-lots': rule(coordinator, OPEN),
  'call-alternate': rule(coordinator, OPEN),
  'accept-appointment': rule(proposed, OPEN),
  'decline-appointment': rule(proposed, OPEN),
  'lapse-proposal': rule(system, EVER),
  // Neither a death nor a resignation waits for a court.
  'leave-team': rule([...coordinator, ...team], OPEN, true),
  'sign-declaration': rule(team, OPEN),
  'rule-on-impediment': rule(coordinator, OPEN),
  'elect-officer': rule(by('in-office', 'member'), OPEN),
  'accredit-liaison': rule(coordinator, EVER, true),
  'withdraw-liaison': rule(coordinator, EVER, true),

  'deposit-pact-text': rule([...coordinator, ...authority], ['appointment', 'tender-observation']),
  'sign-pact-for-authority': rule(authority, OPEN),
  'register-bidder': rule([...coordinator, ...team], BEFORE_REPORT),
  'sign-pact-for-bidder': rule(bidder, BEFORE_REPORT),
  'refuse-pact-for-bidder': rule([...bidder, ...coordinator], BEFORE_REPORT),
  'report-pact-breach': rule(unimpededTeam, AFTER_APPOINTMENT),
  'answer-pact-breach': rule([...authority, ...bidder], AFTER_APPOINTMENT),
  'lapse-breach-answer': rule(system, EVER),
  'rule-on-pact-breach': rule(coordinator, AFTER_APPOINTMENT),
  'constitute-committee': rule(by('in-office', 'member'), APPOINTMENT),
  'end-committee-term': rule(system, BEFORE_REPORT),
  'extend-committee': rule(by('in-office-unimpeded', 'member'), BEFORE_REPORT),
  'dissolve-committee': rule([...coordinator, ...by('in-office-unimpeded', 'member')], WATCHING, true),

  'schedule-act': rule([...coordinator, ...team, ...authority], BEFORE_REPORT),
  // Who stopped a tender moves its acts: that does not wait until it goes on.
  'reschedule-act': rule([...coordinator, ...unimpededTeam, ...authority], BEFORE_REPORT, true),
  'cancel-act': rule([...coordinator, ...authority], BEFORE_REPORT, true),
  'record-act-held': rule([...coordinator, ...unimpededTeam, ...authority], OPEN),
  'attend-act': rule(unimpededTeam, AFTER_APPOINTMENT),
  'account-for-absence': rule(unimpededTeam, AFTER_APPOINTMENT),
  'correct-account-of-act': rule(unimpededTeam, AFTER_APPOINTMENT),
  'check-document-access': rule(unimpededTeam, AFTER_APPOINTMENT),

  // A committee that was dissolved before the award left its observations sealed until there is one.
  'record-award': rule([...coordinator, ...authority], ['award-review', 'final-report', 'closed']),
  'correct-award': rule([...coordinator, ...authority], ['award-review']),
  'dismiss-flag': rule(unimpededTeam, AFTER_APPOINTMENT),
  'turn-flag-into-finding': rule(unimpededTeam, AFTER_APPOINTMENT),
  'record-contract-signature': rule([...coordinator, ...authority], AFTER_AWARD_BEGAN),
  'record-amendment': rule([...coordinator, ...team, ...authority], ['implementation-monitoring']),
  'review-amendment': rule(unimpededTeam, ['implementation-monitoring']),
  'plan-visit': rule(unimpededTeam, ['implementation-monitoring']),
  'reschedule-visit': rule(unimpededTeam, ['implementation-monitoring']),
  'settle-visit': rule(unimpededTeam, ['implementation-monitoring']),
  'record-contract-end': rule([...coordinator, ...authority], ['implementation-monitoring']),

  'file-observation': rule(unimpededTeam, AFTER_APPOINTMENT),
  'correct-observation': rule(unimpededTeam, AFTER_APPOINTMENT),
  'withdraw-observation': rule(unimpededTeam, AFTER_APPOINTMENT),
  'extend-embargo': rule([...unimpededTeam, ...coordinator], AFTER_APPOINTMENT),
  // An end that stands as a date is no clock of the case: it comes while the case is suspended or closed as well.
  'end-embargo': rule(system, EVER, true),
  'propose-release': rule(unimpededTeam, AFTER_APPOINTMENT),
  'release-observation': rule(coordinator, [...AFTER_APPOINTMENT, 'closed']),
  'notify-finding': rule(unimpededTeam, AFTER_APPOINTMENT),
  'reply-to-finding': rule(authority, [...AFTER_APPOINTMENT, 'closed']),
  'lapse-reply': rule(system, EVER),

  'ask-question': rule(unimpededTeam, AFTER_APPOINTMENT),
  'answer-question': rule(authority, [...AFTER_APPOINTMENT, 'closed']),
  'ask-team': rule(authority, AFTER_APPOINTMENT),
  'answer-authority-question': rule(unimpededTeam, AFTER_APPOINTMENT),
  'lapse-answer': rule(system, EVER),

  'escalate-findings': rule(unimpededTeam, AFTER_APPOINTMENT),
  'reason-non-escalation': rule(unimpededTeam, AFTER_APPOINTMENT),
  // What an authority leaves unanswered after the case is closed is still worth its next tier, by whoever is left to see to it.
  'escalate-further': rule([...unimpededTeam, ...coordinator], [...AFTER_APPOINTMENT, 'closed']),
  'decline-next-tier': rule([...unimpededTeam, ...coordinator], [...AFTER_APPOINTMENT, 'closed']),
  'raise-escalation-overdue': rule(system, AFTER_APPOINTMENT),
  'record-delivery': rule([...system, ...coordinator], EVER, true),
  'acknowledge-escalation': rule(control, EVER, true),
  'begin-review': rule(control, EVER, true),
  'answer-escalation': rule(control, EVER, true),
  'revise-answer': rule(control, EVER, true),
  'lapse-escalation': rule(system, EVER),
  // What follows from findings waits for no clock of the case.
  'record-proceeding': rule([...control, ...coordinator], [...AFTER_APPOINTMENT, 'closed'], true),
  'move-proceeding': rule([...control, ...coordinator], [...AFTER_APPOINTMENT, 'closed'], true),

  'draft-report': rule(unimpededTeam, AFTER_APPOINTMENT),
  'redraft-report': rule(unimpededTeam, AFTER_APPOINTMENT),
  'send-report-for-reply': rule(unimpededTeam, AFTER_APPOINTMENT),
  'comment-on-report': rule(authority, AFTER_APPOINTMENT),
  // Which of the two an instrument asks for is told by name to the whole team.
  'sign-report': rule(unimpededTeam, AFTER_APPOINTMENT),
  'vote-on-report': rule(unimpededTeam, AFTER_APPOINTMENT),
  'publish-report': rule([...unimpededTeam, ...coordinator], AFTER_APPOINTMENT),
  // A recommendation is taken up, or not, long after the case is closed.
  'follow-up-recommendation': rule([...unimpededTeam, ...coordinator], [...AFTER_APPOINTMENT, 'closed'], true),
  'respond-to-recommendation': rule([...authority, ...control], [...AFTER_APPOINTMENT, 'closed'], true),
  'lapse-recommendation': rule(system, EVER, true),
  'raise-inactivity': rule(system, AFTER_APPOINTMENT),
  'remind-term': rule(system, EVER),
  'code-dimension': rule(by('anybody-in-role', 'assessor'), ['final-report', 'closed'], true),
  'assess-factor': rule(by('anybody-in-role', 'assessor'), ['final-report', 'closed'], true),
  'claim-participation': rule(coordinator, EVER, true),
  'check-sustained': rule([...coordinator, ...unimpededTeam], ['closed']),
  'raise-sustained-check': rule(system, ['closed']),

  // Anybody at all, without a token: whoever asks without one comes in the role of the public.
  'send-tip': rule(by('anybody-in-role', 'public'), OPEN, true),
  'add-to-tip': rule(by('anybody-in-role', 'public'), EVER, true),
  'answer-tip': rule(coordinator, EVER, true),
  'lapse-tip-answer': rule(system, EVER),
  'make-tip-lead': rule(coordinator, OPEN, true),

  // Which purpose whom: domain/documents/purposes.ts. What proves something waits for no clock of the case.
  'declare-document': rule(
    [...coordinator, ...unimpededTeam, ...authority, ...by('anybody-in-role', 'public')],
    EVER,
    true,
  ),
  'record-arrival': rule(system, EVER, true),
  'accept-document': rule(system, EVER, true),
  'refuse-document': rule(system, EVER, true),
  'lapse-upload': rule(system, EVER, true),
  'record-reading': rule(system, EVER, true),
  'record-bundling': rule(system, EVER, true),
  'record-accreditation-change': rule(system, OPEN, true),
  'lapse-accreditation': rule(system, OPEN, true),

  // The roster belongs to no case. Who chooses teams does not make people eligible; whoever sees a danger can stop it at once.
  'add-roster-entry': rule(administrator, []),
  'correct-roster-entry': rule(administrator, []),
  'grant-accreditation': rule(administrator, []),
  'renew-accreditation': rule(administrator, []),
  'suspend-accreditation': rule([...administrator, ...coordinator], []),
  'reinstate-accreditation': rule(administrator, []),
  'remove-accreditation': rule(administrator, []),
  'import-roster-entry': rule(administrator, []),

  // Nor who may sign in, and in which roles: only who keeps the house says so, and never of themself.
  'add-person': rule(administrator, []),
  'give-role': rule(administrator, []),
  'take-role': rule(administrator, []),
  'suspend-person': rule(administrator, []),
  'restore-person': rule(administrator, []),

  // Nor does the registry of contracting processes: whoever opens cases says what there is to watch.
  'import-processes': rule(coordinator, []),
} as const satisfies Readonly<Record<string, Rule>>;

export type OperationName = keyof typeof PERMISSIONS;

/** What is done to an entry of the roster: it belongs to no case. */
export type RosterOperation = Extract<OperationName, `${string}-roster-entry`> | AccreditationRuling;
type AccreditationRuling = `${'grant' | 'renew' | 'suspend' | 'reinstate' | 'remove'}-accreditation`;

/** What is done about who may sign in, and in which roles. */
export type PersonOperation = Extract<OperationName, `${string}-person` | `${string}-role`>;

/** What is done to the registry of contracting processes. */
export type RegistryOperation = 'import-processes';

/** Who asks: a pseudonymous person with the roles of the token. */
export interface Petitioner {
  readonly person: string;
  readonly roles: readonly Role[];
}

const ACCREDITED_AS: Partial<Record<Role, LiaisonKind>> = {
  'contracting-authority': 'contracting-authority',
  'bidder-representative': 'bidder',
  'control-authority': 'control-authority',
};

/** The roles whose people make up the team, by instrument: a witness of a pact does nothing in a committee's case. */
export const TEAM_ROLE = { 'integrity-pact': 'witness', 'oversight-committee': 'member' } as const;

const memberOf = (head: Head, person: string): Member | undefined =>
  head.team.find((member) => member.person === person);

const holds = ({ role, relation }: Grant, petitioner: Petitioner, head: Head | undefined): boolean => {
  if (!petitioner.roles.includes(role)) return false;
  if (relation === 'anybody-in-role') return true;
  if (head === undefined) return false;
  if (relation === 'accredited') {
    return head.liaisons.some(({ person, kind }) => person === petitioner.person && kind === ACCREDITED_AS[role]);
  }
  if (role !== TEAM_ROLE[head.instrument]) return false;
  const member = memberOf(head, petitioner.person);
  return relation === 'proposed' ? member?.standing === 'proposed' : member?.standing === 'accepted';
};

/** What keeps somebody in office from taking part, where the rule asks for an unimpeded member. */
const impedimentOf = (grant: Grant, petitioner: Petitioner, head: Head | undefined): RefusalWord | undefined => {
  if (grant.relation !== 'in-office-unimpeded' || head === undefined) return undefined;
  const member = memberOf(head, petitioner.person);
  if (member?.declared === false) return 'declaration-missing';
  if (member?.impeded === true) return 'impediment-standing';
  if (member?.accreditation === undefined) return undefined;
  return member.accreditation === 'lapsed' ? 'accreditation-lapsed' : 'accreditation-not-active';
};

/**
 * Asks the table. The answer is the role in which the petitioner acts, or the refusal: the phase is told only to those whom the table
 * knows for the operation.
 */
export const authorise = (
  operation: OperationName,
  petitioner: Petitioner,
  head: Head | undefined,
): { role: Role } | { refusal: Refusal } => {
  const { grants, stages, whileSuspended }: Rule = PERMISSIONS[operation];
  const grant = grants.find((candidate) => holds(candidate, petitioner, head));
  if (grant === undefined) return refuse('not-permitted', { operation });
  if (head !== undefined && !stages.includes(head.stage)) {
    return refuse('wrong-stage', { stage: head.stage, allowedIn: stages });
  }
  if (head?.condition === 'suspended' && !whileSuspended) return refuse('case-suspended');
  const impediment = impedimentOf(grant, petitioner, head);
  return impediment === undefined ? { role: grant.role } : refuse(impediment);
};

const isOperation = (name: string): name is OperationName => Object.hasOwn(PERMISSIONS, name);

/** Everything that the table lets somebody do in a case now; what the case itself says to it is another matter. */
export const operationsFor = (petitioner: Petitioner, head: Head): readonly OperationName[] =>
  Object.keys(PERMISSIONS)
    .filter(isOperation)
    .filter((operation) => 'role' in authorise(operation, petitioner, head));
