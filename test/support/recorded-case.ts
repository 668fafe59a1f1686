import { foldingCase, type RecordedCase } from '../../domain/open-data/fold-case.ts';
import type { ContentOf } from '../../domain/open-data/section.ts';
import type { CaseStore } from '../../functions/_ports/ports.ts';
import { streamOf } from './deliver.ts';

/** The record of a case after each of its events, for whoever composes open data from it. */
export const recordedCases = async (
  cases: CaseStore,
  caseId: string,
): Promise<{ readonly moments: readonly RecordedCase[]; readonly contentOf: ContentOf }> => {
  const entries = await streamOf(cases, caseId);
  const contents = await cases.contents({ case: caseId, versions: entries.map(({ version }) => version) });
  const contentOf: ContentOf = (version) => contents.get(version)?.body;
  const folding = foldingCase();
  const moments = entries.flatMap((entry) => {
    const content = contentOf(entry.version);
    folding.take(content === undefined ? entry : { ...entry, content });
    return folding.result() ?? [];
  });
  return { moments, contentOf };
};
