import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { checkReceipt, type ReceiptCheck } from '../../events/check-receipt.ts';
import type { Content } from '../../events/record.ts';
import { asJsonObject, type JsonObject } from '../../events/shapes.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Told } from '../told.ts';
import { brokenAt, chainLine, DEFAULT_URL, eventsOf, toldAt } from '../told-record.ts';

const USAGE = `npm run verify-receipt -- RECEIPT.json [--text TEXT.json] [--url ${DEFAULT_URL}]
RECEIPT.json is the answer that a command gave, TEXT.json what you sent with it. VEEDOR_TOKEN reads words that are not public.`;

const line = z.object({
  id: z.string(),
  type: z.string(),
  recordedAt: z.string(),
  hash: z.string(),
  contentHash: z.optional(z.string()),
});
const receipt = z.object({ case: z.string(), recorded: z.array(line).check(z.minLength(1)) });
const words = z.object({ salt: z.string(), content: z.record(z.string(), z.unknown()) });

/**
 * `npm run verify-receipt`: holds the answer of a command against what the API tells anybody, and the sender’s own text against what the
 * record keeps. Exit status 0 only when the events chain and everything holds.
 */
export const runVerifyReceipt = async (args: readonly string[], token: string | undefined): Promise<Told> => {
  try {
    return await verifyHeld(readArguments(args), token);
  } catch (error) {
    if (error instanceof CannotStart) return { status: 1, complains: error.message };
    throw error;
  }
};

interface Asked {
  readonly receiptFile: string;
  readonly textFile: string | undefined;
  readonly url: string;
}

const verifyHeld = async ({ receiptFile, textFile, url }: Asked, token: string | undefined): Promise<Told> => {
  const held = receipt.safeParse(await jsonIn(receiptFile));
  if (!held.success) throw new CannotStart('bad-setting', `${receiptFile} is no answer of a command.\n${USAGE}`);
  const own = textFile === undefined ? undefined : asJsonObject(objectIn(await jsonIn(textFile), textFile));
  const caseId = held.data.case;
  const entries = await eventsOf(caseId, url);
  const broken = await brokenAt(entries, caseId);
  const checks: ReceiptCheck[] = [];
  for (const [index, each] of held.data.recorded.entries()) {
    const entry = entries.find(({ id }) => id === each.id);
    const content =
      each.contentHash === undefined ? undefined : await wordsOf(`${url}/cases/${caseId}`, entry?.version, token);
    // What was sent is held against the first fact that keeps words: a command has one.
    const isFirst = held.data.recorded.findIndex(({ contentHash }) => contentHash !== undefined) === index;
    checks.push(
      ...(await checkReceipt({
        line: each,
        entry,
        ...(content === undefined ? {} : { content }),
        ...(own === undefined || !isFirst || content === undefined ? {} : { own }),
      })),
      ...(own !== undefined && isFirst && content === undefined
        ? [{ asks: 'own' as const, says: UNREAD, holds: false }]
        : []),
    );
  }
  const isWrong = broken !== undefined || checks.some(({ says, holds }) => !holds && says !== UNREAD);
  return {
    status: broken === undefined && checks.every(({ holds }) => holds) ? 0 : 1,
    says: [chainLine(entries, broken), ...checks.map(sentence), ...(isWrong ? [WHAT_NEXT] : [])].join('\n'),
  };
};

const WHAT_NEXT =
  'Keep the receipt and what you sent, and show both to an auditor: what is WRONG was changed since, or is not what was sent.';

/** Nothing is wrong where nothing could be looked at; and nothing was shown to be right. */
const UNREAD =
  'The words were not checked: they cannot be read without a token (VEEDOR_TOKEN) of somebody who may read them.';

const markOf = ({ says, holds }: ReceiptCheck): string => {
  if (holds) return 'ok   ';
  return says === UNREAD ? '-    ' : 'WRONG';
};

const sentence = (check: ReceiptCheck): string => `  ${markOf(check)}  ${check.says}`;

const readArguments = (args: readonly string[]): Asked => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string' }, text: { type: 'string' } },
    });
    const [receiptFile, ...others] = positionals;
    const { url = DEFAULT_URL, text } = values;
    if (receiptFile === undefined || others.length > 0 || !URL.canParse(url))
      throw new CannotStart('bad-setting', USAGE);
    return { receiptFile, textFile: text, url: url.replace(/\/$/, '') };
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart('bad-setting', USAGE);
  }
};

const jsonIn = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new CannotStart('bad-setting', `${path} cannot be read as JSON.\n${USAGE}`);
  }
};

const objectIn = (value: unknown, path: string): object => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new CannotStart('bad-setting', `${path} holds no object.\n${USAGE}`);
};

/** The words of an event with their salt, as far as the token may read them. */
const wordsOf = async (
  address: string,
  version: number | undefined,
  token: string | undefined,
): Promise<Pick<Content, 'salt' | 'body'> | undefined> => {
  if (version === undefined) return undefined;
  const told = await toldAt(`${address}/events/${version}/content`, token).catch(() => undefined);
  const read = words.safeParse(told);
  if (!read.success) return undefined;
  const body: JsonObject = asJsonObject(read.data.content);
  return { salt: read.data.salt, body };
};
