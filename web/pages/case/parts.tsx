import type { ComponentChildren } from 'preact';
import { Empty, type Fact, Facts, Section, Tags } from '../../components/basics.tsx';
import { useWords } from '../../page-context.ts';
import type { CaseView, Some } from './case-at-hand.ts';
import { useCase } from './case-at-hand.ts';

/** Under which heading the things of a list stand: below that of a section, or of a page. */
export type Heading = 'h2' | 'h3' | 'h4';

interface ItemProps {
  /** Its anchor: the id that the record gives it. */
  readonly id?: string;
  readonly heading: Heading;
  readonly title: ComponentChildren;
  readonly tags?: readonly ComponentChildren[];
  readonly facts?: readonly Fact[];
  readonly children?: ComponentChildren;
}

/** One thing of a case in a list of them. */
export const Item = ({ id, heading: Title, title, tags = [], facts = [], children }: ItemProps) => (
  <li {...(id === undefined ? {} : { id })}>
    <Title>{title}</Title>
    {tags.some(Boolean) ? <Tags>{tags}</Tags> : null}
    {facts.some(({ value }) => value !== undefined) ? <Facts inline of={facts} /> : null}
    {children}
  </li>
);

/** Things of a case, one below the other; those that are short, side by side where there is room. */
export const Items = ({ wide, children }: { readonly wide?: true; readonly children: ComponentChildren }) => (
  <ul class={wide ? 'cards wide' : 'cards'}>{children}</ul>
);

interface SaidProps {
  /** What it is: a reply, a reason. */
  readonly name?: string;
  readonly text: string | undefined;
  /** In which language it was written, where that is known. */
  readonly lang?: string | undefined;
}

/** What somebody wrote, in their own words; nothing where nothing was written, or not everybody may read it. */
export const Said = ({ name, text, lang }: SaidProps) =>
  text === undefined ? null : (
    <>
      {name === undefined ? null : <p class="label">{name}</p>}
      <blockquote class="said" {...(lang === undefined ? {} : { lang })}>
        {text}
      </blockquote>
    </>
  );

interface FoldedProps {
  /** How many things are in it, where they can be counted: without any, it is not there. */
  readonly count?: number;
  readonly children: ComponentChildren;
}

/** What would make a page long: opened by whoever wants it, by a link into it, and on paper. */
export const Folded = ({ count, children }: FoldedProps) => {
  const { states } = useWords();
  return count !== undefined && count <= 0 ? null : (
    <details class="folded">
      <summary>{count === undefined ? states.more : `${states.more} (${count})`}</summary>
      {children}
    </details>
  );
};

/** How much of a list stands open on the page of a case. */
const SHOWN = 2;

interface FirstOfProps<Thing> {
  readonly id: string;
  readonly title: string;
  readonly some: Some<Thing>;
  /** What is said where there is nothing. */
  readonly none: string;
  /** Where the whole list is, and what leads there. */
  readonly all?: { readonly href: string; readonly says: string };
  readonly children: (items: readonly Thing[]) => ComponentChildren;
  /** What is said of all of them before they are shown. */
  readonly lead?: ComponentChildren;
}

/** The first of a list as a section, and the way to all of it. */
export const FirstOf = <Thing,>({ id, title, some, none, all, children, lead }: FirstOfProps<Thing>) => (
  <Section id={id} title={title}>
    {some.items.length === 0 ? (
      <Empty>
        <p>{none}</p>
      </Empty>
    ) : (
      <>
        {lead}
        {children(some.items.slice(0, SHOWN))}
        <Folded count={some.items.length - SHOWN}>{children(some.items.slice(SHOWN))}</Folded>
      </>
    )}
    {some.more && all !== undefined ? (
      <p>
        <a href={all.href}>{all.says}</a>
      </p>
    ) : null}
  </Section>
);

/** Names of things of the case, each leading to where it is shown. */
export const ThingLinks = ({ view, of }: { readonly view: CaseView; readonly of: readonly string[] }) => {
  const { called, toThing } = useCase(view);
  return (
    <>
      {of.map((id, index) => (
        <>
          {index === 0 ? null : ', '}
          <a href={toThing(id)}>{called(id)}</a>
        </>
      ))}
    </>
  );
};

/** An instant as it is written, for people and for programs. */
export const Time = ({ at, children }: { readonly at: string; readonly children: ComponentChildren }) => (
  <time dateTime={at}>{children}</time>
);
