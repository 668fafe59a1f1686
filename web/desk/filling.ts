import type { Ask } from './acts/act.ts';
import type { Written } from './acts/body-of.ts';
import { useDesk } from './desk-tools.ts';
import type { OptionsOf } from './sources.ts';

/** A form as somebody fills it in. */
export interface Filling {
  /** What the ids of its fields begin with: two forms of one page never share one. */
  readonly form: string;
  readonly written: Written;
  readonly write: (pointer: string, text: string) => void;
  /** All of it anew. */
  readonly rewrite: (written: Written) => void;
  /** What is wrong, by pointer. */
  readonly errors: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, readonly File[]>>;
  readonly choose: (pointer: string, files: readonly File[]) => void;
  readonly options: OptionsOf;
  /** By whose clock its hours are written: an IANA name. */
  readonly zone: string;
  /** What is acted on, as its list tells it. */
  readonly thing: Readonly<Record<string, unknown>>;
}

/** The id of a field: also the anchor that an error leads to. */
export const idOf = (form: string, pointer: string): string => `${form}-${pointer.replaceAll('/', '-')}`;

export interface AskProps<Kind extends Ask['kind'] = Ask['kind']> {
  readonly ask: Extract<Ask, { kind: Kind }>;
  readonly pointer: string;
  readonly filling: Filling;
}

/** What a field is called; an optional one says that it is. */
export const useLabel = () => {
  const { fields, views } = useDesk();
  return (ask: Ask): { readonly label: string; readonly hint?: string } => {
    const { label, hint } = fields[ask.word ?? ask.name] ?? { label: ask.name };
    return {
      label: ask.optional ? `${label} ${views.form.optional}` : label,
      ...(hint === undefined ? {} : { hint }),
    };
  };
};
