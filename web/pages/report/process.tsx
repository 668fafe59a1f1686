import { wordFor } from '../../../domain/words/code-words.ts';
import type { ReportWriting } from '../../../functions/_reports/said.ts';
import { Facts } from '../../components/basics.tsx';
import { Table } from '../../components/table.tsx';
import type { ItemIn, Written } from './at-hand.ts';
import { At } from './parts.tsx';

type Process = ItemIn<'process'>;

/** What was bought, by whom and for how much, who offered, and what came of it. */
export const Processes = ({ of, writing }: Written<'process'>) => (
  <>
    {of.map((item) => (
      <>
        <ProcessFacts item={item} writing={writing} />
        {item.bidders.length === 0 ? null : <Bidders item={item} writing={writing} />}
      </>
    ))}
  </>
);

interface ProcessProps {
  readonly item: Process;
  readonly writing: ReportWriting;
}

const ProcessFacts = ({ item, writing }: ProcessProps) => {
  const { labels, methods, endings } = writing.words;
  const { procurementMethod, tenderPeriod, ending } = item;
  return (
    <Facts
      of={[
        { name: labels.process, value: item.title },
        { name: labels.ocid, value: <code>{item.ocid}</code> },
        { name: labels.description, value: item.description },
        { name: labels.method, value: procurementMethod === undefined ? undefined : methods[procurementMethod] },
        { name: labels.buyer, value: writing.nameOf(item.buyer) },
        { name: labels.procuringEntity, value: writing.nameOf(item.procuringEntity) },
        { name: labels.value, value: writing.money(item.value) },
        {
          name: labels.tenderPeriod,
          value:
            tenderPeriod === undefined ? undefined : (
              <>
                <At at={tenderPeriod.startAt} writing={writing} /> – <At at={tenderPeriod.endAt} writing={writing} />
              </>
            ),
        },
        { name: labels.award, value: writing.awardOf(item) },
        { name: labels.contract, value: writing.contractOf(item) },
        { name: labels.ending, value: ending === undefined ? undefined : endings[ending] },
      ]}
    />
  );
};

const Bidders = ({ item, writing: { words, frame } }: ProcessProps) => {
  const { labels, signatures } = words;
  const signature = {
    head: labels.signature,
    cell: (bidder: Process['bidders'][number]) => wordFor(signatures, bidder.signature),
  };
  return (
    <Table
      caption={labels.bidder}
      rows={item.bidders}
      columns={[
        { head: labels.bidder, names: true, cell: ({ name }) => name },
        ...(frame.instrument === 'integrity-pact' ? [signature] : []),
      ]}
    />
  );
};
