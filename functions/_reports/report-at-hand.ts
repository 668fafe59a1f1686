import * as z from 'zod/mini';
import type { Language } from '../../domain/languages.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { mayReadReport, type Reading } from '../../domain/reading/may-read.ts';
import { publicationDueAt } from '../../domain/reports/publish-report.ts';
import { type Head, type SubjectOf, type Subjects, subjectOf } from '../../domain/state.ts';
import type { Content } from '../../events/record.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { QueryPorts, QueryRequest } from '../_http/operation.ts';
import type { ReportFrame } from '../_http/report-document.ts';
import { BadCursor } from '../_ports/ports.ts';
import { caseAtHand, subjectAtHand } from '../_queries/case-at-hand.ts';
import { readerOf } from '../_queries/reader.ts';
import { type FoldedCase, foldUntil } from './fold-record.ts';

const text = z.looseObject({
  summary: z._default(z.string(), ''),
  conclusion: z._default(z.string(), ''),
  language: z.optional(z.string()),
  cites: z._default(z.array(z.string()), []),
  leavesOut: z._default(z.array(z.looseObject({ observation: z.string(), reason: z.string() })), []),
  recommendations: z._default(
    z.array(z.looseObject({ to: z.string(), recommends: z.string(), dueAt: z.string() })),
    [],
  ),
  noRecommendationsReason: z.optional(z.string()),
});

export type Contents = ReadonlyMap<number, { readonly body: JsonObject }>;

/** A report with all that its document is composed from: the case as it stood, who reads, and the contents as they are asked for. */
export interface ReportAtHand extends Reading {
  readonly head: Head;
  readonly subjects: Subjects;
  readonly report: SubjectOf<'report'>;
  readonly text: z.infer<typeof text>;
  readonly folded: FoldedCase;
  /** Of the words of the house. */
  readonly language: Language;
  readonly frame: ReportFrame;
  readonly contents: (versions: readonly number[]) => Promise<Contents>;
}

type Asked = Pick<QueryRequest<unknown>, 'parameters' | 'caller'> & {
  readonly language: Language;
  /** Which version of the case the earlier parts of a draft were read as of, where there were any. */
  readonly version: number | undefined;
};

const REPORT = /^report-[1-9]\d{0,5}$/;
const TITLE_MAX = 500;

/**
 * The report that a path names, as far as the caller may read it. A published one is the same for everybody and for ever: the case as it
 * stood at its publication, read as the public read it then. A draft is read by who may read it, as the case stands at `version`.
 */
export const reportAtHand = async (
  ports: QueryPorts,
  { parameters, caller, language, version }: Asked,
): Promise<ReportAtHand | undefined> => {
  const id = parameters['report'] ?? '';
  const found = REPORT.test(id) ? await caseAtHand(ports, { parameters }) : undefined;
  if (found === undefined) return undefined;
  const caseId = found.head.case;
  const current = subjectOf(asMap(await subjectAtHand(ports, caseId, id)), 'report', id);
  const reading = { reader: readerOf(caller), head: found.head, now: ports.now() };
  if (current === undefined || !mayReadReport(reading, current)) return undefined;
  // Whoever reads a draft reads it as it stands: one that was written over, or read by who left meanwhile, is not continued.
  if (current.state !== 'published' && version !== undefined && version !== found.version) throw new BadCursor();
  const folded = await foldUntil(ports.cases, { case: caseId, report: id, version: found.version });
  const report = folded === undefined ? undefined : subjectOf(folded.subjects, 'report', id);
  if (folded === undefined || report === undefined) return undefined;
  const { publication, head, subjects } = folded;
  const sight = {
    reader: publication === undefined ? reading.reader : { roles: ['public'] as const },
    head,
    subjects,
    now: publication?.recordedAt ?? reading.now,
  };
  const contents = (versions: readonly number[]): Promise<ReadonlyMap<number, Content>> =>
    ports.cases.contents({ case: caseId, versions });
  const written = text.parse((await contents([report.recordedIn])).get(report.recordedIn)?.body ?? {});
  const frame = frameOf({ folded, report, now: sight.now, writtenIn: written.language });
  return { ...sight, report, text: written, folded, language, frame, contents };
};

const asMap = (subject: Awaited<ReturnType<typeof subjectAtHand>>): Subjects =>
  new Map(subject === undefined ? [] : [[subject.id, subject]]);

interface Framed {
  readonly folded: FoldedCase;
  readonly report: SubjectOf<'report'>;
  readonly now: string;
  readonly writtenIn: string | undefined;
}

const frameOf = ({ folded, report, now, writtenIn }: Framed): ReportFrame => {
  const { head, subjects, publication, last } = folded;
  const profile = profileOf(head.profile);
  const process = [...subjects.values()].find((subject) => subject.kind === 'process')?.process;
  const due = report.stage === 'final-report' ? publicationDueAt({ head, profile, now }) : undefined;
  const asOf = publication ?? last;
  return {
    case: head.case,
    report: report.id,
    ocid: head.ocid,
    title: (process?.title ?? head.ocid).slice(0, TITLE_MAX),
    instrument: head.instrument,
    profile: head.profile,
    zone: profile.zone.value,
    ...(head.example === true ? { example: true } : {}),
    stage: report.stage,
    state: report.state,
    draft: publication === undefined,
    ...(report.publishedAt === undefined ? {} : { publishedAt: report.publishedAt }),
    ...(due === undefined ? {} : { publicationDueAt: due }),
    late: report.late ?? (due !== undefined && now >= due),
    dissent: report.dissents.length > 0 || Object.values(report.votes).includes('against'),
    ...(writtenIn === undefined ? {} : { writtenIn }),
    asOf: { event: asOf.id, recordedAt: asOf.recordedAt, hash: asOf.hash },
    text: {
      event: `${head.case}@${report.recordedIn}`,
      contentHash: folded.contentHashes.get(report.recordedIn) ?? '',
    },
    verify: {
      events: `/cases/${head.case}/events?cursor=${asOf.version - 1}&limit=1`,
      text: `/cases/${head.case}/events/${report.recordedIn}/content`,
    },
  };
};
