/** SVG that is safe to send: made by `svg` alone, which escapes whatever is put into it. */
export interface Drawn {
  readonly svg: string;
}

type Inside = Drawn | string | number | undefined | readonly Drawn[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls that XML cannot hold are left out: one of them would make the whole picture unreadable. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** Coordinates need no more than a hundredth of a unit. */
const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const inside = (value: Inside): string => {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return rounded(value);
  return 'svg' in value ? value.svg : value.map((each) => each.svg).join('');
};

/** Writes SVG, or HTML: what stands in the source is markup, what is put in is text unless it was made here too. */
export const svg = (parts: TemplateStringsArray, ...values: readonly Inside[]): Drawn => ({
  svg: parts.map((part, index) => part + inside(values[index])).join(''),
});
