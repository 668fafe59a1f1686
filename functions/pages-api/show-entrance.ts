import { isLanguage, LANGUAGES } from '../../domain/languages.ts';
import { SHOW_ENTRANCE } from '../_http/page-operations.ts';
import { INERT } from '../_http/problem.ts';
import type { PublicPage } from '../_pages/public-page.ts';

/** The first of the languages that somebody reads which the house speaks (RFC 9110, 12.5.4); its own first one otherwise. */
const languageOf = (accepted: string | undefined) => {
  const wished = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((q) => q !== undefined);
      return { code: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ code, weight }) => isLanguage(code) && weight > 0)
    .toSorted((left, right) => right.weight - left.weight);
  return wished[0]?.code ?? LANGUAGES[0];
};

/** Leads to the pages. */
export const showEntrance: PublicPage = {
  ...SHOW_ENTRANCE,
  answer: async ({ headers }) => {
    const home = `/${languageOf(headers['accept-language'])}`;
    return {
      statusCode: 302,
      headers: {
        location: home,
        vary: 'accept-language',
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
        ...INERT,
      },
      body: `<!doctype html><title>Veedor</title><a href="${home}">Veedor</a>`,
    };
  },
};
