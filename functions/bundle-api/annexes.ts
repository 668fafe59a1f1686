import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Language } from '../../domain/languages.ts';
import { type Head, type SubjectOf, subjectOf } from '../../domain/state.ts';
import type { JsonObject } from '../../events/shapes.ts';
import { annexesLink } from '../_http/bundle-operation.ts';
import type { EvidenceDocuments } from '../_ports/bundle-ports.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { caseAtHand, subjectAtHand, subjectsAtHand } from '../_queries/case-at-hand.ts';
import { ANNEX_WORDS } from './annex-words.ts';
import { type DocumentParts, partsOf } from './bundle-parts.ts';
import { bytes, documentFiles, pretty } from './compose-bundle.ts';
import { allDocuments, PUBLIC } from './listed-documents.ts';
import { BUNDLE_FORMAT, bundledIn, leftOutDocuments } from './manifest.ts';
import { BUNDLE_WORDS, filled } from './words.ts';
import { type BundleFile, sumsOf, type WrittenFile, writeZip } from './write-zip.ts';

/** A published report with the documents that belong to it and are everybody's. */
export interface AnnexesAtHand {
  readonly head: Head;
  readonly report: SubjectOf<'report'>;
  readonly documents: DocumentParts;
}

interface Asked {
  readonly parameters: Readonly<Record<string, string>>;
  readonly now: string;
}

const text = z.looseObject({ cites: z._default(z.array(z.string()), []) });

/** The published report that a path names. A draft has no annexes yet: what it will say is not everybody's. */
export const annexesAtHand = async (
  { cases, evidence }: { cases: CaseStore; evidence: EvidenceDocuments },
  { parameters, now }: Asked,
): Promise<AnnexesAtHand | undefined> => {
  const id = parameters['report'] ?? '';
  const found = /^report-[1-9]\d{0,5}$/.test(id) ? await caseAtHand({ cases }, { parameters }) : undefined;
  if (found === undefined) return undefined;
  const { head } = found;
  const subject = await subjectAtHand({ cases }, head.case, id);
  if (subject?.kind !== 'report' || subject.state !== 'published') return undefined;
  const contents = await cases.contents({ case: head.case, versions: [subject.recordedIn] });
  const { cites } = text.parse(contents.get(subject.recordedIn)?.body ?? {});
  const cited = await subjectsAtHand({ cases }, head.case, cites);
  const standing = cites.filter((each) => subjectOf(cited, 'observation', each)?.withdrawnAt === undefined);
  const listed = await allDocuments(evidence, { head, reader: PUBLIC, now, attachedTo: [id, ...standing] });
  // Who is outside knows of a document once it is usable: until then it is a name that somebody sent.
  const known = listed.filter(({ withheld }) => withheld === undefined || withheld === 'redacted');
  return { head, report: subject, documents: partsOf(known, 'as-everybody-reads') };
};

/** The name of the annexes, made of codes alone. */
export const annexesFolder = ({ head, report }: AnnexesAtHand, part: number): string =>
  `${head.case}-${report.id}-annexes${part === 1 ? '' : `-part-${part}`}`;

/** The same documents stand under the same key, whatever else happened in the case. */
export const annexesKey = ({ head, report, documents }: AnnexesAtHand, which: string): string => {
  const sum = createHash('sha256').update(JSON.stringify(documents)).digest('hex').slice(0, 32);
  return `bundles/${head.case}/${report.id}/${BUNDLE_FORMAT}-${sum}-${which}.zip`;
};

export interface ComposingAnnexes extends AnnexesAtHand {
  readonly language: Language;
  readonly part: number;
}

/** The ZIP of a report's annexes, as it is written. */
export const composeAnnexes = (composing: ComposingAnnexes, evidence: EvidenceDocuments): AsyncGenerator<Uint8Array> =>
  writeZip(annexesFolder(composing, composing.part), (written) => filesOf(composing, evidence, written));

async function* filesOf(
  composing: ComposingAnnexes,
  evidence: EvidenceDocuments,
  written: readonly WrittenFile[],
): AsyncGenerator<BundleFile> {
  const { head, documents, part } = composing;
  yield* documentFiles(evidence, head.case, documents.parts[part - 1] ?? []);
  yield { path: 'manifest.json', chunks: bytes([pretty(manifestOf(composing, written))]) };
  yield { path: 'SHA256SUMS', chunks: bytes([sumsOf(written)]) };
}

const manifestOf = (
  { head, report, documents, language, part }: ComposingAnnexes,
  written: readonly WrittenFile[],
): JsonObject => {
  const words = ANNEX_WORDS[language];
  const reportLink = `/cases/${head.case}/reports/${report.id}`;
  const links = { documents: `/cases/${head.case}/documents`, report: reportLink };
  return {
    format: BUNDLE_FORMAT,
    case: head.case,
    ocid: head.ocid,
    report: report.id,
    ...(report.publishedAt === undefined ? {} : { publishedAt: report.publishedAt }),
    language,
    part: { number: part, of: documents.parts.length, address: `${annexesLink(head.case, report.id)}?part=${part}` },
    files: written.map(({ path, sizeBytes, sha256 }) => ({ path, sizeBytes, sha256 })),
    documents: bundledIn(documents, part),
    leftOut: [
      { what: 'sealed', because: words.sealed },
      { what: 'withdrawn', because: words.withdrawn },
      ...leftOutDocuments(documents, BUNDLE_WORDS[language]),
    ],
    verify: words.verify.map((step) => filled(step, links)),
  };
};
