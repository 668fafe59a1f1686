import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '../../domain/languages.ts';
import { instant } from '../../events/shapes.ts';
import type { Key } from '../_ports/aws/table-keys.ts';
import type { ItemStore } from '../_ports/item-store.ts';
import { BadItem } from '../_ports/ports.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A PDF of a report as it is kept. */
const pdf = z.strictObject({
  language: z.enum(LANGUAGES),
  sha256,
  sizeBytes: z.int().check(z.positive()),
});

/** What was rendered of a published report: all that its verification needs, in one place. */
export const rendering = z.strictObject({
  code: z.string(),
  case: z.string(),
  report: z.string(),
  title: z.string(),
  publishedAt: instant,
  /** The entry of its publication, which commits to all before it, and the hash of its text. */
  event: z.strictObject({ id: z.string(), hash: sha256 }),
  textHash: z.string(),
  /** Where anybody reads the entry and the text. */
  verify: z.strictObject({ events: z.string(), text: z.string() }),
  /** In each language, or none at all. */
  pdfs: z.array(pdf),
  /** Why there are none: this system has no compiler for its platform, or the report is larger than it can lay out. */
  without: z.optional(z.enum(['no-compiler', 'too-large'])),
});
export type Rendering = z.infer<typeof rendering>;
export type RenderedPdf = z.infer<typeof pdf>;

export interface RenderingStore {
  rendering(code: string): Promise<Rendering | undefined>;
  /** Keeps what was rendered for ever. What stands there with PDFs stays as it is, whoever comes later. */
  keep(rendering: Rendering): Promise<void>;
}

const keyOf = (code: string): Key => ({ pk: `RENDERING#${code}`, sk: 'RENDERING' });
const shape = z.object({ version: z.int().check(z.positive()), told: z.string() });
/** The version of what has PDFs: nothing is written over it. */
const WITH_PDFS = 2;
const WITHOUT_PDFS = 1;

export const renderingStore = (items: ItemStore): RenderingStore => {
  const kept = async (code: string) => {
    const item = await items.get(keyOf(code));
    if (item === undefined) return undefined;
    const { data } = shape.safeParse(item);
    const told = data === undefined ? undefined : rendering.safeParse(JSON.parse(data.told)).data;
    if (data === undefined || told === undefined)
      throw new BadItem(`The item at ${keyOf(code).pk} is not what the house writes there.`);
    return { version: data.version, told };
  };
  return {
    rendering: async (code) => (await kept(code))?.told,
    keep: async (told) => {
      const before = await kept(told.code);
      const version = told.pdfs.length === 0 ? WITHOUT_PDFS : WITH_PDFS;
      if (before !== undefined && before.version >= version) return;
      // Whoever was faster kept the same: the same report gives the same bytes.
      await items.putOver({ ...keyOf(told.code), version, told: JSON.stringify(told) }, before?.version);
    },
  };
};

/** Where the bytes of a PDF are kept: under their own hash, so that other bytes stand elsewhere. */
export const pdfKey = (
  { case: caseId, report }: Pick<Rendering, 'case' | 'report'>,
  { language, sha256: sum }: RenderedPdf,
): string => `reports/${caseId}/${report}/${language}-${sum}.pdf`;

/** The name under which a PDF is saved: of codes alone. */
export const pdfName = ({ case: caseId, report }: Pick<Rendering, 'case' | 'report'>, language: Language): string =>
  `${caseId}-${report}-${language}.pdf`;
