import * as z from 'zod/mini';
import { termInShort, termInShortSchema } from '../../domain/clocks/term-in-short.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { mayReadReport } from '../../domain/reading/may-read.ts';
import { type Head, subjectOf } from '../../domain/state.ts';
import { reportSchema } from '../../domain/things.ts';
import { query } from '../_http/operation.ts';
import { nothingAsked, paging } from '../_http/paging.ts';
import { caseAtHand, subjectAtHand, subjectsPage } from './case-at-hand.ts';
import { readerOf } from './reader.ts';

const written = z.record(z.string(), z.unknown());
const reportView = z.strictObject({
  ...reportSchema.shape,
  /** Until when the contracting authority may comment, where it was asked to. */
  replyTerm: z.optional(termInShortSchema),
  text: written,
  comments: z.optional(written),
  dissentingOpinions: z.array(written),
});

const replyTermOf = (head: Head, sentForReplyAt: string | undefined, now: string) =>
  sentForReplyAt === undefined
    ? {}
    : { replyTerm: termInShort({ head, profile: profileOf(head.profile), now }, 'report-reply', sentForReplyAt) };

export const listReports = query({
  name: 'list-reports',
  path: '/cases/{case}/reports',
  summary: 'List the reports of a case and where each stands',
  query: paging,
  answers: z.strictObject({
    items: z.array(
      z.extend(
        z.pick(reportSchema, { id: true, stage: true, state: true, adoptedAt: true, publishedAt: true, late: true }),
        { replyTerm: z.optional(termInShortSchema) },
      ),
    ),
  }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { limit, cursor } = request.query;
    const page = await subjectsPage(ports, found.head.case, { kind: 'report', limit, cursor });
    const items = page.items
      .filter((subject) => subject.kind === 'report')
      .map(({ id, stage, state, adoptedAt, publishedAt, late, sentForReplyAt }) => ({
        id,
        stage,
        state,
        adoptedAt,
        publishedAt,
        late,
        ...replyTermOf(found.head, sentForReplyAt, ports.now()),
      }));
    return { body: { items }, version: found.version, ...(page.next === undefined ? {} : { next: page.next }) };
  },
});

export const readReport = query({
  name: 'read-report',
  path: '/cases/{case}/reports/{report}',
  summary: 'Read a report with its comments and dissenting opinions',
  query: nothingAsked,
  answers: reportView,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    const id = request.parameters.report ?? '';
    if (found === undefined || !/^report-[1-9]\d{0,5}$/.test(id)) return undefined;
    const subject = await subjectAtHand(ports, found.head.case, id);
    const report = subject === undefined ? undefined : subjectOf(new Map([[id, subject]]), 'report', id);
    const reading = { reader: readerOf(request.caller), head: found.head, now: ports.now() };
    if (report === undefined || !mayReadReport(reading, report)) return undefined;
    const { recordedIn, commentedIn, dissents } = report;
    const contents = await ports.cases.contents({
      case: found.head.case,
      versions: [recordedIn, ...(commentedIn === undefined ? [] : [commentedIn]), ...dissents],
    });
    const bodyIn = (version: number) => ({ ...contents.get(version)?.body });
    return {
      version: found.version,
      body: {
        ...report,
        ...replyTermOf(found.head, report.sentForReplyAt, ports.now()),
        text: bodyIn(recordedIn),
        ...(commentedIn === undefined ? {} : { comments: bodyIn(commentedIn) }),
        dissentingOpinions: dissents.map(bodyIn),
      },
    };
  },
});
