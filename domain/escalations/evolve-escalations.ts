import type { escalationEvents } from '../../events/escalations.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { awaitsEscalation, changedObservation, putToSomebody } from '../observations/evolve-observations.ts';
import { aboutObservation, type Head, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { opened, settled } from '../tally.ts';

type Escalation = SubjectOf<'escalation'>;

const changedEscalation = (
  subjects: Subjects,
  id: string,
  change: (escalation: Escalation) => Escalation,
): readonly Escalation[] => {
  const escalation = subjectOf(subjects, 'escalation', id);
  return escalation === undefined ? [] : [change(escalation)];
};

/** A grave finding leaves the list of those that await escalation once, when it is escalated or its non-escalation is reasoned. */
const escalationAccounted = (head: Head, subjects: Subjects, id: string): Head => {
  const finding = subjectOf(subjects, 'observation', id);
  return finding !== undefined && awaitsEscalation(finding)
    ? { ...head, graveUnescalated: settled(head.graveUnescalated, id) }
    : head;
};

export const escalationEvolutions: Evolutions<keyof typeof escalationEvents> = {
  'escalation.sent.v1': {
    head: (head, { data }, subjects) => {
      const sent = {
        ...numbered(head, data.escalation),
        escalationsUnanswered: opened(head.escalationsUnanswered, data.escalation),
      };
      return data.findings.reduce(
        (left, finding) => escalationAccounted(putToSomebody(left, subjects, finding), subjects, finding),
        sent,
      );
    },
    subjects: ({ data, version, recordedAt }, subjects) => [
      {
        kind: 'escalation',
        id: data.escalation,
        recordedIn: version,
        state: 'sent',
        findings: data.findings,
        controlAuthority: data.controlAuthority,
        tier: data.tier,
        sentAt: recordedAt,
        answerDueAt: data.answerDueAt,
        lapsed: false,
      },
      ...data.findings.flatMap((finding) =>
        changedObservation(subjects, finding, (observation) => ({
          ...observation,
          escalations: [
            ...observation.escalations,
            { escalation: data.escalation, controlAuthority: data.controlAuthority },
          ],
          escalationAccounted: true,
        })),
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
    subjects: ({ data }, subjects) =>
      changedEscalation(subjects, data.escalation, (escalation) => ({ ...escalation, state: 'delivered' })),
  },
  'escalation.acknowledged.v1': {
    subjects: ({ data }, subjects) =>
      changedEscalation(subjects, data.escalation, (escalation) => ({ ...escalation, state: 'acknowledged' })),
  },
  'escalation.review-begun.v1': {
    subjects: ({ data }, subjects) =>
      changedEscalation(subjects, data.escalation, (escalation) => ({ ...escalation, state: 'under-review' })),
  },
  'escalation.answered.v1': {
    head: (head, { data }) => ({
      ...head,
      escalationsUnanswered: settled(head.escalationsUnanswered, data.escalation),
    }),
    subjects: ({ data, version }, subjects) => [
      ...changedEscalation(subjects, data.escalation, (escalation) => ({
        ...escalation,
        state: 'answered',
        outcome: data.outcome,
        answeredIn: version,
      })),
      ...data.remedies.flatMap(({ observation, remedy }) =>
        changedObservation(subjects, observation, (finding) => ({ ...finding, remedy })),
      ),
    ],
  },
  'escalation.lapsed.v1': {
    subjects: ({ data }, subjects) =>
      changedEscalation(subjects, data.escalation, (escalation) => ({ ...escalation, state: 'lapsed', lapsed: true })),
  },
};
