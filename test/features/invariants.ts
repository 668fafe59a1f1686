import { isDeepStrictEqual } from 'node:util';
import { quorumOf } from '../../domain/acts/account-for-act.ts';
import type { EntryWithContent } from '../../domain/case.ts';
import { OUTCOME_RULES } from '../../domain/escalations/outcomes.ts';
import { INSTRUMENT } from '../../domain/instruments/instruments.ts';
import { sealOf } from '../../domain/observations/seal.ts';
import { PERMISSIONS, type Rule, TEAM_ROLE } from '../../domain/permissions.ts';
import { mayReadContent, thingsBehind } from '../../domain/reading/event-contents.ts';
import {
  HEAD_BYTES_MAX,
  type Head,
  headSchema,
  type Subject,
  type SubjectKind,
  type SubjectOf,
  type Subjects,
  subjectSchema,
} from '../../domain/state.ts';
import { NOTHING_OPEN, type Tally } from '../../domain/tally.ts';
import type { Instant } from '../../events/shapes.ts';
import { type EscalationOutcome, STAGES, type Stage } from '../../events/vocabulary.ts';
import { type Asking, type CaseFile, recordAll } from '../support/case-file.ts';
import { ofKind } from './of-kind.ts';
import { documentFlaws } from './random-documents.ts';
import { textFlaws } from './text-invariants.ts';
import { tipFlaws } from './tip-invariants.ts';
import { dialogueFlaws, versionFlaws } from './version-invariants.ts';

/** What must hold of every case, whatever was done to it. Each rule says what is wrong, in words; nothing when all is well. */

export const headOf = ({ state }: CaseFile): Head => {
  if (state.head === undefined) throw new Error('A case has a head.');
  return state.head;
};

export const headBytes = (file: CaseFile): number => Buffer.byteLength(JSON.stringify(headOf(file)));

const idsOf = (subjects: readonly Subject[]): readonly string[] => subjects.map(({ id }) => id);

/** Everything wrong with a case as it stands. `known` has the things that were looked at before. */
export const flawsOf = (file: CaseFile, known: Subjects = new Map()): readonly string[] => [
  ...sizeFlaws(file),
  ...shapeFlaws(file, known),
  ...tallyFlaws(file),
  ...numberFlaws(file),
  ...reportFlaws(file),
  ...versionFlaws(file),
  ...dialogueFlaws(file),
  ...escalationFlaws(file),
  ...teamFlaws(file),
];

/** Who watches over a case acts in it for nobody else. */
const teamFlaws = (file: CaseFile): readonly string[] => {
  const { team, liaisons } = headOf(file);
  return team
    .filter(({ person, standing }) => standing === 'accepted' && liaisons.some((liaison) => liaison.person === person))
    .map(({ person }) => `${person} is of the team and acts for an institution`);
};

const sizeFlaws = (file: CaseFile): readonly string[] => {
  const bytes = headBytes(file);
  return bytes > HEAD_BYTES_MAX ? [`the head has ${bytes} bytes`] : [];
};

const shapeFlaws = (file: CaseFile, known: Subjects): readonly string[] => {
  const head = headOf(file);
  const changed = [...file.state.subjects].filter(([id, subject]) => known.get(id) !== subject);
  return [
    ...(sameAfterJson(headSchema, head) ? [] : ['the head breaks its schema']),
    ...changed.filter(([, subject]) => !sameAfterJson(subjectSchema, subject)).map(([id]) => `${id} breaks its schema`),
    ...changed.filter(([id, subject]) => id !== subject.id).map(([id]) => `${id} is kept under another name`),
  ];
};

const sameAfterJson = (schema: { safeParse: (value: unknown) => { data?: unknown } }, value: unknown): boolean =>
  isDeepStrictEqual(schema.safeParse(JSON.parse(JSON.stringify(value))).data, value);

const isWeighty = ({ type, severity }: SubjectOf<'observation'>): boolean =>
  type === 'finding' && (severity === 'serious' || severity === 'grave');

/** What each tally of the head must count, told by the things of the case themselves. */
const openThings = ({ state: { subjects } }: CaseFile): Readonly<Record<string, readonly string[]>> => {
  const observations = ofKind(subjects, 'observation');
  return {
    biddersAwaited: ofKind(subjects, 'bidders').flatMap(({ bidders }) =>
      Object.entries(bidders).flatMap(([id, { signature }]) => (signature === 'awaited' ? [id] : [])),
    ),
    flagsUnanswered: idsOf(ofKind(subjects, 'flag').filter(({ answer }) => answer === undefined)),
    findingsUnput: idsOf(
      observations.filter(
        (one) =>
          isWeighty(one) &&
          one.notifiedAt === undefined &&
          one.escalations.length === 0 &&
          one.withdrawnAt === undefined,
      ),
    ),
    graveUnescalated: idsOf(
      observations.filter(
        (one) =>
          isWeighty(one) && one.severity === 'grave' && !one.escalationAccounted && one.withdrawnAt === undefined,
      ),
    ),
    escalationsOverdue: idsOf(
      observations.filter(
        (one) =>
          isWeighty(one) &&
          one.severity === 'grave' &&
          !one.escalationAccounted &&
          one.withdrawnAt === undefined &&
          one.escalationOverdueAt !== undefined,
      ),
    ),
    escalationsUnanswered: idsOf(ofKind(subjects, 'escalation').filter(({ answeredIn }) => answeredIn === undefined)),
    amendmentsUnreviewed: idsOf(ofKind(subjects, 'amendment').filter(({ reviewed }) => !reviewed)),
    breachesUnruled: idsOf(ofKind(subjects, 'breach').filter(({ consequence }) => consequence === undefined)),
    visitsOpen: idsOf(ofKind(subjects, 'visit').filter(({ outcome }) => outcome === undefined)),
  };
};

const tallyFlaws = (file: CaseFile): readonly string[] => {
  const head = headOf(file);
  const acts = ofKind(file.state.subjects, 'act');
  const tallies: Readonly<Record<string, unknown>> = head;
  return [
    ...Object.entries(openThings(file)).flatMap(([name, open]) =>
      tallyFlaw(name, (tallies[name] ?? NOTHING_OPEN) as Tally, open),
    ),
    ...tallyFlaw(
      'unanswered tips',
      head.tips?.unanswered ?? NOTHING_OPEN,
      idsOf(ofKind(file.state.subjects, 'tip').filter(({ answer }) => answer === undefined)),
    ),
    ...STAGES.flatMap((stage) => actsFlaws(head, stage, acts)),
  ];
};

const tallyFlaw = (name: string, counted: Tally, open: readonly string[]): readonly string[] => [
  ...(counted.open === open.length ? [] : [`${name} counts ${counted.open}, open are ${open.length}`]),
  ...counted.named.filter((id) => !open.includes(id)).map((id) => `${name} names ${id}, which is not open`),
];

const actsFlaws = (head: Head, stage: Stage, all: readonly SubjectOf<'act'>[]): readonly string[] => {
  const acts = all.filter((act) => act.stage === stage);
  const counted = head.acts[stage];
  if (counted === undefined) return acts.length === 0 ? [] : [`no acts are counted in ${stage}`];
  const as = (accounted: string) => idsOf(acts.filter((act) => act.accounted === accounted));
  return [
    ...tallyFlaw(`acts of ${stage}`, counted.awaited, as('awaited')),
    ...(['attended', 'missed', 'obstructed'] as const)
      .filter((accounted) => counted[accounted] !== as(accounted).length)
      .map((accounted) => `acts ${accounted} in ${stage} are miscounted`),
  ];
};

/** Things of which a case has one, not numbered ones. */
const LISTS: readonly SubjectKind[] = [
  'bidders',
  'process',
  'parties',
  'interests',
  'departures',
  'shelf',
  'uploads',
  'assessment',
];

const numberFlaws = (file: CaseFile): readonly string[] => {
  const { subjects } = file.state;
  const bidders = ofKind(subjects, 'bidders').flatMap((list) => Object.keys(list.bidders));
  const ids = [...[...subjects.values()].filter(({ kind }) => !LISTS.includes(kind)).map(({ id }) => id), ...bidders];
  const counted = Object.entries(headOf(file).numbers).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => `${kind}-${index + 1}`),
  );
  return isDeepStrictEqual(new Set(ids), new Set(counted)) ? [] : ['things are not numbered without gaps'];
};

const reportFlaws = (file: CaseFile): readonly string[] => {
  const told = ofKind(file.state.subjects, 'report').map(({ stage, id, state, sentForReplyAt, commentedIn, filed }) => [
    stage,
    {
      report: id,
      state,
      ...(sentForReplyAt && { sentForReplyAt }),
      commented: commentedIn !== undefined,
      ...(filed !== undefined && { filed }),
    },
  ]);
  return isDeepStrictEqual(headOf(file).reports, Object.fromEntries(told))
    ? []
    : ['the head tells another story of the reports'];
};

/**
 * Each tier is asked once about a finding, unless whom it asked lacks the competence; every answer stays on record, in its order; and
 * the remedy of a finding is what the newest answer says that told one.
 */
const escalationFlaws = ({ entries, state: { subjects } }: CaseFile): readonly string[] => {
  const escalations = ofKind(subjects, 'escalation');
  return [
    ...ofKind(subjects, 'observation').flatMap(({ id, escalations: sent }) => {
      const tiers = sent.filter(({ noCompetence }) => noCompetence !== true).map(({ tier }) => tier);
      return new Set(tiers).size === tiers.length ? [] : [`${id} was sent to one tier twice`];
    }),
    ...escalations.flatMap(({ id, answers = [], answeredIn }) => {
      const told = answers.every(({ recordedIn }, index) => {
        const entry = entries[recordedIn - 1];
        if (entry?.type === 'escalation.answered.v1') return index === 0 && entry.data.escalation === id;
        if (entry?.type !== 'escalation.answer-revised.v1') return false;
        return entry.data.escalation === id && entry.data.number === index + 1;
      });
      return told && answers.at(-1)?.recordedIn === answeredIn ? [] : [`the answers of ${id} are not complete`];
    }),
    ...escalations
      .filter(({ proposal }) => proposal?.acceptedAs !== undefined && proposal.declinedIn !== undefined)
      .map(({ id }) => `what is proposed after ${id} was accepted and declined`),
    ...ofKind(subjects, 'observation')
      .filter(({ remedyFrom }) => {
        const from = escalations.find(({ id }) => id === remedyFrom);
        return from !== undefined && OUTCOME_RULES[from.outcome as EscalationOutcome].remedies === 'none';
      })
      .map(({ id }) => `${id} keeps a remedy that its outcome contradicts`),
  ];
};

/** What is sealed is told to nobody outside, through no content of the record. */
export const canaryFlaws = (file: CaseFile, now: Instant): readonly string[] => {
  const head = headOf(file);
  const reading = { reader: { roles: ['public'] as const }, head, now, subjects: file.state.subjects };
  const sealed = ofKind(file.state.subjects, 'observation').filter((one) => sealOf(one, reading) !== 'open');
  const ids = new Set(idsOf(sealed));
  return file.entries
    .filter((entry) => entry.content !== undefined && thingsBehind(entry).some((id) => ids.has(id)))
    .filter((entry) => mayReadContent(entry, reading))
    .map(({ version, type }) => `the public reads ${type} in ${version} before its time`);
};

/** One step of a walk: a case, what was asked of it, and what it recorded. */
export interface StepTaken {
  readonly before: CaseFile;
  readonly after: CaseFile;
  readonly asking: Asking;
}

/** Everything wrong with a step that was taken. */
export const stepFlaws = (step: StepTaken): readonly string[] => [
  ...publishedFlaws(step),
  ...stageFlaws(step),
  ...permissionFlaws(step),
  ...recorded(step).flatMap((entry) => [...factFlaws(entry, step), ...textFlaws(entry)]),
  ...tipFlaws(step),
  ...documentFlaws(step.after),
  ...flawsOf(step.after, step.before.state.subjects),
];

/** A published report is never touched again: neither its text, its votes nor its date. */
const publishedFlaws = ({ before, after }: StepTaken): readonly string[] =>
  ofKind(before.state.subjects, 'report')
    .filter((report) => report.state === 'published' && after.state.subjects.get(report.id) !== report)
    .filter((report) => !isDeepStrictEqual(after.state.subjects.get(report.id), report))
    .map(({ id }) => `${id} was published and changed`);

const recorded = ({ before, after }: StepTaken): readonly EntryWithContent[] =>
  after.entries.slice(before.entries.length);

const stageFlaws = ({ before, after }: StepTaken): readonly string[] => {
  const [from, to] = [headOf(before), headOf(after)];
  const walked = STAGES.indexOf(to.stage) - STAGES.indexOf(from.stage);
  return [
    ...(walked < 0 ? [`the case went back from ${from.stage} to ${to.stage}`] : []),
    ...(to.committee?.dissolved !== undefined &&
    to.committee.dissolved !== from.committee?.dissolved &&
    to.stage !== 'final-report'
      ? ['a dissolved committee went on']
      : []),
    ...(to.ending !== undefined && to.ending !== from.ending && to.stage !== 'final-report'
      ? ['an ended process went on']
      : []),
    ...(to.stage === 'closed' && to.condition === 'suspended' ? ['a closed case is suspended'] : []),
    ...(to.condition === 'suspended' && to.pauses.at(-1)?.to !== undefined
      ? ['a suspended case has no open pause']
      : []),
    ...(to.pauses.filter((pause) => pause.to === undefined).length > (to.condition === 'suspended' ? 1 : 0)
      ? ['a pause is open that should be closed']
      : []),
  ];
};

/** What only a member of the team without an impediment does. */
const FILING =
  /^(file|correct-observation|correct-account|withdraw-observation|propose-release|ask-question|answer-authority|notify|escalate-findings|reason|dismiss|turn|draft|redraft|send-report|sign-report|vote|review|plan|settle)/;

const permissionFlaws = (step: StepTaken): readonly string[] => {
  const { name, petitioner } = step.asking;
  const head = headOf(step.before);
  const { grants, stages, whileSuspended }: Rule = PERMISSIONS[name];
  const roles = new Set(recorded(step).map(({ actor }) => actor.role));
  const member = head.team.find(({ person }) => person === petitioner.person);
  return [
    ...[...roles].flatMap((role) => {
      const relations = grants.filter((grant) => grant.role === role).map(({ relation }) => relation);
      const isTeam = role === TEAM_ROLE[head.instrument];
      const fits = relations.some((relation) => {
        if (relation === 'anybody-in-role') return true;
        if (relation === 'accredited') return head.liaisons.some(({ person }) => person === petitioner.person);
        return isTeam && member?.standing === (relation === 'proposed' ? 'proposed' : 'accepted');
      });
      return fits && petitioner.roles.includes(role) ? [] : [`${petitioner.person} did ${name} as ${role}`];
    }),
    ...(stages.includes(head.stage) ? [] : [`${name} was done in ${head.stage}`]),
    ...(head.condition === 'suspended' && !whileSuspended ? [`${name} was done while suspended`] : []),
    ...(FILING.test(name) && (member === undefined || member.impeded || !member.declared)
      ? [`${name} was done by an impeded member`]
      : []),
  ];
};

/** What a closed case still takes: what arrives late. */
const LATE =
  /^(proposal\.lapsed|question\.answered|answer\.overdue|embargo\.ended|observation\.released|liaison\.(accredited|withdrawn)|finding\.replied|reply\.lapsed|escalation\.(delivered|acknowledged|review-begun|answered|answer-revised|lapsed|sent|next-tier-declined)|proceeding\.(recorded|moved)|dimension\.coded|factor\.assessed|participation\.claimed|sustained\.(fell-due|checked)|award\.recorded|recommendation\.(followed-up|responded|overdue)|term\.reminded|tip\.(added-to|answered|overdue)|document\.(declared|arrived|usable|refused|read|bundled))\.v1$/;

const factFlaws = (entry: EntryWithContent, { before, asking }: StepTaken): readonly string[] => {
  const head = headOf(before);
  const inOffice = head.team.filter(({ standing }) => standing === 'accepted').map(({ person }) => person);
  const flaws = head.stage === 'closed' && !LATE.test(entry.type) ? [`a closed case took ${entry.type}`] : [];
  switch (entry.type) {
    case 'report.voted.v1':
      return inOffice.includes(entry.data.person) && entry.data.person === asking.petitioner.person
        ? flaws
        : [...flaws, `${entry.data.person} voted and is not in office`];
    case 'act.rescheduled.v1':
    case 'act.cancelled.v1': {
      const act = before.state.subjects.get(entry.data.act);
      return act?.kind === 'act' && act.accounted === 'awaited'
        ? flaws
        : [...flaws, `${entry.data.act} was moved or cancelled though nobody waits for it`];
    }
    case 'act.account-corrected.v1':
      return entry.data.to !== 'attended' || (entry.data.present ?? []).length >= (entry.data.quorum ?? 1)
        ? flaws
        : [...flaws, 'an account was corrected to an attendance without its quorum'];
    case 'act.attended.v1':
      return entry.data.present.length >= quorumOf(head) &&
        entry.data.present.every((person) => inOffice.includes(person))
        ? flaws
        : [...flaws, 'an act was attended without its quorum'];
    case 'committee.dissolved.v1':
      return entry.data.decidedBy === 'coordinator' || (entry.data.votesFor ?? 0) * 2 > inOffice.length
        ? flaws
        : [...flaws, 'a committee was dissolved without a majority'];
    case 'report.adopted.v1':
      return entry.data.votesFor > entry.data.votesAgainst &&
        entry.data.votesFor + entry.data.votesAgainst <= inOffice.length
        ? flaws
        : [...flaws, 'a report was adopted without a majority'];
    case 'stage.advanced.v1': {
      const known = INSTRUMENT[head.instrument].stages.map(({ stage }) => stage);
      return known.includes(entry.data.to) && entry.data.from === head.stage
        ? flaws
        : [...flaws, 'the case advanced astray'];
    }
    default:
      return flaws;
  }
};

/** A case folded again from its record is the same case. */
export const refoldFlaws = (file: CaseFile, empty: CaseFile): readonly string[] => {
  const told = file.entries.map(({ recordedAt, actor, type, data, content, observedAt }) => ({
    type,
    data,
    observedAt,
    at: recordedAt,
    by: { person: actor.person, roles: [actor.role] },
    ...(content === undefined ? {} : { content }),
  }));
  const again = recordAll(empty, told as Parameters<typeof recordAll>[1]);
  return isDeepStrictEqual(again.state, file.state) ? [] : ['the record folds to another case'];
};
