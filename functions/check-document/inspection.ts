import type { Inspection } from './check-document-ports.ts';
import { derive, preview } from './derive/derive.ts';
import { examine } from './examine/examine.ts';

/** What looks into files and makes copies of them. */
export const inspection: Inspection = { examine, derive, preview };
