import type { CaseState } from '../../domain/case.ts';
import { type Head, headSchema, type Subject, type Subjects, subjectSchema } from '../../domain/state.ts';
import type { CaseListing, CaseReading, StoredHead, StoredSubject } from '../_ports/ports.ts';

/**
 * Reads what the table keeps and checks it again: a state that breaks its schema was written by another hand than ours. The same text was
 * checked before: what came of it is kept for the texts that were read last, and nobody changes it.
 */
const checked = <State>(read: (text: string) => State) => {
  const states = new Map<string, State>();
  return (text: string): State => {
    const known = states.get(text);
    if (known !== undefined) return known;
    if (states.size >= STATES_MAX) states.clear();
    const state = read(text);
    states.set(text, state);
    return state;
  };
};

/** As many as one request reads of a large case, a few times over. */
const STATES_MAX = 512;

const headIn = checked((text): Head => headSchema.parse(JSON.parse(text)));
const subjectIn = checked((text): Subject => subjectSchema.parse(JSON.parse(text)));

/** What the table keeps of a case. */
export const stateOf = ({ head, subjects }: Pick<CaseReading, 'head' | 'subjects'>): CaseState => ({
  head: head === undefined ? undefined : headIn(head.state),
  subjects: new Map([...subjects].map(([id, stored]) => [id, subjectFrom(stored)])),
});

export const subjectFrom = ({ state }: Pick<StoredSubject, 'state'>): Subject => subjectIn(state);

export const storedHead = (state: CaseState, { version, hash }: { version: number; hash: string }): StoredHead => ({
  version,
  hash,
  state: JSON.stringify(state.head),
});

/** How a case stands in lists. */
export const listingOf = ({ case: caseId, ocid, instrument, stage, condition, openedAt }: Head): CaseListing => ({
  case: caseId,
  ocid,
  instrument,
  stage,
  condition,
  openedAt,
});

/** The things that a decision made or changed, as the table keeps them. */
export const changedSubjects = (before: Subjects, after: Subjects, version: number): readonly StoredSubject[] =>
  [...after]
    .filter(([id, subject]) => before.get(id) !== subject)
    .map(([id, subject]) => ({ id, version, state: JSON.stringify(subject) }));
