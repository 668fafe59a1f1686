import { inLetters } from './letters.ts';

/** A text as it stands on paper: what somebody wrote, or words of the house. */
export interface Told {
  readonly text: string;
  /** In which language it was written, where that is known and not the document’s. */
  readonly lang?: string;
  /** An id or a hash: in letters of one width, never broken by a hyphen. */
  readonly code?: true;
}

export interface Row {
  readonly term: string;
  readonly values: readonly Told[];
}

export type Cell = readonly Told[];

/** What a section is made of. */
export type Part =
  | { readonly kind: 'prose' | 'note' | 'quote'; readonly value: Told }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly value: Told }
  | { readonly kind: 'facts'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      /** How wide each column is, compared with the others. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Cell[])[];
    };

export interface PaperSection {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A document before it is laid out: everything that it says, and nothing of how it looks. */
export interface Paper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly description: string;
  readonly keywords: readonly string[];
  /** Of the record, never of a clock. */
  readonly date: Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>;
  readonly lang: string;
  readonly region: string;
  readonly running: string;
  readonly case: string;
  readonly code: string;
  readonly kind: string;
  readonly mark: string;
  readonly words: { readonly code: string; readonly scan: string; readonly page: string; readonly contents: string };
  readonly cover: {
    readonly title: Told;
    readonly subject: Told;
    readonly notes: readonly Told[];
    readonly rows: readonly Row[];
  };
  readonly qr: { readonly svg: string; readonly alt: string };
  readonly sections: readonly PaperSection[];
}

export const told = (text: string, lang?: string): Told => ({
  text,
  ...(isLanguage(lang) ? { lang: lang.toLowerCase() } : {}),
});
export const coded = (text: string): Told => ({ text, code: true });

/** A language as its first part alone: `es` of `es-MX`. Of what is none, nothing is said. */
const isLanguage = (lang: string | undefined): lang is string => lang !== undefined && /^[a-z]{2,3}$/i.test(lang);

export const facts = (rows: readonly (Row | undefined)[]): readonly Part[] => {
  const known = rows.filter((row) => row !== undefined);
  return known.length === 0 ? [] : [{ kind: 'facts', rows: known }];
};

/** A term with what stands for it; nothing where there is nothing. */
export const row = (term: string, ...values: readonly (Told | string | undefined)[]): Row | undefined => {
  const known = cell(...values);
  return known.length === 0 ? undefined : { term, values: known };
};

export const cell = (...values: readonly (Told | string | undefined)[]): Cell =>
  values.flatMap((value) => {
    const one = typeof value === 'string' ? told(value) : value;
    return one === undefined || one.text === '' ? [] : [one];
  });

/** A paper in the letters that there are, with each text in its paragraphs and lines, as JSON for the template. */
export const asInput = (paper: Paper, ifSpelled: Told): string => {
  const spelled = new Set<string>();
  const lettered = (text: string, unbroken: boolean): string => {
    const written = inLetters(text, { unbroken });
    if (written.spelled) spelled.add(text);
    return written.text;
  };
  const laidOut = (value: Told): object => ({
    ...(value.lang === undefined ? {} : { lang: value.lang }),
    ...(value.code === undefined ? {} : { code: true }),
    paragraphs: paragraphsOf(lettered(value.text, value.code === true)),
  });
  const whole = (value: unknown): unknown => {
    if (typeof value === 'string') return lettered(value, true);
    if (Array.isArray(value)) return value.map(whole);
    if (typeof value !== 'object' || value === null) return value;
    if (isTold(value)) return laidOut(value);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, whole(inner)]));
  };
  const { qr, ...rest } = paper;
  const written = asObject(whole(rest));
  return JSON.stringify({ ...written, qr, endNotes: spelled.size === 0 ? [] : [laidOut(ifSpelled)] });
};

const isTold = (value: object): value is Told => 'text' in value && typeof value.text === 'string';
const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

const paragraphsOf = (text: string): readonly (readonly string[])[] => {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''));
  const filled = paragraphs.filter((lines) => lines.length > 0);
  return filled.length === 0 ? [['']] : filled;
};
