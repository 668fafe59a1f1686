import { createHash } from 'node:crypto';
import { STYLESHEET } from '../../web/style/stylesheet.ts';

/** The stylesheet under a name that changes with it: whoever has it never asks again. */
export const STYLE_FILE = `style-${createHash('sha256').update(STYLESHEET).digest('hex').slice(0, 16)}.css`;
export const STYLE_PATH = `/assets/${STYLE_FILE}`;
