import type { EntryWithContent } from '../../domain/case.ts';

/** Ids, codes, instants, hashes and currencies: what a program wrote, never a person. */
const WRITTEN_BY_PROGRAMS = /^[A-Za-z0-9][A-Za-z0-9.:-]{0,63}$/;

/** An ocid is the publisher’s; a pointer into the process is made of the names of its fields. */
const formAt = (path: string): RegExp => {
  if (path === '/ocid') return /^[!-~]{1,200}$/;
  return path.endsWith('/pointer') ? /^(\/[A-Za-z0-9]+)+$/ : WRITTEN_BY_PROGRAMS;
};

/** Texts in the data of an event that a person may have written. */
export const textFlaws = ({ type, data }: EntryWithContent): readonly string[] =>
  textsIn(data)
    .filter(([path, text]) => !formAt(path).test(text))
    .map(([path, text]) => `${type}${path} holds the text ${JSON.stringify(text)}`);

const textsIn = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [`${path}#`, key] as const,
    ...textsIn(inner, `${path}/${key}`),
  ]);
};
