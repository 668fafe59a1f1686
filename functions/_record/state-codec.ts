import type { CaseState } from '../../domain/case.ts';
import { type Head, headSchema, type Subject, type Subjects, subjectSchema } from '../../domain/state.ts';
import type { CaseListing, CaseReading, StoredHead, StoredSubject } from '../_ports/ports.ts';

/** What the table keeps of a case, read and checked again: a state that breaks its schema was written by another hand than ours. */
export const stateOf = ({ head, subjects }: Pick<CaseReading, 'head' | 'subjects'>): CaseState => ({
  head: head === undefined ? undefined : headSchema.parse(JSON.parse(head.state)),
  subjects: new Map([...subjects].map(([id, stored]) => [id, subjectFrom(stored)])),
});

export const subjectFrom = ({ state }: Pick<StoredSubject, 'state'>): Subject => subjectSchema.parse(JSON.parse(state));

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
