import * as z from 'zod/mini';
import { once } from '../../events/shapes.ts';
import { openingBody } from './opening-body.ts';
import type { RefreshOperation } from './operation.ts';

/** What refreshes the official data of a case: the document as it is published, and which process of it. */
export const refreshBody = once(() => z.pick(openingBody, { ocds: true, ocid: true }));

export const REFRESH_OPERATION: RefreshOperation = {
  kind: 'refresh',
  name: 'refresh-process',
  method: 'POST',
  path: '/cases/{case}/process',
  function: 'import-api',
  summary: 'Read the official data of the contracting process again and record what changed',
};
