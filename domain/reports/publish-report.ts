import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type ProposedFact, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
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
