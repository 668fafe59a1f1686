import * as z from 'zod/mini';
import { code, personId } from '../../events/shapes.ts';
import { BEACONS } from '../../events/vocabulary.ts';
import { accreditationRefusal } from '../appointment/accreditation.ts';
import { wasPutOut } from '../appointment/departures.ts';
import { actsForInstitution, memberOf, teamMaxOf } from '../appointment/propose-member.ts';
import { command, record, type Situation } from '../command.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { time } from '../shapes.ts';
import { DEPARTURES, nextId } from '../state.ts';
import { DRAW_ALGORITHM, listText } from './algorithm.ts';

export const CANDIDATES_MAX = 50;
export const PLACES_MAX = 20;
/** Room for the public to see an announcement, and for clocks that do not agree, before anything that decides can be known. */
export const NOTICE_MINUTES_MIN = 5;
/** A draw that is further away than this would only keep others from being announced. */
export const DRAW_AHEAD_DAYS_MAX = 60;

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const PARTIES = 2;

const areDistinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

const publicValue = () => ({ beacon: z.enum(BEACONS), publishedAfter: time });

const input = () =>
  z.strictObject({
    candidates: z
      .array(personId)
      .check(
        z.minLength(2),
        z.maxLength(CANDIDATES_MAX),
        z.refine(areDistinct, { error: 'must name each candidate once' }),
      ),
    places: z.int().check(z.gte(1), z.lte(PLACES_MAX)),
    alternates: z.optional(z.int().check(z.gte(0), z.lte(CANDIDATES_MAX))),
    sector: z.optional(code),
    source: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('beacon'), ...publicValue() }),
      z.strictObject({
        kind: z.literal('commit-reveal'),
        parties: z.array(personId).check(z.length(PARTIES)),
        revealBefore: time,
        ...publicValue(),
      }),
    ]),
  });

type Announcement = z.infer<ReturnType<typeof input>>;

/**
 * Announces an appointment by lot. One draw at a time: whoever could announce several and finish the one that pleases would choose.
 */
export const announceDraw = command({
  name: 'announce-draw',
  input,
  subjects: () => [DEPARTURES],
  hashed: ({ candidates }) => [listText(candidates)],
  enrolled: ({ candidates }) => candidates,
  decide: (announcement, situation) => {
    const { head, sha256 } = situation;
    const { candidates, places, alternates = 0, sector, source } = announcement;
    const unfit = refusalOf(announcement, situation);
    if (unfit !== undefined) return { refusal: unfit };
    return record({
      type: 'draw.announced.v1',
      data: {
        draw: nextId(head, 'draw'),
        candidates,
        listHash: sha256(listText(candidates)),
        places,
        alternates,
        ...(sector === undefined ? {} : { sector }),
        algorithm: DRAW_ALGORITHM,
        source,
      },
    });
  },
});

const refusalOf = (announcement: Announcement, situation: Situation): Refusal | undefined => {
  const { candidates, places, alternates = 0, source } = announcement;
  const { head, now } = situation;
  if (head.drawUnderWay !== undefined) return refuse('draw-under-way', { draw: head.drawUnderWay }).refusal;
  const candidatesMin = places + alternates;
  if (candidates.length < candidatesMin) return refuse('candidates-too-few', { candidatesMin }).refusal;
  const person = candidates.find((candidate) => memberOf(situation, candidate) !== undefined);
  if (person !== undefined) return refuse('already-in-team', { person }).refusal;
  const torn = candidates.find((candidate) => actsForInstitution(head, candidate));
  if (torn !== undefined) return refuse('conflict-of-roles', { person: torn }).refusal;
  const putOut = candidates.find((candidate) => wasPutOut(situation.subjects, candidate));
  if (putOut !== undefined) return refuse('put-out-before', { person: putOut }).refusal;
  const membersMax = teamMaxOf(situation);
  if (head.team.length + places > membersMax) return refuse('team-full', { membersMax }).refusal;
  const unaccredited = candidates.map((candidate) => accreditationRefusal(situation, candidate));
  const ineligible = unaccredited.find((each) => each !== undefined);
  if (ineligible !== undefined) return ineligible.refusal;
  if (!areFitHours(source, now)) {
    return refuse('draw-hours-unfit', { now, minutesMin: NOTICE_MINUTES_MIN, daysMax: DRAW_AHEAD_DAYS_MAX }).refusal;
  }
  const unfit = source.kind === 'beacon' ? [] : unfitParties(source.parties, candidates, situation);
  return unfit.length === 0 ? undefined : refuse('parties-unfit', { unfit }).refusal;
};

/** Now, the term to reveal where there is one, and the public value follow each other with room between. */
const areFitHours = (source: Announcement['source'], now: string): boolean => {
  const hours = [now, ...(source.kind === 'beacon' ? [] : [source.revealBefore]), source.publishedAfter].map((hour) =>
    Date.parse(hour),
  );
  const areApart = hours.every(
    (hour, index) => index === 0 || hour - (hours[index - 1] ?? hour) >= NOTICE_MINUTES_MIN * MS_PER_MINUTE,
  );
  return areApart && Date.parse(source.publishedAfter) - Date.parse(now) <= DRAW_AHEAD_DAYS_MAX * MS_PER_DAY;
};

const unfitParties = (
  parties: readonly string[],
  candidates: readonly string[],
  { head, actor }: Situation,
): readonly string[] =>
  parties.filter((party, index) => {
    const isKnown = party === actor.person || head.liaisons.some(({ person }) => person === party);
    return !isKnown || candidates.includes(party) || parties.indexOf(party) !== index;
  });
