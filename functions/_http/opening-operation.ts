import type { OpeningOperation } from './operation.ts';

export const OPENING_OPERATION: OpeningOperation = {
  kind: 'opening',
  name: 'open-case',
  method: 'POST',
  path: '/cases',
  function: 'import-api',
  summary: 'Open the case of a contracting process from its official data in OCDS',
};
