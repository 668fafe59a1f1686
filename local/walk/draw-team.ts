import * as z from 'zod/mini';
import { commitmentText } from '../../domain/draw/algorithm.ts';
import { documentHash, fieldOf, WalkStopped } from './hand.ts';
import type { Walk } from './step.ts';

const PLACES = 2;
const ALTERNATES = 1;
const HOURS_TO_REVEAL = 24;
const HOURS_TO_VALUE = 25;
const MS_PER_HOUR = 3_600_000;

const draws = z.object({ items: z.array(z.object({ id: z.string(), proposed: z.array(z.string()) })) });

/** The team is drawn by lot: the coordinator and the authority commit and reveal, and a public value that comes later closes the seed. */
export const drawTeam = async ({ hand, cast, at }: Walk): Promise<readonly string[]> => {
  const inHours = (hours: number) => new Date(Date.parse(hand.now()) + hours * MS_PER_HOUR).toISOString();
  const publishedAfter = inHours(HOURS_TO_VALUE);
  const parties = [cast.coordinator, cast.authority];
  const announced = await hand.do(cast.coordinator, `${at}/draws`, {
    candidates: cast.candidates,
    places: PLACES,
    alternates: ALTERNATES,
    source: {
      kind: 'commit-reveal',
      parties,
      revealBefore: inHours(HOURS_TO_REVEAL),
      beacon: 'drand-quicknet',
      publishedAfter,
    },
  });
  const draw = fieldOf(announced.body, 'created');
  const to = `${at}/draws/${draw}`;
  const caseId = fieldOf(announced.body, 'case');
  for (const party of parties) {
    const text = commitmentText({ case: caseId, draw, party, value: secretOf(party, to) });
    await hand.do(party, `${to}/commitment`, { commitment: documentHash(text) });
  }
  await hand.tryInVain(cast.authority, `${to}/reveal`, { value: secretOf(cast.coordinator, to) });
  for (const party of parties) await hand.do(party, `${to}/reveal`, { value: secretOf(party, to) });
  hand.waitUntil(publishedAfter);
  // The example cast has a beacon of its own: its value is made up, as everybody in it is.
  await hand.do(cast.coordinator, `${to}/public-value`, { value: documentHash(`the public value for ${to}`) });
  await hand.do(cast.coordinator, `${to}/lots`);
  const { items } = draws.parse(await hand.read(cast.coordinator, `${at}/draws`));
  const found = items.find(({ id }) => id === draw);
  if (found === undefined) throw new WalkStopped(`${draw} was drawn and is not listed.`);
  return found.proposed;
};

/** What a party keeps to itself until it reveals. In earnest: 256 random bits. */
const secretOf = (party: string, to: string): string => documentHash(`what ${party} keeps to itself for ${to}`);
