import { filled } from '../../../domain/words/code-words.ts';
import type { ReportWriting } from '../../../functions/_reports/said.ts';
import { Section } from '../../components/basics.tsx';
import { Table } from '../../components/table.tsx';
import { bytesIn } from '../../format.ts';
import { usePlace } from '../../page-context.ts';
import { REPORT_PAGE_WORDS } from '../../words/report-words.ts';

/** A document of a report, in the copy that its readers are given. */
export interface Annex {
  readonly document: string;
  readonly name: string;
  readonly attachedTo: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Where its copy is fetched. */
  readonly href: string;
}

export interface Annexes {
  readonly listed: readonly Annex[];
  /** How many are not listed one by one. */
  readonly more: number;
  /** Where all of them are fetched at once; undefined until the report is published. */
  readonly all: string | undefined;
}

/** Where they stand on the page. */
export const ANNEXES_ID = 'annexes';

interface AnnexesProps {
  readonly of: Annexes;
  readonly writing: ReportWriting;
}

/** The annexes with their hashes, and where all of them are fetched once the report is published. */
export const AnnexesOfReport = ({ of: { listed, more, all }, writing: { called, frame } }: AnnexesProps) => {
  const { language } = usePlace();
  const said = REPORT_PAGE_WORDS[language];
  return (
    <Section id={ANNEXES_ID} title={said.annexes}>
      <p>{said.annexesHow}</p>
      <Table
        caption={said.annexes}
        unseen
        rows={listed}
        columns={[
          { head: said.file, names: true, cell: ({ name, href }) => <a href={href}>{name}</a> },
          {
            head: said.of,
            cell: ({ attachedTo }) => (attachedTo === frame.report ? said.thisReport : called(attachedTo)),
          },
          { head: said.size, number: true, cell: ({ sizeBytes }) => bytesIn(language, sizeBytes) },
          { head: said.hash, cell: ({ sha256 }) => <code>{sha256}</code> },
        ]}
      />
      {more === 0 ? null : <p>{filled(said.more, { count: String(more) })}</p>}
      {all === undefined ? null : (
        <p>
          <a href={all}>{said.all}</a>
        </p>
      )}
    </Section>
  );
};
