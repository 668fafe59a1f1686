import * as z from 'zod/mini';
import { asJsonObject, personId } from '../../events/shapes.ts';
import { OFFICES } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { declaredNow, KEYS_BYTES_MAX, keyed, openMatches } from '../interests/declared-interests.ts';
import { INTERESTS_MAX, type Interest, interestSchema } from '../interests/interest.ts';
import { INTERESTS } from '../interests/interests-state.ts';
import { PARTIES } from '../interests/parties.ts';
import { bytesOf } from '../process/contracting-process.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { type Subjects, subjectOf } from '../state.ts';
import { memberOf } from './propose-member.ts';

const ANSWERS_MAX = 50;

const interests = () =>
  z.array(interestSchema).check(
    z.maxLength(INTERESTS_MAX),
    z.refine((declared) => bytesOf(declared.map(keyed)) <= KEYS_BYTES_MAX, {
      error: `must not exceed ${KEYS_BYTES_MAX} bytes in names and identifiers`,
    }),
  );

/** What a declaration of interests adds to the fact: how many they are and how many were found in a party; whom they name is content. */
const withInterests = (declared: readonly Interest[], subjects: Subjects) => {
  if (declared.length === 0) return undefined;
  const found = declaredNow(declared, subjectOf(subjects, 'parties', PARTIES)?.parties ?? []);
  return {
    data: { interests: declared.length, matches: found.matches.length },
    content: asJsonObject({ interests: declared, ...found }),
  };
};

/**
 * Signs the declaration of no conflict of interest for this process: every question of the profile, answered by yes or no, and the
 * interests that are matched with its parties at once, so that nobody files in between.
 */
export const signDeclaration = command({
  name: 'sign-declaration',
  input: () =>
    z.strictObject({
      answers: z
        .array(z.strictObject({ question: z.string().check(z.maxLength(64)), yes: z.boolean() }))
        .check(z.maxLength(ANSWERS_MAX)),
      explanation: z.optional(reason),
      interests: z.optional(interests()),
    }),
  subjects: () => [PARTIES, INTERESTS],
  decide: (input, situation) => {
    const { actor, profile } = situation;
    if (memberOf(situation, actor.person)?.declared === true) return refuse('already-declared');
    const asked = profile.impedimentQuestions.value.map(({ id }) => id);
    const answered = input.answers.map(({ question }) => question);
    const missing = asked.filter((id) => !answered.includes(id));
    const unknown = answered.filter((id, index) => !asked.includes(id) || answered.indexOf(id) !== index);
    if (missing.length > 0 || unknown.length > 0) return refuse('questions-unanswered', { missing, unknown });
    const declared = withInterests(input.interests ?? [], situation.subjects);
    const content = {
      ...(input.explanation === undefined ? {} : { explanation: input.explanation }),
      ...declared?.content,
    };
    return record({
      type: 'declaration.signed.v1',
      data: {
        person: actor.person,
        yes: input.answers.filter(({ yes }) => yes).map(({ question }) => question),
        asked: asked.length,
        ...declared?.data,
      },
      ...(Object.keys(content).length === 0 ? {} : { content }),
    });
  },
});

/** The coordinator's reasoned ruling on an impediment: on everything that was declared and found until now. */
export const ruleOnImpediment = command({
  name: 'rule-on-impediment',
  input: () => z.strictObject({ person: personId, stands: z.boolean(), reason }),
  subjects: () => [INTERESTS],
  decide: (input, situation) => {
    const member = memberOf(situation, input.person);
    if (member?.standing !== 'accepted') return refuse('not-in-team', { person: input.person });
    if (!member.impeded) return refuse('no-impediment', { person: input.person });
    const matches = openMatches(subjectOf(situation.subjects, 'interests', INTERESTS), input.person);
    return record({
      type: 'impediment.ruled.v1',
      data: {
        person: input.person,
        stands: input.stands,
        ...(matches.length === 0 ? {} : { matches: matches.length }),
      },
      content: {
        reason: input.reason,
        ...(matches.length === 0 ? {} : { matches: matches.map((match) => ({ ...match })) }),
      },
    });
  },
});

/** Elects a chair or a secretary among the members of a committee. */
export const electOfficer = command({
  name: 'elect-officer',
  input: () => z.strictObject({ person: personId, office: z.enum(OFFICES) }),
  decide: (input, situation) => {
    const member = memberOf(situation, input.person);
    if (member?.standing !== 'accepted') return refuse('not-in-team', { person: input.person });
    if (member.office !== undefined && member.office !== input.office)
      return refuse('office-taken', { office: member.office });
    if (member.office === input.office) return refuse('office-taken', { office: input.office });
    return record({ type: 'officer.elected.v1', data: { person: input.person, office: input.office } });
  },
});
