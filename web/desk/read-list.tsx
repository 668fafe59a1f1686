import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { NotHad } from '../app/asked.tsx';
import { isRecord } from '../app/kept-text.ts';
import { useTools } from '../app/tools.ts';
import { Empty, Notice } from '../components/basics.tsx';
import { useDesk } from './desk-tools.ts';

/** Pages that one press reads: a list without an end must not keep the page busy for ever. */
const PAGES_MAX = 100;

/** A list as far as it was read. */
interface SoFar<Item> {
  /** The path of its first page. */
  readonly of: string;
  readonly items: readonly Item[];
  readonly next: string | undefined;
  readonly failure?: 'ended' | 'no-network' | 'failed' | 'refused';
}

interface ReadListProps<Item> {
  readonly path: string;
  /** What stands where there is nothing. */
  readonly none?: string;
  /** Changes when the list must be read anew. */
  readonly stamp?: unknown;
  /** Filters, orders or takes along what was read: while there is more it says so, and reads all of it where one asks. */
  readonly whole?: boolean;
  /** Reads on by itself until this says that what is looked for is there. */
  readonly until?: (items: readonly Item[]) => boolean;
  /** What is drawn of the list stands there with nothing in it too: its keys. */
  readonly evenNone?: boolean;
  readonly children: (items: readonly Item[], again: () => void) => ComponentChildren;
}

/** Reads pages of a list, one after the other. */
const useReading = <Item extends object>(path: string) => {
  const { api } = useTools();
  const [soFar, setSoFar] = useState<SoFar<Item>>();
  const [isBusy, setBusy] = useState(false);
  // What is asked for later wins over what comes later.
  const turn = useRef(0);
  // The API of the same house answered it: that there is a list is all that is asked.
  const isList = (body: unknown): body is { readonly items: readonly Item[] } =>
    isRecord(body) && Array.isArray(body['items']);
  const page = async (from: string, before: readonly Item[]): Promise<SoFar<Item>> => {
    const answered = await api.read(from);
    if (answered.kind === 'done' && isList(answered.body)) {
      return { of: path, items: [...before, ...answered.body.items], next: answered.next };
    }
    return { of: path, items: before, next: from, failure: answered.kind === 'done' ? 'failed' : answered.kind };
  };
  /** Until it has so many, and at least one page; where it goes on, each page is shown as it comes. */
  const read = async (from: string, before: readonly Item[], isEnough: (items: readonly Item[]) => boolean) => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    let reached = await page(from, before);
    for (let pages = 1; pages < PAGES_MAX && reached.next !== undefined && !isEnough(reached.items); pages += 1) {
      if (turn.current !== mine || reached.failure !== undefined) break;
      if (before.length > 0) setSoFar(reached);
      reached = await page(reached.next, reached.items);
    }
    if (turn.current !== mine) return;
    setBusy(false);
    // What was there already stays where it could not be read again.
    const isKept = from === path && reached.failure !== undefined && soFar?.of === path;
    setSoFar(isKept ? { ...reached, items: soFar.items, next: undefined } : reached);
  };
  return { soFar, isBusy, read };
};

const ONE_PAGE = () => true;
const ALL = () => false;

/** A list of the API, page by page: what was read stays while more comes, and what cannot be read can be tried again. */
export const ReadList = <Item extends object>(props: ReadListProps<Item>) => {
  const { path, none, stamp, whole = false, until = ONE_PAGE, evenNone = false, children } = props;
  const { views } = useDesk();
  const { session } = useTools().told.words;
  const { soFar, isBusy, read } = useReading<Item>(path);
  // Whoever did something far down finds the list as long as it was.
  const again = () => void read(path, [], (items) => items.length >= (soFar?.items.length ?? 0));
  const isFound = soFar === undefined || until(soFar.items);
  useEffect(() => void read(path, [], ONE_PAGE), [path]);
  useEffect(() => (soFar === undefined ? undefined : again()), [stamp]);
  useEffect(() => {
    if (!isFound && soFar.next !== undefined && soFar.failure === undefined) void read(soFar.next, soFar.items, until);
  }, [isFound]);
  if (soFar === undefined) {
    return (
      <p class="loading" role="status">
        {session.loading}
      </p>
    );
  }
  const { items, next, failure } = soFar;
  return (
    <Fragment>
      {items.length === 0 && failure === undefined && next === undefined ? (
        <Empty>
          <p>{none ?? views.frame.nothing}</p>
        </Empty>
      ) : null}
      {items.length > 0 || (failure === undefined && (evenNone || next !== undefined)) ? children(items, again) : null}
      {failure === undefined ? null : (
        <NotHad because={failure} again={() => void read(next ?? path, next === undefined ? [] : items, ONE_PAGE)} />
      )}
      {next === undefined || failure !== undefined ? null : (
        <>
          {whole ? <Notice tone="warn">{filled(views.lists.notAll, { n: String(items.length) })}</Notice> : null}
          <p class="actions">
            <button
              class="button second"
              type="button"
              disabled={isBusy}
              onClick={() => void read(next, items, ONE_PAGE)}
            >
              {isBusy ? session.loading : views.frame.more}
            </button>
            {whole ? (
              <button class="button second" type="button" disabled={isBusy} onClick={() => void read(next, items, ALL)}>
                {views.lists.readAll}
              </button>
            ) : null}
          </p>
        </>
      )}
    </Fragment>
  );
};
