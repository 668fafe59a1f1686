import * as z from 'zod/mini';
import { shelfOf } from '../../domain/documents/document-state.ts';
import { type SubjectOf, subjectOf } from '../../domain/state.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { DOCUMENT_STATES } from '../../events/vocabulary.ts';
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
  }),
);
export type Manifest = z.infer<typeof manifestSchema>;

/** What an author wrote of files: whole manifests, or hashes alone. */
const announced = z.looseObject({
  files: z.optional(z.array(z.looseObject({ sha256: z.string(), name: z.string(), sizeBytes: z.int() }))),
  documentHashes: z.optional(z.array(z.string())),
});

/**
 * The files of an observation: those that its author announced, and those that came besides, each with how it stands. It is incomplete
 * while one that was announced as a file, or declared, is not usable; a bare hash may be of a paper that nobody will ever upload.
 */
export const manifestOf = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  { observation, content }: { observation: string; content: JsonObject | undefined },
): Promise<{ readonly manifest?: Manifest; readonly incomplete?: true }> => {
  const documents = await evidenceOf(ports, caseId, observation);
  const { files = [], documentHashes = [] } = announced.parse(content ?? {});
  const stateOf = (sha256: string): Pick<Manifest[number], 'document' | 'state'> => {
    const same = documents.filter((each) => each.sha256 === sha256);
    const found = same.find(({ state }) => state !== 'refused') ?? same.at(-1);
    return found === undefined ? { state: 'awaited' } : { document: found.id, state: found.state };
  };
  const told = files.map(({ sha256, name, sizeBytes }) => ({ sha256, name, sizeBytes, ...stateOf(sha256) }));
  const known = new Set(told.map(({ sha256 }) => sha256));
  const besides = [...new Set([...documentHashes, ...documents.map(({ sha256 }) => sha256)])]
    .filter((sha256) => !known.has(sha256))
    .map((sha256) => ({ sha256, ...stateOf(sha256) }));
  const manifest = [...told, ...besides];
  const incomplete =
    told.some(({ state }) => state !== 'usable') ||
    documents.some(({ state }) => state === 'awaited' || state === 'checking');
  return manifest.length === 0 ? {} : { manifest, ...(incomplete ? { incomplete } : {}) };
};

/** What its author handed in; what somebody left something out of is another matter. */
const evidenceOf = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  observation: string,
): Promise<readonly SubjectOf<'document'>[]> => {
  const id = shelfOf(observation);
  const shelf = subjectOf(await subjectsAtHand(ports, caseId, [id]), 'shelf', id);
  const evidence = (shelf?.documents ?? []).filter(({ purpose }) => purpose === 'observation-evidence');
  const found = await subjectsAtHand(
    ports,
    caseId,
    evidence.map(({ document }) => document),
  );
  return [...found.values()].filter((each) => each.kind === 'document').filter(({ redacts }) => redacts === undefined);
};
