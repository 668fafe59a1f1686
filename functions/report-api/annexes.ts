import * as z from 'zod/mini';
import { shelfOf } from '../../domain/documents/document-state.ts';
import { mayReadDocument, mayReadFileName } from '../../domain/documents/may-read-document.ts';
import { type SubjectOf, subjectOf } from '../../domain/state.ts';
import type { Annex, Annexes } from '../../web/pages/report/annexes.tsx';
import { annexesLink } from '../_http/bundle-operation.ts';
import { documentFileLink } from '../_http/document-operations.ts';
import type { ReportAtHand } from '../_reports/report-at-hand.ts';

/** How many are listed one by one on a page; the ZIP holds all. */
export const ANNEXES_LISTED_MAX = 200;

const named = z.looseObject({ name: z.optional(z.string()) });

/** What hangs on the report and on the observations that it cites, as its readers may read it: of a published one, as the public could then. */
export const annexesOf = async (at: ReportAtHand): Promise<Annexes> => {
  const things = [at.report.id, ...at.text.cites.filter((id) => !isWithdrawn(at, id))];
  const documents = things
    .flatMap((thing) => subjectOf(at.subjects, 'shelf', shelfOf(thing))?.documents ?? [])
    .map(({ document }) => subjectOf(at.subjects, 'document', document))
    .filter((each) => each !== undefined)
    .filter((each) => each.state === 'usable' && each.redactedBy === undefined && mayReadDocument(at, each));
  const shown = documents.slice(0, ANNEXES_LISTED_MAX);
  const contents = await at.contents(shown.map(({ recordedIn }) => recordedIn));
  return {
    listed: shown.map((each) => annexOf(at, each, named.parse(contents.get(each.recordedIn)?.body ?? {}).name)),
    more: documents.length - shown.length,
    all: at.frame.draft ? undefined : `${annexesLink(at.frame.case, at.frame.report)}?language=${at.language}`,
  };
};

const isWithdrawn = ({ subjects }: ReportAtHand, observation: string): boolean =>
  subjectOf(subjects, 'observation', observation)?.withdrawnAt !== undefined;

const annexOf = (at: ReportAtHand, document: SubjectOf<'document'>, name: string | undefined): Annex => {
  const { id, attachedTo } = document;
  const { sha256, sizeBytes } = document.shared ?? document;
  return {
    document: id,
    name: name !== undefined && mayReadFileName(at, document) ? name : id,
    attachedTo,
    sizeBytes,
    sha256,
    href: documentFileLink(at.frame.case, id),
  };
};
