import { AWAITED, DAY_CLASS_NAMES } from '../../domain/scoreboard/measures.ts';
import type { Covered } from '../../functions/_tallies/covered.ts';
import { numberIn } from '../format.ts';
import { usePlace } from '../page-context.ts';
import { useFigureWords, useShare } from './figures.tsx';
import { Table } from './table.tsx';

/** What is told of how asking is answered. */
export type Answered = Pick<Covered, 'questions' | 'findings' | 'escalations'>;

/** How what was asked was answered: how much of it in time, and how long it took. */
export const Answers = ({ of }: { readonly of: Answered }) => {
  const { language } = usePlace();
  const { awaited, coverage, dayClasses } = useFigureWords();
  const share = useShare();
  const number = (value: number | undefined) => numberIn(language, value ?? 0);
  const rows = AWAITED.map((which) => ({ name: awaited[which], ...of[which] }));
  const named = { head: coverage.what, cell: ({ name }: { readonly name: string }) => name, names: true } as const;
  return (
    <div class="tight">
      <Table
        caption={coverage.answersCaption}
        rows={rows}
        columns={[
          named,
          { head: coverage.asked, cell: ({ asked }) => number(asked), number: true },
          { head: coverage.inTime, cell: ({ inTime }) => number(inTime), number: true },
          { head: coverage.late, cell: ({ late }) => number(late), number: true },
          { head: coverage.unanswered, cell: ({ unanswered }) => number(unanswered), number: true },
          { head: coverage.answeredInTime, cell: ({ answeredInTime }) => share(answeredInTime), number: true },
        ]}
      />
      <Table
        caption={coverage.timesCaption}
        rows={rows}
        columns={[
          named,
          ...DAY_CLASS_NAMES.map((name) => ({
            head: dayClasses[name],
            cell: ({ days }: (typeof rows)[number]) => number(days.classes[name]),
            number: true as const,
          })),
        ]}
      />
    </div>
  );
};
