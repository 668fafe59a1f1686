import type { escalationEvents } from '../../events/escalations.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { findingsOf, remediesOf } from '../observations/confide.ts';
import { changedObservation, putToSomebody } from '../observations/evolve-observations.ts';
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
  const isAwaited = finding?.severity === 'grave' && finding.type === 'finding' && !finding.escalationAccounted;
  return isAwaited ? { ...head, graveUnescalated: settled(head.graveUnescalated, id) } : head;
};

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
      {
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
      },
      ...findingsOf(entry).flatMap((finding) =>
        changedObservation(subjects, finding, (observation) => ({
          ...observation,
          escalations: [
            ...observation.escalations,
            { escalation: entry.data.escalation, controlAuthority: entry.data.controlAuthority },
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
    subjects: (entry, subjects) => [
      ...changedEscalation(subjects, entry.data.escalation, (escalation) => ({
        ...escalation,
        state: 'answered',
        outcome: entry.data.outcome,
        answeredIn: entry.version,
      })),
      ...remediesOf(entry).flatMap(({ observation, remedy }) =>
        changedObservation(subjects, observation, (finding) => ({ ...finding, remedy })),
      ),
    ],
  },
  'escalation.lapsed.v1': {
    subjects: ({ data }, subjects) =>
      changedEscalation(subjects, data.escalation, (escalation) => ({ ...escalation, state: 'lapsed', lapsed: true })),
  },
};
