import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { ACHIEVEMENT_CODES, DIMENSIONS } from '../../events/vocabulary.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type ProposedFact, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { narrative } from '../shapes.ts';
import { type SubjectOf, subjectOf } from '../state.ts';

/** When the final report must be public: the profile's term after the team's participation ended. */
export const publicationDueAt = ({ head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>): string =>
  dueAt({
    term: profile.publicationTerm.value,
    startedAt: head.participationEndedAt ?? now,
    profile,
    pauses: head.pauses,
    now,
  });

/** Publishes an adopted report. Late is recorded as late, never refused. */
export const publishReport = command({
  name: 'publish-report',
  input: () => z.strictObject({ report: subjectId('report') }),
  subjects: (input) => [input.report],
  decide: (input, situation) => {
    const found = subjectOf(situation.subjects, 'report', input.report);
    if (found === undefined) return refuse('report-unknown', { report: input.report });
    if (found.state !== 'adopted') return refuse('report-state', { state: found.state, allowedFrom: ['adopted'] });
    const late = found.stage === 'final-report' && situation.now >= publicationDueAt(situation);
    return record(
      { type: 'report.published.v1', data: { report: found.id, stage: found.stage, late } },
      ...recommendationsOf(found, situation),
    );
  },
});

/** What an adopted report recommends becomes things of the case, in the order of its text. */
const recommendationsOf = (
  { id, recordedIn, recommendationsDueAt = [] }: SubjectOf<'report'>,
  { head }: Situation,
): readonly ProposedFact[] => {
  const before = head.numbers['recommendation'] ?? 0;
  const recommendations = recommendationsDueAt.map((due, index) => ({
    recommendation: `recommendation-${before + index + 1}`,
    dueAt: due,
  }));
  return recommendations.length === 0
    ? []
    : [{ type: 'recommendations.made.v1', data: { report: id, textIn: recordedIn, recommendations } }];
};

/** A person's coding of a dimension, with reasons. At most one of achieved and not achieved (Cruz-Rubio 2020, Tables 4 and 7). */
export const codeDimension = command({
  name: 'code-dimension',
  input: () =>
    z.strictObject({
      dimension: z.enum(DIMENSIONS),
      codes: z.array(z.enum(ACHIEVEMENT_CODES)).check(z.minLength(1), z.maxLength(ACHIEVEMENT_CODES.length)),
      reasons: narrative,
    }),
  decide: (input) => {
    const codes = [...new Set(input.codes)];
    if (codes.includes('achieved') && codes.includes('notAchieved')) return refuse('codes-contradict', { codes });
    return record({
      type: 'dimension.coded.v1',
      data: { dimension: input.dimension, codes },
      content: { reasons: input.reasons },
    });
  },
});
