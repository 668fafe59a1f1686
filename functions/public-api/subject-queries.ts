import * as z from 'zod/mini';
import { termInShort, termInShortSchema } from '../../domain/clocks/term-in-short.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import {
  mayReadAccount,
  mayReadEscalation,
  mayReadObservation,
  mayReadPlace,
  mayReadVisit,
} from '../../domain/reading/may-read.ts';
import {
  actSchema,
  amendmentSchema,
  drawSchema,
  escalationSchema,
  flagSchema,
  subjectOf,
  visitSchema,
} from '../../domain/state.ts';
import type { QueryOperation } from '../_http/operation.ts';
import { listOf, type Sight } from './list-of.ts';

/** Absent where nothing was written, or the reader may not read it. */
const written = z.optional(z.string());

const mayReadFinding = (id: string, sight: Sight): boolean => {
  const finding = subjectOf(sight.subjects, 'observation', id);
  return finding !== undefined && mayReadObservation(sight, finding);
};

export const subjectLists: readonly QueryOperation[] = [
  listOf({
    kind: 'act',
    plural: 'acts',
    summary: 'List the acts of a case and how each was accounted for',
    view: z.extend(actSchema, { place: written, note: written, circumstances: written }),
    mayRead: (act, sight) => [
      ...(mayReadPlace(sight, act) ? [act.recordedIn] : []),
      ...(mayReadAccount(sight) ? [act.accountedIn] : []),
    ],
    show: (act, text) => ({
      ...act,
      place: text(act.recordedIn, 'place'),
      note: text(act.accountedIn, 'note'),
      circumstances: text(act.accountedIn, 'circumstances'),
    }),
  }),
  listOf({
    kind: 'draw',
    plural: 'draws',
    summary: 'List the draws of a case, each with what it waits for or the order that was drawn',
    view: drawSchema,
    show: (draw) => draw,
  }),
  listOf({
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
  }),
  listOf({
    kind: 'escalation',
    plural: 'escalations',
    summary:
      'List the escalations of a case, each with its state, when its answer is due, its letter and its answer; findings that are sealed to you are not named',
    view: z.extend(escalationSchema, { dueAt: z.string(), term: termInShortSchema, letter: written, answer: written }),
    needs: ({ findings }) => findings,
    mayRead: (escalation, sight) =>
      mayReadEscalation(sight, escalation) ? [escalation.recordedIn, escalation.answeredIn] : [],
    show: (escalation, text, sight) => {
      const { head, now } = sight;
      const term = termInShort({ head, profile: profileOf(head.profile), now }, 'control-answer', escalation.sentAt);
      return {
        ...escalation,
        findings: escalation.findings.filter((id) => mayReadFinding(id, sight)),
        dueAt: term.dueAt,
        term,
        letter: text(escalation.recordedIn, 'letter'),
        answer: text(escalation.answeredIn, 'answer'),
      };
    },
  }),
  listOf({
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
  }),
  listOf({
    kind: 'visit',
    plural: 'visits',
    summary: 'List the site visits of a case',
    view: z.extend(visitSchema, { place: written, note: written }),
    mayRead: ({ recordedIn, settledIn }, sight) => (mayReadVisit(sight) ? [recordedIn, settledIn] : []),
    show: (visit, text) => ({
      ...visit,
      place: text(visit.recordedIn, 'place'),
      note: text(visit.settledIn, 'note'),
    }),
  }),
];
