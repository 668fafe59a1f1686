import type { ComponentChildren } from 'preact';
import { type Chart, drawnInline } from '../../charts/chart.ts';
import { shareIn } from '../../charts/words.ts';
import { AUTHORITY_UNKNOWN } from '../../domain/registry/registered-facts.ts';
import { filled } from '../../domain/words/code-words.ts';
import { numberIn } from '../format.ts';
import { useLink, usePlace } from '../page-context.ts';
import { FIGURE_WORDS, type FigureWords } from '../words/figures.ts';

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The words of the pages that show numbers, in the language of the page. */
export const useFigureWords = (): FigureWords => FIGURE_WORDS[usePlace().language];

/** `3 of 5 (60 %)`: never a share without what it is a share of. */
export const useShare = (): ((share: Share) => string) => {
  const { language } = usePlace();
  const { shared } = useFigureWords();
  return ({ numerator, denominator }) => {
    if (denominator === 0) return shared.none;
    const numbers = filled(shared.ofNumber, {
      one: numberIn(language, numerator),
      other: numberIn(language, denominator),
    });
    return `${numbers} (${shareIn(language, numerator, denominator)})`;
  };
};

/** An authority by its name, leading to its page. One that the data do not identify has none. */
export const AuthorityName = ({ id, name }: { readonly id: string; readonly name?: string | undefined }) => {
  const link = useLink();
  const { shared } = useFigureWords();
  if (id === AUTHORITY_UNKNOWN) return <>{shared.unknownAuthority}</>;
  return <a href={link(`/authorities/${encodeURIComponent(id)}`)}>{name ?? id}</a>;
};

export interface Measure {
  readonly name: string;
  readonly value: number | Share;
  readonly hint?: string;
}

/** Few numbers that matter, large; a share stands under its number. */
export const Measures = ({ of, tone }: { readonly of: readonly Measure[]; readonly tone?: 'warn' }) => (
  <dl class={tone === undefined ? 'measures' : `measures ${tone}`}>
    {of.map(({ name, value, hint }) => (
      <div key={name}>
        <dt>
          {name}
          {hint === undefined ? null : <small>{hint}</small>}
        </dt>
        <dd>{typeof value === 'number' ? <Number of={value} /> : <ShareOf of={value} />}</dd>
      </div>
    ))}
  </dl>
);

const Number = ({ of }: { readonly of: number }) => {
  const { language } = usePlace();
  return <>{numberIn(language, of)}</>;
};

const ShareOf = ({ of: { numerator, denominator } }: { readonly of: Share }) => {
  const { language } = usePlace();
  const { shared } = useFigureWords();
  if (denominator === 0) return <span class="muted">{shared.none}</span>;
  const numbers = { one: numberIn(language, numerator), other: numberIn(language, denominator) };
  return (
    <>
      {shareIn(language, numerator, denominator)} <small>{filled(shared.ofNumber, numbers)}</small>
    </>
  );
};

interface ChartFigureProps {
  readonly chart: Chart;
  /** Where the picture is as a file, and its numbers as data. */
  readonly picture: string;
  readonly data: string;
  readonly children?: ComponentChildren;
}

/** A picture of data, which scrolls to the side by itself where the screen is narrow, and where to fetch it. */
export const ChartFigure = ({ chart, picture, data, children }: ChartFigureProps) => {
  const { shared } = useFigureWords();
  return (
    <figure class="figure">
      <div
        class="chart-frame"
        role="group"
        tabIndex={0}
        aria-labelledby={`${chart.id}-title`}
        dangerouslySetInnerHTML={{ __html: drawnInline(chart) }}
      />
      <figcaption>
        {children}
        <a href={data}>{shared.asData}</a> · <a href={picture}>{shared.picture}</a>
      </figcaption>
    </figure>
  );
};

interface SwitchProps {
  readonly label: string;
  readonly options: readonly { readonly href: string; readonly name: string; readonly isHere: boolean }[];
}

/** The same seen in several ways, each under its own address. */
export const Switch = ({ label, options }: SwitchProps) => (
  <nav aria-label={label}>
    <ul class="switch">
      {options.map(({ href, name, isHere }) => (
        <li key={href}>
          <a href={href} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
