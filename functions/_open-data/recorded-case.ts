import { contentsOfRelease } from '../../domain/open-data/compose-release.ts';
import { foldingCase, type RecordedCase } from '../../domain/open-data/fold-case.ts';
import type { ContentOf } from '../../domain/open-data/section.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { CaseStore } from '../_ports/ports.ts';

/** Events read at once, with their contents: the longest take 210 KB each. */
const PAGE = 50;

type Cases = Pick<CaseStore, 'entries' | 'contents'>;

/** A case up to a version as its record tells it, in pages: what came meanwhile is no part of it. */
export const recordedUntil = async (
  cases: Cases,
  { case: caseId, version }: { case: string; version: number },
): Promise<RecordedCase | undefined> => {
  const folding = foldingCase();
  for (let after = 0; after < version; ) {
    const { items } = await cases.entries({ case: caseId, after, limit: Math.min(PAGE, version - after) });
    const versions = items.flatMap((entry) => (entry.contentHash === undefined ? [] : [entry.version]));
    const contents = await cases.contents({ case: caseId, versions });
    for (const entry of items) {
      const content = contents.get(entry.version)?.body;
      folding.take(content === undefined ? entry : { ...entry, content });
    }
    const last = items.at(-1)?.version;
    if (last === undefined) break;
    after = last;
  }
  return folding.result();
};

/** The contents that a release tells: all of them are everybody’s to read. */
export const publicContents = async (cases: Cases, recorded: RecordedCase): Promise<ContentOf> => {
  const wanted = contentsOfRelease(recorded);
  const bodies = new Map<number, JsonObject>();
  for (let start = 0; start < wanted.length; start += PAGE) {
    const contents = await cases.contents({ case: recorded.head.case, versions: wanted.slice(start, start + PAGE) });
    for (const [version, { body }] of contents) bodies.set(version, body);
  }
  return (version) => bodies.get(version);
};
