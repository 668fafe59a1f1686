import * as z from 'zod/mini';
import { termInShort, termInShortSchema } from '../../domain/clocks/term-in-short.ts';
import { choicesOf, isProposalOpen } from '../../domain/escalations/next-tier.ts';
import { breachAnswerDueAt } from '../../domain/pact/breach-at-hand.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import {
  mayReadAccount,
  mayReadBreach,
  mayReadEscalation,
  mayReadObservation,
  mayReadPlace,
  mayReadQuestion,
  mayReadVisit,
} from '../../domain/reading/may-read.ts';
import { coordinates } from '../../domain/shapes.ts';
import { subjectOf } from '../../domain/state.ts';
import {
  actSchema,
  amendmentSchema,
  breachSchema,
  drawSchema,
  escalationSchema,
  flagSchema,
  questionSchema,
  visitSchema,
} from '../../domain/things.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { QueryOperation } from '../_http/operation.ts';
import { listOf, type Sight } from './list-of.ts';

/** Absent where nothing was written, or the reader may not read it. */
const written = z.optional(z.string());
const measured = z.optional(coordinates);

/** The event whose content says where an act or a visit is: the last that said so. */
const placeIn = ({ recordedIn, placedIn }: { recordedIn: number; placedIn?: number | undefined }): number =>
  placedIn ?? recordedIn;

const withCoordinates = z.looseObject({ coordinates: measured });
const coordinatesIn = (content: JsonObject | undefined) => withCoordinates.parse(content ?? {}).coordinates;

const mayReadFinding = (id: string, sight: Sight): boolean => {
  const finding = subjectOf(sight.subjects, 'observation', id);
  return finding !== undefined && mayReadObservation(sight, finding);
};

export const listActs = listOf({
  kind: 'act',
  plural: 'acts',
  summary: 'List the acts of a case and how each was accounted for',
  view: z.extend(actSchema, {
    place: written,
    coordinates: measured,
    presidedBy: written,
    reason: written,
    note: written,
    circumstances: written,
    correction: written,
  }),
  mayRead: (act, sight) => [
    ...(mayReadPlace(sight, act) ? [placeIn(act), act.movedIn, act.heldIn] : []),
    ...(mayReadAccount(sight) || act.accounted === 'cancelled' ? [act.accountedIn] : []),
    ...(mayReadAccount(sight) ? [act.correctedIn] : []),
  ],
  show: (act, text, { content }) => ({
    ...act,
    place: text(placeIn(act), 'place'),
    coordinates: coordinatesIn(content(placeIn(act))),
    presidedBy: text(act.heldIn, 'presidedBy'),
    /** Why it was cancelled, or else given its present time. */
    reason: text(act.accounted === 'cancelled' ? act.accountedIn : act.movedIn, 'reason'),
    note: text(act.accountedIn, 'note'),
    circumstances: text(act.accountedIn, 'circumstances'),
    correction: text(act.correctedIn, 'reason'),
  }),
});

export const listBreaches = listOf({
  kind: 'breach',
  plural: 'breaches',
  summary: 'List the breaches of the pact that were reported, each with its consequence once it is ruled on',
  view: z.extend(breachSchema, {
    /** Not told before the ruling to whom it does not concern. */
    accused: z.optional(breachSchema.shape.accused),
    answerDueAt: z.string(),
    provision: written,
    circumstances: written,
    answer: written,
    explanation: written,
  }),
  mayRead: (breach, sight) => [
    ...(mayReadBreach(sight, breach) ? [breach.recordedIn, breach.answeredIn] : []),
    breach.ruledIn,
  ],
  show: ({ accused, bidder, ...breach }, text, sight) => {
    const isNamed = breach.consequence !== undefined && breach.consequence !== 'not-a-breach';
    const isShown = isNamed || mayReadBreach(sight, { accused, bidder, ...breach });
    return {
      ...breach,
      ...(isShown ? { accused, ...(bidder === undefined ? {} : { bidder }) } : {}),
      answerDueAt: breachAnswerDueAt(
        { head: sight.head, profile: profileOf(sight.head.profile), now: sight.now },
        breach.reportedAt,
      ),
      provision: text(breach.recordedIn, 'provision'),
      circumstances: text(breach.recordedIn, 'circumstances'),
      answer: text(breach.answeredIn, 'answer'),
      explanation: text(breach.ruledIn, 'explanation'),
    };
  },
});

export const listDraws = listOf({
  kind: 'draw',
  plural: 'draws',
  summary: 'List the draws of a case, each with what it waits for or the order that was drawn',
  view: drawSchema,
  show: (draw) => draw,
});

export const listFlags = listOf({
  kind: 'flag',
  plural: 'flags',
  summary: 'List the red flags of a case and their answers; a sealed observation that answers one is not named',
  view: z.extend(flagSchema, { reason: written }),
  needs: ({ observation }) => (observation === undefined ? [] : [observation]),
  mayRead: ({ answer, answeredIn }) => (answer === 'dismissed' ? [answeredIn] : []),
  show: ({ observation: named, ...flag }, text, sight) => ({
    ...flag,
    ...(mayReadFinding(named ?? '', sight) ? { observation: named } : {}),
    reason: text(flag.answeredIn, 'reason'),
  }),
});

export const listEscalations = listOf({
  kind: 'escalation',
  plural: 'escalations',
  summary:
    'List the escalations of a case, each with its state, when its answer is due, its letter and its answer; findings that are sealed to you are not named',
  // The due date that was counted when it was sent is not shown: a suspension moves the term, and `dueAt` moves with it.
  view: z.extend(z.omit(escalationSchema, { answerDueAt: true, proceedings: true }), {
    dueAt: z.string(),
    term: termInShortSchema,
    letter: written,
    answer: written,
    /** Where another authority is proposed and nobody decided yet: whom one can choose. */
    choices: z.optional(z.array(z.string())),
  }),
  needs: ({ findings }) => findings,
  mayRead: (escalation, sight) =>
    mayReadEscalation(sight, escalation) ? [escalation.recordedIn, escalation.answeredIn] : [],
  show: (escalation, text, sight) => {
    const { head, now } = sight;
    const { answerDueAt: _, proceedings: __, ...shown } = escalation;
    const term = termInShort({ head, profile: profileOf(head.profile), now }, 'control-answer', escalation.sentAt);
    return {
      ...shown,
      findings: escalation.findings.filter((id) => mayReadFinding(id, sight)),
      dueAt: term.dueAt,
      term,
      ...(isProposalOpen(escalation)
        ? { choices: choicesOf(escalation, profileOf(head.profile)).map(({ id }) => id) }
        : {}),
      letter: text(escalation.recordedIn, 'letter'),
      answer: text(escalation.answeredIn, 'answer'),
    };
  },
});

export const listQuestions = listOf({
  kind: 'question',
  plural: 'questions',
  summary: 'List the questions of a case and their answers, each with when its answer is due and how that is counted',
  view: z.extend(questionSchema, { dueAt: z.string(), term: termInShortSchema, question: written, answer: written }),
  needs: ({ report }) => (report === undefined ? [] : [report]),
  mayRead: (question, sight) => (mayReadQuestion(sight, question) ? [question.recordedIn, question.answeredIn] : []),
  show: (question, text, { head, now }) => {
    const term = termInShort({ head, profile: profileOf(head.profile), now }, 'question-answer', question.askedAt);
    return {
      ...question,
      dueAt: term.dueAt,
      term,
      question: text(question.recordedIn, 'question'),
      answer: text(question.answeredIn, 'answer'),
    };
  },
});

export const listAmendments = listOf({
  kind: 'amendment',
  plural: 'amendments',
  summary: 'List the amendments of the contract: what each changed, and what the team concluded',
  view: z.extend(amendmentSchema, { change: written, conclusion: written }),
  mayRead: ({ recordedIn, reviewedIn }) => [recordedIn, reviewedIn],
  show: (amendment, text) => ({
    ...amendment,
    change: text(amendment.recordedIn, 'change'),
    conclusion: text(amendment.reviewedIn, 'conclusion'),
  }),
});

export const listVisits = listOf({
  kind: 'visit',
  plural: 'visits',
  summary: 'List the site visits of a case',
  view: z.extend(visitSchema, { place: written, coordinates: measured, reason: written, note: written }),
  mayRead: (visit, sight) => (mayReadVisit(sight) ? [placeIn(visit), visit.movedIn, visit.settledIn] : []),
  show: (visit, text, { content }) => ({
    ...visit,
    place: text(placeIn(visit), 'place'),
    coordinates: coordinatesIn(content(placeIn(visit))),
    /** Why it was given its present time. */
    reason: text(visit.movedIn, 'reason'),
    note: text(visit.settledIn, 'note'),
  }),
});

export const subjectLists: readonly QueryOperation[] = [
  listActs,
  listBreaches,
  listDraws,
  listFlags,
  listEscalations,
  listQuestions,
  listAmendments,
  listVisits,
];
