import { composeRelease } from '../../domain/open-data/compose-release.ts';
import { recordPackageOf, releasePackageOf } from '../../domain/open-data/packages.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { publication } from '../_http/answer-publication.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { JSON_TYPE, READ_RECORD, READ_RELEASE } from '../_http/open-data-operations.ts';
import { PUBLISHER } from '../_open-data/publisher.ts';
import { publicContents, recordedUntil } from '../_open-data/recorded-case.ts';
import { caseAtHand } from '../_queries/case-at-hand.ts';

/** Lambda answers 6 MB at most, and a record holds its release twice. */
const RELEASE_BYTES_MAX = 2_800_000;

type Packaging = typeof releasePackageOf;

/** The path of the publication under its case, with the case. */
const packaged =
  (packageOf: Packaging, place: '/ocds/release' | '/ocds/record') =>
  async (
    { cases }: Pick<ApiPorts, 'cases'>,
    { parameters, origin }: { parameters: Readonly<Record<string, string>>; origin: string },
  ) => {
    const found = await caseAtHand({ cases }, { parameters });
    if (found === undefined) return undefined;
    const { head, version } = found;
    return {
      mediaType: JSON_TYPE,
      state: String(version),
      text: async () => {
        const release = await releaseOf(cases, { case: head.case, version, origin });
        const uri = `${origin}/cases/${head.case}${place}`;
        return JSON.stringify(packageOf(release, { origin, uri, publisher: PUBLISHER }));
      },
    };
  };

/** Releases that one instance keeps: whoever reads the record reads the release too, and many follow the same case. */
const RELEASES_KEPT = 4;
const keptBy = new WeakMap<ApiPorts['cases'], Map<string, JsonObject>>();

/** The release of a version, composed once: the same record gives the same release whenever it is asked for. */
const releaseOf = async (
  cases: ApiPorts['cases'],
  asked: { case: string; version: number; origin: string },
): Promise<JsonObject> => {
  const kept = keptBy.get(cases) ?? new Map<string, JsonObject>();
  keptBy.set(cases, kept);
  const key = JSON.stringify([asked.case, asked.version, asked.origin]);
  const release = kept.get(key) ?? (await composedOf(cases, asked));
  kept.delete(key);
  kept.set(key, release);
  const [oldest] = kept.keys();
  if (kept.size > RELEASES_KEPT && oldest !== undefined) kept.delete(oldest);
  return release;
};

const composedOf = async (
  cases: ApiPorts['cases'],
  { case: caseId, version, origin }: { case: string; version: number; origin: string },
): Promise<JsonObject> => {
  const recorded = await recordedUntil(cases, { case: caseId, version });
  if (recorded === undefined) throw new Error('A case that has a head has events.');
  const contentOf = await publicContents(cases, recorded);
  return composeRelease(recorded, { origin, contentOf, bytesMax: RELEASE_BYTES_MAX });
};

export const readRelease = publication({ ...READ_RELEASE, publish: packaged(releasePackageOf, '/ocds/release') });

export const readRecord = publication({ ...READ_RECORD, publish: packaged(recordPackageOf, '/ocds/record') });
