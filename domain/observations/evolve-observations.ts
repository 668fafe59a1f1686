import * as z from 'zod/mini';
import type { observationEvents } from '../../events/observations.ts';
import { personId } from '../../events/shapes.ts';
import { FINDING_CATEGORIES, OBSERVATION_TYPES, SEVERITIES } from '../../events/vocabulary.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type Head, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { opened, settled } from '../tally.ts';
import { observationOf } from './confide.ts';

type Observation = SubjectOf<'observation'>;

/**
 * The codes of an observation. They steer the case, and yet the public must not learn them before their time: so they are part of the
 * content, which the record commits to by hash, and not of the event.
 */
export const confided = z.object({
  type: z.enum(OBSERVATION_TYPES),
  by: personId,
  act: z.optional(z.string()),
  category: z.optional(z.enum(FINDING_CATEGORIES)),
  severity: z.optional(z.enum(SEVERITIES)),
});

/** What one change makes of an observation that is on record. */
export const changedObservation = (
  subjects: Subjects,
  id: string,
  change: (observation: Observation) => Observation,
): readonly Observation[] => {
  const observation = subjectOf(subjects, 'observation', id);
  return observation === undefined ? [] : [change(observation)];
};

/** A finding leaves the list of those not put to anybody the first time it is notified or escalated. */
export const putToSomebody = (head: Head, subjects: Subjects, id: string): Head => {
  const finding = subjectOf(subjects, 'observation', id);
  return finding !== undefined && isUnput(finding) ? { ...head, findingsUnput: settled(head.findingsUnput, id) } : head;
};

/** Whether a finding still waits to be put to somebody. One that was withdrawn waits for nobody. */
export const isUnput = (finding: Observation): boolean =>
  isWeighty(finding) &&
  finding.notifiedAt === undefined &&
  finding.escalations.length === 0 &&
  finding.withdrawnAt === undefined;

/** Whether a finding still waits to be escalated, or for the reason why it is not. */
export const awaitsEscalation = ({ type, severity, escalationAccounted, withdrawnAt }: Observation): boolean =>
  type === 'finding' && severity === 'grave' && !escalationAccounted && withdrawnAt === undefined;

/** Since when an observation is grave, where it is. */
export const graveFrom = (
  { type, severity }: Pick<Observation, 'type' | 'severity'>,
  at: string,
): Pick<Observation, 'graveSince'> => (type === 'finding' && severity === 'grave' ? { graveSince: at } : {});

const isWeighty = ({ type, severity }: Pick<Observation, 'type' | 'severity'>): boolean =>
  type === 'finding' && (severity === 'serious' || severity === 'grave');

export const observationEvolutions: Evolutions<keyof typeof observationEvents> = {
  'observation.filed.v1': {
    head: (head, { data, content }) => {
      const id = data.observation;
      const { type, severity } = confided.parse(content);
      const weighty = isWeighty({ type, severity });
      return {
        ...numbered(head, id),
        findingsUnput: weighty ? opened(head.findingsUnput, id) : head.findingsUnput,
        graveUnescalated:
          type === 'finding' && severity === 'grave' ? opened(head.graveUnescalated, id) : head.graveUnescalated,
      };
    },
    subjects: ({ data, content, version, recordedAt }) => [
      {
        kind: 'observation',
        id: data.observation,
        recordedIn: version,
        ...confided.parse(content),
        stage: data.stage,
        filedAt: recordedAt,
        late: data.late,
        visibility: data.visibility,
        escalations: [],
        escalationAccounted: false,
        ...graveFrom(confided.parse(content), recordedAt),
      },
    ],
  },
  'finding.notified.v1': {
    head: (head, entry, subjects) => putToSomebody(head, subjects, observationOf(entry)),
    subjects: (entry, subjects) =>
      changedObservation(subjects, observationOf(entry), (finding) => ({ ...finding, notifiedAt: entry.recordedAt })),
  },
  'finding.replied.v1': {
    subjects: (entry, subjects) =>
      changedObservation(subjects, observationOf(entry), (finding) => ({ ...finding, repliedIn: entry.version })),
  },
  'reply.lapsed.v1': {
    subjects: (entry, subjects) =>
      changedObservation(subjects, observationOf(entry), (finding) => ({ ...finding, replyLapsed: true })),
  },
};
