import type { dialogueEvents } from '../../events/dialogue.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type Subject, type SubjectOf, type Subjects, subjectOf } from '../state.ts';

type Question = SubjectOf<'question'>;

const changedQuestion = (
  subjects: Subjects,
  id: string,
  change: (question: Question) => Question,
): readonly Question[] => {
  const question = subjectOf(subjects, 'question', id);
  return question === undefined ? [] : [change(question)];
};

/** A report about which the team was asked: it is asked once, however often the draft is written anew. */
const askedAbout = (subjects: Subjects, id: string | undefined, version: number): readonly Subject[] => {
  const report = id === undefined ? undefined : subjectOf(subjects, 'report', id);
  return report === undefined ? [] : [{ ...report, askedIn: version }];
};

export const dialogueEvolutions: Evolutions<keyof typeof dialogueEvents> = {
  'question.asked.v1': {
    head: (head, { data }) => numbered(head, data.question),
    subjects: ({ data, version, recordedAt, actor }, subjects) => [
      {
        kind: 'question',
        id: data.question,
        recordedIn: version,
        to: data.to,
        by: actor.person,
        askedAt: recordedAt,
        overdue: false,
        ...(data.visibility === undefined ? {} : { visibility: data.visibility }),
        ...(data.report === undefined ? {} : { report: data.report }),
      },
      ...askedAbout(subjects, data.report, version),
    ],
  },
  'question.answered.v1': {
    subjects: ({ data, version, recordedAt }, subjects) =>
      changedQuestion(subjects, data.question, (question) => ({
        ...question,
        answeredIn: version,
        answeredAt: recordedAt,
        late: data.late,
      })),
  },
  'answer.overdue.v1': {
    subjects: ({ data }, subjects) =>
      changedQuestion(subjects, data.question, (question) => ({ ...question, overdue: true })),
  },
};
