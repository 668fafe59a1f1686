import * as z from 'zod/mini';
import { sealOf } from '../../domain/observations/seal.ts';
import { mayReadObservation } from '../../domain/reading/may-read.ts';
import { coordinates } from '../../domain/shapes.ts';
import type { SubjectOf } from '../../domain/state.ts';
import type { ItemOf } from '../_http/report-document.ts';
import { eachOf, ofKind, type Written } from './composer.ts';
import type { ReportAtHand } from './report-at-hand.ts';

type Observation = SubjectOf<'observation'>;
type Item = ItemOf<'observations'>;

interface Accounted {
  readonly observation: Observation;
  readonly citation: Item['citation'];
  readonly because: string | undefined;
}

const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));

/** What the report accounts for, and what was filed after its text was written: that stands in the record by itself, and is not hidden. */
const accountedFor = (at: ReportAtHand): readonly Accounted[] => {
  const { cites, leavesOut } = at.text;
  const cited = new Set(cites);
  const reasons = new Map(leavesOut.map(({ observation, reason }) => [observation, reason]));
  const known = at.report.filed ?? at.report.accounts;
  return ofKind(at, 'observation').flatMap((observation): readonly Accounted[] => {
    const because = reasons.get(observation.id);
    if (cited.has(observation.id)) return [{ observation, citation: 'cited', because }];
    if (because !== undefined) return [{ observation, citation: 'left-out', because }];
    return numberOf(observation.id) > known ? [{ observation, citation: 'filed-later', because }] : [];
  });
};

/** A report cites the version that held when its text was written; what was filed later is shown as it stands. */
const citedVersion = ({ recordedIn, corrections = [] }: Observation, textIn: number) => {
  const before = corrections.filter((correction) => correction.recordedIn < textIn);
  const held = recordedIn > textIn ? corrections : before;
  return {
    recordedIn: held.at(-1)?.recordedIn ?? recordedIn,
    version: held.length + 1,
    correctedSince: held.length < corrections.length,
  };
};

const seenContent = z.looseObject({
  type: z._default(z.string(), ''),
  title: z._default(z.string(), ''),
  narrative: z._default(z.string(), ''),
  language: z.optional(z.string()),
  observedAt: z.optional(z.string()),
  place: z.optional(z.string()),
  coordinates: z.optional(coordinates),
  category: z.optional(z.string()),
  categoryText: z.optional(z.string()),
  severity: z.optional(z.string()),
  legalBasis: z.optional(z.string()),
  provisions: z.optional(z.array(z.looseObject({ law: z.string(), provision: z.string() }))),
  noLegalBasisReason: z.optional(z.string()),
  documentHashes: z.optional(z.array(z.string())),
});

const contentOf = (version: number, { body }: Written, at: ReportAtHand): Item['content'] => {
  const found = body(version);
  if (found === undefined) return undefined;
  const { legalBasis, provisions = [], documentHashes = [], ...seen } = seenContent.parse(found);
  const { type, title, narrative, language, observedAt, place, category, categoryText, severity } = seen;
  return {
    type,
    title,
    narrative,
    language,
    observedAt,
    place,
    coordinates: seen.coordinates,
    category,
    categoryText,
    severity,
    legalBasis: [
      ...(legalBasis === undefined ? [] : [legalBasis]),
      ...provisions.map(({ law, provision }) => `${law}: ${provision}`),
    ],
    noLegalBasisReason: seen.noLegalBasisReason,
    documentHashes,
    contentHash: at.folded.contentHashes.get(version) ?? '',
  };
};

const sealedTo = (observation: Observation, at: ReportAtHand): Item['sealed'] => {
  const seal = sealOf(observation, at);
  if (seal === 'open' || mayReadObservation(at, observation)) return undefined;
  return {
    seal,
    ...(seal === 'restricted' || observation.embargoUntil === undefined ? {} : { until: observation.embargoUntil }),
  };
};

/** Each observation that the report accounts for: with its content, with its seal, or as the tombstone of what was withdrawn. */
export const composeObservations = eachOf(accountedFor, {
  mayRead: ({ observation }, at) =>
    sealedTo(observation, at) === undefined && observation.withdrawnAt === undefined
      ? [citedVersion(observation, at.report.recordedIn).recordedIn, observation.repliedIn]
      : [],
  show: ({ observation, citation, because }, written, at) => {
    const cited = citedVersion(observation, at.report.recordedIn);
    const sealed = sealedTo(observation, at);
    const isShown = sealed === undefined && observation.withdrawnAt === undefined;
    const item: Item = {
      observation: observation.id,
      stage: observation.stage,
      filedAt: observation.filedAt,
      late: observation.late,
      citation,
      leftOutBecause: because,
      version: cited.version,
      correctedSince: cited.correctedSince,
      withdrawnAt: observation.withdrawnAt,
      sealed,
      ...(isShown
        ? {
            content: contentOf(cited.recordedIn, written, at),
            notifiedAt: observation.notifiedAt,
            reply: written.text(observation.repliedIn, 'reply'),
            replyLapsed: observation.replyLapsed,
            remedy: observation.remedy,
            escalations: observation.escalations.map(({ escalation }) => escalation),
          }
        : { escalations: [] }),
    };
    return { section: 'observations', item };
  },
});
