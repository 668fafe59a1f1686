import * as z from 'zod/mini';
import { asJsonObject, calendarDate, subjectId } from '../../events/shapes.ts';
import { PROCEEDING_KINDS, PROCEEDING_STATES, type ProceedingState } from '../../events/vocabulary.ts';
import { localDate } from '../clocks/calendar.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { apart } from '../observations/confide.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { reason, text, title } from '../shapes.ts';
import { nextId, type SubjectOf, subjectOf } from '../state.ts';
import { concerns, PROCEEDING_NUMBER_LENGTH_MAX } from './answer-escalation.ts';
import { FINDINGS_MAX } from './escalate-findings.ts';
import { findingsBehind } from './next-tier.ts';

type Proceeding = SubjectOf<'proceeding'>;

/** How often a proceeding can move: each move stays with it. */
export const PROCEEDING_STEPS_MAX = 20;

/** What can follow on what. A decision can be appealed, and decided anew; what is annulled is over. */
const FOLLOWS: Readonly<Record<ProceedingState, readonly ProceedingState[]>> = {
  opened: ['decided', 'final', 'annulled'],
  decided: ['appealed', 'final', 'annulled'],
  appealed: ['decided', 'final', 'annulled'],
  final: ['annulled'],
  annulled: [],
};

const number = text(PROCEEDING_NUMBER_LENGTH_MAX);
const observation = subjectId('observation');

/** The findings that a proceeding follows from: those that are named, or all of its escalation. */
const findingsIn = (
  { escalation, findings }: { escalation?: string | undefined; findings?: readonly string[] | undefined },
  situation: Situation,
): readonly string[] => (findings === undefined ? findingsBehind(escalation ?? '', situation) : [...new Set(findings)]);

const linkFlaw = (
  { escalation, findings }: { escalation?: string | undefined; findings?: readonly string[] | undefined },
  situation: Situation,
): Refusal | undefined => {
  const { subjects, actor } = situation;
  const isAuthority = actor.role === 'control-authority';
  if (escalation === undefined && (isAuthority || (findings ?? []).length === 0)) {
    return refuse('proceeding-unlinked').refusal;
  }
  const found = subjectOf(subjects, 'escalation', escalation ?? '');
  if (escalation !== undefined && (found === undefined || !concerns(found, situation))) {
    return refuse('escalation-unknown', { escalation }).refusal;
  }
  for (const id of findings ?? []) {
    const finding = subjectOf(subjects, 'observation', id);
    // To an authority, a finding that it was not sent looks like one that does not exist.
    const isOfIt = found === undefined || found.findings.includes(id);
    if (finding === undefined || !isOfIt) return refuse('observation-unknown', { observation: id }).refusal;
    if (finding.type !== 'finding') return refuse('not-a-finding', { observation: id }).refusal;
  }
  return undefined;
};

/** A day since which a proceeding stands so: not in the future, and not before what it follows. */
const dateFlaw = (on: string, notBefore: string, { now, profile }: Situation): Refusal | undefined => {
  const notAfter = localDate(now, profile.zone.value);
  return on < notBefore || on > notAfter ? refuse('proceeding-date-unfit', { notBefore, notAfter }).refusal : undefined;
};

/** How a proceeding can begin on record by itself. One that is further on already was somewhere before, and says how it came there. */
const BEGINNINGS: readonly ProceedingState[] = ['opened', 'decided'];

/** What tells a proceeding of an escalation from its others. */
const namedBy = (kind: string, of: string): string => `${kind} ${of.toLowerCase()}`;

/** The same proceeding is on record once; it moves from there. */
const knownFlaw = (escalation: string | undefined, hash: string, { subjects }: Situation): Refusal | undefined => {
  const known = subjectOf(subjects, 'escalation', escalation ?? '')?.proceedings ?? [];
  const found = known.find(({ numberHash }) => numberHash === hash);
  return found === undefined ? undefined : refuse('proceeding-known', { proceeding: found.proceeding }).refusal;
};

/** Records a sanction or a proceeding that followed from findings, with where it stands. */
export const recordProceeding = command({
  name: 'record-proceeding',
  input: () =>
    z.strictObject({
      escalation: z.optional(subjectId('escalation')),
      findings: z.optional(z.array(observation).check(z.minLength(1), z.maxLength(FINDINGS_MAX))),
      kind: z.enum(PROCEEDING_KINDS),
      state: z.enum(PROCEEDING_STATES),
      on: calendarDate,
      /** As its body writes it. */
      number,
      /** Who conducts it. */
      body: title,
      /** Whom it is against. */
      against: z.optional(title),
      note: z.optional(reason),
    }),
  subjects: ({ escalation, findings = [] }) => [
    ...(escalation === undefined ? [] : [escalation]),
    ...new Set(findings),
  ],
  related: ({ escalation }, sight) => findingsBehind(escalation ?? '', sight),
  hashed: ({ kind, number: of }) => [namedBy(kind, of)],
  decide: ({ escalation, findings: named, kind, state, on, ...words }, situation): Decision => {
    const { head, profile } = situation;
    const numberHash = situation.sha256(namedBy(kind, words.number));
    const refusal =
      linkFlaw({ escalation, findings: named }, situation) ??
      knownFlaw(escalation, numberHash, situation) ??
      dateFlaw(on, localDate(head.openedAt, profile.zone.value), situation) ??
      (BEGINNINGS.includes(state) || words.note !== undefined
        ? undefined
        : refuse('proceeding-unexplained', { state, beginnings: BEGINNINGS }).refusal);
    if (refusal !== undefined) return { refusal };
    const findings = [...findingsIn({ escalation, findings: named }, situation)];
    const about = { ...(escalation === undefined ? {} : { escalation }), findings };
    const { sealed } = apart(findings, situation);
    const proceeding = nextId(head, 'proceeding');
    return record({
      type: 'proceeding.recorded.v1',
      data: sealed.length === 0 ? { proceeding, kind, state, on, ...about } : { proceeding },
      content: asJsonObject({
        ...words,
        ...about,
        ...(escalation === undefined ? {} : { numberHash }),
        ...(sealed.length === 0 ? {} : { kind, state, on }),
      }),
    });
  },
});

const ofProceeding = (id: string, situation: Situation): Proceeding | undefined => {
  const found = subjectOf(situation.subjects, 'proceeding', id);
  if (found === undefined || situation.actor.role !== 'control-authority') return found;
  const escalation = subjectOf(situation.subjects, 'escalation', found.escalation ?? '');
  return escalation !== undefined && concerns(escalation, situation) ? found : undefined;
};

/** Records where a proceeding stands from a day on. */
export const moveProceeding = command({
  name: 'move-proceeding',
  input: () =>
    z.strictObject({
      proceeding: subjectId('proceeding'),
      state: z.enum(PROCEEDING_STATES),
      on: calendarDate,
      /** Of the decision or of the appeal, where it has one of its own. */
      number: z.optional(number),
      note: z.optional(reason),
    }),
  subjects: (input) => [input.proceeding],
  related: ({ proceeding }, { subjects }) => {
    const found = subjectOf(subjects, 'proceeding', proceeding);
    return found === undefined
      ? []
      : [...found.findings, ...(found.escalation === undefined ? [] : [found.escalation])];
  },
  decide: ({ proceeding, state, on, ...words }, situation): Decision => {
    const found = ofProceeding(proceeding, situation);
    const last = found?.states.at(-1);
    if (found === undefined || last === undefined) return refuse('proceeding-unknown', { proceeding });
    const allowedTo = FOLLOWS[last.state];
    if (!allowedTo.includes(state)) return refuse('proceeding-state', { state: last.state, allowedTo });
    if (found.states.length >= PROCEEDING_STEPS_MAX) {
      return refuse('proceeding-steps-too-many', { stepsMax: PROCEEDING_STEPS_MAX });
    }
    const refusal = dateFlaw(on, last.on, situation);
    if (refusal !== undefined) return { refusal };
    const { escalation, findings } = found;
    const { sealed } = apart(findings, situation);
    const about = { ...(escalation === undefined ? {} : { escalation }), findings };
    return record({
      type: 'proceeding.moved.v1',
      data: sealed.length === 0 ? { proceeding, state, on } : { proceeding },
      content: asJsonObject({ ...words, ...about, ...(sealed.length === 0 ? {} : { state, on }) }),
    });
  },
});
