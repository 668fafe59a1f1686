import type { ReportWriting } from '../../../functions/_reports/said.ts';
import { Table } from '../../components/table.tsx';
import type { ItemIn, Written } from './at-hand.ts';
import { At, Lines, listOf, toThings } from './parts.tsx';

export const Team = ({ of, writing }: Written<'team'>) => {
  const { labels, offices, sections } = writing.words;
  return (
    <Table
      caption={sections.team}
      unseen
      rows={of}
      columns={[
        { head: labels.person, names: true, cell: ({ person }) => person },
        { head: labels.office, cell: ({ office }) => (office === undefined ? null : offices[office]) },
        { head: labels.sector, cell: writing.sectorOf },
        { head: labels.standing, cell: writing.standingOf },
      ]}
    />
  );
};

export const Acts = ({ of, writing }: Written<'acts'>) => {
  const { acts, labels, sections, stages } = writing.words;
  return (
    <Table
      caption={sections.acts}
      unseen
      rows={of}
      columns={[
        { head: labels.act, names: true, cell: ({ kind, stage }) => <Lines of={[acts[kind], stages[stage]]} /> },
        { head: labels.when, cell: ({ heldAt }) => <At at={heldAt} writing={writing} /> },
        { head: labels.attendance, cell: (act) => <Lines of={attendanceOf(act, writing)} /> },
        { head: labels.present, cell: ({ present = [] }) => listOf(present) },
        { head: labels.notes, cell: ({ place, circumstances, note }) => <Lines of={[place, circumstances, note]} /> },
      ]}
    />
  );
};

/** Whether the team was there, and whether citizens were let in. */
const attendanceOf = (
  { accounted, citizensAdmitted }: ItemIn<'acts'>,
  { words }: ReportWriting,
): readonly (string | undefined)[] => [
  words.accounted[accounted],
  citizensAdmitted === undefined
    ? undefined
    : `${words.labels.citizens}: ${citizensAdmitted ? words.page.yes : words.page.no}`,
];

export const Visits = ({ of, writing }: Written<'visits'>) => {
  const { labels, sections, visits } = writing.words;
  return (
    <Table
      caption={sections.visits}
      unseen
      rows={of}
      columns={[
        { head: labels.visit, names: true, cell: ({ plannedAt }) => <At at={plannedAt} writing={writing} /> },
        { head: labels.outcome, cell: ({ outcome }) => (outcome === undefined ? null : visits[outcome]) },
        { head: labels.place, cell: ({ place }) => place },
        { head: labels.notes, cell: ({ note }) => note },
      ]}
    />
  );
};

export const DocumentAccess = ({ of, writing }: Written<'document-access'>) => {
  const { access, documents, labels, sections, stages } = writing.words;
  return (
    <Table
      caption={sections['document-access']}
      unseen
      rows={of}
      columns={[
        { head: labels.document, names: true, cell: ({ document }) => documents[document] },
        { head: labels.stage, cell: ({ stage }) => stages[stage] },
        { head: labels.access, cell: ({ result }) => access[result] },
      ]}
    />
  );
};

export const Flags = ({ of, writing }: Written<'flags'>) => {
  const { labels, sections, sentences } = writing.words;
  return (
    <Table
      caption={sections.flags}
      unseen
      rows={of}
      columns={[
        { head: labels.flag, names: true, cell: ({ code, title }) => `${code} ${title}` },
        {
          head: labels.disposition,
          cell: ({ answer, reason, observation }) => (
            <>
              {(answer === 'turned-into-finding' ? sentences.flagAnswered : reason) ?? sentences.flagOpen}
              {observation === undefined ? null : <> ({toThings([observation], writing)})</>}
            </>
          ),
        },
      ]}
    />
  );
};

export const Amendments = ({ of, writing }: Written<'amendments'>) => {
  const { labels, sections } = writing.words;
  return (
    <Table
      caption={sections.amendments}
      unseen
      rows={of}
      columns={[
        { head: labels.date, names: true, cell: ({ amendedAt }) => <At at={amendedAt} writing={writing} /> },
        { head: labels.change, cell: ({ change }) => change },
        { head: labels.conclusion, cell: ({ conclusion }) => conclusion },
      ]}
    />
  );
};

export const Recommendations = ({ of, writing }: Written<'recommendations'>) => {
  const { labels, sections } = writing.words;
  return (
    <Table
      caption={sections.recommendations}
      unseen
      rows={of}
      columns={[
        { head: labels.number, names: true, cell: ({ number }) => number },
        { head: labels.to, cell: ({ to }) => to },
        { head: labels.recommends, cell: ({ recommends }) => recommends },
        { head: labels.due, cell: ({ dueAt }) => <At at={dueAt} writing={writing} /> },
      ]}
    />
  );
};
