import * as z from 'zod/mini';
import { mayReadLead, mayReadTip } from '../../domain/reading/may-read.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import { nothingAsked } from '../_http/paging.ts';
import { listOf } from './list-of.ts';
import { computedOfTip, shownState, tipAtHand, tipState, tipView, written } from './tip-at-hand.ts';

/** Everybody sees how many tips there are and what became of each; the words of a lead are the team's, all else the coordinator's. */
const listTips: QueryOperation = {
  ...listOf({
    kind: 'tip',
    plural: 'tips',
    summary:
      'List the tips of a case and whether each was answered in time; what they say only to those who may read it',
    view: z.extend(tipState, { ...computedOfTip, text: written, language: written, name: written, contact: written }),
    mayRead: (tip, sight) => (mayReadLead(sight, tip) ? [tip.recordedIn] : []),
    show: (tip, text, sight) => ({
      ...shownState(tip, sight),
      text: text(tip.recordedIn, 'text'),
      language: text(tip.recordedIn, 'language'),
      ...(mayReadTip(sight) ? { name: text(tip.recordedIn, 'name'), contact: text(tip.recordedIn, 'contact') } : {}),
    }),
  }),
  function: 'tip-api',
};

export const readTip = query({
  name: 'read-tip',
  path: '/cases/{case}/tips/{tip}',
  function: 'tip-api',
  summary: 'Follow a tip: its state, its answer and what was added. Send its receipt code in the header Tip-Receipt',
  query: nothingAsked,
  answers: tipView,
  ask: tipAtHand,
});

/** What is read of tips, by a function of its own: tip-api. */
export const TIP_QUERIES: readonly QueryOperation[] = [listTips, readTip];
