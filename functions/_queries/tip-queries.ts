import * as z from 'zod/mini';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { mayReadLead, mayReadTip, type Reading } from '../../domain/reading/may-read.ts';
import { type Head, type SubjectOf, tipSchema } from '../../domain/state.ts';
import { tipAnswerDueAt } from '../../domain/tips/send-tip.ts';
import { type Content, sha256Hex } from '../../events/record.ts';
import { sha256 } from '../../events/shapes.ts';
import { query } from '../_http/operation.ts';
import { nothingAsked } from '../_http/paging.ts';
import { caseAtHand, subjectAtHand } from './case-at-hand.ts';
import { listOf } from './list-of.ts';
import { readerOf } from './reader.ts';

const state = z.omit(tipSchema, { receiptHash: true, addedIn: true });
const computed = { additions: z.int(), answerDueAt: z.string(), overdue: z.boolean() };
const written = z.optional(z.string());

const shownState = (tip: SubjectOf<'tip'>, { head, now }: { head: Head; now: string }) => {
  const { receiptHash: _, addedIn, ...shown } = tip;
  const answerDueAt = tipAnswerDueAt({ head, profile: profileOf(head.profile), now }, tip.receivedAt);
  return { ...shown, additions: addedIn.length, answerDueAt, overdue: tip.answer === undefined && now >= answerDueAt };
};

/** Everybody sees how many tips there are and what became of each; the words of a lead are the team's, all else the coordinator's. */
export const listTips = listOf({
  kind: 'tip',
  plural: 'tips',
  summary: 'List the tips of a case and whether each was answered in time; what they say only to those who may read it',
  view: z.extend(state, { ...computed, text: written, language: written, name: written, contact: written }),
  mayRead: (tip, sight) => (mayReadLead(sight, tip) ? [tip.recordedIn] : []),
  show: (tip, text, sight) => ({
    ...shownState(tip, sight),
    text: text(tip.recordedIn, 'text'),
    language: text(tip.recordedIn, 'language'),
    ...(mayReadTip(sight) ? { name: text(tip.recordedIn, 'name'), contact: text(tip.recordedIn, 'contact') } : {}),
  }),
});

const part = z.strictObject({ text: z.string(), files: z.array(sha256) });

const tipView = z.extend(state, {
  ...computed,
  text: z.string(),
  language: z.string(),
  files: z.array(sha256),
  name: written,
  contact: written,
  added: z.array(part),
  reason: written,
});

const tipContent = z.object({
  text: z.string(),
  language: z.string(),
  files: z.array(sha256),
  name: written,
  contact: written,
});

/** Whoever holds the receipt code reads the whole tip, as the coordinator does. To everybody else it is not there. */
const mayFollow = async (tip: SubjectOf<'tip'>, receipt: string | undefined, reading: Reading): Promise<boolean> =>
  mayReadTip(reading) || (receipt !== undefined && (await sha256Hex(receipt)) === tip.receiptHash);

export const readTip = query({
  name: 'read-tip',
  path: '/cases/{case}/tips/{tip}',
  summary: 'Follow a tip: its state, its answer and what was added. Send its receipt code in the header Tip-Receipt',
  query: nothingAsked,
  answers: tipView,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { head, version } = found;
    const tip = await subjectAtHand(ports, head.case, request.parameters['tip'] ?? '');
    if (tip?.kind !== 'tip') return undefined;
    if (!(await mayFollow(tip, request.receipt, { reader: readerOf(request.caller), head }))) return undefined;
    const versions = [tip.recordedIn, ...tip.addedIn, ...(tip.answeredIn === undefined ? [] : [tip.answeredIn])];
    const contents = await ports.cases.contents({ case: head.case, versions });
    return {
      version,
      body: {
        ...shownState(tip, { head, now: ports.now() }),
        ...tipContent.parse(contents.get(tip.recordedIn)?.body),
        added: tip.addedIn.map((each) => added.parse(contents.get(each)?.body)),
        ...reasonIn(contents.get(tip.answeredIn ?? 0)),
      },
    };
  },
});

const added = z.object({ text: z.string(), files: z.array(sha256) });

const reasonIn = (content: Content | undefined): { reason?: string } => {
  const reason = content?.body['reason'];
  return typeof reason === 'string' ? { reason } : {};
};
