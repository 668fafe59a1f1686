import type { Actor } from '../../events/record.ts';
import { asJsonObject, type Json, type JsonObject } from '../../events/shapes.ts';
import type { Told } from './evidence-at-hand.ts';
import type { Protected } from './gather.ts';

/** How a bundle tells what the record holds: whole, or without identity, place and metadata. */
export interface Lens {
  readonly sanitised: boolean;
  /** A person as the bundle names them. */
  readonly person: (id: string) => string;
  readonly actor: (actor: Actor) => JsonObject;
  /** An event as it stands in the record, or what is left of it. */
  readonly event: (told: Told) => JsonObject;
  /** What the fact tells everybody; undefined where the bundle leaves it out. */
  readonly facts: (told: Told) => JsonObject | undefined;
  /** What was written; undefined where the bundle leaves it out. */
  readonly written: (told: Told) => JsonObject | undefined;
  /** The salt with which what was written verifies; undefined where the bundle changes what was written. */
  readonly salt: (told: Told) => string | undefined;
}

/** Everything as it is on record. */
export const plainLens: Lens = {
  sanitised: false,
  person: (id) => id,
  actor: ({ person, role }) => ({ person, role }),
  event: ({ entry }) => asJsonObject(entry),
  facts: ({ entry }) => asJsonObject(entry.data),
  written: ({ content }) => content?.body,
  salt: ({ content }) => content?.salt,
};

/** Facts whose data tell what happened with findings, and never of people. Of every other the sanitised bundle tells the hash alone. */
const TOLD_FACTS = /^(case\.opened|stage|award|observation|finding|embargo|reply|escalation|question|proceeding)\b/;
/** Of what was written only what is about findings, escalations and questions is told, and of that only these fields. */
const TOLD_CONTENTS = /^(observation|finding|embargo|non-escalation|escalation|question)\b/;
const TOLD_FIELDS: ReadonlySet<string> = new Set([
  'observation',
  'findings',
  'remedies',
  'unremedied',
  'type',
  'title',
  'narrative',
  'language',
  'category',
  'categoryText',
  'severity',
  'legalBasis',
  'provisions',
  'noLegalBasisReason',
  'redFlags',
  'pointers',
  'reply',
  'letter',
  'answer',
  'competentBody',
  'question',
  'reason',
]);
/** Facts without what could be a place or a mark of a machine. */
const UNTOLD_FACTS: ReadonlySet<string> = new Set(['place', 'coordinates', 'documentHashes']);

/** Shorter words stand in every text. */
const SOUGHT_LENGTH_MIN = 3;
const COORDINATES = /[-+−]?\d{1,3}[.,]\d{3,}°?\s*[NSEWO]?\s*[,;/ ]\s*[-+−]?\d{1,3}[.,]\d{3,}°?\s*[NSEWO]?/gi;
const DEGREES = /\d{1,3}\s*°\s*\d{1,2}\s*['′’]\s*(\d{1,2}([.,]\d+)?\s*["″”]?)?\s*[NSEWO]?/gi;
const LEFT_OUT = '[…]';

/** The same people under the same neutral names throughout one bundle; what they are called, and where, is taken out of texts too. */
export const sanitisedLens = ({ people, names, places }: Protected): Lens => {
  const labels = new Map(people.map((id, index) => [id, `person-${index + 1}`]));
  const labelOf = (id: string): string => labels.get(id) ?? 'somebody';
  const ids = wordsOf(people);
  const sought = wordsOf([...names, ...places]);
  const cleaned = (text: string): string => {
    const labelled = ids === undefined ? text : text.replace(ids, (id) => labelOf(id.toLowerCase()));
    const unnamed = sought === undefined ? labelled : labelled.replace(sought, LEFT_OUT);
    return unnamed.replace(COORDINATES, LEFT_OUT).replace(DEGREES, LEFT_OUT);
  };
  const clean = (value: Json): Json => {
    if (typeof value === 'string') return cleaned(value);
    if (isList(value)) return value.map((each) => clean(each));
    if (typeof value === 'object' && value !== null) return cleanObject(value, (name) => !UNTOLD_FACTS.has(name));
    return value;
  };
  const cleanObject = (from: object, keep: (name: string) => boolean): JsonObject =>
    Object.fromEntries(
      Object.entries(asJsonObject(from)).flatMap(([name, value]) => (keep(name) ? [[name, clean(value)]] : [])),
    );
  return {
    sanitised: true,
    person: labelOf,
    actor: ({ person, role }) => ({ person: role === 'system' ? person : labelOf(person), role }),
    event: ({ entry }) => {
      const { id, stream, version, type, recordedAt, contentHash, previousHash, hash } = entry;
      const chain = { id, stream, version, type, recordedAt, previousHash, hash };
      return { ...chain, ...(contentHash === undefined ? {} : { contentHash }), leftOut: 'sanitised' };
    },
    facts: ({ entry }) =>
      TOLD_FACTS.test(entry.type) ? cleanObject(entry.data, (name) => !UNTOLD_FACTS.has(name)) : undefined,
    written: ({ entry, content }) =>
      content !== undefined && TOLD_CONTENTS.test(entry.type)
        ? cleanObject(content.body, (name) => TOLD_FIELDS.has(name))
        : undefined,
    salt: () => undefined,
  };
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Finds any of some words, whatever their case, where they are not part of a longer one. */
const wordsOf = (words: readonly string[]): RegExp | undefined => {
  const long = [...new Set(words)].filter(({ length }) => length >= SOUGHT_LENGTH_MIN);
  if (long.length === 0) return undefined;
  // The longest first: a name must not hide a longer one that begins with it.
  const sorted = long.toSorted((one, other) => other.length - one.length);
  const patterns = sorted.map((word) =>
    word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
};
