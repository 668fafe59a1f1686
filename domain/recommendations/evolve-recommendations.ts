import type { recommendationEvents } from '../../events/recommendations.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type Subject, type SubjectOf, type Subjects, subjectOf } from '../state.ts';

type Recommendation = SubjectOf<'recommendation'>;

const changed = (
  subjects: Subjects,
  id: string,
  change: (recommendation: Recommendation) => Recommendation,
): readonly Subject[] => {
  const found = subjectOf(subjects, 'recommendation', id);
  return found === undefined ? [] : [change(found)];
};

export const recommendationEvolutions: Evolutions<keyof typeof recommendationEvents> = {
  'recommendations.made.v1': {
    head: (head, { data }) => data.recommendations.reduce((known, made) => numbered(known, made.recommendation), head),
    subjects: ({ data, version, recordedAt }) =>
      data.recommendations.map(({ recommendation: id, dueAt }, index) => ({
        kind: 'recommendation',
        id,
        recordedIn: version,
        report: data.report,
        number: index + 1,
        textIn: data.textIn,
        madeAt: recordedAt,
        dueAt,
        level: 'none',
        followUps: [],
        responses: [],
        overdue: false,
      })),
  },
  'recommendation.responded.v1': {
    subjects: ({ data, version, recordedAt, actor }, subjects) =>
      changed(subjects, data.recommendation, (found) => ({
        ...found,
        responses: [...found.responses, { recordedIn: version, respondedAt: recordedAt, role: actor.role }],
      })),
  },
  'recommendation.followed-up.v1': {
    subjects: ({ data, version, recordedAt, observedAt }, subjects) =>
      changed(subjects, data.recommendation, (found) => ({
        ...found,
        level: data.level,
        followUps: [
          ...found.followUps,
          { recordedIn: version, level: data.level, asOf: observedAt, recordedAt, lowered: data.lowered },
        ],
      })),
  },
  'recommendation.overdue.v1': {
    subjects: ({ data }, subjects) => changed(subjects, data.recommendation, (found) => ({ ...found, overdue: true })),
  },
};
