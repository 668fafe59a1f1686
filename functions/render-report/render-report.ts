import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockedUntil } from '../../domain/documents/check-document.ts';
import { LANGUAGES, type Language } from '../../domain/languages.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { PDF } from '../_http/report-operations.ts';
import type { DocumentStore } from '../_ports/document-ports.ts';
import type { CaseStore, Clock, ImportStore, Log, MilestoneStore, RosterStore } from '../_ports/ports.ts';
import { announcedBy, type BusEvent } from '../_record/announced.ts';
import { pdfKey, type RenderedPdf, type Rendering, type RenderingStore } from '../_reports/renderings.ts';
import { type ReportAtHand, reportAtHand } from '../_reports/report-at-hand.ts';
import { verificationCode } from '../_reports/verification-code.ts';
import { asInput, told } from './paper.ts';
import { NoCompiler, type Printer } from './printer.ts';
import { PAPER_WORDS } from './words.ts';
import { writePaper } from './write-paper.ts';

export interface RenderPorts {
  readonly cases: CaseStore;
  readonly milestones: MilestoneStore;
  readonly roster: RosterStore;
  readonly imports: ImportStore;
  readonly documents: DocumentStore;
  readonly renderings: RenderingStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the pages live: the QR code leads there. */
  readonly publicUrl: string;
}

/** How many reports of a case are looked at beside the one that was published: the latest before it. */
const OVERLOOKED_MAX = 20;
/** What is laid out at once: four thousand pages of text, which take a gigabyte. */
const INPUT_BYTES_MAX = 32_000_000;

/**
 * Renders each report when it is published, in every language, and keeps the bytes for ever. Idempotent: what is rendered is not rendered
 * again, and rendered again it would be the same. Reports of the case that were overlooked before are rendered too. Throws `NoCompiler`
 * where nothing can render, after saying so to whoever will ask for the PDF.
 */
export const renderReport = (ports: RenderPorts, openPrinter: () => Promise<Printer>) => {
  let opened: Promise<Printer> | undefined;
  const printer = () => {
    opened ??= openPrinter();
    return opened;
  };
  return async (event: BusEvent): Promise<void> => {
    const { type, data, stream } = announcedBy(event);
    if (type !== 'report.published.v1') return;
    for (const report of withOverlooked(data.report)) await renderOne(ports, printer, { case: stream, report });
  };
};

const withOverlooked = (report: string): readonly string[] => {
  const number = Number(report.slice('report-'.length));
  const earlier = Array.from(
    { length: Math.min(number - 1, OVERLOOKED_MAX) },
    (_, index) => `report-${number - 1 - index}`,
  );
  return [report, ...earlier];
};

const renderOne = async (
  ports: RenderPorts,
  printer: () => Promise<Printer>,
  { case: caseId, report }: { readonly case: string; readonly report: string },
): Promise<void> => {
  const code = await verificationCode(caseId, report);
  const before = await ports.renderings.rendering(code);
  if (before !== undefined && before.pdfs.length > 0) return;
  const asked = {
    parameters: { case: caseId, report },
    caller: undefined,
    language: 'es',
    version: undefined,
  } as const;
  const at = await reportAtHand({ ...ports, now: ports.clock.now }, asked);
  const publishedAt = at?.frame.publishedAt;
  if (at === undefined || publishedAt === undefined) return;
  const { frame } = at;
  const described = {
    code,
    case: caseId,
    report,
    title: frame.title,
    publishedAt,
    event: { id: frame.asOf.event, hash: frame.asOf.hash },
    textHash: frame.text.contentHash,
    verify: frame.verify,
  };
  const { pdfs, without, failure } = await pdfsOf(ports, printer, { at, described });
  await ports.renderings.keep({ ...described, pdfs, without });
  if (failure !== undefined) throw failure;
  ports.log.say('VEE023', { case: caseId, report, pdfs: pdfs.length });
};

/** The PDFs, or why there are none; and what is to be repaired before there can be. */
interface Rendered extends Pick<Rendering, 'pdfs' | 'without'> {
  readonly failure?: NoCompiler;
}

interface Described {
  readonly at: ReportAtHand;
  readonly described: Pick<Rendering, 'code' | 'case' | 'report' | 'publishedAt'>;
}

const pdfsOf = async (
  ports: RenderPorts,
  printer: () => Promise<Printer>,
  { at, described }: Described,
): Promise<Rendered> => {
  const pdfs: RenderedPdf[] = [];
  for (const language of LANGUAGES) {
    const input = await inputOf(at, language, { code: described.code, publicUrl: ports.publicUrl });
    if (Buffer.byteLength(input) > INPUT_BYTES_MAX) return { pdfs: [], without: 'too-large' };
    try {
      const bytes = (await printer()).print(input);
      const pdf = { language, sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.byteLength };
      await keepBytes(ports, {
        key: pdfKey(described, pdf),
        bytes,
        sha256: pdf.sha256,
        until: lockedIn(at, described),
      });
      pdfs.push(pdf);
    } catch (error) {
      if (error instanceof NoCompiler) return { pdfs: [], without: 'no-compiler', failure: error };
      throw error;
    }
  }
  return { pdfs };
};

/** Everything that the PDF of a report says in one language, as the template is given it. */
export const inputOf = async (
  at: ReportAtHand,
  language: Language,
  verified: { readonly code: string; readonly publicUrl: string },
): Promise<string> => asInput(await writePaper(at, language, verified), told(PAPER_WORDS[language].spelled));

const lockedIn = ({ head }: ReportAtHand, { publishedAt }: Described['described']): string =>
  lockedUntil({ profile: profileOf(head.profile), now: publishedAt });

/** Written under its own hash and locked like an original: nobody deletes it before its time. */
const keepBytes = async (
  { documents }: RenderPorts,
  { key, bytes, sha256, until }: { key: string; bytes: Uint8Array; sha256: string; until: string },
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-report-'));
  try {
    const path = join(folder, 'report.pdf');
    await writeFile(path, bytes);
    await documents.put({ key, path, sizeBytes: bytes.byteLength, mediaType: PDF, sha256 });
    await documents.seal({ from: key, to: key, until });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
