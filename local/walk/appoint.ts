import * as z from 'zod/mini';
import { drawTeam } from './draw-team.ts';
import { documentHash } from './hand.ts';
import type { Walk } from './step.ts';

/**
 * The team is proposed by hand or drawn by lot, accepts and declares; the pact is signed or the committee constituted; institutions name
 * who acts for them. Gives the walk on with the team that came of it.
 */
export const appoint = async (walk: Walk): Promise<Walk> => {
  await accredit(walk);
  const byLot = walk.cast.candidates.length > 0;
  const team = byLot ? await drawTeam(walk) : await proposeTeam(walk);
  const appointed = { ...walk, cast: { ...walk.cast, team } };
  const { hand, cast, at, instrument } = appointed;
  await hand.tryInVain(cast.coordinator, `${at}/advance`);
  hand.waitDays(1);
  for (const person of team) {
    await hand.do(person, `${at}/team/acceptance`);
    await declare(appointed, person);
  }
  if (instrument === 'integrity-pact') {
    await hand.do(cast.authority, `${at}/pact/authority-signature`, { documentHash: documentHash(`pact of ${at}`) });
  } else {
    await constitute(appointed);
  }
  return appointed;
};

const proposeTeam = async ({ hand, cast, at }: Walk): Promise<readonly string[]> => {
  for (const [index, person] of cast.team.entries()) {
    const sector = cast.sectors[index];
    await hand.do(cast.coordinator, `${at}/team`, {
      person,
      reason: 'Accredited, of the region, and without a case of this size at present.',
      ...(sector === undefined ? {} : { sector }),
    });
  }
  return cast.team;
};

const questions = z.object({
  impedimentQuestions: z.object({ value: z.array(z.object({ id: z.string() })) }),
});

/** Each member answers every question of the profile that the case was opened under. */
const declare = async ({ hand, at }: Walk, person: string): Promise<void> => {
  const { profile } = z.object({ profile: z.object({ id: z.string() }) }).parse(await hand.read(person, at));
  const { impedimentQuestions } = questions.parse(await hand.read(person, `/profiles/${profile.id}`));
  await hand.do(person, `${at}/team/declaration`, {
    answers: impedimentQuestions.value.map(({ id }) => ({ question: id, yes: false })),
  });
};

const accredit = async ({ hand, cast, at }: Walk): Promise<void> => {
  await hand.do(cast.coordinator, `${at}/liaisons`, { person: cast.authority, kind: 'contracting-authority' });
  const { profile } = z.object({ profile: z.object({ id: z.string() }) }).parse(await hand.read(cast.coordinator, at));
  const { controlAuthorities } = z
    .object({ controlAuthorities: z.object({ value: z.array(z.object({ id: z.string() })).check(z.minLength(1)) }) })
    .parse(await hand.read(cast.coordinator, `/profiles/${profile.id}`));
  await hand.do(cast.coordinator, `${at}/liaisons`, {
    person: cast.control,
    kind: 'control-authority',
    controlAuthority: controlAuthorities.value[0]?.id,
  });
};

const constitute = async ({ hand, cast, at }: Walk): Promise<void> => {
  const [chair = '', secretary = ''] = cast.team;
  await hand.do(chair, `${at}/team/officers`, { person: chair, office: 'chair' });
  await hand.do(chair, `${at}/team/officers`, { person: secretary, office: 'secretary' });
  await hand.do(secretary, `${at}/constitution`, {
    object: 'To watch this purchase from its call to its last delivery, on behalf of those who pay for it.',
    durationMonths: 24,
    registered: true,
    documentHash: documentHash(`constitution of ${at}`),
  });
};
