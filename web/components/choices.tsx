import type { ComponentChildren } from 'preact';

interface ChoicesProps {
  readonly name: string;
  /** What is asked. */
  readonly asks: ComponentChildren;
  readonly hint?: string | undefined;
  /** What is wrong with what was chosen, and what to do. */
  readonly error?: string | undefined;
  /** One of them, or as many as fit. */
  readonly many?: boolean;
  readonly chosen?: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What is chosen from a few: all of it is seen at once, each with a place that a thumb hits. The first has the name as its anchor. */
export const Choices = ({ name, asks, hint, error, many = false, chosen = [], options }: ChoicesProps) => {
  const described = [hint === undefined ? [] : [`${name}-hint`], error === undefined ? [] : [`${name}-error`]].flat();
  return (
    <fieldset
      class={error === undefined ? 'field' : 'field wrong'}
      {...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') })}
    >
      <legend>{asks}</legend>
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
      {options.map(({ value, label }, index) => {
        const id = index === 0 ? name : `${name}-${value}`;
        return (
          <div class="choice" key={value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              id={id}
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            <label for={id}>{label}</label>
          </div>
        );
      })}
    </fieldset>
  );
};
