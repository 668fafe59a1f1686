import type { SubjectKind, SubjectOf, Subjects } from '../../domain/state.ts';

/** The things of one kind. */
export const ofKind = <K extends SubjectKind>(subjects: Subjects, kind: K): readonly SubjectOf<K>[] =>
  [...subjects.values()].filter((subject): subject is SubjectOf<K> => subject.kind === kind);
