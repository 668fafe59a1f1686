import * as z from 'zod/mini';
import { termInShort, termInShortSchema } from '../../domain/clocks/term-in-short.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { mayReadLead, mayReadTip, type Reading } from '../../domain/reading/may-read.ts';
import type { Head, SubjectOf } from '../../domain/state.ts';
import { tipSchema } from '../../domain/things.ts';
import { type Content, sha256Hex } from '../../events/record.ts';
import { sha256 } from '../../events/shapes.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import { nothingAsked } from '../_http/paging.ts';
import { caseAtHand, subjectAtHand } from './case-at-hand.ts';
import { listOf } from './list-of.ts';
import { readerOf } from './reader.ts';
import { tipFilesOf, tipFilesSchema } from './tip-files.ts';

const state = z.omit(tipSchema, { receiptHash: true, addedIn: true });
const computed = { additions: z.int(), dueAt: z.string(), term: termInShortSchema };
const written = z.optional(z.string());

/** What everybody sees of a tip. It is overdue from the instant that its term ends, also before the clock of the house records it. */
const shownState = (tip: SubjectOf<'tip'>, { head, now }: { head: Head; now: string }) => {
  const { receiptHash: _, addedIn, ...shown } = tip;
  const term = termInShort({ head, profile: profileOf(head.profile), now }, 'tip-answer', tip.receivedAt);
  const { dueAt } = term;
  const overdue = tip.overdue || (tip.answer === undefined && now >= dueAt);
  return { ...shown, overdue, additions: addedIn.length, dueAt, term };
};

/** Everybody sees how many tips there are and what became of each; the words of a lead are the team's, all else the coordinator's. */
const listTips: QueryOperation = {
  ...listOf({
    kind: 'tip',
    plural: 'tips',
    summary:
      'List the tips of a case and whether each was answered in time; what they say only to those who may read it',
    view: z.extend(state, { ...computed, text: written, language: written, name: written, contact: written }),
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

const part = z.strictObject({ text: z.string(), files: z.array(sha256) });

const tipView = z.extend(state, {
  ...computed,
  text: z.string(),
  language: z.string(),
  files: z.array(sha256),
  /** Absent to the team, to which the words of a lead are shown and never who sent them. */
  name: written,
  contact: written,
  added: z.array(part),
  /** The files that were announced for it, and how each stands. */
  documents: tipFilesSchema,
  reason: written,
});

const tipContent = z.object({
  text: z.string(),
  language: z.string(),
  files: z.array(sha256),
  name: written,
  contact: written,
});

const isHolder = async (tip: SubjectOf<'tip'>, receipt: string | undefined): Promise<boolean> =>
  receipt !== undefined && (await sha256Hex(receipt)) === tip.receiptHash;

type Sight = 'whole' | 'without-sender';

/** Whoever holds the receipt code reads the whole tip, as the coordinator does; the team reads a lead. To everybody else it is not there. */
const sightOf = async (
  tip: SubjectOf<'tip'>,
  receipt: string | undefined,
  reading: Reading,
): Promise<Sight | undefined> => {
  if (mayReadTip(reading) || (await isHolder(tip, receipt))) return 'whole';
  return mayReadLead(reading, tip) ? 'without-sender' : undefined;
};

export const readTip = query({
  name: 'read-tip',
  path: '/cases/{case}/tips/{tip}',
  function: 'tip-api',
  summary: 'Follow a tip: its state, its answer and what was added. Send its receipt code in the header Tip-Receipt',
  query: nothingAsked,
  answers: tipView,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { head, version } = found;
    const tip = await subjectAtHand(ports, head.case, request.parameters['tip'] ?? '');
    if (tip?.kind !== 'tip') return undefined;
    const now = ports.now();
    const sight = await sightOf(tip, request.receipt, { reader: readerOf(request.caller), head, now });
    if (sight === undefined) return undefined;
    const versions = [tip.recordedIn, ...tip.addedIn, ...(tip.answeredIn === undefined ? [] : [tip.answeredIn])];
    const contents = await ports.cases.contents({ case: head.case, versions });
    const { name, contact, ...told } = tipContent.parse(contents.get(tip.recordedIn)?.body);
    return {
      version,
      body: {
        ...shownState(tip, { head, now }),
        ...told,
        ...(sight === 'whole' ? { name, contact } : {}),
        added: tip.addedIn.map((each) => added.parse(contents.get(each)?.body)),
        documents: await tipFilesOf(ports, head.case, { tip: tip.id, isNamed: sight === 'whole' }),
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

/** What is read of tips, by a function of its own: tip-api. */
export const TIP_QUERIES: readonly QueryOperation[] = [listTips, readTip];
