import { type Place, pointerOf } from './places.ts';

/** How many problems of a document are listed; the rest is counted. */
export const PROBLEMS_MAX = 200;

/**
 * Everything that can be wrong with what a publisher sent, with the sentence that says what was made of it. The codes are part of
 * the API: they never change their meaning. The sentences repeat nothing of the document.
 */
export const OCDS_PROBLEMS = {
  'no-process': 'No contracting process could be read from this document.',
  'not-ocds': 'This is not an OCDS 1.1 release, record, release package or record package.',
  'wrong-type': 'This is not of the type that OCDS gives it. It was not used.',
  'not-a-list': 'A single entry stands where OCDS asks for a list. It was read as a list of one.',
  'too-deep': 'This is nested deeper than any OCDS document. It was not used.',
  'key-refused': 'This key is not a name that data may use. What stands under it was not used.',
  'too-many': 'There are more entries than are kept. Those from here on were not used.',

  'ocid-missing': 'No ocid that can be used says which contracting process this is about. It was not used.',
  'ocid-unusable': 'An ocid is 1 to 200 printable ASCII characters without spaces. This one was not used.',
  'ocid-differs': 'The record and its release carry different ocids. The ocid of the release was used.',
  'record-empty': 'The record holds no release and no compiled release. It was not used.',
  'releases-only-linked': 'The record only links to its releases and compiles none. Send the releases themselves.',
  'release-linked': 'This release is a link, not the release itself. It was not used.',
  'process-repeated': 'The process stands here more than once as a whole. The newest was used, and later releases.',
  'type-differs': 'An earlier and a later release give this different types. The one that can be read was kept.',

  'id-missing': 'There is no id. The entry was used under a number of its own.',
  'duplicate-id': 'An entry with this id came before. The two were read as one.',
  'name-missing': 'The organisation has no name. Its legal name or its id stands in for it.',
  'party-empty': 'Neither a name nor an id says who this is. It was not used.',
  'parties-missing': 'The process names organisations but describes none under `parties`. They were used as named.',
  'party-unlisted': 'No organisation under `parties` has this id. The name was used as it stands here.',
  'party-id-differs':
    'No organisation under `parties` has this id; one was found by its official identifier or its name.',
  'party-name-differs': 'The organisation has another name under `parties`. That name was used.',
  'supplier-not-tenderer': 'This supplier is not among the tenderers.',
  'tenderers-miscounted': 'The number of tenderers is smaller than the number of those who are named.',
  'award-unlisted': 'No award has this id. The contract was used without its award.',

  'date-missing': 'The release has no date that can be used. It was taken as older than those that have one.',
  'date-unreadable': 'This is not a date and time of RFC 3339. It was not used.',
  'date-absurd': 'This date lies before 1990 or after 2100. It was not used.',
  'date-without-zone': 'The date does not say its time zone. It was read as UTC.',
  'date-only': 'The date has no time of day. It was read as midnight UTC.',
  'date-irregular': 'The date is not written as RFC 3339 asks, but can only mean one instant. It was used.',
  'period-reversed': 'The period ends before it starts. Both dates were kept as they are.',

  'amount-missing': 'The value states no amount. It was not used.',
  'amount-is-text': 'The amount is written as text. It was read as a number.',
  'amount-unreadable': 'This is not an amount, or can be read as two different ones. It was not used.',
  'amount-negative': 'The amount is negative. It was not used.',
  'amount-absurd': 'The amount is larger than any public contract. It was not used.',
  'currency-missing': 'The amount has no currency. It was not used.',
  'currency-unreadable': 'This is not a currency code of ISO 4217. The amount was not used.',
  'number-is-text': 'The number is written as text. It was read as a number.',
  'number-unreadable': 'This is not a whole number that can be counted to. It was not used.',

  'text-cleaned':
    'The text holds characters that cannot be shown or that change its direction. It was used without them.',
  'text-cut': 'The text is longer than is kept. It was cut.',
  'code-unknown': 'This is not a code of the OCDS code list. It was not used.',
  'code-irregular': 'This is not written as in the OCDS code list, but hits one of its codes. That code was used.',
  'language-unreadable': 'This is not a language tag. It was not used.',
  'field-not-standard': 'This field is not part of OCDS. It was read as the amendments of the contract.',
} as const;

export type OcdsProblemCode = keyof typeof OCDS_PROBLEMS;

/** One thing that is wrong in a document that somebody sent. */
export interface OcdsProblem {
  readonly code: OcdsProblemCode;
  /** RFC 6901 pointer into the document as it was given. */
  readonly pointer: string;
  /** What is wrong, and what was made of it. */
  readonly problem: string;
}

/** Collects problems while a document is read. The same problem at the same place is one problem, however often it is met. */
export interface ProblemList {
  note(code: OcdsProblemCode, place: Place): void;
  /** At most `PROBLEMS_MAX`, in the order in which they were met. */
  listed(): readonly OcdsProblem[];
  /** How many more there were. */
  leftOut(): number;
}

export const problemList = (): ProblemList => {
  const met = new Map<OcdsProblemCode, Set<Place>>();
  const listed: OcdsProblem[] = [];
  let leftOut = 0;
  return {
    note(code, place) {
      const places = met.get(code) ?? new Set();
      if (places.has(place)) return;
      met.set(code, places.add(place));
      if (listed.length === PROBLEMS_MAX) leftOut += 1;
      else listed.push({ code, pointer: pointerOf(place), problem: OCDS_PROBLEMS[code] });
    },
    listed: () => [...listed],
    leftOut: () => leftOut,
  };
};
