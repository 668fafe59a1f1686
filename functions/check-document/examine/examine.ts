import type { DocumentKind, DocumentRefusal } from '../../../events/vocabulary.ts';

export type Examined =
  | { readonly usable: true; readonly mediaType: string; readonly kind: DocumentKind }
  | { readonly usable: false; readonly reason: DocumentRefusal };

/** Opens a file and says what it is, or why it is not taken. */
export const examine = async (
  _file: { readonly path: string; readonly size: number },
  _declared: { readonly name: string; readonly mediaType: string },
): Promise<Examined> => {
  throw new Error('Nothing here looks into files.');
};
