import { DESK } from './desk.ts';
import { FIELD } from './field.ts';
import { styleWith } from './stylesheet.ts';

/** The style of the workplaces: the public carries nothing of what they add. */
export const WORKPLACE_STYLESHEET = styleWith(DESK, FIELD);
