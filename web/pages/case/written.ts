import * as z from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

/** What the author of an observation wrote, as far as pages show it: what an older record holds otherwise is left out. */
const seen = z.looseObject({
  type: text,
  by: text,
  title: text,
  narrative: text,
  language: text,
  observedAt: text,
  place: text,
  act: text,
  category: text,
  categoryText: text,
  severity: text,
  legalBasis: text,
  noLegalBasisReason: text,
  reason: text,
  provisions: z.catch(z.optional(z.array(z.looseObject({ law: z.string(), provision: z.string() }))), undefined),
  pointers: z.catch(z.optional(z.array(z.string())), undefined),
});
export type Seen = z.infer<typeof seen>;

type Content = Readonly<Record<string, unknown>>;

export const seenIn = (content: Content): Seen => seen.parse(content);

/** A text by its name; undefined where there is none. */
export const textIn = (content: Content | undefined, name: string): string | undefined => {
  const found = content?.[name];
  return typeof found === 'string' ? found : undefined;
};
