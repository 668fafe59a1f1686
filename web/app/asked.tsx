import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice, Section } from '../components/basics.tsx';
import type { Api } from './api.ts';
import { isRecord } from './kept-text.ts';
import { NotNow, SessionEnded } from './sending.tsx';
import { useTools } from './tools.ts';

/** What was asked for, or why it is not there. */
export type Had<Known> =
  | { readonly kind: 'ended' | 'no-network' | 'failed' | 'refused' }
  | { readonly kind: 'known'; readonly known: Known };

/** Reads from the API. An answer that is not understood counts as none. */
export const readAs = async <Known,>(
  api: Api,
  path: string,
  understood: (body: unknown) => Known | undefined,
): Promise<Had<Known>> => {
  const answered = await api.read(path);
  if (answered.kind !== 'done') return { kind: answered.kind };
  const known = understood(answered.body);
  return known === undefined ? { kind: 'failed' } : { kind: 'known', known };
};

const Loading = () => (
  <p class="loading" role="status">
    {useTools().told.words.session.loading}
  </p>
);

interface AskedProps<Known> {
  readonly ask: () => Promise<Had<Known>>;
  /** Changes when it must be asked again; what is known stays until then. */
  readonly stamp?: unknown;
  /** The heading of the page as long as what would bring its own is not there. */
  readonly heading?: string;
  /** `know` replaces what is known. */
  readonly children: (known: Known, know: (known: Known) => void) => ComponentChildren;
}

/** What is somebody's own, once it is there: until then it says what it waits for, and what one can do. */
export const Asked = <Known,>({ ask, stamp, heading, children }: AskedProps<Known>) => {
  const [had, setHad] = useState<Had<Known>>();
  const again = () => void ask().then(setHad);
  useEffect(again, [stamp]);
  if (had === undefined) return <Loading />;
  if (had.kind === 'known') return <>{children(had.known, (known) => setHad({ kind: 'known', known }))}</>;
  return (
    <>
      {heading === undefined ? null : <h1 tabIndex={-1}>{heading}</h1>}
      <NotHad
        because={had.kind}
        again={() => {
          setHad(undefined);
          again();
        }}
      />
    </>
  );
};

interface NotHadProps {
  readonly because: Exclude<Had<unknown>['kind'], 'known'>;
  readonly again: () => void;
}

/** Why something is not there, and what one can do: nothing that is not there for somebody comes by trying again. */
export const NotHad = ({ because, again }: NotHadProps) => {
  const { session } = useTools().told.words;
  switch (because) {
    case 'ended':
      return <SessionEnded />;
    case 'refused':
      return (
        <div role="alert">
          <Notice tone="warn">
            <p>{session.refused}</p>
          </Notice>
        </div>
      );
    default:
      return <NotNow failure={because} again={again} />;
  }
};

interface ListedProps<Item> {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly path: string;
  /** What is said where there is nothing. */
  readonly none: string;
  readonly item: ComponentType<Item>;
}

/** A list as a section that is read by itself: where it cannot be had, the rest of the page stays. */
export const Listed = <Item extends object>({ id, title, lead, path, none, item: Each }: ListedProps<Item>) => {
  const { api } = useTools();
  // The API of the same house answered it: that there is a list is all that is asked.
  const isList = (body: unknown): body is { readonly items: readonly Item[] } =>
    isRecord(body) && Array.isArray(body['items']);
  return (
    <Section id={id} title={title}>
      {lead === undefined ? null : <p>{lead}</p>}
      <Asked ask={() => readAs(api, path, (body) => (isList(body) ? body : undefined))}>
        {({ items }) =>
          items.length === 0 ? (
            <div class="empty">
              <p>{none}</p>
            </div>
          ) : (
            <ul class="cards">
              {items.map((each, index) => (
                <li key={index}>
                  <Each {...each} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Section>
  );
};
