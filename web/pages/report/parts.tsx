import type { ComponentChildren } from 'preact';
import type { ReportWriting } from '../../../functions/_reports/said.ts';

/** What the team wrote, in paragraphs, in its own language where that is known. */
export const Prose = ({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) => (
  <div {...(lang === undefined ? {} : { lang })}>
    {text.split(/\n{2,}/).map((paragraph, index) => (
      <p key={index} class="said">
        {paragraph}
      </p>
    ))}
  </div>
);

interface AtProps {
  readonly at: string | undefined;
  readonly writing: ReportWriting;
}

/** An instant, in the zone of the case; nothing where it is not known. */
export const At = ({ at, writing }: AtProps) =>
  at === undefined ? null : <time dateTime={at}>{writing.when(at)}</time>;

/** An instant as the value of a fact, which is left out where it is not known. */
export const atIn = (at: string | undefined, writing: ReportWriting): ComponentChildren =>
  at === undefined ? undefined : <At at={at} writing={writing} />;

/** Things that the report tells of elsewhere: a link where that is on this page. */
export const toThings = (ids: readonly string[], { called, isHere }: ReportWriting): ComponentChildren =>
  ids.length === 0
    ? undefined
    : ids.map((id, index) => (
        <>
          {index === 0 ? null : ', '}
          {isHere?.(id) === false ? called(id) : <a href={`#${id}`}>{called(id)}</a>}
        </>
      ));

/** Names one after the other; undefined where there is none. */
export const listOf = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join(', ');

/** One below the other, without what is not there. */
export const Lines = ({ of }: { readonly of: readonly (string | undefined)[] }) => (
  <>
    {of
      .filter((line) => line !== undefined)
      .map((line, index) => (
        <>
          {index === 0 ? null : <br />}
          {line}
        </>
      ))}
  </>
);
