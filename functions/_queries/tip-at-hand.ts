import * as z from 'zod/mini';
import { termInShort, termInShortSchema } from '../../domain/clocks/term-in-short.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import { mayReadLead, mayReadTip, type Reading } from '../../domain/reading/may-read.ts';
import type { Head, SubjectOf } from '../../domain/state.ts';
import { tipSchema } from '../../domain/things.ts';
import { type Content, sha256Hex } from '../../events/record.ts';
import { sha256 } from '../../events/shapes.ts';
import type { QueryAnswer, QueryPorts, QueryRequest } from '../_http/operation.ts';
import { caseAtHand, subjectAtHand } from './case-at-hand.ts';
import { readerOf } from './reader.ts';
import { tipFilesOf, tipFilesSchema } from './tip-files.ts';

export const tipState = z.omit(tipSchema, { receiptHash: true, addedIn: true });
export const computedOfTip = { additions: z.int(), dueAt: z.string(), term: termInShortSchema };
export const written = z.optional(z.string());

/** What everybody sees of a tip. It is overdue from the instant that its term ends, also before the clock of the house records it. */
export const shownState = (tip: SubjectOf<'tip'>, { head, now }: { head: Head; now: string }) => {
  const { receiptHash: _, addedIn, ...shown } = tip;
  const term = termInShort({ head, profile: profileOf(head.profile), now }, 'tip-answer', tip.receivedAt);
  const { dueAt } = term;
  const overdue = tip.overdue || (tip.answer === undefined && now >= dueAt);
  return { ...shown, overdue, additions: addedIn.length, dueAt, term };
};

const part = z.strictObject({ text: z.string(), files: z.array(sha256) });

export const tipView = z.extend(tipState, {
  ...computedOfTip,
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

/** A tip for whoever may read it: by its receipt code, or by who they are. Undefined where it is not there, and where it is not theirs to see. */
export const tipAtHand = async (
  ports: Pick<QueryPorts, 'cases' | 'now'>,
  request: Pick<QueryRequest<unknown>, 'parameters' | 'caller' | 'receipt'>,
): Promise<QueryAnswer<z.input<typeof tipView>> | undefined> => {
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
};

const added = z.object({ text: z.string(), files: z.array(sha256) });

const reasonIn = (content: Content | undefined): { reason?: string } => {
  const reason = content?.body['reason'];
  return typeof reason === 'string' ? { reason } : {};
};
