import type { Instant } from '../../events/shapes.ts';
import type { Stage } from '../../events/vocabulary.ts';
import type { Decision, Situation } from '../command.ts';
import { refuse } from '../refusals.ts';

/**
 * What a report must hold at least. "Very brief and general" testimonies are a known failure of the field (ten years of social
 * witnesses in Mexico): a control authority must be able to tell from summary and conclusion what was watched and what follows.
 */
export const SUMMARY_CHARACTERS_MIN = 60;
export const STAGE_CONCLUSION_CHARACTERS_MIN = 80;
/** Different words of a conclusion: a sentence that is repeated, or one letter, fills a page and says nothing. */
export const STAGE_CONCLUSION_WORDS_MIN = 8;
export const FINAL_CONCLUSION_WORDS_MIN = 20;
/** How many observations a refusal names; it counts all. */
const UNACCOUNTED_NAMED_MAX = 50;

/** What can be missing from a report, each with the sentence that says what to write. */
export const MISSING_CONTENT = {
  'summary-too-brief':
    'Say in the summary what was watched, from when to when, and how: `charactersMin` characters at least.',
  'conclusion-too-brief':
    'Say in the conclusion what the team concludes and from what: `charactersMin` characters at least.',
  'conclusion-too-general':
    'The conclusion repeats itself. It needs at least `differentWordsMin` different words: name acts, dates and findings.',
  'conclusion-repeats-summary': 'The conclusion says what the summary says. Conclude from what was seen.',
  'observations-unaccounted':
    'Cite every observation filed since the report before, or say why it is left out. `observations` names those that are neither; one that was withdrawn is among them.',
  'recommendations-missing':
    'A final report recommends something, or says with `noRecommendationsReason` why it recommends nothing.',
  'recommendations-contradict':
    'The report recommends something and says why it recommends nothing. Send one of the two.',
  'recommendations-due-past':
    'A recommendation is due after its report. `pointers` names the dates that are over already.',
} as const;

type MissingWord = keyof typeof MISSING_CONTENT;

interface Missing {
  readonly what: MissingWord;
  readonly asks: string;
  readonly [fact: string]: unknown;
}

/** What the team wrote, as far as its content is measured. */
export interface MeasuredText {
  readonly summary: string;
  readonly conclusion: string;
  readonly cites: readonly string[];
  readonly leavesOut: readonly { readonly observation: string }[];
  readonly recommendations: readonly { readonly dueAt: Instant }[];
  readonly noRecommendationsReason?: string | undefined;
}

const missing = (what: MissingWord, facts: Readonly<Record<string, unknown>> = {}): Missing => ({
  what,
  asks: MISSING_CONTENT[what],
  ...facts,
});

/** Refuses a report with everything that it lacks, named and explained; undefined where nothing is missing. */
export const incompleteRefusal = (stage: Stage, text: MeasuredText, situation: Situation): Decision | undefined => {
  const lacking = [
    ...lackingWords(stage, text, situation),
    ...lackingObservations(stage, text, situation),
    ...lackingRecommendations(stage, text, situation),
  ];
  return lacking.length === 0 ? undefined : refuse('report-incomplete', { missing: lacking });
};

const lengthOf = (text: string): number => Array.from(text).length;

const differentWords = (text: string): number => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).size;

const lackingWords = (
  stage: Stage,
  { summary, conclusion }: MeasuredText,
  { profile }: Situation,
): readonly Missing[] => {
  const isFinal = stage === 'final-report';
  const charactersMin = isFinal ? profile.finalReportCharactersMin.value : STAGE_CONCLUSION_CHARACTERS_MIN;
  const differentWordsMin = isFinal ? FINAL_CONCLUSION_WORDS_MIN : STAGE_CONCLUSION_WORDS_MIN;
  const [summaryLength, conclusionLength, words] = [
    lengthOf(summary),
    lengthOf(conclusion),
    differentWords(conclusion),
  ];
  return [
    ...(summaryLength < SUMMARY_CHARACTERS_MIN
      ? [missing('summary-too-brief', { characters: summaryLength, charactersMin: SUMMARY_CHARACTERS_MIN })]
      : []),
    ...(conclusionLength < charactersMin
      ? [missing('conclusion-too-brief', { characters: conclusionLength, charactersMin })]
      : []),
    ...(words < differentWordsMin
      ? [missing('conclusion-too-general', { differentWords: words, differentWordsMin })]
      : []),
    ...(summary === conclusion ? [missing('conclusion-repeats-summary')] : []),
  ];
};

/** Before which observation a report begins: a final one accounts for all, one on a stage for those that no other report knew of. */
const accountedBefore = (stage: Stage, { head }: Situation): number =>
  stage === 'final-report'
    ? 0
    : Math.max(0, ...Object.entries(head.reports).map(([of, report]) => (of === stage ? 0 : (report.filed ?? 0))));

const lackingObservations = (
  stage: Stage,
  { cites, leavesOut }: MeasuredText,
  situation: Situation,
): readonly Missing[] => {
  const known = new Set([...cites, ...leavesOut.map(({ observation }) => observation)]);
  const filed = situation.head.numbers['observation'] ?? 0;
  return unaccounted(observationIds(accountedBefore(stage, situation) + 1, filed).filter((id) => !known.has(id)));
};

const unaccounted = (ids: readonly string[]): readonly Missing[] =>
  ids.length === 0
    ? []
    : [missing('observations-unaccounted', { observations: ids.slice(0, UNACCOUNTED_NAMED_MAX), count: ids.length })];

/** A final report that was written before the last observations were filed must be drafted anew to account for them. */
export const outdatedRefusal = (
  { stage, accounts }: { readonly stage: Stage; readonly accounts: number },
  { head }: Situation,
): Decision | undefined => {
  if (stage !== 'final-report') return undefined;
  const lacking = unaccounted(observationIds(accounts + 1, head.numbers['observation'] ?? 0));
  return lacking.length === 0 ? undefined : refuse('report-incomplete', { missing: lacking });
};

const observationIds = (first: number, last: number): readonly string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => `observation-${first + index}`);

const lackingRecommendations = (
  stage: Stage,
  { recommendations, noRecommendationsReason }: MeasuredText,
  { now }: Situation,
): readonly Missing[] => {
  const past = recommendations.flatMap(({ dueAt }, index) => (dueAt <= now ? [`/recommendations/${index}/dueAt`] : []));
  const isSaid = recommendations.length > 0;
  const isExcused = noRecommendationsReason !== undefined;
  return [
    ...(stage === 'final-report' && !isSaid && !isExcused ? [missing('recommendations-missing')] : []),
    ...(isSaid && isExcused ? [missing('recommendations-contradict')] : []),
    ...(past.length === 0 ? [] : [missing('recommendations-due-past', { pointers: past })]),
  ];
};
