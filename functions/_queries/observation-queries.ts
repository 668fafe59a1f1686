import * as z from 'zod/mini';
import { termInShort, termInShortSchema } from '../../domain/clocks/term-in-short.ts';
import { sealOf } from '../../domain/observations/seal.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { mayReadObservation, type Reading } from '../../domain/reading/may-read.ts';
import { observationSchema, type SubjectOf, subjectOf } from '../../domain/state.ts';
import { instant, type JsonObject } from '../../events/shapes.ts';
import { STAGES } from '../../events/vocabulary.ts';
import { type QueryPorts, query } from '../_http/operation.ts';
import { caseAtHand, subjectAtHand, subjectsPage } from './case-at-hand.ts';
import { nothingAsked, paging, WRITTEN_PAGE_MAX } from './paging.ts';
import { readerOf } from './reader.ts';

type Observation = SubjectOf<'observation'>;

/** What everybody may know of every observation from the first minute: that it exists, its stage and its seal. */
const sealed = z.strictObject({
  observation: z.string(),
  stage: z.enum(STAGES),
  filedAt: instant,
  late: z.boolean(),
  seal: z.enum(['until-award', 'restricted']),
});

const written = z.record(z.string(), z.unknown());
const shown = z.strictObject({
  observation: z.string(),
  stage: z.enum(STAGES),
  filedAt: instant,
  late: z.boolean(),
  seal: z.enum(['open', 'until-award', 'restricted']),
  state: z.omit(observationSchema, { kind: true, id: true, stage: true, filedAt: true, late: true }),
  replyDueAt: z.optional(instant),
  replyTerm: z.optional(termInShortSchema),
  content: written,
  reply: z.optional(written),
  /** Why a grave finding is not escalated. */
  nonEscalation: z.optional(written),
});
const observationView = z.union([sealed, shown]);

interface Showing extends Reading {
  readonly now: string;
}

/** Contents that a page of observations may show, and only those: what is sealed is not even read. */
const contentsFor = (ports: QueryPorts, observations: readonly Observation[], { head, reader }: Showing) =>
  ports.cases.contents({
    case: head.case,
    versions: observations
      .filter((observation) => mayReadObservation({ reader, head }, observation))
      .flatMap(({ recordedIn, repliedIn, nonEscalationReasonedIn }) => [recordedIn, repliedIn, nonEscalationReasonedIn])
      .filter((version) => version !== undefined),
  });

const show = (
  observation: Observation,
  contents: ReadonlyMap<number, { readonly body: JsonObject }>,
  { head, reader, now }: Showing,
): z.infer<typeof observationView> => {
  const { kind: _, id, stage, filedAt, late, ...state } = observation;
  const seal = sealOf(observation, head);
  const outside = { observation: id, stage, filedAt, late };
  if (seal !== 'open' && !mayReadObservation({ reader, head }, observation)) return { ...outside, seal };
  const writtenIn = (version: number | undefined) => (version === undefined ? undefined : contents.get(version)?.body);
  const replyTerm =
    state.notifiedAt === undefined
      ? undefined
      : termInShort({ head, profile: profileOf(head.profile), now }, 'finding-reply', state.notifiedAt);
  const reply = writtenIn(state.repliedIn);
  const nonEscalation = writtenIn(state.nonEscalationReasonedIn);
  return {
    ...outside,
    seal,
    state,
    ...(replyTerm === undefined ? {} : { replyDueAt: replyTerm.dueAt, replyTerm }),
    content: { ...writtenIn(state.recordedIn) },
    ...(reply === undefined ? {} : { reply: { ...reply } }),
    ...(nonEscalation === undefined ? {} : { nonEscalation: { ...nonEscalation } }),
  };
};

export const listObservations = query({
  name: 'list-observations',
  path: '/cases/{case}/observations',
  summary: 'List the observations of a case: what is sealed shows its seal, what may be read its content',
  query: paging,
  answers: z.strictObject({ items: z.array(observationView) }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const limit = Math.min(request.query.limit, WRITTEN_PAGE_MAX);
    const { cursor } = request.query;
    const page = await subjectsPage(ports, found.head.case, { kind: 'observation', limit, cursor });
    const observations = page.items.filter((subject) => subject.kind === 'observation');
    const showing = { head: found.head, reader: readerOf(request.caller), now: ports.now() };
    const contents = await contentsFor(ports, observations, showing);
    return {
      body: { items: observations.map((observation) => show(observation, contents, showing)) },
      version: found.version,
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  },
});

export const readObservation = query({
  name: 'read-observation',
  path: '/cases/{case}/observations/{observation}',
  summary: 'Read an observation, or its seal',
  query: nothingAsked,
  answers: observationView,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    const id = request.parameters.observation ?? '';
    if (found === undefined || !/^observation-[1-9]\d{0,5}$/.test(id)) return undefined;
    const subject = await subjectAtHand(ports, found.head.case, id);
    const observation = subject === undefined ? undefined : subjectOf(new Map([[id, subject]]), 'observation', id);
    if (observation === undefined) return undefined;
    const showing = { head: found.head, reader: readerOf(request.caller), now: ports.now() };
    const contents = await contentsFor(ports, [observation], showing);
    return { body: show(observation, contents, showing), version: found.version };
  },
});
