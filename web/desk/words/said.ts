import type { Words } from '../../../domain/languages.ts';
import type { Code } from '../../../domain/open-data/codes-of-watch.ts';
import type { CodeWords } from '../../../domain/words/code-words.ts';
import { EN } from '../../../domain/words/en.ts';
import { ES } from '../../../domain/words/es.ts';
import { PT } from '../../../domain/words/pt.ts';
import type { ChoicesSaid } from './act-words.ts';

type GroupName = Exclude<keyof CodeWords, 'locale' | 'language'>;

/** Codes as they are called wherever people read them. */
export const asCalled = (group: GroupName): ChoicesSaid => {
  const [pt, en]: readonly Readonly<Record<string, string>>[] = [PT[group], EN[group]];
  return Object.fromEntries(
    Object.entries(ES[group]).map(([code, es]): [string, Words] => [code, [es, pt?.[code] ?? es, en?.[code] ?? es]]),
  );
};

/** Codes as the open data call them. */
export const asPublished = (codes: Readonly<Record<string, Code>>): ChoicesSaid =>
  Object.fromEntries(Object.entries(codes).map(([code, [[en, es, pt]]]): [string, Words] => [code, [es, pt, en]]));
