import * as z from 'zod/mini';
import type { RecordEntry } from '../../events/record.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { REMEDIES, type Remedy } from '../../events/vocabulary.ts';
import { aboutObservation, type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { type Moment, sealOf } from './seal.ts';

type Observation = SubjectOf<'observation'>;
type Content = JsonObject | undefined;

/**
 * Whether the record names the role alone: who is known to have filed what is sealed can be pressed before anybody may read it. Of what
 * is restricted nobody is named even once it was opened: who writes on about it needed protection.
 */
export const unnamed = (
  observation: Pick<Observation, 'visibility' | 'embargoUntil' | 'releasedAt'>,
  moment: Moment,
): { readonly withoutName?: true } =>
  observation.visibility === 'restricted' || sealOf(observation, moment) !== 'open' ? { withoutName: true } : {};

/** How a fact tells of one observation: by its name, or, while that is sealed, in its content alone. */
export interface Told {
  readonly named: { readonly observation?: string };
  readonly confided?: { readonly observation: string; readonly by: string };
  readonly withoutName?: true;
}

/**
 * That a finding was put to somebody says that it weighs, so an event does not name one that is sealed. Who acts on it is not named
 * either: that is most likely who wrote it.
 */
export const tellOf = (observation: Observation, moment: Moment, by: string): Told => {
  if (sealOf(observation, moment) === 'open') return { named: { observation: observation.id } };
  return {
    named: {},
    confided: { observation: observation.id, by },
    withoutName: true,
  };
};

/** Those of some observations that an event may name, and those that it may not. What is not at hand counts as sealed. */
export const apart = (
  ids: readonly string[],
  { subjects, ...moment }: Moment & { readonly subjects: Subjects },
): {
  readonly open: readonly string[];
  readonly sealed: readonly string[];
  /** Who acts on them is not named. */
  readonly nameless: boolean;
} => {
  const found = ids.map((id) => ({ id, observation: subjectOf(subjects, 'observation', id) }));
  const isOpen = ({ observation }: (typeof found)[number]): boolean =>
    observation !== undefined && sealOf(observation, moment) === 'open';
  return {
    open: found.filter(isOpen).map(({ id }) => id),
    sealed: found.filter((each) => !isOpen(each)).map(({ id }) => id),
    nameless: found.some((each) => !isOpen(each) || each.observation?.visibility === 'restricted'),
  };
};

/** The observation that a recorded fact is about, wherever it tells so. */
export const observationOf = ({
  data,
  content,
}: {
  readonly data: { readonly observation?: string | undefined };
  readonly content?: Content;
}): string => data.observation ?? aboutObservation.parse(content).observation;

const confidedFindings = z.looseObject({ findings: z.optional(z.array(z.string())) });

/** The findings of an escalation that was sent: those that the event names, then those that its content confides. */
export const findingsOf = ({
  data,
  content,
}: {
  readonly data: { readonly findings: readonly string[] };
  readonly content?: Content;
}): string[] => [...data.findings, ...(confidedFindings.parse(content ?? {}).findings ?? [])];

const remedies = z.array(z.strictObject({ observation: z.string(), remedy: z.enum(REMEDIES) }));
const confidedRemedies = z.looseObject({ remedies: z.optional(remedies) });

/** What became of each finding of an escalation that was answered, wherever the fact tells so. */
export const remediesOf = ({
  data,
  content,
}: {
  readonly data: { readonly remedies: readonly { readonly observation: string; readonly remedy: Remedy }[] };
  readonly content?: Content;
}): readonly { readonly observation: string; readonly remedy: Remedy }[] => [
  ...data.remedies,
  ...(confidedRemedies.parse(content ?? {}).remedies ?? []),
];

const confidedUnremedied = z.looseObject({ unremedied: z.optional(z.array(z.string())) });

/** The findings whose remedy does not hold any more after an escalation was answered once more, wherever the fact tells so. */
export const unremediedOf = ({
  data,
  content,
}: {
  readonly data: { readonly unremedied: readonly string[] };
  readonly content?: Content;
}): readonly string[] => [...data.unremedied, ...(confidedUnremedied.parse(content ?? {}).unremedied ?? [])];

/** Whether an event may tell in its content alone which observation it is about: what is folded from events must read that too. */
export const confides = (entry: RecordEntry): boolean => {
  switch (entry.type) {
    case 'finding.notified.v1':
    case 'finding.replied.v1':
    case 'reply.lapsed.v1':
    case 'finding.escalation-overdue.v1':
      return entry.data.observation === undefined;
    case 'term.reminded.v1':
      return entry.data.item === undefined;
    case 'escalation.answered.v1':
    case 'escalation.answer-revised.v1':
      return entry.contentHash !== undefined;
    default:
      return false;
  }
};
