import * as z from 'zod/mini';
import { sha256, subjectId } from '../../events/shapes.ts';
import { FINDING_CATEGORIES, type ObservationType, SEVERITIES } from '../../events/vocabulary.ts';
import type { Decision, Situation } from '../command.ts';
import { fileShape } from '../documents/file-shape.ts';
import { fileRefusal } from '../documents/fit-file.ts';
import { refuse } from '../refusals.ts';
import { coordinates, instantOf, language, narrative, reason, title, zonedTime } from '../shapes.ts';
import { subjectOf } from '../state.ts';

/** How far the clock of a phone may run ahead of ours. */
export const CLOCK_SKEW_MAX_MS = 5 * 60_000;
const POINTERS_MAX = 50;
const DOCUMENTS_MAX = 20;
const PROVISIONS_MAX = 20;
const FLAGS_MAX = 20;

/** A JSON pointer of RFC 6901 into the OCDS release of the process. */
const jsonPointer = z
  .string()
  .check(z.maxLength(500), z.regex(/^(\/([^~/]|~[01])*)*$/, { error: 'must be a JSON pointer (RFC 6901)' }));

/** Where a law says what was not kept: the law, and the place in it. */
const provision = () => z.strictObject({ law: title, provision: title });

/** What an author writes of what was seen, when it is filed and each time it is corrected. */
export const whatWasSeen = () => ({
  observedAt: zonedTime,
  act: z.optional(subjectId('act')),
  title,
  narrative,
  language,
  place: z.optional(title),
  coordinates: z.optional(coordinates),
  category: z.optional(z.enum(FINDING_CATEGORIES)),
  categoryText: z.optional(title),
  severity: z.optional(z.enum(SEVERITIES)),
  legalBasis: z.optional(reason),
  provisions: z.optional(z.array(provision()).check(z.minLength(1), z.maxLength(PROVISIONS_MAX))),
  noLegalBasisReason: z.optional(reason),
  redFlags: z.optional(z.array(subjectId('flag')).check(z.maxLength(FLAGS_MAX))),
  pointers: z.optional(z.array(jsonPointer).check(z.maxLength(POINTERS_MAX))),
  /** Whatever this goes to leaves out who saw it, where, and what files tell of themselves. Once wished, it stays so in every version. */
  sanitised: z.optional(z.literal(true)),
  documentHashes: z.optional(z.array(sha256).check(z.maxLength(DOCUMENTS_MAX))),
  /** The files that will follow: until all of them are usable, it is incomplete. */
  files: z.optional(z.array(z.strictObject(fileShape())).check(z.maxLength(DOCUMENTS_MAX))),
});

const seen = () => z.strictObject(whatWasSeen());
export type Seen = z.infer<ReturnType<typeof seen>>;

/** The things of the case that what was seen refers to. */
export const thingsSeen = ({ act, redFlags = [] }: Pick<Seen, 'act' | 'redFlags'>): readonly string[] => [
  ...(act === undefined ? [] : [act]),
  ...new Set(redFlags),
];

/** Why what was seen cannot have been seen so, whatever the stage. */
export const seenRefusal = (
  input: Seen & { readonly type: ObservationType },
  { head, subjects, now }: Situation,
): Decision | undefined => {
  const observedAt = instantOf(input.observedAt);
  if (Date.parse(observedAt) > Date.parse(now) + CLOCK_SKEW_MAX_MS)
    return refuse('observed-in-the-future', { observedAt, now });
  if (observedAt < head.openedAt) return refuse('observed-before-the-case', { observedAt, openedAt: head.openedAt });
  const { act, redFlags = [], files = [] } = input;
  const unfit = files.map(fileRefusal).find((refusal) => refusal !== undefined);
  if (unfit !== undefined) return unfit;
  if (act !== undefined && subjectOf(subjects, 'act', act) === undefined) return refuse('act-unknown', { act });
  const unknown = redFlags.find((flag) => subjectOf(subjects, 'flag', flag) === undefined);
  return unknown === undefined ? findingRefusal(input) : refuse('flag-unknown', { flag: unknown });
};

/** A finding says what kind it is, how grave, and on what law it rests; nothing else may. */
const findingRefusal = (input: Seen & { readonly type: ObservationType }): Decision | undefined => {
  const { type, category, categoryText, severity, legalBasis, provisions, noLegalBasisReason } = input;
  if (type !== 'finding') {
    const codes = [category, categoryText, severity];
    return codes.every((code) => code === undefined) ? undefined : refuse('not-a-finding', { type });
  }
  const hasBasis = [legalBasis, provisions, noLegalBasisReason].some((basis) => basis !== undefined);
  const missing = [
    ...(category === undefined ? ['category'] : []),
    ...(category === 'other' && categoryText === undefined ? ['categoryText'] : []),
    ...(severity === undefined ? ['severity'] : []),
    ...(hasBasis ? [] : ['legalBasis']),
  ];
  return missing.length > 0 ? refuse('finding-incomplete', { missing }) : undefined;
};
