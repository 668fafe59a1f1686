import type { Answered } from '../../app/api.ts';
import { textIn } from '../../app/kept-text.ts';
import type { Ask } from './act.ts';
import { formName, type Written } from './body-of.ts';
import { type Found, fieldsOf, insistedIn } from './fields-of.ts';

export type Refused = Extract<Answered, { kind: 'refused' }>;

/** What is wrong with a field of a form. */
export interface FieldWrong {
  /** By its pointer, without the first slash. */
  readonly field: string;
  readonly ask: Ask;
  readonly what:
    | 'empty'
    | 'tooLong'
    | 'tooShort'
    | 'tooLow'
    | 'tooHigh'
    | 'tooFew'
    | 'notNumber'
    | 'noPseudonym'
    | 'repeated'
    | 'otherwise';
  /** How many characters, or how much, it may or must have, and how many characters it has. */
  readonly limit?: number;
  readonly has?: number;
}

/** Kinds whose value is what somebody typed: only of them a length says anything. */
const TYPED: readonly Ask['kind'][] = ['line', 'text', 'person'];
/** How the API says that something stands in a list more than once. */
const ONCE = /^must name each( \w+)? once$/;
const LISTS: readonly Ask['kind'][] = ['lines', 'choices', 'some-of', 'files', 'hashes'];

type Passed = Extract<FieldWrong['what'], `too${string}`>;

/** How the API says that a limit was passed, and of which kinds of fields a form can repeat it. */
const LIMITS: Readonly<Record<Passed, { readonly said: RegExp; readonly of: readonly Ask['kind'][] }>> = {
  tooLong: { said: /^must not be longer than (\d+) characters$/, of: TYPED },
  tooShort: { said: /^must have at least (\d+) characters$/, of: TYPED },
  tooLow: { said: /^must be at least (-?\d+)$/, of: ['number'] },
  tooHigh: { said: /^must not be more than (-?\d+)$/, of: ['number'] },
  tooFew: { said: /^must hold at least (\d+)$/, of: LISTS },
};

const isLimit = (what: string): what is Passed => Object.hasOwn(LIMITS, what);

const isEmpty = (written: Written, field: string): boolean =>
  Object.entries(written).every(
    ([name, text]) =>
      text.trim() === '' || (name !== field && name !== formName(field) && !name.startsWith(`${field}/`)),
  );

interface Said {
  /** By the API. */
  readonly detail: string;
  readonly written: Written;
}

/** What the API says of a field, as a form can tell it: what is missing, too long, too short, or no number. */
const wrongOf = ({ ask, field }: Found, { detail, written }: Said): FieldWrong => {
  const text = (written[field] ?? '').trim();
  if (isEmpty(written, field)) return { field, ask, what: 'empty' };
  if (ask.kind === 'number' && !Number.isFinite(Number(text))) return { field, ask, what: 'notNumber' };
  if (ask.kind === 'person' && detail.startsWith('must be of the form')) return { field, ask, what: 'noPseudonym' };
  if (LISTS.includes(ask.kind) && ONCE.test(detail)) return { field, ask, what: 'repeated' };
  const limits = Object.entries(LIMITS).flatMap(([what, { said, of }]) => {
    const [, limit] = of.includes(ask.kind) ? (said.exec(detail) ?? []) : [];
    return isLimit(what) && limit !== undefined ? [{ what, limit: Number(limit) }] : [];
  });
  const [limit] = limits;
  return limit === undefined ? { field, ask, what: 'otherwise' } : { field, ask, ...limit, has: text.length };
};

/** The fields that cannot be taken, each with what is wrong with it. */
export const flawsOfFields = (asks: readonly Ask[], { flaws }: Refused, written: Written): readonly FieldWrong[] => {
  const known = fieldsOf(asks, written);
  return flaws.flatMap(({ pointer, detail }) => {
    const found = known(pointer.slice(1));
    return found === undefined ? [] : [wrongOf(found, { detail, written })];
  });
};

/** What the form insists on and was left empty, where the API says only that something is missing. */
export const leftEmpty = (asks: readonly Ask[], written: Written): readonly FieldWrong[] => {
  const known = fieldsOf(asks);
  return insistedIn(asks, written).flatMap((field) => {
    const found = known(field);
    return found === undefined ? [] : [{ ...found, what: 'empty' as const }];
  });
};

const TIMES: readonly Ask['kind'][] = ['instant', 'local', 'day'];

interface Blamed {
  /** Empty where the refusal is about no field, or about more than one. */
  readonly field: string;
  /** Which of the several things that stand in the field is meant. */
  readonly which?: string;
}

/** The fields that refusals are about which name only a limit: they neither point there nor repeat what was sent. */
const ABOUT: Readonly<Record<string, string>> = {
  'act-file-unusable': 'documentHash',
  'candidates-too-few': 'candidates',
  'draw-hours-unfit': 'source/publishedAfter',
  'follow-up-before-report': 'asOf',
  'follow-up-in-the-future': 'asOf',
  'follow-up-older': 'asOf',
  'majority-missing': 'vote/for',
  'parties-unfit': 'source/parties',
  'proceeding-date-unfit': 'on',
  'questions-unanswered': 'answers',
  'too-many-votes': 'vote/for',
  'value-implausible': 'value',
  'value-not-published': 'value',
};

/** The field that a refusal is about: it points there, is always about it, or repeats what was sent in it. */
export const toBlame = (
  asks: readonly Ask[],
  { word, facts = {} }: Refused,
  sent: Readonly<Record<string, unknown>>,
): Blamed => {
  const known = fieldsOf(asks);
  const pointed = known(textIn(facts['pointer']).slice(1)) ?? known(ABOUT[word] ?? '');
  if (pointed !== undefined) return { field: pointed.field };
  const named = Object.entries(facts).flatMap(([name, value]): readonly Blamed[] => {
    const ask = known(name)?.ask;
    if (ask === undefined || sent[name] === undefined) return inLists(known, sent, value);
    // A time is told as an instant, however it was said.
    return value === sent[name] || TIMES.includes(ask.kind) ? [{ field: name }] : [];
  });
  return named.length === 1 ? (named[0] ?? NOBODY) : NOBODY;
};

const NOBODY: Blamed = { field: '' };

/** The lists in which something was sent. */
const inLists = (
  known: ReturnType<typeof fieldsOf>,
  sent: Readonly<Record<string, unknown>>,
  value: unknown,
): readonly Blamed[] =>
  Object.entries(sent).flatMap(([name, list]) =>
    typeof value === 'string' && Array.isArray(list) && list.includes(value) && known(name) !== undefined
      ? [{ field: name, which: value }]
      : [],
  );

const LIMITS_IN_TIME = ['after', 'latest', 'dueAt'] as const;

interface LimitInTime {
  readonly what: (typeof LIMITS_IN_TIME)[number];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Until when, or from when on, where that is why something was refused. */
export const limitsInTime = ({ facts = {} }: Refused): readonly LimitInTime[] =>
  LIMITS_IN_TIME.flatMap((what) => {
    const at = Date.parse(textIn(facts[what]));
    return Number.isNaN(at) ? [] : [{ what, at }];
  });
