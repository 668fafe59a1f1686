import type { Json, JsonObject } from '../../events/shapes.ts';
import type { AchievementCode, Dimension, InstrumentId } from '../../events/vocabulary.ts';
import { weigh } from '../assessment/verdict.ts';
import { inLanguage } from '../languages.ts';
import { ACHIEVED_WHEN } from '../milestones/achieved-when.ts';
import { codeDimensions, judgeMilestones } from '../milestones/milestones.ts';
import { becauseIn } from '../milestones/words.ts';
import { profileOf } from '../profiles/profiles.ts';
import { BIDDERS, DEPARTURES, subjectOf } from '../state.ts';
import {
  contractAmendments,
  escalations,
  pactBreaches,
  proceedings,
  questions,
  recommendations,
  redFlags,
  reports,
  tips,
} from './follow-up-sections.ts';
import { namesOfBidders } from './parties.ts';
import { type ContentOf, type PublicSight, present, type Section } from './section.ts';
import { acts, documentAccess, observations, siteVisits } from './watch-sections.ts';

/** Everything of a case that comes in lists, by the name of its list in the `oversight` extension. */
export const SECTIONS = {
  acts,
  siteVisits,
  documentAccess,
  observations,
  questions,
  escalations,
  proceedings,
  pactBreaches,
  redFlags,
  contractAmendments,
  reports,
  recommendations,
  tips,
} as const satisfies Record<string, Section>;

/** How much of it is told, where not all of it fits. */
export interface Measure {
  /** UTF-16 units; longer texts are left out whole: half a sentence can say the opposite. */
  readonly textLengthMax?: number;
  /** Things of each list; the newest are kept. */
  readonly thingsMax?: number;
}

/** The versions whose contents the oversight of a case tells. */
export const wantedForOversight = (sight: PublicSight): readonly number[] => [
  ...new Set(Object.values(SECTIONS).flatMap((section) => section.wanted(sight))),
];

/** The entry of a case in the `oversight` list of its release. */
export const composeOversight = (sight: PublicSight, contentOf: ContentOf, measure: Measure = {}): JsonObject => {
  const leftOut: Record<string, number> = {};
  const lists = Object.entries(SECTIONS).map(([name, section]) => {
    const all = section.compose(sight, contentOf);
    const kept = measure.thingsMax === undefined ? all : all.slice(-measure.thingsMax);
    if (kept.length < all.length) leftOut[name] = all.length - kept.length;
    return [name, kept.map((thing) => withinLength(thing, measure.textLengthMax))] as const;
  });
  return present({
    ...identityOf(sight),
    ...peopleOf(sight),
    ...Object.fromEntries(lists),
    ...judgementOf(sight),
    record: recordOf(sight),
    leftOut:
      measure.textLengthMax === undefined
        ? undefined
        : present({ textsLongerThan: measure.textLengthMax, things: { ...leftOut }, url: sight.url('/timeline') }),
  });
};

/** Texts that people wrote; codes, dates and addresses are shorter than any of them needs to be and stay. */
const WRITTEN = new Set([
  'answer',
  'conclusion',
  'description',
  'embargoReason',
  'explanation',
  'legalBasis',
  'letter',
  'noLegalBasisReason',
  'nonEscalationReason',
  'question',
  'reason',
  'releaseReason',
  'withdrawalReason',
]);

const withinLength = (thing: JsonObject, lengthMax: number | undefined): JsonObject =>
  lengthMax === undefined
    ? thing
    : Object.fromEntries(
        Object.entries(thing).flatMap(([name, value]) =>
          WRITTEN.has(name) && isLonger(value, lengthMax) ? [] : [[name, insideWithin(value, lengthMax)]],
        ),
      );

const isLonger = (value: Json, lengthMax: number): boolean => {
  if (typeof value === 'string') return value.length > lengthMax;
  return typeof value === 'object' && value !== null && isList(value)
    ? value.some((each) => isLonger(each, lengthMax))
    : false;
};

const insideWithin = (value: Json, lengthMax: number): Json => {
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map((each) => insideWithin(each, lengthMax)) : withinLength(value, lengthMax);
};

const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value);

/** The codes of `surveillanceMechanisms` that Mexico publishes under, by what comes nearest to each instrument. */
export const SURVEILLANCE_MECHANISM: Readonly<Record<InstrumentId, string>> = {
  'integrity-pact': 'socialWitness',
  'oversight-committee': 'citizenComptroller',
};

const identityOf = ({ head, url }: PublicSight) => ({
  id: head.case,
  url: url(),
  example: head.example,
  instrument: head.instrument,
  profile: present({ id: head.profile.id, version: head.profile.version, title: profileOf(head.profile).title }),
  stage: head.stage,
  condition: head.condition,
  ending: head.ending,
  implementationMonitoring: head.implementationMonitoring,
  dateOpened: head.openedAt,
  suspensions: head.pauses.map(({ from, to }) => present({ startDate: from, endDate: to })),
});

/** People bear their pseudonymous ids, as everywhere in the public record. */
const peopleOf = ({ head, subjects }: PublicSight) => {
  const left = subjectOf(subjects, 'departures', DEPARTURES)?.people ?? {};
  const names = namesOfBidders(subjects);
  const signatures = subjectOf(subjects, 'bidders', BIDDERS)?.bidders ?? {};
  return {
    team: head.team.map(({ person, standing, office, sector, proposedAt, declared, impeded, accreditation }) =>
      present({
        id: person,
        standing,
        office,
        sector,
        dateProposed: proposedAt,
        declarationSigned: declared,
        impeded,
        accreditationLost: accreditation,
      }),
    ),
    formerMembers: Object.entries(left).map(([person, { cause, leftAt, successor }]) =>
      present({ id: person, cause, dateLeft: leftAt, successor }),
    ),
    committee: committeeOf(head.committee),
    pact:
      head.instrument === 'integrity-pact'
        ? present({
            signedByAuthority: head.pactSignedByAuthority,
            textHash: head.pactText?.documentHash,
            bidders: Object.entries(signatures).map(([bidder, { signature }]) =>
              present({ id: bidder, name: names.get(bidder)?.name ?? bidder, signature }),
            ),
          })
        : undefined,
  };
};

const committeeOf = (committee: PublicSight['head']['committee']) =>
  committee === undefined
    ? undefined
    : present({
        members: committee.members,
        registered: committee.registered,
        dateConstituted: committee.startedAt,
        durationInMonths: committee.months,
        dissolved: committee.dissolved,
      });

/** What the events prove, what assessors say beside it, and what follows from both dimensions together. */
const judgementOf = ({ head, recorded }: PublicSight) => {
  const milestones = judgeMilestones(head.case, recorded.milestones);
  const computed = codeDimensions(milestones);
  const { effectiveness = [], openness = [] } = head.codings;
  const { verdict, byComputation, byAssessors } = weigh(computed, { effectiveness, openness });
  return {
    milestones: milestones.map(({ id, name, dimension, source, judgement, proof }) =>
      present({
        id,
        name,
        dimension,
        achievedWhen: inLanguage(ACHIEVED_WHEN[name], 'en'),
        source,
        applies: judgement.applies,
        status: judgement.applies ? judgement.status : undefined,
        because: becauseIn('en', judgement),
        share: judgement.applies && judgement.share !== undefined ? { ...judgement.share } : undefined,
        events: proof.events,
        eventsTotal: proof.total,
      }),
    ),
    codings: [
      ...codingsOf(computed, 'computed'),
      ...codingsOf({ effectiveness: head.codings.effectiveness, openness: head.codings.openness }, 'assessed'),
    ],
    verdict,
    verdictComputed: byComputation,
    verdictAssessed: byAssessors,
  };
};

type Codings = Readonly<Record<Dimension, readonly AchievementCode[] | undefined>>;

const codingsOf = ({ effectiveness, openness }: Codings, source: 'computed' | 'assessed') =>
  Object.entries({ effectiveness, openness }).flatMap(([dimension, codes]) =>
    codes === undefined ? [] : [present({ id: `${dimension}-${source}`, dimension, source, codes })],
  );

/** Where the record stands: its hash commits to every event before it. */
const recordOf = ({ recorded: { last }, url }: PublicSight): JsonObject => ({
  version: last.version,
  date: last.recordedAt,
  hash: last.hash,
  url: url('/events'),
});
