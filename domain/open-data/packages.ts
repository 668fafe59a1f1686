import type { JsonObject } from '../../events/shapes.ts';
import { compiledOf } from './compose-release.ts';
import { EXTENSION_PATH } from './extension/place.ts';
import { LICENCE } from './licence.ts';
import type { Publication } from './section.ts';

/** Where the publication policy is read. */
export const POLICY_PATH = '/ocds/publication-policy';

/** The extension of the standard for bids, which the official data can tell of. */
const BIDS_EXTENSION =
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json';

interface Packaged extends Publication {
  /** The address of the package itself. */
  readonly uri: string;
  /** Who publishes, in words. */
  readonly publisher: string;
}

const packageOf = (release: JsonObject, { origin, uri, publisher }: Packaged): JsonObject => ({
  uri,
  version: '1.1',
  extensions: [`${origin}${EXTENSION_PATH}/extension.json`, ...(release['bids'] === undefined ? [] : [BIDS_EXTENSION])],
  publisher: { name: publisher, uri: origin },
  license: LICENCE,
  publicationPolicy: `${origin}${POLICY_PATH}`,
  publishedDate: release['date'] ?? null,
});

/** A release in the package in which the standard wants it published. */
export const releasePackageOf = (release: JsonObject, packaged: Packaged): JsonObject => ({
  ...packageOf(release, packaged),
  releases: [release],
});

/**
 * The record of a process: its release whole, and compiled. A release repeats all that is known, so the newest is the only one there is to
 * merge; what changed when is told by the events of the case.
 */
export const recordPackageOf = (release: JsonObject, packaged: Packaged): JsonObject => ({
  ...packageOf(release, packaged),
  records: [{ ocid: release['ocid'] ?? null, releases: [release], compiledRelease: compiledOf(release) }],
});
