import * as z from 'zod/mini';
import { mayReadObservation, mayReadOwn, type Reading } from '../../domain/reading/may-read.ts';
import { subjectOf } from '../../domain/state.ts';
import { instant } from '../../events/shapes.ts';
import { type QueryPorts, type QueryRequest, query } from '../_http/operation.ts';
import { nothingAsked, paging, WRITTEN_PAGE_MAX } from '../_http/paging.ts';
import { type CaseAtHand, caseAtHand, subjectAtHand, subjectsPage } from './case-at-hand.ts';
import { type Announcing, incompleteAmong, manifestOf } from './manifest.ts';
import {
  heldIn,
  type Observation,
  observationView,
  outsideOf,
  sealBefore,
  showObservation,
  writtenAbout,
} from './observation-view.ts';
import { readerOf } from './reader.ts';

/** Contents that a page of observations may show, and only those: what is sealed is not even read. */
const contentsFor = (ports: QueryPorts, observations: readonly Observation[], reading: Reading) =>
  ports.cases.contents({
    case: reading.head.case,
    versions: observations
      .filter((observation) => mayReadObservation(reading, observation))
      .flatMap((observation) => writtenAbout(observation)),
  });

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
    const reading = { head: found.head, reader: readerOf(request.caller), now: ports.now() };
    const contents = await contentsFor(ports, observations, reading);
    const aboutOf = (observation: Observation): Announcing => ({
      observation: observation.id,
      content: contents.get(heldIn(observation))?.body,
    });
    // Of what is sealed nothing is known here, and so it is not said either whether something is missing.
    const readable = observations.filter((observation) => contents.has(heldIn(observation)));
    const whole = await incompleteAmong(ports, found.head.case, readable.map(aboutOf));
    const show = (observation: Observation) => {
      const shown = showObservation(observation, contents, reading);
      return 'content' in shown ? { ...shown, ...whole(aboutOf(observation)) } : shown;
    };
    return {
      body: { items: observations.map(show) },
      version: found.version,
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  },
});

/** The observation that a path names, with who reads it; or nothing. */
const observationAtHand = async (
  ports: QueryPorts,
  request: QueryRequest<unknown>,
): Promise<{ found: CaseAtHand; observation: Observation; reading: Reading } | undefined> => {
  const found = await caseAtHand(ports, request);
  const id = request.parameters.observation ?? '';
  if (found === undefined || !/^observation-[1-9]\d{0,5}$/.test(id)) return undefined;
  const subject = await subjectAtHand(ports, found.head.case, id);
  const observation = subject === undefined ? undefined : subjectOf(new Map([[id, subject]]), 'observation', id);
  if (observation === undefined) return undefined;
  return {
    found,
    observation,
    reading: { head: found.head, reader: readerOf(request.caller), now: ports.now() },
  };
};

export const readObservation = query({
  name: 'read-observation',
  path: '/cases/{case}/observations/{observation}',
  summary: 'Read an observation, or its seal',
  query: nothingAsked,
  answers: observationView,
  ask: async (ports, request) => {
    const at = await observationAtHand(ports, request);
    if (at === undefined) return undefined;
    const { observation, found } = at;
    const contents = await contentsFor(ports, [observation], at.reading);
    const body = showObservation(observation, contents, at.reading);
    if (!('content' in body)) return { body, version: found.version };
    const about = { observation: observation.id, content: contents.get(heldIn(observation))?.body };
    const files = await manifestOf(ports, found.head.case, about);
    return { body: { ...body, ...files }, version: found.version };
  },
});

const versionView = z.strictObject({
  version: z.int(),
  /** The event that holds this version and commits to it by hash. */
  event: z.string(),
  since: instant,
  /** Absent for whoever may not read the observation. */
  content: z.optional(z.record(z.string(), z.unknown())),
});

export const listVersions = query({
  name: 'read-observation-versions',
  path: '/cases/{case}/observations/{observation}/versions',
  summary: 'Read every version of an observation, first to last: each as long as it held, and why the next was written',
  query: nothingAsked,
  answers: z.strictObject({
    observation: z.string(),
    withdrawnAt: z.optional(instant),
    items: z.array(versionView),
  }),
  ask: async (ports, request) => {
    const at = await observationAtHand(ports, request);
    if (at === undefined) return undefined;
    const { observation, reading, found } = at;
    const { recordedIn, filedAt, corrections = [] } = observation;
    const versions = [{ recordedIn, correctedAt: filedAt }, ...corrections];
    const isRead = sealBefore(observation, reading) === undefined || mayReadOwn(reading, observation);
    const contents = await ports.cases.contents({
      case: found.head.case,
      versions: isRead ? versions.map((each) => each.recordedIn) : [],
    });
    const { withdrawnAt } = outsideOf(observation);
    return {
      version: found.version,
      body: {
        observation: observation.id,
        ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
        items: versions.map((each, index) => {
          const body = contents.get(each.recordedIn)?.body;
          return {
            version: index + 1,
            event: `${found.head.case}@${each.recordedIn}`,
            since: each.correctedAt,
            ...(body === undefined ? {} : { content: { ...body } }),
          };
        }),
      },
    };
  },
});
