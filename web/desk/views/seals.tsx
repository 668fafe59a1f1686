import { isRecord, textIn } from '../../app/kept-text.ts';
import { Empty, Tag } from '../../components/basics.tsx';
import { Table } from '../../components/table.tsx';
import { useDates } from '../dates.ts';
import { useDesk } from '../desk-tools.ts';
import { Export } from '../lists/export.tsx';
import { KeptFilters } from '../lists/kept-filters.tsx';
import { OfAllCases } from '../lists/over-cases.tsx';
import type { OfCase } from '../lists/read-over-cases.ts';
import { byOpening, isSealed, SEALED } from '../lists/sealed.ts';
import { useFilters, useHref } from '../router.tsx';
import { useCalled } from '../said.tsx';
import { Select } from '../select.tsx';
import { isOpen, type Observation } from './case/observation-shown.tsx';

/** The API of the same house answered it: that it is an observation is all that is asked. */
const isObservation = (item: unknown): item is Observation => isRecord(item) && typeof item['observation'] === 'string';

type Row = OfCase<Observation>;

/** Everything that is sealed in any case, and until when: what opens first comes first. */
export const Seals = () => {
  const { seals: words } = useDesk().views;
  const filters = useFilters();
  const seal = filters.of('seal');
  const isAsked = ({ item }: Row): boolean => isSealed(item) && (seal === '' || item.seal === seal);
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <search class="filters">
        <form>
          <Select
            name="seal"
            label={words.seal}
            chosen={seal}
            choose={(chosen) => filters.set({ seal: chosen })}
            options={SEALED.map((value) => ({ value, label: words[value] }))}
          />
        </form>
      </search>
      <KeptFilters />
      <OfAllCases pathOf={(id) => `/cases/${id}/observations?limit=100`} isItem={isObservation}>
        {(rows, isWhole) => (
          <Sealed
            rows={rows.filter(isAsked).toSorted((one, other) => byOpening(one.item, other.item))}
            isWhole={isWhole}
          />
        )}
      </OfAllCases>
    </>
  );
};

const titleOf = ({ item }: Row): string => (isOpen(item) ? textIn(item.content['title']) : '');

const Sealed = ({ rows, isWhole }: { readonly rows: readonly Row[]; readonly isWhole: boolean }) => {
  const { views, codes } = useDesk();
  const { seals: words, assignments } = views;
  const called = useCalled();
  const href = useHref();
  const { day } = useDates();
  const named = (row: Row): string => {
    const title = titleOf(row);
    return title === '' ? called(row.item.observation) : `${called(row.item.observation)}: ${title}`;
  };
  const sealOf = ({ item: { seal } }: Row): string => (seal === 'open' ? '' : words[seal]);
  if (rows.length === 0) {
    return !isWhole ? null : (
      <Empty>
        <p>{words.none}</p>
      </Empty>
    );
  }
  return (
    <>
      <Export
        name="seals"
        rows={rows}
        columns={[
          { head: words.until, of: ({ item }) => item.embargoUntil ?? '' },
          { head: words.seal, of: sealOf },
          { head: words.observation, of: named },
          { head: assignments.case, of: ({ of }) => of.title },
          { head: 'id', of: ({ of }) => of.id },
          { head: words.filed, of: ({ item }) => item.filedAt },
        ]}
      />
      <Table
        caption={words.title}
        unseen
        rows={rows}
        columns={[
          {
            head: words.observation,
            names: true,
            cell: (row) => (
              <a href={`${href('cases', row.of.id, 'observations')}?at=${row.item.observation}`}>{named(row)}</a>
            ),
          },
          {
            head: words.until,
            cell: ({ item: { embargoUntil, seal } }) => {
              if (embargoUntil !== undefined) return <time dateTime={embargoUntil}>{day(embargoUntil)}</time>;
              return seal === 'until-award' ? words.awarded : words.undated;
            },
          },
          { head: words.seal, cell: (row) => <Tag tone="calm">{sealOf(row)}</Tag> },
          { head: views.board.stage, cell: ({ item }) => codes.stages[item.stage] },
          { head: assignments.case, cell: ({ of }) => <a href={href('cases', of.id)}>{of.title}</a> },
        ]}
      />
    </>
  );
};
