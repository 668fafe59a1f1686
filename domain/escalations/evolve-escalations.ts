import type { escalationEvents } from '../../events/escalations.ts';
import type { ESCALATION_STEPS, EscalationOutcome } from '../../events/vocabulary.ts';
import { type Evolutions, numbered, type Recorded } from '../evolution.ts';
import { findingsOf, observationOf, remediesOf, unremediedOf } from '../observations/confide.ts';
import { awaitsEscalation, changedObservation, putToSomebody } from '../observations/evolve-observations.ts';
import { aboutObservation, type Head, type Subject, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { NOTHING_OPEN, opened, settled } from '../tally.ts';

type Escalation = SubjectOf<'escalation'>;
type Observation = SubjectOf<'observation'>;
type Step = (typeof ESCALATION_STEPS)[number];
type Stepping = Pick<Recorded<'escalation.sent.v1'>, 'recordedAt' | 'actor' | 'version'>;

const changedEscalation = (
  subjects: Subjects,
  id: string,
  change: (escalation: Escalation) => Escalation,
): readonly Escalation[] => {
  const escalation = subjectOf(subjects, 'escalation', id);
  return escalation === undefined ? [] : [change(escalation)];
};

/** The steps of an escalation with one more. */
const stepped = (
  steps: Escalation['steps'],
  step: Step,
  { recordedAt, actor, version }: Stepping,
): NonNullable<Escalation['steps']> => [
  ...(steps ?? []),
  { step, at: recordedAt, by: actor.role, recordedIn: version },
];

/** A step of an escalation that brings it to a state, and changes nothing else. */
const brings = (
  step: Step,
  entry: Stepping & { readonly data: { readonly escalation: string } },
  { state, subjects }: { state: Escalation['state']; subjects: Subjects },
): readonly Escalation[] =>
  changedEscalation(subjects, entry.data.escalation, (escalation) => ({
    ...escalation,
    state,
    steps: stepped(escalation.steps, step, entry),
  }));

/** A grave finding leaves the lists of those that await escalation once, when it is escalated or its non-escalation is reasoned. */
const escalationAccounted = (head: Head, subjects: Subjects, id: string): Head => {
  const finding = subjectOf(subjects, 'observation', id);
  if (finding === undefined || !awaitsEscalation(finding)) return head;
  return {
    ...head,
    graveUnescalated: settled(head.graveUnescalated, id),
    ...(finding.escalationOverdueAt === undefined
      ? {}
      : { escalationsOverdue: settled(head.escalationsOverdue ?? NOTHING_OPEN, id) }),
  };
};

type Sent = Recorded<'escalation.sent.v1'>;

const sentEscalation = (entry: Sent): Escalation => ({
  kind: 'escalation',
  id: entry.data.escalation,
  recordedIn: entry.version,
  state: 'sent',
  findings: findingsOf(entry),
  controlAuthority: entry.data.controlAuthority,
  tier: entry.data.tier,
  sentAt: entry.recordedAt,
  answerDueAt: entry.data.answerDueAt,
  lapsed: false,
  ...(entry.data.follows === undefined ? {} : { follows: entry.data.follows }),
  ...(entry.data.sanitised === undefined ? {} : { sanitised: entry.data.sanitised }),
  steps: stepped([], 'sent', entry),
});

/** The escalation that another follows: what was proposed after it is done. */
const followed = (entry: Sent, subjects: Subjects): readonly Escalation[] =>
  changedEscalation(subjects, entry.data.follows ?? '', ({ proposal, ...escalation }) => ({
    ...escalation,
    ...(proposal === undefined ? {} : { proposal: { ...proposal, acceptedAs: entry.data.escalation } }),
    steps: stepped(escalation.steps, 'escalated-further', entry),
  }));

const escalatedFinding = (finding: Observation, { data }: Sent): Observation => ({
  ...finding,
  escalations: [
    ...finding.escalations,
    { escalation: data.escalation, controlAuthority: data.controlAuthority, tier: data.tier },
  ],
  escalationAccounted: true,
});

interface Proposing {
  readonly outcome?: EscalationOutcome;
  readonly competentAuthority?: string | undefined;
  readonly nextControlAuthority?: string | undefined;
}

/** What an answer leaves proposed: the competent authority, or nothing that was not settled already. */
const answeredProposal = (
  { proposal }: Escalation,
  { nextControlAuthority }: Proposing,
  at: string,
): Pick<Escalation, 'proposal'> => {
  if (nextControlAuthority !== undefined) {
    return { proposal: { controlAuthority: nextControlAuthority, because: 'no-competence', proposedAt: at } };
  }
  if (proposal === undefined) return {};
  return proposal.acceptedAs !== undefined || proposal.declinedIn !== undefined ? { proposal } : {};
};

type Answered = Recorded<'escalation.answered.v1'> | Recorded<'escalation.answer-revised.v1'>;

const answeredEscalation = (escalation: Escalation, entry: Answered): Escalation => {
  const { proposal: _, competentAuthority: __, ...kept } = escalation;
  const { data, version, recordedAt } = entry;
  return {
    ...kept,
    state: 'answered',
    outcome: data.outcome,
    answeredIn: version,
    ...(data.competentAuthority === undefined ? {} : { competentAuthority: data.competentAuthority }),
    ...answeredProposal(escalation, data, recordedAt),
    answers: [...(escalation.answers ?? []), { recordedIn: version, answeredAt: recordedAt, outcome: data.outcome }],
    steps: stepped(escalation.steps, entry.type === 'escalation.answered.v1' ? 'answered' : 'answer-revised', entry),
  };
};

/** What an answer makes of the findings: their remedies, and that an authority of their tier lacks the competence. */
const answeredFindings = (entry: Answered, subjects: Subjects): readonly Observation[] => {
  const { escalation, outcome } = entry.data;
  const remedies = new Map(remediesOf(entry).map(({ observation, remedy }) => [observation, remedy]));
  const unremedied = entry.type === 'escalation.answer-revised.v1' ? unremediedOf(entry) : [];
  const findings = subjectOf(subjects, 'escalation', escalation)?.findings ?? [];
  return findings.flatMap((id) =>
    changedObservation(subjects, id, (finding) => {
      const { remedy, remedyFrom, ...kept } = finding;
      const told = remedies.get(id);
      const isNamed = told !== undefined || unremedied.includes(id);
      const before = remedy === undefined ? {} : { remedy, ...(remedyFrom === undefined ? {} : { remedyFrom }) };
      const after = told === undefined ? {} : { remedy: told, remedyFrom: escalation };
      return { ...kept, ...(isNamed ? after : before), escalations: marked(finding, escalation, outcome) };
    }),
  );
};

/** Once an authority said that it lacks the competence, another of its tier may have been asked: that it said so stays. */
const marked = (
  { escalations }: Observation,
  escalation: string,
  outcome: EscalationOutcome,
): Observation['escalations'] =>
  outcome === 'no-competence'
    ? escalations.map((each) => (each.escalation === escalation ? { ...each, noCompetence: true } : each))
    : escalations;

const answered = (entry: Answered, subjects: Subjects): readonly Subject[] => [
  ...changedEscalation(subjects, entry.data.escalation, (escalation) => answeredEscalation(escalation, entry)),
  ...answeredFindings(entry, subjects),
];

export const escalationEvolutions: Evolutions<keyof typeof escalationEvents> = {
  'escalation.sent.v1': {
    head: (head, entry, subjects) => {
      const { data } = entry;
      const sent = {
        ...numbered(head, data.escalation),
        escalationsUnanswered: opened(head.escalationsUnanswered, data.escalation),
      };
      return findingsOf(entry).reduce(
        (left, finding) => escalationAccounted(putToSomebody(left, subjects, finding), subjects, finding),
        sent,
      );
    },
    subjects: (entry, subjects) => [
      sentEscalation(entry),
      ...followed(entry, subjects),
      ...findingsOf(entry).flatMap((id) =>
        changedObservation(subjects, id, (finding) => escalatedFinding(finding, entry)),
      ),
    ],
  },
  'non-escalation.reasoned.v1': {
    head: (head, { content }, subjects) =>
      escalationAccounted(head, subjects, aboutObservation.parse(content).observation),
    subjects: ({ content, version }, subjects) =>
      changedObservation(subjects, aboutObservation.parse(content).observation, (finding) => ({
        ...finding,
        escalationAccounted: true,
        nonEscalationReasonedIn: version,
      })),
  },
  'escalation.delivered.v1': {
    subjects: (entry, subjects) => brings('delivered', entry, { state: 'delivered', subjects }),
  },
  'escalation.acknowledged.v1': {
    subjects: (entry, subjects) => brings('acknowledged', entry, { state: 'acknowledged', subjects }),
  },
  'escalation.review-begun.v1': {
    subjects: (entry, subjects) => brings('review-begun', entry, { state: 'under-review', subjects }),
  },
  'escalation.answered.v1': {
    head: (head, { data }) => ({
      ...head,
      escalationsUnanswered: settled(head.escalationsUnanswered, data.escalation),
    }),
    subjects: answered,
  },
  'escalation.answer-revised.v1': { subjects: answered },
  'escalation.lapsed.v1': {
    subjects: (entry, subjects) =>
      changedEscalation(subjects, entry.data.escalation, (escalation) => ({
        ...escalation,
        state: 'lapsed',
        lapsed: true,
        ...(entry.data.nextControlAuthority === undefined
          ? {}
          : {
              proposal: {
                controlAuthority: entry.data.nextControlAuthority,
                because: 'lapsed',
                proposedAt: entry.recordedAt,
              },
            }),
        steps: stepped(escalation.steps, 'lapsed', entry),
      })),
  },
  'escalation.next-tier-declined.v1': {
    subjects: (entry, subjects) =>
      changedEscalation(subjects, entry.data.escalation, ({ proposal, ...escalation }) => ({
        ...escalation,
        ...(proposal === undefined ? {} : { proposal: { ...proposal, declinedIn: entry.version } }),
        steps: stepped(escalation.steps, 'next-tier-declined', entry),
      })),
  },
  'finding.escalation-overdue.v1': {
    head: (head, entry) => ({
      ...head,
      escalationsOverdue: opened(head.escalationsOverdue ?? NOTHING_OPEN, observationOf(entry)),
    }),
    subjects: (entry, subjects) =>
      changedObservation(subjects, observationOf(entry), (finding) => ({
        ...finding,
        escalationOverdueAt: entry.recordedAt,
      })),
  },
};
