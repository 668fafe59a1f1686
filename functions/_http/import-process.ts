import type { ImportedProcess } from '../../domain/lifecycle/open-case.ts';
import { readOcds } from '../../domain/process/read-ocds.ts';
import { refuse } from '../../domain/refusals.ts';
import { canonicalJson, sha256Hex } from '../../events/record.ts';

/** The one process of a document in OCDS, or the one that is asked for. */
export const importProcess = async (
  document: unknown,
  ocid: string | undefined,
): Promise<ImportedProcess | ReturnType<typeof refuse>> => {
  const { processes, problems, problemsLeftOut } = readOcds(document);
  const problemCount = problems.length + problemsLeftOut;
  const [process, ...others] =
    ocid === undefined ? processes : processes.filter((candidate) => candidate.ocid === ocid);
  if (process === undefined) return refuse('process-unusable', { problems: problems.slice(0, 20), problemCount });
  if (others.length > 0)
    return refuse('process-ambiguous', { ocids: processes.map((candidate) => candidate.ocid).slice(0, 100) });
  return { process, problems, problemCount, sourceHash: await sha256Hex(canonicalJson(document)) };
};
