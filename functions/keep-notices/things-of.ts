import type { EntryWithContent } from '../../domain/case.ts';
import type { Thing, Things } from '../../domain/notices/concern.ts';
import { thingsConcerned } from '../../domain/notices/whom-it-concerns.ts';
import { type Subject, subjectOf } from '../../domain/state.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { stateOf } from '../_record/state-codec.ts';

/**
 * What must be known of the things of a case to say whom a fact concerns. They are read as they stand now, which may be later than the
 * fact: so only what never changes of them is taken, and what can be told apart by its time or its version.
 */
export const thingsOf = async (cases: CaseStore, entry: EntryWithContent): Promise<Things> => {
  const ids = thingsConcerned(entry);
  if (ids.length === 0) return new Map();
  const { subjects } = stateOf(await cases.read({ case: entry.stream, subjects: ids }));
  const things = [...subjects].map(async ([id, subject]) => [id, await thingOf(cases, entry, subject)] as const);
  return new Map(await Promise.all(things));
};

const thingOf = async (cases: CaseStore, entry: EntryWithContent, subject: Subject): Promise<Thing> => {
  switch (subject.kind) {
    case 'observation': {
      const { by, notifiedAt, escalations } = subject;
      const escalatedTo = await earlierThan(
        cases,
        entry,
        escalations.map(({ escalation }) => escalation),
      );
      return { by, escalatedTo, ...(notifiedAt === undefined ? {} : { notifiedAt }) };
    }
    case 'document':
      // Whoever sent a tip is told by its code, and is nobody that a notice could be written for.
      return subject.purpose === 'tip-file' ? {} : { by: subject.by };
    case 'question':
      return { by: subject.by, to: subject.to };
    case 'escalation':
      return { controlAuthority: subject.controlAuthority };
    case 'breach':
      return { accused: subject.bidder === undefined ? {} : { bidder: subject.bidder } };
    default:
      return {};
  }
};

/** Observations whose readers are told of more than who wrote them. */
const TOLD_TO_READERS: readonly EntryWithContent['type'][] = ['observation.corrected.v1', 'observation.withdrawn.v1'];

/** To which authorities escalations were sent before an event. */
const earlierThan = async (
  cases: CaseStore,
  { stream, version, type }: EntryWithContent,
  escalations: readonly string[],
): Promise<readonly string[]> => {
  if (!TOLD_TO_READERS.includes(type) || escalations.length === 0) return [];
  const { subjects } = stateOf(await cases.read({ case: stream, subjects: escalations }));
  return escalations.flatMap((id) => {
    const escalation = subjectOf(subjects, 'escalation', id);
    return escalation === undefined || escalation.recordedIn > version ? [] : [escalation.controlAuthority];
  });
};
