import { createHash } from 'node:crypto';
import { STYLESHEET } from '../../web/style/stylesheet.ts';

/** Names a text by what it says: another text has another name. */
export const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The stylesheet under a name that changes with it: whoever has it never asks again. */
export const STYLE_FILE = `style-${nameOf(STYLESHEET)}.css`;
export const STYLE_PATH = `/assets/${STYLE_FILE}`;
