import type { ComponentChildren } from 'preact';
import { Crumbs, Notice, Tag, Tags } from '../../components/basics.tsx';
import { Shell } from '../../components/shell.tsx';
import { useLink, usePlace, useWords } from '../../page-context.ts';
import { aboutCase, describedIn } from './about.ts';
import { type CaseAtHand, useCase } from './case-at-hand.ts';

/** The frame of the page of a case: what previews and machines read of it, its name, and how it stands in a few tags. */
export const CaseShell = ({
  of,
  children,
}: {
  readonly of: CaseAtHand & { readonly buyer?: string | undefined };
  readonly children: ComponentChildren;
}) => {
  const { view, title } = of;
  const { cases, case: words } = useWords();
  const link = useLink();
  const place = usePlace();
  const { codes, data, language, words: own } = useCase(view);
  return (
    <Shell
      title={title}
      description={describedIn({ ...of, codes, words: own })}
      about={aboutCase({ ...of, place, words: own })}
      feed={`${place.origin}${data(`/feed.atom?language=${language}`)}`}
    >
      <Crumbs label={cases.title} of={[{ href: link('/cases'), name: cases.title }]} />
      <p class="muted">{codes.instruments[view.instrument]}</p>
      <h1>{title}</h1>
      <Tags>
        {[
          <Tag key="stage" tone={view.stage === 'closed' ? 'good' : 'calm'}>
            {codes.stages[view.stage]}
          </Tag>,
          view.condition === 'suspended' ? (
            <Tag key="condition" tone="warn">
              {words.suspended}
            </Tag>
          ) : null,
          view.ending === undefined ? null : (
            <Tag key="ending" tone="bad">
              {codes.endings[view.ending]}
            </Tag>
          ),
        ]}
      </Tags>
      <ExampleMark of={of} />
      {children}
    </Shell>
  );
};

/** Nobody should take an invented case for a real one, on whichever page they come upon it. */
const ExampleMark = ({ of }: { readonly of: Pick<CaseAtHand, 'view'> }) => {
  const { states } = useWords();
  return of.view.example === true ? <Notice tone="warn">{states.exampleSays}</Notice> : null;
};

interface PartShellProps {
  readonly of: CaseAtHand;
  /** What the page shows of the case. */
  readonly name: string;
  /** Pages between the case and this one. */
  readonly between?: readonly { readonly href: string; readonly name: string }[];
  readonly children: ComponentChildren;
}

/** The frame of a page that shows one part of a case. */
export const PartShell = ({ of: { view, title }, name, between = [], children }: PartShellProps) => {
  const { cases } = useWords();
  const link = useLink();
  const { origin } = usePlace();
  const { data, language, page } = useCase(view);
  return (
    <Shell
      title={`${name}: ${title}`}
      description={`${name}. ${title}. ${view.ocid}`}
      feed={`${origin}${data(`/feed.atom?language=${language}`)}`}
    >
      <Crumbs
        label={cases.title}
        of={[{ href: link('/cases'), name: cases.title }, { href: page(''), name: title }, ...between]}
      />
      <h1>{name}</h1>
      <ExampleMark of={{ view }} />
      {children}
    </Shell>
  );
};
