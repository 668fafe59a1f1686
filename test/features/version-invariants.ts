import type { CaseFile } from '../support/case-file.ts';
import { ofKind } from './of-kind.ts';

/** Every version of an observation is on record, numbered without gaps, and the case knows where each stands. */
export const versionFlaws = ({ entries, state: { subjects } }: CaseFile): readonly string[] =>
  ofKind(subjects, 'observation').flatMap(({ id, recordedIn, corrections = [], withdrawnIn }) => {
    const versions = [recordedIn, ...corrections.map((each) => each.recordedIn)];
    const isComplete = versions.every((version, index) => {
      const entry = entries[version - 1];
      if (entry?.type === 'observation.filed.v1') return index === 0 && entry.data.observation === id;
      if (entry?.type !== 'observation.corrected.v1') return false;
      return entry.data.observation === id && entry.data.number === index + 1;
    });
    const isTombstone = withdrawnIn === undefined || entries[withdrawnIn - 1]?.type === 'observation.withdrawn.v1';
    const isLast = withdrawnIn === undefined || versions.every((version) => version < withdrawnIn);
    return isComplete && isTombstone && isLast ? [] : [`the versions of ${id} are not complete`];
  });

/** A question has one answer at most, from the side that was asked. */
export const dialogueFlaws = ({ entries, state: { subjects } }: CaseFile): readonly string[] => {
  const answers = entries.flatMap((entry) => (entry.type === 'question.answered.v1' ? [entry] : []));
  const answered = ofKind(subjects, 'question').filter(({ answeredIn }) => answeredIn !== undefined);
  return [
    ...(answers.length === answered.length ? [] : ['a question has two answers']),
    ...answered
      .filter(({ answeredIn = 0, by }) => entries[answeredIn - 1]?.actor.person === by)
      .map(({ id }) => `${id} was answered by whoever asked it`),
    ...answered
      .filter(({ answeredIn = 0, to }) => {
        const role = entries[answeredIn - 1]?.actor.role;
        return (role === 'contracting-authority') !== (to === 'contracting-authority');
      })
      .map(({ id }) => `${id} was answered by the side that asked`),
  ];
};
