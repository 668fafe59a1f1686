import * as z from 'zod/mini';
import { asJsonObject, sha256, subjectId } from '../../events/shapes.ts';
import { FINDING_CATEGORIES, OBSERVATION_TYPES, SEVERITIES, STAGES, VISIBILITIES } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { coordinates, language, narrative, reason, time, title } from '../shapes.ts';
import { nextId, subjectOf } from '../state.ts';

/** How far the clock of a phone may run ahead of ours. */
export const CLOCK_SKEW_MAX_MS = 5 * 60_000;
const POINTERS_MAX = 50;
const DOCUMENTS_MAX = 20;

const jsonPointer = z.string().check(z.maxLength(500), z.regex(/^(\/([^~/]|~[01])*)*$/));

const fileObservationInput = () =>
  z.strictObject({
    type: z.enum(OBSERVATION_TYPES),
    stage: z.enum(STAGES),
    observedAt: time,
    act: z.optional(subjectId('act')),
    title,
    narrative,
    language,
    visibility: z.enum(VISIBILITIES),
    place: z.optional(title),
    coordinates: z.optional(coordinates),
    category: z.optional(z.enum(FINDING_CATEGORIES)),
    categoryText: z.optional(title),
    severity: z.optional(z.enum(SEVERITIES)),
    legalBasis: z.optional(reason),
    noLegalBasisReason: z.optional(reason),
    pointers: z.optional(z.array(jsonPointer).check(z.maxLength(POINTERS_MAX))),
    documentHashes: z.optional(z.array(sha256).check(z.maxLength(DOCUMENTS_MAX))),
  });
type Input = z.infer<ReturnType<typeof fileObservationInput>>;

/** Files what a member of the team saw. */
export const fileObservation = command({
  name: 'file-observation',
  input: fileObservationInput,
  subjects: (input) => (input.act === undefined ? [] : [input.act]),
  decide: (input, situation) =>
    timeRefusal(input, situation) ?? actRefusal(input, situation) ?? findingRefusal(input) ?? filed(input, situation),
});

const timeRefusal = ({ observedAt, stage }: Input, { head, now }: Situation): Decision | undefined => {
  if (Date.parse(observedAt) > Date.parse(now) + CLOCK_SKEW_MAX_MS)
    return refuse('observed-in-the-future', { observedAt, now });
  if (observedAt < head.openedAt) return refuse('observed-before-the-case', { observedAt, openedAt: head.openedAt });
  if (STAGES.indexOf(stage) > STAGES.indexOf(head.stage))
    return refuse('stage-not-reached', { stage, caseStage: head.stage });
  return undefined;
};

const actRefusal = ({ act }: Input, { subjects }: Situation): Decision | undefined =>
  act !== undefined && subjectOf(subjects, 'act', act) === undefined ? refuse('act-unknown', { act }) : undefined;

/** A finding says what kind it is, how grave, and on what law it rests; nothing else may. */
const findingRefusal = (input: Input): Decision | undefined => {
  const { type, category, categoryText, severity, legalBasis, noLegalBasisReason } = input;
  if (type !== 'finding') {
    const codes = [category, categoryText, severity];
    return codes.every((code) => code === undefined) ? undefined : refuse('not-a-finding', { type });
  }
  const missing = [
    ...(category === undefined ? ['category'] : []),
    ...(category === 'other' && categoryText === undefined ? ['categoryText'] : []),
    ...(severity === undefined ? ['severity'] : []),
    ...(legalBasis === undefined && noLegalBasisReason === undefined ? ['legalBasis'] : []),
  ];
  return missing.length > 0 ? refuse('finding-incomplete', { missing }) : undefined;
};

/**
 * The content holds all that a seal covers, the author and the time included: where a witness needs protection, the record names
 * neither.
 */
const filed = (input: Input, { head, actor }: Situation): Decision => {
  const { stage, visibility, ...confided } = input;
  return record({
    type: 'observation.filed.v1',
    ...(visibility === 'public' ? { observedAt: input.observedAt } : {}),
    ...(visibility === 'restricted' ? { withoutName: true } : {}),
    data: { observation: nextId(head, 'observation'), stage, late: stage !== head.stage, visibility },
    content: { ...asJsonObject(confided), by: actor.person },
  });
};
