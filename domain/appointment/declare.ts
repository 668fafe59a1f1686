import * as z from 'zod/mini';
import { personId } from '../../events/shapes.ts';
import { OFFICES } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { memberOf } from './propose-member.ts';

const ANSWERS_MAX = 50;

/** Signs the declaration of no conflict of interest for this process: every question of the profile, answered by yes or no. */
export const signDeclaration = command({
  name: 'sign-declaration',
  input: () =>
    z.strictObject({
      answers: z
        .array(z.strictObject({ question: z.string().check(z.maxLength(64)), yes: z.boolean() }))
        .check(z.maxLength(ANSWERS_MAX)),
      explanation: z.optional(reason),
    }),
  decide: (input, situation) => {
    const { actor, profile } = situation;
    if (memberOf(situation, actor.person)?.declared === true) return refuse('already-declared');
    const asked = profile.impedimentQuestions.value.map(({ id }) => id);
    const answered = input.answers.map(({ question }) => question);
    const missing = asked.filter((id) => !answered.includes(id));
    const unknown = answered.filter((id, index) => !asked.includes(id) || answered.indexOf(id) !== index);
    if (missing.length > 0 || unknown.length > 0) return refuse('questions-unanswered', { missing, unknown });
    return record({
      type: 'declaration.signed.v1',
      data: {
        person: actor.person,
        yes: input.answers.filter(({ yes }) => yes).map(({ question }) => question),
        asked: asked.length,
      },
      ...(input.explanation === undefined ? {} : { content: { explanation: input.explanation } }),
    });
  },
});

/** The coordinator's reasoned ruling on an impediment. */
export const ruleOnImpediment = command({
  name: 'rule-on-impediment',
  input: () => z.strictObject({ person: personId, stands: z.boolean(), reason }),
  decide: (input, situation) => {
    const member = memberOf(situation, input.person);
    if (member?.standing !== 'accepted') return refuse('not-in-team', { person: input.person });
    if (!member.impeded) return refuse('no-impediment', { person: input.person });
    return record({
      type: 'impediment.ruled.v1',
      data: { person: input.person, stands: input.stands },
      content: { reason: input.reason },
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
