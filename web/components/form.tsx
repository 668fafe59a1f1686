import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.ts';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was given, and what to do. */
  readonly error?: string | undefined;
  readonly children: (described: {
    readonly id: string;
    readonly name: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: true;
  }) => ComponentChildren;
}

/** One thing that is asked, with its name, a hint, and what is wrong with it. */
export const Field = ({ name, label, hint, error, children }: FieldProps) => {
  const described = [hint === undefined ? [] : [`${name}-hint`], error === undefined ? [] : [`${name}-error`]].flat();
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children({
        id: name,
        name,
        ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
    </div>
  );
};

interface SelectProps {
  readonly name: string;
  readonly label: string;
  /** What stands for no choice. */
  readonly any: string;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export const Select = ({ name, label, any, chosen, options }: SelectProps) => (
  <Field name={name} label={label}>
    {(described) => (
      <select {...described}>
        <option value="">{any}</option>
        {options.map(({ value, label: said }) => (
          <option key={value} value={value} selected={value === chosen}>
            {said}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** All that is wrong with a form, above it: each leads to its field. */
export const ErrorSummary = ({
  errors,
}: {
  readonly errors: readonly { readonly name: string; readonly error: string }[];
}) => {
  const words = useWords();
  if (errors.length === 0) return null;
  return (
    <div class="summary-of-errors" role="alert" tabIndex={-1}>
      <h2>{words.errors.title}</h2>
      <p>{words.errors.summary}</p>
      <ul>
        {errors.map(({ name, error }) => (
          <li key={name}>
            <a href={`#${name}`}>{error}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};
