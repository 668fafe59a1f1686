import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.ts';

/** How weighty something is: plain, good news, calm, a warning, or bad. Never by colour alone: the words say it too. */
export type Tone = 'plain' | 'good' | 'calm' | 'warn' | 'bad';

const toneClass = (name: string, tone: Tone): string => (tone === 'plain' ? name : `${name} ${tone}`);

export const Tag = ({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ComponentChildren }) => (
  <span class={toneClass('tag', tone)}>{children}</span>
);

export const Tags = ({ children }: { readonly children: readonly ComponentChildren[] }) => (
  <ul class="tags">
    {children.filter(Boolean).map((tag, index) => (
      <li key={index}>{tag}</li>
    ))}
  </ul>
);

/** What somebody should know before they read on. */
export const Notice = ({ tone = 'calm', children }: { readonly tone?: Tone; readonly children: ComponentChildren }) => (
  <div class={toneClass('notice', tone)}>{children}</div>
);

/** Where there is nothing yet: it says so, and what one can do. */
export const Empty = ({ children }: { readonly children?: ComponentChildren }) => {
  const { states } = useWords();
  return <div class="empty">{children ?? <p>{states.nothing}</p>}</div>;
};

/** While something comes; said aloud to those who do not see it. */
export const Loading = () => {
  const { states } = useWords();
  return (
    <p class="loading" role="status">
      {states.loading}
    </p>
  );
};

/** Where there is no network. */
export const NoNetwork = () => {
  const { states } = useWords();
  return (
    <div class="notice warn" role="status">
      <p>{states.noNetwork}</p>
    </div>
  );
};

export interface Fact {
  readonly name: string;
  /** Left out where it is undefined. */
  readonly value: ComponentChildren;
}

/** Names with their values: in two columns, or one after the other. */
export const Facts = ({ of, inline = false }: { readonly of: readonly Fact[]; readonly inline?: boolean }) => (
  <dl class={inline ? 'facts inline' : 'facts'}>
    {of
      .filter(({ value }) => value !== undefined && value !== null)
      .map(({ name, value }) =>
        inline ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
  </dl>
);

interface SectionProps {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

export const Section = ({ id, title, children }: SectionProps) => (
  <section class="section">
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** What steers past long pages. */
export const ToSections = ({ of }: { readonly of: readonly Pick<SectionProps, 'id' | 'title'>[] }) => {
  const words = useWords();
  return (
    <nav aria-label={words.case.contents}>
      <ul class="to-sections">
        {of.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Where a page stands among the others: each but the last is a way back. */
export const Crumbs = ({
  of,
  label,
}: {
  readonly of: readonly { readonly href: string; readonly name: string }[];
  readonly label: string;
}) => (
  <nav class="crumbs" aria-label={label}>
    <ol>
      {of.map(({ href, name }) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ol>
  </nav>
);

/** The way through a list that is told in pages. */
export const Pages = ({ first, next }: { readonly first?: string | undefined; readonly next?: string | undefined }) => {
  const { states } = useWords();
  if (first === undefined && next === undefined) return null;
  return (
    <nav class="pages" aria-label={states.more}>
      {first === undefined ? null : (
        <a class="button second" href={first}>
          {states.first}
        </a>
      )}
      {next === undefined ? null : (
        <a class="button second" rel="next" href={next}>
          {states.next}
        </a>
      )}
    </nav>
  );
};
