import * as z from 'zod/mini';
import { shelfOf } from '../../domain/documents/document-state.ts';
import { type SubjectOf, subjectOf } from '../../domain/state.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { DOCUMENT_REFUSALS, DOCUMENT_STATES } from '../../events/vocabulary.ts';
import type { QueryPorts } from '../_http/operation.ts';
import { subjectsAtHand } from './case-at-hand.ts';

export const manifestSchema = z.array(
  z.strictObject({
    sha256: z.string(),
    /** As the author announced it. */
    name: z.optional(z.string()),
    sizeBytes: z.optional(z.int()),
    /** Absent until the file is declared. */
    document: z.optional(z.string()),
    state: z.enum(DOCUMENT_STATES),
    /** Why it was refused, where it was; the document itself says it in words. */
    reason: z.optional(z.enum(DOCUMENT_REFUSALS)),
  }),
);
export type Manifest = z.infer<typeof manifestSchema>;

/** What an author wrote of files: whole manifests, or hashes alone. */
const announced = z.looseObject({
  files: z.optional(z.array(z.looseObject({ sha256: z.string(), name: z.string(), sizeBytes: z.int() }))),
  documentHashes: z.optional(z.array(z.string())),
});

/** An observation, and what its author wrote in one of its versions. */
export interface Announcing {
  readonly observation: string;
  readonly content: JsonObject | undefined;
}

type Evidence = SubjectOf<'document'>;

/** How the file with some bytes stands: of those that came twice, the one that was not refused. */
const standing = (
  documents: readonly Evidence[],
  sha256: string,
): Pick<Manifest[number], 'document' | 'state' | 'reason'> => {
  const same = documents.filter((each) => each.sha256 === sha256);
  const found = same.find(({ state }) => state !== 'refused') ?? same.at(-1);
  if (found === undefined) return { state: 'awaited' };
  const { id: document, state, reason } = found;
  return { document, state, ...(reason === undefined ? {} : { reason }) };
};

/**
 * Whether something of an observation is not there: a file that its author announced, or declared, and that is not usable. A bare hash
 * may be of a paper that nobody will ever upload.
 */
const isIncomplete = (content: JsonObject | undefined, documents: readonly Evidence[]): boolean =>
  (announced.parse(content ?? {}).files ?? []).some(({ sha256 }) => standing(documents, sha256).state !== 'usable') ||
  documents.some(({ state }) => state === 'awaited' || state === 'checking');

/** The files of an observation: those that its author announced, and those that came besides, each with how it stands. */
export const manifestOf = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  { observation, content }: Announcing,
): Promise<{ readonly manifest?: Manifest; readonly incomplete?: true }> => {
  const documents = (await evidenceOf(ports, caseId, [observation])).get(observation) ?? [];
  const { files = [], documentHashes = [] } = announced.parse(content ?? {});
  const told = files.map(({ sha256, name, sizeBytes }) => ({
    sha256,
    name,
    sizeBytes,
    ...standing(documents, sha256),
  }));
  const known = new Set(told.map(({ sha256 }) => sha256));
  const besides = [...new Set([...documentHashes, ...documents.map(({ sha256 }) => sha256)])]
    .filter((sha256) => !known.has(sha256))
    .map((sha256) => ({ sha256, ...standing(documents, sha256) }));
  const manifest = [...told, ...besides];
  const incomplete = isIncomplete(content, documents);
  return manifest.length === 0 ? {} : { manifest, ...(incomplete ? { incomplete } : {}) };
};

/** Those of a page that are incomplete: two requests for most pages, however many observations they show. */
export const incompleteAmong = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  page: readonly Announcing[],
): Promise<(about: Announcing) => { readonly incomplete?: true }> => {
  const evidence = await evidenceOf(
    ports,
    caseId,
    page.map(({ observation }) => observation),
  );
  return ({ observation, content }) =>
    isIncomplete(content, evidence.get(observation) ?? []) ? { incomplete: true } : {};
};

/** What the authors of observations handed in; what somebody left something out of is another matter. */
const evidenceOf = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  observations: readonly string[],
): Promise<ReadonlyMap<string, readonly Evidence[]>> => {
  const shelves = await subjectsAtHand(ports, caseId, observations.map(shelfOf));
  const idsOn = (observation: string): readonly string[] =>
    (subjectOf(shelves, 'shelf', shelfOf(observation))?.documents ?? [])
      .filter(({ purpose }) => purpose === 'observation-evidence')
      .map(({ document }) => document);
  const found = await subjectsAtHand(ports, caseId, observations.flatMap(idsOn));
  const documentsOn = (observation: string) =>
    idsOn(observation)
      .map((id) => subjectOf(found, 'document', id))
      .filter((each) => each !== undefined)
      .filter(({ redacts }) => redacts === undefined);
  return new Map(observations.map((observation) => [observation, documentsOn(observation)]));
};
