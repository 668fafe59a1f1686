import * as z from 'zod/mini';
import { CHECKLIST_DOCUMENTS, STAGES } from '../../events/vocabulary.ts';
import { termInShort } from '../clocks/term-in-short.ts';
import { sealOf } from '../observations/seal.ts';
import { profileOf } from '../profiles/profiles.ts';
import { mayReadAccount, mayReadPlace, mayReadVisit } from '../reading/may-read.ts';
import { coordinates } from '../shapes.ts';
import type { SubjectOf } from '../state.ts';
import { type PublicSight, present, type Section, section, thingsOf, type Written } from './section.ts';

/** What the team watched: acts, visits, documents asked for, and what it filed about them. */

const located = z.looseObject({ coordinates: z.optional(coordinates) });

const coordinatesOf = (body: ReturnType<Written['body']>) => {
  const found = located.parse(body ?? {}).coordinates;
  return found === undefined
    ? undefined
    : present({
        latitude: found.latitude,
        longitude: found.longitude,
        accuracyMetres: found.accuracyMetres,
      });
};

const placedIn = ({ recordedIn, placedIn: moved }: { recordedIn: number; placedIn?: number | undefined }): number =>
  moved ?? recordedIn;

export const acts: Section = section({
  things: (sight) => thingsOf(sight, 'act'),
  readable: (act, sight) => [
    ...(mayReadPlace(sight, act) ? [placedIn(act), act.movedIn, act.heldIn] : []),
    ...(mayReadAccount(sight) || act.accounted === 'cancelled' ? [act.accountedIn] : []),
  ],
  show: (act, { text, body }) =>
    present({
      id: act.id,
      type: act.act,
      stage: act.stage,
      dateScheduled: act.heldAt,
      earlierDates: act.earlierDates,
      dateBegan: act.beganAt,
      dateEnded: act.endedAt,
      public: act.public,
      attendance: act.accounted,
      present: act.present,
      quorum: act.quorum,
      citizensAdmitted: act.citizensAdmitted,
      place: text(placedIn(act), 'place'),
      coordinates: coordinatesOf(body(placedIn(act))),
      presidedBy: text(act.heldIn, 'presidedBy'),
      reason: text(act.accounted === 'cancelled' ? act.accountedIn : act.movedIn, 'reason'),
    }),
});

export const siteVisits: Section = section({
  things: (sight) => (mayReadVisit(sight) ? thingsOf(sight, 'visit') : []),
  readable: (visit) => [placedIn(visit), visit.movedIn, visit.settledIn],
  show: (visit, { text, body }) =>
    present({
      id: visit.id,
      datePlanned: visit.plannedAt,
      earlierDates: visit.earlierDates,
      outcome: visit.outcome,
      place: text(placedIn(visit), 'place'),
      coordinates: coordinatesOf(body(placedIn(visit))),
      reason: text(visit.movedIn, 'reason'),
      description: text(visit.settledIn, 'note'),
    }),
});

export const documentAccess: Section = section({
  things: ({ head }) =>
    STAGES.flatMap((stage) =>
      CHECKLIST_DOCUMENTS.flatMap((document) => {
        const result = head.documentAccess[stage]?.[document];
        return result === undefined ? [] : [{ stage, document, result }];
      }),
    ),
  show: ({ stage, document, result }) => present({ id: `${stage}/${document}`, stage, document, result }),
});

type Observation = SubjectOf<'observation'>;

const seen = z.looseObject({
  observedAt: z.optional(z.string()),
  place: z.optional(z.string()),
  categoryText: z.optional(z.string()),
  legalBasis: z.optional(z.string()),
  provisions: z.optional(z.array(z.looseObject({ law: z.string(), provision: z.string() }))),
  redFlags: z.optional(z.array(z.string())),
  pointers: z.optional(z.array(z.string())),
  documentHashes: z.optional(z.array(z.string())),
});

/** The version of the event that holds what an observation says now. */
const heldIn = ({ recordedIn, corrections = [] }: Observation): number => corrections.at(-1)?.recordedIn ?? recordedIn;

/** A withdrawn observation is a tombstone with its reason: what its author took back is spread no further by open data. */
const isTold = (observation: Observation, sight: PublicSight): boolean =>
  sealOf(observation, sight) === 'open' && observation.withdrawnAt === undefined;

export const observations: Section = section({
  things: (sight) => thingsOf(sight, 'observation'),
  readable: (observation, sight) => {
    if (sealOf(observation, sight) !== 'open') return [];
    if (observation.withdrawnAt !== undefined) return [observation.withdrawnIn];
    return [
      heldIn(observation),
      observation.repliedIn,
      observation.nonEscalationReasonedIn,
      observation.embargoExtendedIn,
      observation.releasedIn,
    ];
  },
  show: (observation, written, sight) =>
    present({
      ...outsideOf(observation, sight),
      ...(isTold(observation, sight) ? insideOf(observation, written, sight) : {}),
      withdrawalReason: written.text(observation.withdrawnIn, 'reason'),
    }),
});

/** What everybody knows of every observation from the first minute: that it exists, its stage, its seal and its hash. */
const outsideOf = (observation: Observation, sight: PublicSight) => {
  const seal = sealOf(observation, sight);
  return {
    id: observation.id,
    stage: observation.stage,
    dateFiled: observation.filedAt,
    late: observation.late,
    version: (observation.corrections ?? []).length + 1,
    dateWithdrawn: observation.withdrawnAt,
    seal,
    sealedUntil: seal === 'embargo-extended' ? observation.embargoUntil : undefined,
    contentHash: sight.recorded.contentHashes.get(heldIn(observation)),
    url: sight.url(`/observations/${observation.id}`),
  };
};

const insideOf = (observation: Observation, { body, text }: Written, sight: PublicSight) => {
  const content = body(heldIn(observation));
  const { provisions = [], legalBasis, ...told } = seen.parse(content ?? {});
  return {
    type: observation.type,
    observer: observation.by,
    dateObserved: told.observedAt,
    title: text(heldIn(observation), 'title'),
    description: text(heldIn(observation), 'narrative'),
    language: text(heldIn(observation), 'language'),
    act: observation.act,
    place: told.place,
    coordinates: coordinatesOf(content),
    category: observation.category,
    categoryDetails: told.categoryText,
    severity: observation.severity,
    legalBasis: [
      ...(legalBasis === undefined ? [] : [legalBasis]),
      ...provisions.map(({ law, provision }) => `${law}: ${provision}`),
    ],
    noLegalBasisReason: text(heldIn(observation), 'noLegalBasisReason'),
    redFlags: told.redFlags,
    pointers: told.pointers,
    documentHashes: told.documentHashes,
    embargoReason: text(observation.embargoExtendedIn, 'reason'),
    releaseReason: text(observation.releasedIn, 'reason'),
    reply: replyTo(observation, { body, text }, sight),
    nonEscalationReason: text(observation.nonEscalationReasonedIn, 'reason'),
    escalations: observation.escalations.map(({ escalation }) => escalation),
    remedy: observation.remedy,
  };
};

/** How the contracting authority was asked to reply, by when, and what it said. */
const replyTo = ({ notifiedAt, repliedIn, replyLapsed }: Observation, { text }: Written, sight: PublicSight) => {
  if (notifiedAt === undefined) return undefined;
  const profile = profileOf(sight.head.profile);
  const { dueAt } = termInShort({ head: sight.head, profile, now: sight.now }, 'finding-reply', notifiedAt);
  return present({
    dateNotified: notifiedAt,
    dateDue: dueAt,
    lapsed: replyLapsed === true,
    description: text(repliedIn, 'reply'),
  });
};
