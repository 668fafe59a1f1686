import type { ComponentChildren } from 'preact';
import { isRecord } from '../app/kept-text.ts';
import { useDesk } from './desk-tools.ts';

/** Data as they are, for things that have no look of their own: names with values, lists, texts. */
export const Plain = ({ of }: { readonly of: unknown }): ComponentChildren => {
  const { fields, views } = useDesk();
  if (Array.isArray(of)) {
    return (
      <ul>
        {of.map((each: unknown, index) => (
          <li key={index}>
            <Plain of={each} />
          </li>
        ))}
      </ul>
    );
  }
  if (isRecord(of)) {
    return (
      <dl class="facts">
        {Object.entries(of).map(([name, value]) => (
          <>
            <dt>{fields[name]?.label ?? name}</dt>
            <dd>
              <Plain of={value} />
            </dd>
          </>
        ))}
      </dl>
    );
  }
  if (typeof of === 'boolean') return of ? views.form.yes : views.form.no;
  return String(of);
};
