import * as z from 'zod/mini';
import {
  mayKnowProceeding,
  mayReadEscalation,
  mayReadProceeding,
  mayTakeEvidence,
  type Reading,
} from '../../domain/reading/may-read.ts';
import { type SubjectOf, subjectOf } from '../../domain/state.ts';
import { escalationSchema, proceedingSchema } from '../../domain/things.ts';
import { calendarDate, instant } from '../../events/shapes.ts';
import { ESCALATION_STEPS, OUTCOMES, PROCEEDING_STATES, ROLES } from '../../events/vocabulary.ts';
import { bundleLink } from '../_http/bundle-operation.ts';
import { type QueryOperation, type QueryPorts, type QueryRequest, query } from '../_http/operation.ts';
import { nothingAsked } from '../_http/paging.ts';
import { type CaseAtHand, caseAtHand, subjectAtHand, subjectsAtHand } from './case-at-hand.ts';
import { listOf } from './list-of.ts';
import { readerOf } from './reader.ts';

const answeredBy = { function: 'escalations-api' } as const;
const written = z.optional(z.string());

const proceedingView = z.strictObject({
  id: z.string(),
  recordedIn: z.int(),
  /** Absent while it is about what is sealed to the reader. */
  type: z.optional(proceedingSchema.shape.type),
  escalation: z.optional(z.string()),
  findings: z.optional(z.array(z.string())),
  states: z.optional(
    z.array(
      z.strictObject({
        state: z.enum(PROCEEDING_STATES),
        on: calendarDate,
        event: z.string(),
        number: written,
        note: written,
      }),
    ),
  ),
  /** Of those whom it concerns, and everybody’s once it is final. */
  body: written,
  against: written,
});

export const listProceedings = listOf({
  ...answeredBy,
  kind: 'proceeding',
  plural: 'proceedings',
  summary:
    'List the sanctions and proceedings that followed from findings, and where each stands; numbers and names are told to everybody once one is final',
  view: proceedingView,
  needs: ({ findings, escalation }) => [...findings, ...(escalation === undefined ? [] : [escalation])],
  mayRead: (proceeding, sight) =>
    mayReadProceeding(sight, proceeding) ? proceeding.states.map(({ recordedIn }) => recordedIn) : [],
  show: (proceeding, text, sight) => {
    const { id, recordedIn, type, escalation, findings, states } = proceeding;
    if (!mayKnowProceeding(sight, proceeding)) return { id, recordedIn };
    return {
      id,
      recordedIn,
      type,
      escalation,
      findings,
      states: states.map(({ state, on, recordedIn: told }) => ({
        state,
        on,
        event: `${sight.head.case}@${told}`,
        number: text(told, 'number'),
        note: text(told, 'note'),
      })),
      body: text(recordedIn, 'body'),
      against: text(recordedIn, 'against'),
    };
  },
});

interface EscalationAtHand {
  readonly found: CaseAtHand;
  readonly escalation: SubjectOf<'escalation'>;
}

/** The escalation that a path names, or nothing. */
const escalationAtHand = async (
  ports: QueryPorts,
  request: QueryRequest<unknown>,
): Promise<EscalationAtHand | undefined> => {
  const found = await caseAtHand(ports, request);
  const id = request.parameters.escalation ?? '';
  if (found === undefined || !/^escalation-[1-9]\d{0,5}$/.test(id)) return undefined;
  const subject = await subjectAtHand(ports, found.head.case, id);
  const escalation = subject === undefined ? undefined : subjectOf(new Map([[id, subject]]), 'escalation', id);
  return escalation === undefined ? undefined : { found, escalation };
};

const content = z.record(z.string(), z.unknown());

const readAnswers = query({
  ...answeredBy,
  name: 'read-escalation-answers',
  path: '/cases/{case}/escalations/{escalation}/answers',
  summary: 'Read every answer to an escalation, first to last: the last one holds',
  query: nothingAsked,
  answers: z.strictObject({
    escalation: z.string(),
    items: z.array(
      z.strictObject({
        version: z.int(),
        /** The event that holds this answer and commits to it by hash. */
        event: z.string(),
        answeredAt: instant,
        outcome: z.enum(OUTCOMES),
        /** Absent for whoever may not read the escalation. */
        content: z.optional(content),
      }),
    ),
  }),
  ask: async (ports, request) => {
    const at = await escalationAtHand(ports, request);
    if (at === undefined) return undefined;
    const { found, escalation } = at;
    const { head, version } = found;
    const subjects = await subjectsAtHand(ports, head.case, escalation.findings);
    const reading: Reading = { reader: readerOf(request.caller), head, now: ports.now() };
    const answers = escalation.answers ?? [];
    const contents = await ports.cases.contents({
      case: head.case,
      versions: mayReadEscalation({ ...reading, subjects }, escalation)
        ? answers.map(({ recordedIn }) => recordedIn)
        : [],
    });
    return {
      version,
      body: {
        escalation: escalation.id,
        items: answers.map(({ recordedIn, answeredAt, outcome }, index) => {
          const body = contents.get(recordedIn)?.body;
          return {
            version: index + 1,
            event: `${head.case}@${recordedIn}`,
            answeredAt,
            outcome,
            ...(body === undefined ? {} : { content: { ...body } }),
          };
        }),
      },
    };
  },
});

const readHistory = query({
  ...answeredBy,
  name: 'read-escalation-history',
  path: '/cases/{case}/escalations/{escalation}/history',
  summary:
    'Read what was done with an escalation, first to last: who got it, who answered, what was proposed, and when',
  query: nothingAsked,
  answers: z.strictObject({
    escalation: z.string(),
    controlAuthority: z.string(),
    tier: z.int(),
    follows: z.optional(z.string()),
    proposal: z.optional(escalationSchema.shape.proposal),
    /** Where its evidence is fetched as one ZIP, for those who may. */
    bundle: z.optional(z.string()),
    items: z.array(
      z.strictObject({ step: z.enum(ESCALATION_STEPS), at: instant, by: z.enum(ROLES), event: z.string() }),
    ),
  }),
  ask: async (ports, request) => {
    const at = await escalationAtHand(ports, request);
    if (at === undefined) return undefined;
    const { found, escalation } = at;
    const { id, controlAuthority, tier, follows, proposal, steps = [] } = escalation;
    const reading: Reading = { reader: readerOf(request.caller), head: found.head, now: ports.now() };
    return {
      version: found.version,
      body: {
        escalation: id,
        controlAuthority,
        tier,
        ...(mayTakeEvidence(reading, escalation) ? { bundle: bundleLink(found.head.case, id) } : {}),
        ...(follows === undefined ? {} : { follows }),
        ...(proposal === undefined ? {} : { proposal }),
        items: steps.map(({ recordedIn, ...step }) => ({ ...step, event: `${found.head.case}@${recordedIn}` })),
      },
    };
  },
});

/** What escalations-api reads. */
export const ESCALATION_QUERIES: readonly QueryOperation[] = [readAnswers, readHistory, listProceedings];
