import * as z from 'zod/mini';
import { asJsonObject, subjectId } from '../../events/shapes.ts';
import type { Stage } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { language, narrative, reason, time, title } from '../shapes.ts';
import { nextId, subjectOf } from '../state.ts';
import { incompleteRefusal } from './minimum-content.ts';

/** The stages on which a team reports; the report on `final-report` is the final one, a pact's testimony. */
const REPORTED_STAGES = ['tender-observation', 'award-review', 'implementation-monitoring', 'final-report'] as const;
const CITED_MAX = 5_000;
const RECOMMENDATIONS_MAX = 50;

const observation = subjectId('observation');

/** What the team writes of a report. */
const reportText = () => ({
  summary: narrative,
  conclusion: narrative,
  /** In which language it is written: readers that speak a page aloud need to know. */
  language: z.optional(language),
  cites: z.array(observation).check(z.maxLength(CITED_MAX)),
  leavesOut: z.array(z.strictObject({ observation, reason })).check(z.maxLength(CITED_MAX)),
  recommendations: z
    .array(z.strictObject({ to: title, recommends: reason, dueAt: time }))
    .check(z.maxLength(RECOMMENDATIONS_MAX)),
  /** Why a final report recommends nothing. */
  noRecommendationsReason: z.optional(reason),
});
type Written = z.infer<z.ZodMiniObject<ReturnType<typeof reportText>>>;

/** Drafts the report on a stage, or the final report. */
export const draftReport = command({
  name: 'draft-report',
  input: () => z.strictObject({ stage: z.enum(REPORTED_STAGES), ...reportText() }),
  decide: (input, situation) => {
    const { head } = situation;
    const { stage, ...written } = input;
    if (stage !== head.stage) return refuse('wrong-stage', { stage: head.stage, allowedIn: [stage] });
    const existing = head.reports[stage];
    if (existing !== undefined) return refuse('report-exists', { report: existing.report });
    return (
      textRefusal(stage, written, situation) ??
      record({
        type: 'report.drafted.v1',
        data: { report: nextId(head, 'report'), stage, ...counts(written, situation) },
        content: asJsonObject(written),
      })
    );
  },
});

/** Writes a draft anew before its adoption. Signatures and votes on the former text fall. */
export const redraftReport = command({
  name: 'redraft-report',
  input: () => z.strictObject({ report: subjectId('report'), ...reportText() }),
  subjects: (input) => [input.report],
  decide: (input, situation) => {
    const { report: id, ...written } = input;
    const report = subjectOf(situation.subjects, 'report', id);
    if (report === undefined) return refuse('report-unknown', { report: id });
    if (report.state !== 'draft' && report.state !== 'in-reply') return refuse('report-state', { state: report.state });
    return (
      textRefusal(report.stage, written, situation) ??
      record({
        type: 'report.redrafted.v1',
        data: { report: id, ...counts(written, situation) },
        content: asJsonObject(written),
      })
    );
  },
});

const counts = ({ cites, leavesOut, recommendations }: Written, { head }: Situation) => ({
  cites: cites.length,
  leavesOut: leavesOut.length,
  recommendations: recommendations.length,
  filed: head.numbers['observation'] ?? 0,
  ...(recommendations.length === 0 ? {} : { recommendationsDueAt: recommendations.map(({ dueAt }) => dueAt) }),
});

/** What is cited or left out must exist, each once; then the report must hold what is asked of it at least. */
const textRefusal = (stage: Stage, written: Written, situation: Situation): Decision | undefined => {
  const filed = situation.head.numbers['observation'] ?? 0;
  const accounted = [...written.cites, ...written.leavesOut.map((left) => left.observation)];
  const unknown = accounted.find((id, index) => numberOf(id) > filed || accounted.indexOf(id) !== index);
  return unknown === undefined
    ? incompleteRefusal(stage, written, situation)
    : refuse('observation-unknown', { observation: unknown });
};

const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));
