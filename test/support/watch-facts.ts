import type { Petitioner } from '../../domain/permissions.ts';
import type { FactData } from '../../events/catalogue.ts';
import type { Instant } from '../../events/shapes.ts';
import type { ActKind, ObservationType, Severity, Stage, Visibility } from '../../events/vocabulary.ts';
import { ASSESSOR, AUTHORITY, CONCLUSION, CONTROL, day, OPENED_AT, type ToldFact, WITNESS } from './cast.ts';

/** What the cast does once the team is appointed, as facts. */

export const scheduled = (
  act: string,
  {
    stage = 'tender-observation',
    kind = 'bid-opening',
    heldAt = day(10),
    isPublic = true,
  }: { stage?: Stage; kind?: ActKind; heldAt?: Instant; isPublic?: boolean } = {},
): ToldFact => ({ type: 'act.scheduled.v1', data: { act, kind, stage, heldAt, public: isPublic } });
export const attended = (act: string, { person: id }: Petitioner): ToldFact => ({
  type: 'act.attended.v1',
  data: { act, stage: 'tender-observation', present: [id] },
});
export const rescheduled = (act: string, heldAt: Instant, from = day(10)): ToldFact => ({
  type: 'act.rescheduled.v1',
  data: { act, stage: 'tender-observation', from, heldAt, placed: false },
  content: { reason: 'The room was taken.' },
});
export const actCancelled = (act: string): ToldFact => ({
  type: 'act.cancelled.v1',
  data: { act, stage: 'tender-observation', public: true },
  content: { reason: 'It is not needed.' },
});
export const actHeld = (act: string, beganAt: Instant, endedAt = beganAt): ToldFact => ({
  type: 'act.held.v1',
  data: { act, stage: 'tender-observation', beganAt, endedAt },
});
export const checked = (
  stage: Stage,
  ...documents: readonly FactData<'document-access.checked.v1'>['document'][]
): readonly ToldFact[] =>
  documents.map((document) => ({
    type: 'document-access.checked.v1',
    data: { stage, document, result: 'obtained' },
  }));

export const flagRaised = (flag: string): ToldFact => ({
  type: 'flag.raised.v1',
  data: { flag, code: 'R018', values: { tenderers: 1 } },
});
export const awarded = (decision: 'awarded' | 'none' = 'awarded'): ToldFact => ({
  type: 'award.recorded.v1',
  data: { decision, decidedAt: OPENED_AT, suppliers: decision === 'none' ? [] : ['bidder-1'] },
});
export const CONTRACT_SIGNED: ToldFact = { type: 'contract.signed.v1', data: { signedAt: OPENED_AT } };

/** Something that a member of the team saw; a finding where a severity is told. */
export const filed = (
  observation: string,
  {
    by = WITNESS,
    severity,
    visibility = 'public',
    stage = 'tender-observation',
    type = severity === undefined ? 'good-practice' : 'finding',
  }: { by?: Petitioner; severity?: Severity; visibility?: Visibility; stage?: Stage; type?: ObservationType } = {},
): ToldFact => ({
  type: 'observation.filed.v1',
  data: { observation, stage, late: false, visibility },
  content: {
    type,
    by: by.person,
    title: 'An open envelope',
    narrative: 'It lay open on the table before the hour.',
    language: 'en',
    ...(severity === undefined ? {} : { severity, category: 'corruptionUntimely', noLegalBasisReason: 'Looked up.' }),
  },
  by,
});
export const notified = (observation: string): ToldFact => ({
  type: 'finding.notified.v1',
  data: { observation, replyDueAt: day(30) },
});
export const escalated = (
  escalation: string,
  findings: readonly string[],
  {
    to = 'internal-control',
    tier = 1,
    follows,
    sanitised,
  }: { to?: string; tier?: number; follows?: string; sanitised?: true } = {},
): ToldFact => ({
  type: 'escalation.sent.v1',
  data: {
    escalation,
    findings: [...findings],
    controlAuthority: to,
    tier,
    answerDueAt: day(60),
    ...(follows === undefined ? {} : { follows }),
    ...(sanitised === undefined ? {} : { sanitised }),
  },
  content: { letter: 'See what the team found.' },
});
export const answered = (escalation: string, findings: readonly string[] = []): ToldFact => ({
  type: 'escalation.answered.v1',
  data: {
    escalation,
    outcome: 'violation-corrected',
    remedies: findings.map((observation) => ({ observation, remedy: 'eliminated' })),
    late: false,
  },
  content: { answer: 'It was corrected.' },
  by: CONTROL,
});

export const drafted = (report: string, stage: Stage, cites = 0): ToldFact => ({
  type: 'report.drafted.v1',
  data: { report, stage, cites, leavesOut: 0, recommendations: 0 },
  content: { conclusion: CONCLUSION },
});
export const sentForReply = (report: string): ToldFact => ({
  type: 'report.sent-for-reply.v1',
  data: { report, replyDueAt: day(7) },
});
export const commented = (report: string): ToldFact => ({
  type: 'report.commented.v1',
  data: { report },
  content: { comments: 'Agreed.' },
  by: AUTHORITY,
});
export const voted = (
  report: string,
  { person: id }: Petitioner,
  vote: FactData<'report.voted.v1'>['vote'],
): ToldFact => ({ type: 'report.voted.v1', data: { report, person: id, vote, dissent: false } });
export const adopted = (report: string, stage: Stage): ToldFact => ({
  type: 'report.adopted.v1',
  data: { report, stage, votesFor: 1, votesAgainst: 0 },
});
export const published = (report: string, stage: Stage): ToldFact => ({
  type: 'report.published.v1',
  data: { report, stage, late: false },
});
export const coded = (dimension: FactData<'dimension.coded.v1'>['dimension']): ToldFact => ({
  type: 'dimension.coded.v1',
  data: { dimension, codes: ['informationMissing'] },
  content: { reasons: 'Nobody could tell yet.' },
  by: ASSESSOR,
});
/** The same finding in other words, as grave as it is told to be; not a finding where nothing is told. */
export const corrected = (
  observation: string,
  number: number,
  { severity, restricted }: { severity?: Severity; restricted?: true } = {},
): ToldFact => ({
  type: 'observation.corrected.v1',
  data: { observation, number, ...(restricted === undefined ? {} : { restricted }) },
  content: {
    type: severity === undefined ? 'good-practice' : 'finding',
    by: WITNESS.person,
    title: 'Two open envelopes',
    ...(severity === undefined ? {} : { severity, category: 'corruptionUntimely' }),
  },
  by: WITNESS,
});
export const withdrawn = (observation: string): ToldFact => ({
  type: 'observation.withdrawn.v1',
  data: { observation },
  content: { reason: 'It was another room.', by: WITNESS.person },
  by: WITNESS,
});
export const extended = (observation: string, until: Instant): ToldFact => ({
  type: 'embargo.extended.v1',
  data: { observation, until },
  content: { reason: 'The second lot is still open.' },
});
export const releaseProposed = (observation: string, { person: id }: Petitioner = WITNESS): ToldFact => ({
  type: 'release.proposed.v1',
  data: { observation },
  content: { reason: 'The clerk agrees.', by: id },
});
export const released = (observation: string): ToldFact => ({
  type: 'observation.released.v1',
  data: { observation },
  content: { reason: 'Nobody is at risk.' },
});

/** A question to the contracting authority, or from it to the team about a draft. */
export const asked = (
  question: string,
  {
    to = 'contracting-authority',
    visibility = 'public',
    report = 'report-1',
  }: { to?: 'contracting-authority' | 'team'; visibility?: 'public' | 'after-award'; report?: string } = {},
): ToldFact => ({
  type: 'question.asked.v1',
  data: { question, to, answerDueAt: day(30), ...(to === 'team' ? { report } : { visibility }) },
  content: { question: 'Who opened the envelope?', language: 'en' },
  by: to === 'team' ? AUTHORITY : WITNESS,
});
export const replied = (question: string, { late = false }: { late?: boolean } = {}): ToldFact => ({
  type: 'question.answered.v1',
  data: { question, to: 'contracting-authority', late },
  content: { answer: 'The wind did.', language: 'en' },
  by: AUTHORITY,
});
