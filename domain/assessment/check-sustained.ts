import * as z from 'zod/mini';
import { asJsonObject, type JsonObject, subjectId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { isTakenUp } from '../recommendations/take-up.ts';
import { refuse } from '../refusals.ts';
import { narrative, reason } from '../shapes.ts';
import { subjectOf } from '../state.ts';
import { SUSTAINED } from './assessment-state.ts';
import { contentOf, documentsIn, evidenceInput, evidenceOf, evidenceRefusal } from './evidence.ts';
import { fullRefusal } from './judge.ts';

export const UNDONE_MAX = 50;

/** From when on it is asked whether what a case achieved still stands: the profile's months after it was closed. */
export const sustainedDueAt = ({ head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>): string =>
  dueAt({ term: profile.sustainedTerm.value, startedAt: now, profile, pauses: head.pauses, now });

const OBSERVATION = subjectId('observation');
const thing = z.union([OBSERVATION, subjectId('recommendation')]);
const isFinding = (id: string): boolean => OBSERVATION.safeParse(id).success;

const undoneThings = z.array(z.strictObject({ thing, how: reason })).check(
  z.maxLength(UNDONE_MAX),
  z.refine((undone) => new Set(undone.map((each) => each.thing)).size === undone.length, {
    error: 'must name each once',
  }),
);

const undoneInContent = z.looseObject({ undone: z.array(z.looseObject({ thing: z.string() })) });

/** The findings whose remedy does not stand any more, as the content of a check names them. */
export const undoneFindings = (content: JsonObject | undefined): readonly string[] =>
  undoneInContent
    .parse(content ?? { undone: [] })
    .undone.map((each) => each.thing)
    .filter(isFinding);

/** Only what was done can be undone. */
const undoneRefusal = (id: string, { subjects }: Situation): Decision | undefined => {
  if (isFinding(id)) {
    const finding = subjectOf(subjects, 'observation', id);
    if (finding === undefined) return refuse('observation-unknown', { observation: id });
    return finding.remedy === 'eliminated' ? undefined : refuse('was-not-done', { thing: id });
  }
  const recommendation = subjectOf(subjects, 'recommendation', id);
  if (recommendation === undefined) return refuse('recommendation-unknown', { recommendation: id });
  return recommendation.followUps.some(({ level }) => isTakenUp(level))
    ? undefined
    : refuse('was-not-done', { thing: id });
};

/** Says, after the profile's months, whether what was remedied and taken up still stands, and what does not. */
export const checkSustained = command({
  name: 'check-sustained',
  input: () => z.strictObject({ undone: undoneThings, reasons: narrative, evidence: evidenceInput() }),
  subjects: ({ undone, evidence }) => [SUSTAINED, ...undone.map((each) => each.thing), ...documentsIn(evidence)],
  decide: ({ undone, ...written }, situation) => {
    const { head, now } = situation;
    if (head.sustained !== undefined && now < head.sustained.dueAt) {
      return refuse('term-running', { dueAt: head.sustained.dueAt });
    }
    const unfit = undone.map((each) => undoneRefusal(each.thing, situation)).find((refusal) => refusal !== undefined);
    const remedies = undone.filter((each) => isFinding(each.thing)).length;
    return (
      unfit ??
      evidenceRefusal(written.evidence, situation, true) ??
      fullRefusal(situation, SUSTAINED) ??
      record({
        type: 'sustained.checked.v1',
        data: {
          undoneRemedies: remedies,
          undoneRecommendations: undone.length - remedies,
          evidence: evidenceOf(written.evidence),
        },
        content: asJsonObject({ ...contentOf(written), undone }),
      })
    );
  },
});

/** Records that the months are over: somebody must look. A date is no clock of the case. */
export const raiseSustainedCheck = command({
  name: 'raise-sustained-check',
  input: () => z.strictObject({}),
  decide: (_, { head: { sustained }, now }) => {
    if (sustained === undefined || sustained.settled) return refuse('nothing-to-lapse');
    if (now < sustained.dueAt) return refuse('term-running', { dueAt: sustained.dueAt });
    return record({ type: 'sustained.fell-due.v1', data: {} });
  },
});
