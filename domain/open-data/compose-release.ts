import type { JsonObject } from '../../events/shapes.ts';
import { isLanguage, type Language } from '../languages.ts';
import { composeOversight, type Measure, wantedForOversight } from './compose-oversight.ts';
import type { RecordedCase } from './fold-case.ts';
import { composeDocuments } from './ocds-documents.ts';
import { composeMilestones } from './ocds-milestones.ts';
import { composeParties, processOf, referenceTo } from './parties.ts';
import { composeAwards, composeBids, composeContracts, composeTender } from './process-blocks.ts';
import { type ContentOf, type Publication, type PublicSight, present, publicSightOf } from './section.ts';

/** The versions of the events whose contents a release of the case tells: only these need to be at hand to compose it. */
export const contentsOfRelease = (recorded: RecordedCase): readonly number[] =>
  wantedForOversight(publicSightOf(recorded, NOWHERE));

/** Which contents are told does not depend on where. */
const NOWHERE: Publication = { origin: '' };

/** What a release is composed from, beside the record. */
export interface Composing extends Publication {
  readonly contentOf: ContentOf;
  /** UTF-8 bytes of the release as a text within JSON, as answers travel, where it must fit; without it everything public is told. */
  readonly bytesMax?: number;
}

/**
 * The OCDS 1.1 release of a case: the whole process as the public part of its record tells it, dated by the last event. The same record
 * gives the same bytes. Each release repeats all that is known, so that the newest one replaces those before.
 */
export const composeRelease = (recorded: RecordedCase, { origin, contentOf, bytesMax }: Composing): JsonObject => {
  const sight = publicSightOf(recorded, { origin });
  let release = composed(sight, contentOf, {});
  if (bytesMax === undefined) return release;
  for (const measure of MEASURES) {
    if (bytesOf(release) <= bytesMax) break;
    release = composed(sight, contentOf, measure);
  }
  return release;
};

/** What is left out where not all of it fits: long texts first, then older things. */
const MEASURES: readonly Measure[] = [
  { textLengthMax: 2_000 },
  { textLengthMax: 200 },
  { textLengthMax: 0 },
  { textLengthMax: 0, thingsMax: 1_000 },
  { textLengthMax: 0, thingsMax: 200 },
  { textLengthMax: 0, thingsMax: 50 },
];

const bytesOf = (release: JsonObject): number =>
  new TextEncoder().encode(JSON.stringify(JSON.stringify(release))).length;

/** The same release as the compiled one of a record. */
export const compiledOf = (release: JsonObject): JsonObject => {
  const { id } = release;
  return { ...release, ...(typeof id === 'string' ? { id: `${id}-compiled` } : {}), tag: ['compiled'] };
};

const composed = (sight: PublicSight, contentOf: ContentOf, measure: Measure): JsonObject => {
  const { head, subjects, recorded } = sight;
  const process = processOf(subjects);
  const language = languageOf(process?.language);
  const hasContract = (process?.contracts ?? []).length > 0 || recorded.contract !== undefined;
  const { tender, signing, implementation } = composeMilestones(sight, { language, hasContract });
  const awards = composeAwards(sight);
  const contracts = composeContracts(sight, contentOf, {
    signing,
    implementation: { milestones: implementation, documents: [] },
  });
  return present({
    ocid: head.ocid,
    id: `${head.ocid}-${head.case}-${recorded.last.version}`,
    date: recorded.last.recordedAt,
    tag: [
      'tender',
      ...(awards.length > 0 ? ['award'] : []),
      ...(contracts.length > 0 ? ['contract'] : []),
      ...(implementation.length > 0 ? ['implementation'] : []),
    ],
    initiationType: 'tender',
    language,
    parties: composeParties(sight),
    buyer: process?.buyer === undefined ? undefined : referenceTo(process.buyer),
    tender: composeTender(sight, { milestones: tender, documents: composeDocuments(sight, language) }),
    bids: composeBids(sight),
    awards,
    contracts,
    oversight: [composeOversight(sight, contentOf, measure)],
  });
};

/** In which language the words of the house are told: that of the official data, where the house speaks it. */
const languageOf = (language = ''): Language => {
  const primary = language.slice(0, 2).toLowerCase();
  return isLanguage(primary) ? primary : 'es';
};
