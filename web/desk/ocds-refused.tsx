import type { Answered } from '../app/api.ts';
import { isRecord, textIn } from '../app/kept-text.ts';
import type { Wrong } from '../app/sending.tsx';
import { useDesk } from './desk-tools.ts';
import { useHref } from './router.tsx';
import { Select } from './select.tsx';

type Failure = Exclude<Answered, { kind: 'done' }> | undefined;

const factsOf = (failure: Failure): Readonly<Record<string, unknown>> =>
  failure?.kind === 'refused' ? (failure.facts ?? {}) : {};

/** The processes that a document holds, where it was refused because it holds several. */
export const ocidsOf = (failure: Failure): readonly string[] => {
  const { ocids } = factsOf(failure);
  return Array.isArray(ocids) ? ocids.filter((ocid) => typeof ocid === 'string') : [];
};

/** What is wrong with a form that sends official data; `field` is where they stand. */
export const useWrongData = (
  field: string,
  failure: Failure,
  { isUnread, text }: { readonly isUnread: boolean; readonly text: string },
): readonly Wrong[] => {
  const { refusals, views } = useDesk();
  if (isUnread) return [{ field, says: text.trim() === '' ? views.processes.noData : views.processes.notJson }];
  if (failure?.kind !== 'refused') return [];
  // Where several are told, what is left to say is which of them is meant.
  const asked = ocidsOf(failure).length > 0 ? 'ocid' : field;
  return [{ field: asked, says: refusals[failure.word] ?? failure.detail }];
};

interface WrongInDocument {
  readonly pointer: string;
  readonly problem: string;
}

const problemsOf = (failure: Failure): readonly WrongInDocument[] => {
  const { problems } = factsOf(failure);
  return Array.isArray(problems)
    ? problems.flatMap((each: unknown) =>
        isRecord(each) ? [{ pointer: textIn(each['pointer']), problem: textIn(each['problem']) }] : [],
      )
    : [];
};

/** What else is told where official data were refused: the case that there is, what is wrong with them, or of which process they should be read. */
export const OcdsRefused = ({
  failure,
  ocids,
  ocid,
  choose,
}: {
  readonly failure: Failure;
  readonly ocids: readonly string[];
  readonly ocid: string;
  readonly choose: (ocid: string) => void;
}) => {
  const { processes: words } = useDesk().views;
  const href = useHref();
  const existing = textIn(factsOf(failure)['case']);
  const problems = problemsOf(failure);
  return (
    <>
      {existing === '' ? null : (
        <p>
          <a href={href('cases', existing)}>{words.toCase}</a>
        </p>
      )}
      {problems.length === 0 ? null : (
        <ul>
          {problems.map(({ pointer, problem }, index) => (
            <li key={index}>
              <code>{pointer === '' ? '/' : pointer}</code>: <span lang="en">{problem}</span>
            </li>
          ))}
        </ul>
      )}
      {ocids.length === 0 ? null : (
        <Select
          name="ocid"
          label={words.whichProcess}
          chosen={ocid}
          choose={choose}
          none={words.choose}
          options={ocids.map((value) => ({ value, label: value }))}
        />
      )}
    </>
  );
};
