import type { JSX } from 'preact';
import type { SectionName } from '../../../functions/_http/report-document.ts';
import type { ReportWriting } from '../../../functions/_reports/said.ts';
import { Section } from '../../components/basics.tsx';
import { itemsOf, type ReportSection } from './at-hand.ts';
import { Observations } from './observations.tsx';
import { Processes } from './process.tsx';
import { Acts, Amendments, DocumentAccess, Flags, Recommendations, Team, Visits } from './tables.tsx';
import { Adoptions, Comments, Dialogue, Escalations, Texts } from './things.tsx';

interface SectionProps {
  readonly of: ReportSection;
  readonly writing: ReportWriting;
}

/** A section under its heading; where it holds nothing it says so. */
export const SectionOfReport = ({ of, writing }: SectionProps) => {
  const { page, sections } = writing.words;
  return (
    <Section id={of.name} title={sections[of.name]}>
      {of.blocks.length === 0 ? <p>{page.none}</p> : <Inside of={of} writing={writing} />}
    </Section>
  );
};

const drawn: {
  readonly [Name in SectionName]: (props: SectionProps) => JSX.Element;
} = {
  summary: ({ of, writing }) => <Texts of={itemsOf(of.blocks, 'summary')} writing={writing} />,
  process: ({ of, writing }) => <Processes of={itemsOf(of.blocks, 'process')} writing={writing} />,
  team: ({ of, writing }) => <Team of={itemsOf(of.blocks, 'team')} writing={writing} />,
  acts: ({ of, writing }) => <Acts of={itemsOf(of.blocks, 'acts')} writing={writing} />,
  visits: ({ of, writing }) => <Visits of={itemsOf(of.blocks, 'visits')} writing={writing} />,
  'document-access': ({ of, writing }) => (
    <DocumentAccess of={itemsOf(of.blocks, 'document-access')} writing={writing} />
  ),
  observations: ({ of, writing }) => <Observations of={itemsOf(of.blocks, 'observations')} writing={writing} />,
  dialogue: ({ of, writing }) => <Dialogue of={itemsOf(of.blocks, 'dialogue')} writing={writing} />,
  escalations: ({ of, writing }) => <Escalations of={itemsOf(of.blocks, 'escalations')} writing={writing} />,
  flags: ({ of, writing }) => <Flags of={itemsOf(of.blocks, 'flags')} writing={writing} />,
  amendments: ({ of, writing }) => <Amendments of={itemsOf(of.blocks, 'amendments')} writing={writing} />,
  conclusion: ({ of, writing }) => <Texts of={itemsOf(of.blocks, 'conclusion')} writing={writing} />,
  recommendations: ({ of, writing }) => (
    <Recommendations of={itemsOf(of.blocks, 'recommendations')} writing={writing} />
  ),
  'no-recommendations': ({ of, writing }) => <Texts of={itemsOf(of.blocks, 'no-recommendations')} writing={writing} />,
  comments: ({ of, writing }) => <Comments of={itemsOf(of.blocks, 'comments')} writing={writing} />,
  adoption: ({ of, writing }) => <Adoptions of={itemsOf(of.blocks, 'adoption')} writing={writing} />,
};

const Inside = (props: SectionProps) => drawn[props.of.name](props);
