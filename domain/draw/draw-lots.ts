import * as z from 'zod/mini';
import { personId } from '../../events/shapes.ts';
import { replacementRefusal } from '../appointment/departures.ts';
import { memberOf, proposalOf, teamMaxOf } from '../appointment/propose-member.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { DEPARTURES, subjectOf } from '../state.ts';
import { drawnOrder, rankText, seedText } from './algorithm.ts';
import { isPlausibleValue, PUBLIC_BEACONS } from './beacons.ts';
import { awaitsReveal, type Draw, drawId, failuresOf, withDraw } from './draw-of.ts';

const seedTextOf = (caseId: string, draw: Draw, beaconValue: string): string =>
  seedText({
    case: caseId,
    draw: draw.id,
    listHash: draw.listHash,
    beaconValue,
    revealed: draw.parties.map(({ revealed }) => revealed),
  });

/** A value as beacons publish it, in capitals or not. */
const publishedValue = () =>
  z.pipe(
    z.string().check(z.regex(/^[0-9a-fA-F]{64,128}$/)),
    z.transform((value: string) => value.toLowerCase()),
  );

/** Records the public value that was named. A party that has not revealed by then never will: the value comes after its term. */
export const recordBeaconValue = command({
  name: 'record-beacon-value',
  input: () => z.strictObject({ draw: drawId, value: publishedValue() }),
  subjects: ({ draw }) => [draw],
  hashed: ({ draw: id, value }, { head, subjects }) => {
    const draw = subjectOf(subjects, 'draw', id);
    return draw === undefined ? [] : [seedTextOf(head.case, draw, value)];
  },
  decide: ({ draw: id, value }, { head, subjects, now, sha256 }) =>
    withDraw(subjects, id, (draw) => {
      const { state, beacon, publishedAfter } = draw;
      if (state === 'drawing-awaited' || state === 'drawn') return refuse('draw-state', { state });
      if (now < publishedAfter) return refuse('value-not-published', { beacon, publishedAfter });
      if (!isPlausibleValue(beacon, value)) {
        return refuse('value-implausible', { beacon, digits: PUBLIC_BEACONS[beacon].digits });
      }
      const seed = sha256(seedTextOf(head.case, draw, value));
      return record(...(awaitsReveal(draw) ? failuresOf(draw) : []), {
        type: 'draw.seeded.v1',
        data: { draw: id, beaconValue: value, seed },
      });
    }),
});

/** Draws the lots: everybody gets a place in the order, and the first for whom there is a place are proposed. */
export const drawLots = command({
  name: 'draw-lots',
  input: () => z.strictObject({ draw: drawId }),
  subjects: ({ draw }) => [draw],
  hashed: ({ draw: id }, { subjects }) => {
    const draw = subjectOf(subjects, 'draw', id);
    if (draw?.seed === undefined) return [];
    const { seed, candidates } = draw;
    return candidates.map((candidate) => rankText(seed, candidate));
  },
  enrolled: ({ draw }, { subjects }) => subjectOf(subjects, 'draw', draw)?.candidates ?? [],
  decide: ({ draw: id }, situation) =>
    withDraw(situation.subjects, id, ({ state, seed, candidates, places, sector }) => {
      if (state !== 'drawing-awaited' || seed === undefined) return refuse('draw-state', { state });
      const order = drawnOrder(candidates, (candidate) => situation.sha256(rankText(seed, candidate)));
      const proposed = order.filter((person) => memberOf(situation, person) === undefined).slice(0, places);
      const membersMax = teamMaxOf(situation);
      if (situation.head.team.length + proposed.length > membersMax) return refuse('team-full', { membersMax });
      return record(
        { type: 'draw.drawn.v1', data: { draw: id, order: [...order], proposed } },
        ...proposed.map((person) => proposalOf(situation, { person, way: 'by-lot', sector })),
      );
    }),
});

/** Proposes the next alternate for a place that somebody who was drawn declined, let lapse or left. */
export const callAlternate = command({
  name: 'call-alternate',
  input: () => z.strictObject({ draw: drawId, replaces: z.optional(personId) }),
  subjects: ({ draw }) => [draw, DEPARTURES],
  enrolled: ({ draw }, { subjects }) => subjectOf(subjects, 'draw', draw)?.candidates ?? [],
  decide: ({ draw: id, replaces }, situation) =>
    withDraw(
      situation.subjects,
      id,
      ({ state, order = [], proposed, places, alternates, alternatesCalled, sector }) => {
        if (state !== 'drawn') return refuse('draw-state', { state });
        const isInTeam = (person: string): boolean => memberOf(situation, person) !== undefined;
        if (proposed.filter(isInTeam).length >= places) return refuse('place-not-free');
        const person = order.find((candidate) => !proposed.includes(candidate) && !isInTeam(candidate));
        if (alternatesCalled >= alternates || person === undefined) return refuse('no-alternate-left');
        const membersMax = teamMaxOf(situation);
        if (situation.head.team.length >= membersMax) return refuse('team-full', { membersMax });
        return (
          replacementRefusal(situation, replaces) ??
          record(
            { type: 'draw.alternate-called.v1', data: { draw: id, person } },
            proposalOf(situation, { person, way: 'by-lot', sector, replaces }),
          )
        );
      },
    ),
});
