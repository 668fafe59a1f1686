import { filled } from '../../domain/words/code-words.ts';
import type { FieldWrong } from './acts/wrongs-in.ts';
import { useDesk } from './desk-tools.ts';

/** What is wrong with a field in the language of the page, by what the field is called. */
export const useWrongSaid = (): ((wrong: FieldWrong, label: string) => string) => {
  const { wrong: words } = useDesk().views;
  return ({ what, limit = 0, has = 0 }, label) =>
    filled(words[what], { field: label, limit: String(limit), has: String(has) });
};
