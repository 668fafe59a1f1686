import type { awardEvents } from '../../events/award.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { withParties } from '../interests/evolve-interests.ts';
import { namingParties } from '../interests/parties.ts';
import { embargoesLifted } from '../observations/evolve-changes.ts';
import { aboutObservation, subjectOf } from '../state.ts';
import { opened, settled } from '../tally.ts';

export const awardEvolutions: Evolutions<keyof typeof awardEvents> = {
  'award.recorded.v1': {
    head: (head, { data, recordedAt, version }) => ({
      ...embargoesLifted(head, { recordedAt, version }),
      award: { decision: data.decision, decidedAt: data.decidedAt },
    }),
    subjects: ({ content }, subjects) => withParties(subjects, namingParties.parse(content ?? {}).parties ?? []),
  },
  'award.corrected.v1': {
    head: (head, { data }) => ({ ...head, award: { decision: data.decision, decidedAt: data.decidedAt } }),
  },
  'flag.raised.v1': {
    head: (head, { data }) => ({
      ...numbered(head, data.flag),
      flagsUnanswered: opened(head.flagsUnanswered, data.flag),
    }),
    subjects: ({ data, version }) => [
      { kind: 'flag', id: data.flag, recordedIn: version, code: data.code, values: data.values },
    ],
  },
  'flag.dismissed.v1': {
    head: (head, { data }) => ({ ...head, flagsUnanswered: settled(head.flagsUnanswered, data.flag) }),
    subjects: ({ data, version }, subjects) => {
      const flag = subjectOf(subjects, 'flag', data.flag);
      return flag === undefined ? [] : [{ ...flag, answer: 'dismissed', answeredIn: version }];
    },
  },
  'flag.turned-into-finding.v1': {
    head: (head, { data }) => ({ ...head, flagsUnanswered: settled(head.flagsUnanswered, data.flag) }),
    subjects: ({ data, content, version }, subjects) => {
      const flag = subjectOf(subjects, 'flag', data.flag);
      const { observation } = aboutObservation.parse(content);
      return flag === undefined ? [] : [{ ...flag, answer: 'turned-into-finding', answeredIn: version, observation }];
    },
  },
  'contract.signed.v1': { head: (head, { data }) => ({ ...head, contract: { signedAt: data.signedAt } }) },
  'contract.amended.v1': {
    head: (head, { data }) => ({
      ...numbered(head, data.amendment),
      amendmentsUnreviewed: opened(head.amendmentsUnreviewed, data.amendment),
    }),
    subjects: ({ data, version }) => [
      { kind: 'amendment', id: data.amendment, recordedIn: version, amendedAt: data.amendedAt, reviewed: false },
    ],
  },
  'amendment.reviewed.v1': {
    head: (head, { data }) => ({ ...head, amendmentsUnreviewed: settled(head.amendmentsUnreviewed, data.amendment) }),
    subjects: ({ data, version }, subjects) => {
      const amendment = subjectOf(subjects, 'amendment', data.amendment);
      return amendment === undefined ? [] : [{ ...amendment, reviewed: true, reviewedIn: version }];
    },
  },
  'site-visit.planned.v1': {
    head: (head, { data }) => ({ ...numbered(head, data.visit), visitsOpen: opened(head.visitsOpen, data.visit) }),
    subjects: ({ data, version }) => [
      { kind: 'visit', id: data.visit, recordedIn: version, plannedAt: data.plannedAt },
    ],
  },
  'site-visit.rescheduled.v1': {
    subjects: ({ data, version }, subjects) => {
      const visit = subjectOf(subjects, 'visit', data.visit);
      if (visit === undefined) return [];
      return [
        {
          ...visit,
          plannedAt: data.plannedAt,
          earlierDates: [...(visit.earlierDates ?? []), data.from],
          movedIn: version,
          ...(data.placed ? { placedIn: version } : {}),
        },
      ];
    },
  },
  'site-visit.settled.v1': {
    head: (head, { data }) => ({ ...head, visitsOpen: settled(head.visitsOpen, data.visit) }),
    subjects: ({ data, version }, subjects) => {
      const visit = subjectOf(subjects, 'visit', data.visit);
      return visit === undefined ? [] : [{ ...visit, outcome: data.outcome, settledIn: version }];
    },
  },
  'contract.ended.v1': {
    head: (head, { data }) =>
      head.contract === undefined ? head : { ...head, contract: { ...head.contract, end: data.end } },
  },
};
