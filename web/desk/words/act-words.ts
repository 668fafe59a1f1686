import type { Words } from '../../../domain/languages.ts';

/** What an act is called in three languages: what its button says, and what one should know before. */
export interface ActSaid {
  readonly does: Words;
  readonly says?: Words;
}

/** What a field is called in three languages, and what helps to fill it in. */
export interface FieldSaid {
  readonly label: Words;
  readonly hint?: Words;
}

/** The words of the codes that a form lets one choose among. */
export type ChoicesSaid = Readonly<Record<string, Words>>;
