import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { filled } from '../../domain/words/code-words.ts';
import { momentIn, type Read, useField } from './field-context.ts';
import type { Problem } from './items.ts';

/** The way back, and the name of the screen. */
export const Heading = ({ title, back }: { readonly title: string; readonly back?: string }) => {
  const { app } = useField().told.words;
  return (
    <>
      {back === undefined ? null : (
        <p class="crumbs">
          <a href={back}>‹ {app.back}</a>
        </p>
      )}
      <h1>{title}</h1>
    </>
  );
};

/** Why something was not accepted, and what to do. */
export const Why = ({ of: { word, detail } }: { readonly of: Problem }) => {
  const { refusals } = useField().told.words;
  return <span class="error">{filled(refusals[word] ?? refusals.otherwise, { detail })}</span>;
};

/** How old it is what somebody reads; or that it was never read. */
export const Age = ({ of }: { readonly of: Read<unknown> }) => {
  const { told } = useField();
  const { app } = told.words;
  if (of.kept === undefined) return <p class="loading">{app.loading}</p>;
  if (of.kept === 'never') return <p class="notice warn">{app.neverRead}</p>;
  return <p class="muted age">{filled(app.asOf, { date: momentIn(told.locale, of.kept.at) })}</p>;
};

export const Block = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) => (
  <section class="section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** A way to choose files: a button that people see, over the input that browsers have. */
export const Chooser = ({
  id,
  label,
  accept,
  capture,
  chosen,
}: {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly capture?: 'environment';
  readonly chosen: (files: readonly File[]) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span class="chooser">
      <input
        ref={input}
        id={id}
        class="unseen"
        type="file"
        accept={accept}
        multiple={capture === undefined}
        {...(capture === undefined ? {} : { capture })}
        onChange={() => {
          chosen([...(input.current?.files ?? [])]);
          // The same file can be chosen again.
          if (input.current !== null) input.current.value = '';
        }}
      />
      <label class="button second" for={id}>
        {label}
      </label>
    </span>
  );
};
