import type { TipOperation } from './operation.ts';

/** What anybody does about tips, without a token. */
export const TIP_OPERATIONS: readonly TipOperation[] = [
  {
    kind: 'tip',
    name: 'make-tip-receipt',
    method: 'POST',
    path: '/tip-receipts',
    function: 'witness-api',
    summary: 'Get a receipt code for a tip that you are about to send; keep it, nobody can give it to you again',
  },
  {
    kind: 'tip',
    name: 'send-tip',
    method: 'POST',
    path: '/cases/{case}/tips',
    function: 'witness-api',
    summary: 'Send a tip about a case, unnamed if you wish, with the receipt code that you will follow it by',
  },
  {
    kind: 'tip',
    name: 'add-to-tip',
    method: 'POST',
    path: '/cases/{case}/tips/{tip}/additions',
    function: 'witness-api',
    summary: 'Add to a tip whose receipt code you hold',
  },
];
