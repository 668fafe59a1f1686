import * as z from 'zod/mini';
import type { Walk } from './step.ts';

/** Who keeps the roster among the example people. */
const KEEPER = 'administrator-1';

const opened = z.object({ profile: z.object({ id: z.string() }) });
const asking = z.object({ accreditation: z.object({ value: z.string() }) });

/** Where the profile asks for accredited people, everybody who may be appointed is in the roster first, accredited for as long as cases last. */
export const enrol = async ({ hand, cast, at }: Walk): Promise<void> => {
  const { profile } = opened.parse(await hand.read(cast.coordinator, at));
  const { accreditation } = asking.parse(await hand.read(cast.coordinator, `/profiles/${profile.id}`));
  if (accreditation.value !== 'required') return;
  const [unknown] = cast.candidates;
  if (unknown !== undefined)
    await hand.tryInVain(cast.coordinator, `${at}/team`, { person: unknown, reason: 'Known.' });
  for (const person of new Set([...cast.team, ...cast.candidates])) {
    await hand.do(KEEPER, '/roster', {
      person,
      kind: 'person',
      name: `Example person ${person}`,
      accreditation: {
        number: `EX-${person}`,
        issuer: 'Example ministry of public administration',
        validFrom: '1990-01-01',
        validTo: '2099-12-31',
      },
    });
  }
};
