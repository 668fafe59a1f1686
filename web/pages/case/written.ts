import * as z from 'zod/mini';

type Content = Readonly<Record<string, unknown>>;

/** A text by its name; undefined where there is none. */
export const textIn = (content: Content | undefined, name: string): string | undefined => {
  const found = content?.[name];
  return typeof found === 'string' ? found : undefined;
};

const provisions = z.array(z.looseObject({ law: z.string(), provision: z.string() }));
const pointers = z.array(z.string());

/** What the author of an observation wrote, as far as pages show it: what an older record holds otherwise is left out. */
export const seenIn = (content: Content) => ({
  title: textIn(content, 'title'),
  narrative: textIn(content, 'narrative'),
  language: textIn(content, 'language'),
  observedAt: textIn(content, 'observedAt'),
  place: textIn(content, 'place'),
  category: textIn(content, 'category'),
  categoryText: textIn(content, 'categoryText'),
  legalBasis: textIn(content, 'legalBasis'),
  noLegalBasisReason: textIn(content, 'noLegalBasisReason'),
  provisions: provisions.safeParse(content['provisions']).data ?? [],
  pointers: pointers.safeParse(content['pointers']).data ?? [],
});
export type Seen = ReturnType<typeof seenIn>;
