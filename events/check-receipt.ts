import { canonicalJson, hashContent, hashEntry } from './hashes.ts';
import type { Content, RecordEntry } from './record.ts';
import type { Json, JsonObject } from './shapes.ts';

/** What whoever acted was given for each fact: one line of `recorded` in the answer to a command. */
export interface ReceiptLine {
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly hash: string;
  readonly contentHash?: string | undefined;
}

/** What is asked of a receipt: that the record tells the event, that it is whole and the same, and commits to the words; and of the words. */
export type ReceiptQuestion = 'told' | 'whole' | 'same' | 'committed' | 'words' | 'own';

/** One thing that was held against the record, in words, and whether it holds. */
export interface ReceiptCheck {
  /** For whoever says it in another language. */
  readonly asks: ReceiptQuestion;
  readonly says: string;
  readonly holds: boolean;
}

/** What is at hand to check a receipt with. */
export interface Evidence {
  readonly line: ReceiptLine;
  /** The event that the public record tells under the id of the receipt; undefined where it tells none. */
  readonly entry: RecordEntry | undefined;
  /** What the record keeps of the words, with its salt: for whoever may read it. */
  readonly content?: Pick<Content, 'salt' | 'body'>;
  /** What the holder of the receipt sent, from his own keeping: all of it or some fields. */
  readonly own?: JsonObject;
}

/**
 * Holds a receipt against the public record, without trust in the server that gave it. Runs in browsers. The order of events is checked
 * apart from this, by the chain of their hashes. Never throws for a receipt or a record that is wrong: it says what does not hold.
 */
export const checkReceipt = async ({ line, entry, content, own }: Evidence): Promise<readonly ReceiptCheck[]> => {
  if (entry === undefined) return [{ asks: 'told', says: `The record tells no event ${line.id}.`, holds: false }];
  const isWhole = (await hashEntry(entry)) === entry.hash;
  const isSame = entry.id === line.id && entry.type === line.type && entry.recordedAt === line.recordedAt;
  return [
    { asks: 'whole', says: `The hash of event ${entry.id} is the hash of what it tells.`, holds: isWhole },
    {
      asks: 'same',
      says: 'The receipt is for this event, its time and its hash.',
      holds: isSame && entry.hash === line.hash,
    },
    ...(line.contentHash === undefined
      ? []
      : [
          {
            asks: 'committed' as const,
            says: 'The event commits to the words of the receipt.',
            holds: entry.contentHash === line.contentHash,
          },
        ]),
    ...(content === undefined ? [] : await checkWords(entry, content)),
    ...(own === undefined ? [] : checkOwn(own, { ...asFields(entry.data), ...content?.body })),
  ];
};

const checkWords = async (
  entry: RecordEntry,
  content: Pick<Content, 'salt' | 'body'>,
): Promise<readonly ReceiptCheck[]> => [
  {
    asks: 'words',
    says: 'The words that the record keeps are those that the event commits to.',
    holds: (await hashContent(content)) === entry.contentHash,
  },
];

const asFields = (data: object): Readonly<Record<string, unknown>> => ({ ...data });

/** Field by field, because a holder may have kept some of them only. */
const checkOwn = (own: JsonObject, kept: Readonly<Record<string, unknown>>): readonly ReceiptCheck[] =>
  Object.entries(own).map(([field, value]) => ({
    asks: 'own' as const,
    says: `Your own ${field} is what the record keeps.`,
    holds: kept[field] !== undefined && canonicalJson(asKept(value)) === canonicalJson(kept[field]),
  }));

/** Texts are kept composed (NFC) and without blanks around them. */
const asKept = (value: Json): Json => {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(asKept);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asKept(inner)]));
};

const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value);
