import { answerTip, makeTipLead } from '../../../domain/tips/answer-tip.ts';
import { addToTip, sendTip } from '../../../domain/tips/send-tip.ts';
import type { TipCommandOperation, TipReceiptOperation } from '../operation.ts';
import { operationsOf } from './operations-of.ts';

const TIP_RECEIPT_OPERATION: TipReceiptOperation = {
  kind: 'tip-receipt',
  name: 'make-tip-receipt',
  method: 'POST',
  path: '/tip-receipts',
  function: 'tip-api',
  summary: 'Get a receipt code for a tip that you are about to send; keep it, nobody can give it to you again',
};

const SEND_TIP_OPERATION: TipCommandOperation = {
  kind: 'tip',
  name: 'send-tip',
  command: sendTip,
  method: 'POST',
  path: '/cases/{case}/tips',
  function: 'tip-api',
  summary: 'Send a tip about a case, unnamed if you wish, with the receipt code that you will follow it by',
};

const ADD_TO_TIP_OPERATION: TipCommandOperation = {
  kind: 'tip',
  name: 'add-to-tip',
  command: addToTip,
  method: 'POST',
  path: '/cases/{case}/tips/{tip}/additions',
  function: 'tip-api',
  summary: 'Add to a tip whose receipt code you hold',
};

/** What anybody does about tips, without a token. */
export const TIP_OPERATIONS = [TIP_RECEIPT_OPERATION, SEND_TIP_OPERATION, ADD_TO_TIP_OPERATION] as const;

/** What coordinators do about tips, with their token. */
export const TIP_ROUTES = operationsOf('tip-api', {
  'answer-tip': [answerTip, '/tips/{tip}/answer', 'Answer a tip, once, with a code and the reason'],
  'make-tip-lead': [makeTipLead, '/tips/{tip}/lead', 'Give a tip to the team as a lead'],
});
