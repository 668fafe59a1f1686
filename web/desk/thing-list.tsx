import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Empty } from '../components/basics.tsx';
import type { Act } from './acts/act.ts';
import { ActsOn } from './acts-on.tsx';
import { useDesk } from './desk-tools.ts';
import { ReadList } from './read-list.tsx';
import { useFilters } from './router.tsx';

interface ThingListProps<Item> {
  /** Of the list in the API, with its query. */
  readonly path: string;
  readonly none?: string;
  /** Changes when something was done elsewhere: the list is read anew. */
  readonly stamp?: unknown;
  readonly on: Act['on'];
  /** What the acts on an item need in their paths, and what tells it from the others. */
  readonly idsOf: (item: Item) => Readonly<Record<string, string>>;
  /** What the fields of its acts say at first. */
  readonly firstOf?: (item: Item) => Readonly<Record<string, string>>;
  /** Which of them are shown, of those that were read. */
  readonly keep?: (item: Item) => boolean;
  /** Told when something was done with one of them. */
  readonly done?: () => void;
  readonly children: (item: Item) => ComponentChildren;
}

/** Things of one kind under one another: what each says, and what can be done with it. */
export const ThingList = <Item extends object>(props: ThingListProps<Item>) => {
  const { path, none, stamp, on, idsOf, keep } = props;
  const [done, setDone] = useState(0);
  const at = useFilters().of('at');
  const isAt = (item: Item): boolean => idsOf(item)[on] === at;
  return (
    <ReadList<Item>
      path={path}
      stamp={`${String(stamp)}-${done}`}
      whole={keep !== undefined}
      // What the address asks for may stand far down.
      until={(items) => !at.startsWith(`${on}-`) || items.some(isAt)}
      {...(none === undefined ? {} : { none })}
    >
      {(items) => (
        <Things
          {...props}
          items={items.filter((item) => (keep?.(item) ?? true) || isAt(item))}
          done={() => {
            setDone(done + 1);
            props.done?.();
          }}
        />
      )}
    </ReadList>
  );
};

interface ThingsProps<Item> extends ThingListProps<Item> {
  readonly items: readonly Item[];
  readonly done: () => void;
}

const Things = <Item extends object>({ items, none, on, idsOf, firstOf, done, children }: ThingsProps<Item>) => {
  const { frame, lists } = useDesk().views;
  const isFiltered = useFilters().all.size > 0;
  if (items.length === 0) {
    return (
      <Empty>
        <p>{isFiltered ? lists.noneFits : (none ?? frame.nothing)}</p>
      </Empty>
    );
  }
  return (
    <ul class="cards">
      {items.map((item) => (
        <Card key={Object.values(idsOf(item)).join('/')} id={idsOf(item)[on] ?? ''}>
          {children(item)}
          <ActsOn
            on={on}
            ids={idsOf(item)}
            thing={Object.fromEntries(Object.entries(item))}
            {...(firstOf === undefined ? {} : { first: firstOf(item) })}
            done={done}
          />
        </Card>
      ))}
    </ul>
  );
};

/** One of them; where the address asks for it (`?at=observation-3`), it is what is seen first. */
export const Card = ({ id, children }: { readonly id: string; readonly children: ComponentChildren }) => {
  const card = useRef<HTMLLIElement>(null);
  const isAsked = useFilters().of('at') === id && id !== '';
  useEffect(() => {
    if (!isAsked) return;
    card.current?.scrollIntoView({ block: 'start' });
    card.current?.focus();
  }, [isAsked]);
  return (
    <li id={id} tabIndex={-1} ref={card} {...(isAsked ? { 'aria-current': 'true' as const } : {})}>
      {children}
    </li>
  );
};
