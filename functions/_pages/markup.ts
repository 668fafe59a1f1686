/** HTML that is safe to send: made by `html` alone, which escapes whatever is put into it. */
export interface Markup {
  readonly markup: string;
}

type Inside = Markup | string | number | undefined | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const inside = (value: Inside): string => {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
};

/** Writes HTML: what stands in the source is markup, what is put in is text unless it was made here too. Attributes stand in quotes. */
export const html = (parts: TemplateStringsArray, ...values: readonly Inside[]): Markup => ({
  markup: parts.map((part, index) => part + inside(values[index])).join(''),
});

/** Markup for something, or nothing where there is none. */
export const where = <T>(value: T | undefined, show: (value: T) => Markup): Markup =>
  value === undefined ? NOTHING : show(value);

const NOTHING: Markup = { markup: '' };
