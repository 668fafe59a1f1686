import type { JsonObject } from '../../events/shapes.ts';
import { bundleLink } from '../_http/bundle-operation.ts';
import type { DocumentParts } from './bundle-parts.ts';
import { type Composing, verifyIn } from './summary.ts';
import { BUNDLE_WORDS, type BundleWords, filled } from './words.ts';
import type { WrittenFile } from './write-zip.ts';

/** The form of the bundle: another one gets another number. */
export const BUNDLE_FORMAT = 1;

/** What a bundle holds, what it leaves out and why, which version of the case it tells of, and how that is checked. */
export const manifestOf = (composing: Composing, written: readonly WrittenFile[]): JsonObject => {
  const { at, language, part, documents, lens } = composing;
  const { head, escalation, version, hash, asOf } = at;
  const words = BUNDLE_WORDS[language];
  return {
    format: BUNDLE_FORMAT,
    case: head.case,
    ocid: head.ocid,
    escalation: escalation.id,
    controlAuthority: escalation.controlAuthority,
    language,
    asOf: { version, event: `${head.case}@${version}`, hash, recordedAt: asOf },
    sanitised: lens.sanitised,
    part: { number: part, of: documents.parts.length, address: `${bundleLink(head.case, escalation.id)}?part=${part}` },
    files: written.map(({ path, sizeBytes, sha256 }) => ({ path, sizeBytes, sha256 })),
    documents: bundledIn(documents, part),
    leftOut: leftOutOf(composing, words),
    verify: [...verifyIn(at, words)],
  };
};

const leftOutOf = ({ at, lens, documents }: Composing, words: BundleWords): readonly JsonObject[] => {
  const events = `/cases/${at.head.case}/events`;
  const because = (what: keyof BundleWords['leftOut'], more: JsonObject = {}): JsonObject => ({
    what,
    ...more,
    because: filled(words.leftOut[what], { events }),
  });
  return [
    because('sealed'),
    ...(lens.sanitised
      ? (['identity', 'place', 'metadata', 'events', 'names'] as const).map((what) => because(what))
      : []),
    ...leftOutDocuments(documents, words),
  ];
};

/** The documents of a part, each with where it stands and what it belongs to. */
export const bundledIn = ({ parts }: DocumentParts, part: number): readonly JsonObject[] =>
  (parts[part - 1] ?? []).map(({ id, attachedTo, path, copy, name, supersedes, bytes: { sha256, mediaType } }) => ({
    document: id,
    attachedTo,
    path,
    copy,
    mediaType,
    sha256,
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(name === undefined ? {} : { name }),
  }));

/** The documents that are not given, each with the reason: nobody must think that there are none. */
export const leftOutDocuments = ({ leftOut }: DocumentParts, words: BundleWords): readonly JsonObject[] =>
  leftOut.map(({ id, because, ...known }) => ({
    what: because,
    document: id,
    ...known,
    because: words.leftOut[because],
  }));
