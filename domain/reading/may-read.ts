import { type Moment, mayRead, type Reader, sealOf, seesAll } from '../observations/seal.ts';
import { speaksForAccused } from '../pact/breach-at-hand.ts';
import { type SubjectOf, type Subjects, subjectOf } from '../state.ts';

/** Who reads, in a case as it stands now. What is written about sealed observations is read by the rule of the seal alone. */
export interface Reading extends Moment {
  readonly reader: Reader;
}

/** Whether somebody is accredited for an institution in this case and comes in its role. */
const standsFor = (
  { reader, head }: Reading,
  kind: 'contracting-authority' | 'control-authority',
  controlAuthority?: string,
): boolean =>
  reader.roles.includes(kind) &&
  head.liaisons.some(
    (liaison) =>
      liaison.person === reader.person && liaison.kind === kind && liaison.controlAuthority === controlAuthority,
  );

/** What was written in and about an observation: its reply, and why it is not escalated. */
export const mayReadObservation = (reading: Reading, observation: SubjectOf<'observation'>): boolean =>
  mayRead(reading.reader, observation, reading);

/** What somebody wrote about an own observation: whoever wrote it reads it again, in the team or no longer. */
export const mayReadOwn = (reading: Reading, observation: SubjectOf<'observation'>): boolean =>
  observation.by === reading.reader.person || mayReadObservation(reading, observation);

/**
 * The letter of an escalation and its answer: of those who see all and of the authority that it was sent to. They tell what the
 * findings say, so they are everybody's only when it is answered and none of its findings is sealed; one that is not at hand counts as
 * sealed.
 */
export const mayReadEscalation = (
  reading: Reading & { readonly subjects: Subjects },
  { state, findings, controlAuthority }: SubjectOf<'escalation'>,
): boolean => {
  const { reader, head, subjects } = reading;
  if (seesAll(reader, head) || standsFor(reading, 'control-authority', controlAuthority)) return true;
  return (
    state === 'answered' &&
    findings.every((id) => {
      const finding = subjectOf(subjects, 'observation', id);
      return finding !== undefined && sealOf(finding, reading) === 'open';
    })
  );
};

/** The evidence of an escalation as one bundle: of those who see all and of the authority that it was sent to, and of nobody else ever. */
export const mayTakeEvidence = (reading: Reading, { controlAuthority }: SubjectOf<'escalation'>): boolean =>
  seesAll(reading.reader, reading.head) || standsFor(reading, 'control-authority', controlAuthority);

/** Whether no finding is sealed; one that is not at hand counts as sealed. */
const areOpen = (ids: readonly string[], reading: Reading & { readonly subjects: Subjects }): boolean =>
  ids.every((id) => {
    const finding = subjectOf(reading.subjects, 'observation', id);
    return finding !== undefined && sealOf(finding, reading) === 'open';
  });

const mayReadEveryProceeding = (
  reading: Reading & { readonly subjects: Subjects },
  { escalation }: SubjectOf<'proceeding'>,
): boolean => {
  const sent = subjectOf(reading.subjects, 'escalation', escalation ?? '');
  return (
    seesAll(reading.reader, reading.head) ||
    (sent !== undefined && standsFor(reading, 'control-authority', sent.controlAuthority))
  );
};

/** Of what kind a proceeding is and where it stands: everybody’s, unless it is about what is sealed. */
export const mayKnowProceeding = (
  reading: Reading & { readonly subjects: Subjects },
  proceeding: SubjectOf<'proceeding'>,
): boolean => mayReadEveryProceeding(reading, proceeding) || areOpen(proceeding.findings, reading);

/** Its number, its body and whom it is against: everybody’s only once it is final. Until then nobody is guilty of anything. */
export const mayReadProceeding = (
  reading: Reading & { readonly subjects: Subjects },
  proceeding: SubjectOf<'proceeding'>,
): boolean =>
  mayReadEveryProceeding(reading, proceeding) ||
  (proceeding.states.at(-1)?.state === 'final' && areOpen(proceeding.findings, reading));

/** What somebody declared of interests, what it was found to match, and how that was ruled. */
export const mayReadInterests = ({ person: reader, roles }: Reader, person: string): boolean =>
  reader === person || roles.includes('coordinator') || roles.includes('auditor');

/** What is said of a breach, and who is accused: of those who see all and of who is accused, until the ruling names a breach. */
export const mayReadBreach = ({ reader, head }: Reading, breach: SubjectOf<'breach'>): boolean =>
  seesAll(reader, head) ||
  (reader.roles.includes(ACCUSED_ROLE[breach.accused]) && speaksForAccused(head, reader.person, breach));

const ACCUSED_ROLE = { 'contracting-authority': 'contracting-authority', bidder: 'bidder-representative' } as const;

/** How an act was accounted for, in words: they can name people, so they stay with those who see all and the contracting authority. */
export const mayReadAccount = (reading: Reading): boolean =>
  seesAll(reading.reader, reading.head) || standsFor(reading, 'contracting-authority');

/** Where an act is held: everybody may come to one that is public. */
export const mayReadPlace = (reading: Reading, act: SubjectOf<'act'>): boolean => act.public || mayReadAccount(reading);

/**
 * A question and its answer. Both sides read them at once. Others read what was put to the authority when its visibility says, and what
 * was put to the team about a draft together with the report.
 */
export const mayReadQuestion = (
  reading: Reading & { readonly subjects: Subjects },
  { visibility, report: about }: SubjectOf<'question'>,
): boolean => {
  const { reader, head, subjects } = reading;
  if (seesAll(reader, head) || standsFor(reading, 'contracting-authority')) return true;
  if (visibility !== undefined) return sealOf({ visibility }, reading) === 'open';
  const report = about === undefined ? undefined : subjectOf(subjects, 'report', about);
  return report !== undefined && mayReadReport(reading, report);
};

/** Where a visit goes and what came of it. Nobody outside is told before the monitoring is over: a visit can come unannounced. */
export const mayReadVisit = ({ reader, head }: Reading): boolean =>
  head.stage === 'final-report' || head.stage === 'closed' || seesAll(reader, head);

/** What a tip says, and who sent it if they said so: the coordinator's and the auditor's. */
export const mayReadTip = ({ reader }: Reading): boolean =>
  reader.roles.includes('coordinator') || reader.roles.includes('auditor');

/** The words of a lead are the team's too; never the name or the contact of who sent it. */
export const mayReadLead = (reading: Reading, { lead }: SubjectOf<'tip'>): boolean =>
  mayReadTip(reading) || (lead && seesAll(reading.reader, reading.head));

/** A published report is everybody's; a draft is the team's, and the contracting authority's while it may comment. */
export const mayReadReport = (reading: Reading, { state, sentForReplyAt }: SubjectOf<'report'>): boolean =>
  state === 'published' ||
  seesAll(reading.reader, reading.head) ||
  (sentForReplyAt !== undefined && standsFor(reading, 'contracting-authority'));
