/** Where texts are kept under names: what `sessionStorage` and `localStorage` are. Writing may throw where there is no room. */
export interface KeptTexts {
  readonly length: number;
  key(index: number): string | null;
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

/** Something with names, as JSON has it. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, where it is one. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a text says as JSON; undefined where it is none: somebody else may have written there. */
export const jsonIn = (text: string | null): unknown => {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Lets go of what is kept under such names. */
export const dropNamed = (texts: KeptTexts, isGone: (name: string) => boolean): void => {
  const names = Array.from({ length: texts.length }, (_, index) => texts.key(index) ?? '');
  for (const name of names.filter(isGone)) texts.removeItem(name);
};
