import type { ComponentChildren } from 'preact';

interface FieldSetProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** It holds fields, and not choices of one. */
  readonly isGroup?: boolean;
  readonly children: ComponentChildren;
}

/** What belongs together under one name; an error leads to it. */
export const FieldSet = ({ id, label, hint, error, isGroup = false, children }: FieldSetProps) => (
  <fieldset class={`field${isGroup ? ' group' : ''}${error === undefined ? '' : ' wrong'}`} id={id} tabIndex={-1}>
    <legend>{label}</legend>
    {hint === undefined ? null : <p class="hint">{hint}</p>}
    {error === undefined ? null : <p class="error">{error}</p>}
    {children}
  </fieldset>
);
