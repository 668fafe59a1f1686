import * as z from 'zod/mini';
import type { observationChangeEvents } from '../../events/observation-changes.ts';
import { type Instant, personId } from '../../events/shapes.ts';
import type { Evolutions, Recorded } from '../evolution.ts';
import { type Head, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { NOTHING_OPEN, opened, settled, type Tally } from '../tally.ts';
import { awaitsEscalation, changedObservation, confided, graveFrom, isUnput } from './evolve-observations.ts';

type Observation = SubjectOf<'observation'>;

const byWhom = z.object({ by: personId });

/** A tally after one of its things may have begun or ceased to be open. */
const retallied = (tally: Tally, id: string, [was, is]: readonly [boolean, boolean]): Tally => {
  if (was === is) return tally;
  return is ? opened(tally, id) : settled(tally, id);
};

/** What an observation asks of the team follows from what it says now. */
const asksAnew = (head: Head, subjects: Subjects, changed: readonly Observation[]): Head =>
  changed.reduce((before, now) => {
    const was = subjectOf(subjects, 'observation', now.id);
    if (was === undefined) return before;
    const overdue = [was, now].map((each) => awaitsEscalation(each) && each.escalationOverdueAt !== undefined);
    const [wasOverdue = false, isOverdue = false] = overdue;
    return {
      ...before,
      findingsUnput: retallied(before.findingsUnput, now.id, [isUnput(was), isUnput(now)]),
      graveUnescalated: retallied(before.graveUnescalated, now.id, [awaitsEscalation(was), awaitsEscalation(now)]),
      ...(wasOverdue === isOverdue
        ? {}
        : {
            escalationsOverdue: retallied(before.escalationsOverdue ?? NOTHING_OPEN, now.id, [wasOverdue, isOverdue]),
          }),
    };
  }, head);

/**
 * The award, or the end of a process that has none, lifts the embargoes that were not extended: the first of them. When that was
 * matters only where one was extended before, so only then the head remembers it.
 */
export const embargoesLifted = (
  head: Head,
  { recordedAt, version }: { readonly recordedAt: Instant; readonly version: number },
): Head => ({
  ...head,
  ...(head.embargoesExtended === undefined || head.embargoesExtended.liftedAt !== undefined
    ? {}
    : { embargoesExtended: { liftedAt: recordedAt } }),
  embargoesLiftedIn: head.embargoesLiftedIn ?? version,
});

/** A text that was changed is not the one whose opening was proposed. */
const withoutProposal = ({ releaseProposedBy: _, ...observation }: Observation): Observation => observation;

/** Who is protected from now on is protected from an end that was set before. */
const withoutEmbargo = ({ embargoUntil: _, embargoExtendedIn: __, ...observation }: Observation): Observation =>
  observation;

const corrected = (
  { data, content, version, recordedAt }: Recorded<'observation.corrected.v1'>,
  subjects: Subjects,
): readonly Observation[] =>
  changedObservation(subjects, data.observation, (observation) => {
    const {
      act: _,
      category: __,
      severity: ___,
      graveSince,
      escalationOverdueAt,
      ...kept
    } = withoutProposal(observation);
    const words = confided.parse(content);
    const isGraveStill = graveSince !== undefined && words.severity === 'grave';
    const isPut = observation.notifiedAt !== undefined || observation.escalations.length > 0;
    const written = {
      ...kept,
      ...words,
      // What becomes grave anew has its whole term; what was grave before goes on.
      ...(isGraveStill ? { graveSince } : graveFrom(words, recordedAt)),
      ...(isGraveStill && escalationOverdueAt !== undefined ? { escalationOverdueAt } : {}),
      corrections: [...(observation.corrections ?? []), { recordedIn: version, correctedAt: recordedAt }],
      ...(isPut ? { correctedSincePut: true } : {}),
    };
    return data.restricted === true ? { ...withoutEmbargo(written), visibility: 'restricted' } : written;
  });

const withdrawn = (
  { data, version, recordedAt }: Recorded<'observation.withdrawn.v1'>,
  subjects: Subjects,
): readonly Observation[] =>
  changedObservation(subjects, data.observation, (observation) => ({
    ...withoutProposal(observation),
    withdrawnAt: recordedAt,
    withdrawnIn: version,
  }));

export const observationChangeEvolutions: Evolutions<keyof typeof observationChangeEvents> = {
  'observation.corrected.v1': {
    head: (head, entry, subjects) => asksAnew(head, subjects, corrected(entry, subjects)),
    subjects: corrected,
  },
  'observation.withdrawn.v1': {
    head: (head, entry, subjects) => asksAnew(head, subjects, withdrawn(entry, subjects)),
    subjects: withdrawn,
  },
  'embargo.extended.v1': {
    head: (head) => (head.embargoesExtended === undefined ? { ...head, embargoesExtended: {} } : head),
    subjects: ({ data, version }, subjects) =>
      changedObservation(subjects, data.observation, (observation) => ({
        ...observation,
        embargoUntil: data.until,
        embargoExtendedIn: version,
      })),
  },
  'embargo.ended.v1': {
    subjects: ({ data, recordedAt }, subjects) =>
      changedObservation(subjects, data.observation, (observation) => ({ ...observation, embargoEndedAt: recordedAt })),
  },
  'release.proposed.v1': {
    subjects: ({ data, content }, subjects) =>
      changedObservation(subjects, data.observation, (observation) => ({
        ...observation,
        releaseProposedBy: byWhom.parse(content).by,
      })),
  },
  'observation.released.v1': {
    subjects: ({ data, version, recordedAt }, subjects) =>
      changedObservation(subjects, data.observation, (observation) => ({
        ...withoutProposal(observation),
        releasedAt: recordedAt,
        releasedIn: version,
      })),
  },
};
