import * as z from 'zod/mini';
import { documentSchema, shelfOf } from '../../domain/documents/document-state.ts';
import { extensionIn } from '../../domain/documents/media-types.ts';
import { subjectOf } from '../../domain/state.ts';
import type { QueryPorts } from '../_http/operation.ts';
import { subjectsAtHand } from './case-at-hand.ts';

export const tipFilesSchema = z.array(
  z.strictObject({
    ...z.pick(documentSchema, { sha256: true, sizeBytes: true, state: true, declaredAt: true, reason: true }).shape,
    document: z.string(),
    /** As its sender called it; to the team, which is not told who that was, it has a name that tells nothing. */
    name: z.string(),
  }),
);

/** The files that came with a tip, or are expected, each with how it stands. Their bytes are read as those of any document. */
export const tipFilesOf = async (
  ports: Pick<QueryPorts, 'cases'>,
  caseId: string,
  { tip, isNamed }: { tip: string; isNamed: boolean },
): Promise<z.infer<typeof tipFilesSchema>> => {
  const id = shelfOf(tip);
  const shelf = subjectOf(await subjectsAtHand(ports, caseId, [id]), 'shelf', id);
  const ids = (shelf?.documents ?? []).map(({ document }) => document);
  if (ids.length === 0) return [];
  const subjects = await subjectsAtHand(ports, caseId, ids);
  const documents = ids.flatMap((each) => subjectOf(subjects, 'document', each) ?? []);
  const contents = await ports.cases.contents({
    case: caseId,
    versions: documents.map(({ recordedIn }) => recordedIn),
  });
  return documents.map(({ id: document, sha256, sizeBytes, state, declaredAt, reason, recordedIn }) => {
    const { name } = written.parse(contents.get(recordedIn)?.body);
    return {
      document,
      name: isNamed ? name : `${document}.${extensionIn(name)}`,
      sha256,
      sizeBytes,
      state,
      declaredAt,
      ...(reason === undefined ? {} : { reason }),
    };
  });
};

const written = z.looseObject({ name: z.string() });
