import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { filled } from '../../../domain/words/code-words.ts';
import { NotHad } from '../../app/asked.tsx';
import { useTools } from '../../app/tools.ts';
import { Notice } from '../../components/basics.tsx';
import { useDesk } from '../desk-tools.ts';
import { useHref } from '../router.tsx';
import { NOTHING_READ, type OfCase, type OverCases, readOverCases } from './read-over-cases.ts';

interface OverCasesProps<Item> {
  readonly pathOf: (id: string) => string;
  readonly isItem: (item: unknown) => item is Item;
  /** Told whether all cases were read: before that, nothing found is not nothing there. */
  readonly children: (rows: readonly OfCase<Item>[], isWhole: boolean) => ComponentChildren;
}

/** A list of every case in one, as it comes: how many cases were read stands above it, and what broke off goes on. */
export const OfAllCases = <Item,>({ pathOf, isItem, children }: OverCasesProps<Item>) => {
  const { api, told } = useTools();
  const { lists } = useDesk().views;
  const [soFar, setSoFar] = useState<OverCases<Item>>(NOTHING_READ);
  const isGone = useRef(false);
  const readOn = (from: OverCases<Item>) =>
    void readOverCases<Item>(from, { api, pathOf, isItem, tell: setSoFar, isStopped: () => isGone.current });
  useEffect(() => {
    isGone.current = false;
    readOn(NOTHING_READ);
    return () => {
      isGone.current = true;
    };
  }, []);
  const { cases, read, rows, refused, failure } = soFar;
  const says =
    cases === undefined
      ? told.words.session.loading
      : filled(lists.casesRead, { n: String(read.size), of: String(cases.length) });
  return (
    <>
      <p class="muted" role="status">
        {failure === undefined || cases !== undefined ? says : null}
      </p>
      {failure === undefined ? null : <NotHad because={failure} again={() => readOn({ ...soFar })} />}
      <NotRead of={refused} />
      {cases === undefined ? null : children(rows, read.size >= cases.length)}
    </>
  );
};

const NotRead = ({ of }: { readonly of: OverCases<unknown>['refused'] }) => {
  const { lists } = useDesk().views;
  const href = useHref();
  if (of.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{lists.casesNotRead}</p>
      <ul>
        {of.map(({ id, title }) => (
          <li key={id}>
            <a href={href('cases', id)}>{title}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
