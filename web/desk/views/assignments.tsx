import type * as z from 'zod/mini';
import type { LIST_ASSIGNMENTS } from '../../../functions/_http/agenda-operations.ts';
import { useTools } from '../../app/tools.ts';
import { Table } from '../../components/table.tsx';
import { useDesk } from '../desk-tools.ts';
import { Export } from '../lists/export.tsx';
import { ReadList } from '../read-list.tsx';
import { useAddress, useHref } from '../router.tsx';
import { AssignmentsOf } from './assignments-of.tsx';

type Load = z.infer<typeof LIST_ASSIGNMENTS.answers>['items'][number];
type PersonLoad = Extract<Load, { of: 'person' }>;

const isPerson = (load: Load): load is PersonLoad => load.of === 'person';

/** Who has how much to do; or one of them, with the cases that can be given to somebody else. */
export const Assignments = () => {
  const { id } = useAddress();
  return id === '' ? <Everybody /> : <AssignmentsOf person={id} />;
};

const Everybody = () => {
  const { assignments: words } = useDesk().views;
  return (
    <>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ReadList<Load> path="/assignments?by=person&limit=25" none={words.none} whole>
        {(loads) => <Loads loads={loads.filter(isPerson).toSorted((one, other) => other.overdue - one.overdue)} />}
      </ReadList>
    </>
  );
};

const Loads = ({ loads }: { readonly loads: readonly PersonLoad[] }) => {
  const { assignments: words } = useDesk().views;
  const { told } = useTools();
  const href = useHref();
  const nextOf = ({ next }: PersonLoad): string =>
    next === undefined ? '' : (told.words.tasks[next.what] ?? next.what);
  const counted = (n: number, more: boolean): string => `${n}${more ? '+' : ''}`;
  return (
    <>
      <Export
        name="assignments"
        rows={loads}
        columns={[
          { head: words.person, of: ({ person }) => person },
          { head: words.cases, of: ({ cases }) => cases },
          { head: words.open, of: ({ open }) => open },
          { head: words.overdue, of: ({ overdue }) => overdue },
          { head: words.soon, of: ({ dueSoon }) => dueSoon },
          { head: words.next, of: nextOf },
        ]}
      />
      <Table
        caption={words.title}
        unseen
        rows={loads}
        columns={[
          {
            head: words.person,
            names: true,
            cell: ({ person }) => <a href={href('assignments', person)}>{person}</a>,
          },
          { head: words.cases, number: true, cell: ({ cases }) => cases },
          { head: words.open, number: true, cell: ({ open, more }) => counted(open, more) },
          { head: words.overdue, number: true, cell: ({ overdue }) => overdue },
          { head: words.soon, number: true, cell: ({ dueSoon }) => dueSoon },
          { head: words.next, cell: nextOf },
        ]}
      />
    </>
  );
};
