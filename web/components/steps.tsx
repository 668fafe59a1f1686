import type { ComponentChildren } from 'preact';

/** What somebody does one after the other. */
export const Steps = ({ children }: { readonly children: readonly ComponentChildren[] }) => (
  <ol class="steps">
    {children.map((step, index) => (
      <li key={index}>{step}</li>
    ))}
  </ol>
);
