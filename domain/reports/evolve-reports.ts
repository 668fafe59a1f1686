import type { reportEvents } from '../../events/reports.ts';
import type { Stage } from '../../events/vocabulary.ts';
import { type Evolutions, numbered } from '../evolution.ts';
import { type Head, type Subject, type SubjectOf, type Subjects, subjectOf } from '../state.ts';

type Report = SubjectOf<'report'>;

const changedReport = (subjects: Subjects, id: string, change: (report: Report) => Report): readonly Subject[] => {
  const report = subjectOf(subjects, 'report', id);
  return report === undefined ? [] : [change(report)];
};

type InHead = NonNullable<Head['reports'][Stage]>;

const inHead = (head: Head, stage: Stage, change: Partial<InHead>): Head => {
  const report = head.reports[stage];
  return report === undefined ? head : { ...head, reports: { ...head.reports, [stage]: { ...report, ...change } } };
};

/** The stage that a report is about, as the record knows it. */
const about = (subjects: Subjects, id: string): Stage => subjectOf(subjects, 'report', id)?.stage ?? 'closed';

interface Accounted {
  readonly cites: number;
  readonly leavesOut: number;
  readonly recommendationsDueAt?: string[] | undefined;
  readonly filed?: number | undefined;
}

const known = ({ filed }: { filed?: number | undefined }) => (filed === undefined ? {} : { filed });

/** A text that nobody signed, voted on or commented yet. */
const drafted = ({ cites, leavesOut, recommendationsDueAt, filed }: Accounted, version: number) => ({
  recordedIn: version,
  state: 'draft' as const,
  accounts: cites + leavesOut,
  ...known({ filed }),
  ...(recommendationsDueAt === undefined ? {} : { recommendationsDueAt }),
  signedBy: [],
  votes: {},
  dissents: [],
});

export const reportEvolutions: Evolutions<keyof typeof reportEvents> = {
  'report.drafted.v1': {
    head: (head, { data }) => ({
      ...numbered(head, data.report),
      reports: {
        ...head.reports,
        [data.stage]: { report: data.report, state: 'draft', commented: false, ...known(data) },
      },
    }),
    subjects: ({ data, version }) => [
      { kind: 'report', id: data.report, stage: data.stage, ...drafted(data, version) },
    ],
  },
  'report.redrafted.v1': {
    head: (head, { data }, subjects) => {
      const stage = about(subjects, data.report);
      return {
        ...head,
        reports: {
          ...head.reports,
          [stage]: { report: data.report, state: 'draft', commented: false, ...known(data) },
        },
      };
    },
    subjects: ({ data, version }, subjects) =>
      changedReport(subjects, data.report, ({ kind, id, stage, askedIn }) => ({
        kind,
        id,
        stage,
        ...(askedIn === undefined ? {} : { askedIn }),
        ...drafted(data, version),
      })),
  },
  'report.sent-for-reply.v1': {
    head: (head, { data, recordedAt }, subjects) =>
      inHead(head, about(subjects, data.report), { state: 'in-reply', sentForReplyAt: recordedAt }),
    subjects: ({ data, recordedAt }, subjects) =>
      changedReport(subjects, data.report, (report) => ({ ...report, state: 'in-reply', sentForReplyAt: recordedAt })),
  },
  'report.commented.v1': {
    head: (head, { data }, subjects) => inHead(head, about(subjects, data.report), { commented: true }),
    subjects: ({ data, version }, subjects) =>
      changedReport(subjects, data.report, (report) => ({ ...report, commentedIn: version })),
  },
  'report.signed.v1': {
    subjects: ({ data }, subjects) =>
      changedReport(subjects, data.report, (report) => ({ ...report, signedBy: [...report.signedBy, data.person] })),
  },
  'report.voted.v1': {
    subjects: ({ data, version }, subjects) =>
      changedReport(subjects, data.report, (report) => ({
        ...report,
        votes: { ...report.votes, [data.person]: data.vote },
        dissents: data.dissent ? [...report.dissents, version] : report.dissents,
      })),
  },
  'report.adopted.v1': {
    head: (head, { data }) => inHead(head, data.stage, { state: 'adopted' }),
    subjects: ({ data, recordedAt }, subjects) =>
      changedReport(subjects, data.report, (report) => ({ ...report, state: 'adopted', adoptedAt: recordedAt })),
  },
  'report.published.v1': {
    head: (head, { data }) => inHead(head, data.stage, { state: 'published' }),
    subjects: ({ data, recordedAt, version }, subjects) =>
      changedReport(subjects, data.report, (report) => ({
        ...report,
        state: 'published',
        publishedAt: recordedAt,
        publishedIn: version,
        late: data.late,
      })),
  },
};
