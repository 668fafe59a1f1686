import { demand } from './refusal.ts';
import type { ZipEntry } from './zip.ts';

/** Refuses a path that would leave the folder that it is unpacked into, on any system. */
export const safePath = (name: string): void => {
  demand(!/^[/\\]|^[a-z]:|\\|\0/i.test(name), 'archive-path');
  demand(!name.split('/').some((part) => part === '..' || part === '.'), 'archive-path');
  demand(name.length > 0 && !name.includes('//'), 'archive-path');
};

/** A part of an office file, by its path in small letters. */
export const partOf = (entries: readonly ZipEntry[], path: string): ZipEntry | undefined =>
  entries.find(({ name }) => name.toLowerCase() === path);

/** What a part may be besides XML: pictures, fonts, settings of printers. Everything else is a file inside the file. */
const PICTURES_AND_FONTS =
  /\.(png|jpe?g|jfif|gif|tiff?|bmp|webp|emf|emz|wmf|wmz|wdp|svg|svm|ttf|otf|odttf|fntdata)$|(^|\/)printersettings\/[^/]+\.bin$/i;

export const isPicturePart = (name: string): boolean => PICTURES_AND_FONTS.test(name);

/** Charts keep their numbers in a workbook inside the document, which is examined like any other. */
export const WORKBOOK = /(^|\/)embeddings\/[^/]+\.(xlsx|docx)$/i;
