import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../domain/languages.ts';
import { CODE_WORDS, type CodeWords } from '../domain/words/code-words.ts';
import { PAGE_WORDS, type PageWords } from './words/words.ts';

/** What every component of a page may know of where it stands. */
export interface PagePlace {
  readonly language: Language;
  /** The path of the page after its language, with its query: `/cases/case-1?cursor=x`. */
  readonly path: string;
  /** Where the house is reached: `https://veedor.example`. */
  readonly origin: string;
  /** Where the stylesheet stands. */
  readonly style: string;
  /** Where the script of the page stands, where it has one. */
  readonly script?: string;
  /** Where the page stands in another language, where that is not under the name of the language. */
  readonly address?: (language: Language) => string;
}

const Context = createContext<PagePlace>({ language: 'es', path: '/', origin: '', style: '' });

export const PlaceOfPage = Context.Provider;

export const usePlace = (): PagePlace => useContext(Context);

/** The words of the pages and of the codes, in the language of the page. */
export const useWords = (): PageWords & { readonly codes: CodeWords } => {
  const { language } = usePlace();
  return { ...PAGE_WORDS[language], codes: CODE_WORDS[language] };
};

/** The address of this page in each language. */
export const useAddress = (): ((language: Language) => string) => {
  const { path, address } = usePlace();
  return address ?? ((language) => `/${language}${path}`);
};

/** The address of another page in the same language. */
export const useLink = (): ((path: string) => string) => {
  const { language } = usePlace();
  return (path) => `/${language}${path}`;
};
