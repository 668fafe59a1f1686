import * as z from 'zod/mini';
import { sha256 as digest } from '../../events/shapes.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { subjectOf } from '../state.ts';
import { commitmentText } from './algorithm.ts';
import { awaitsReveal, type Draw, drawId, failuresOf, withDraw } from './draw-of.ts';

type Party = Draw['parties'][number];

/** What only a party to the draw does, in its term. */
const asParty = (
  { subjects, actor, now }: Situation,
  id: string,
  { state, act }: { state: Draw['state']; act: (party: Party, draw: Draw) => Decision },
): Decision =>
  withDraw(subjects, id, (draw) => {
    const party = draw.parties.find(({ person }) => person === actor.person);
    if (party === undefined) {
      return refuse('not-party-to-draw', { parties: draw.parties.map(({ person }) => person) });
    }
    if (awaitsReveal(draw) && draw.revealBefore !== undefined && now >= draw.revealBefore) {
      return refuse('reveal-term-over', { revealBefore: draw.revealBefore });
    }
    return draw.state === state ? act(party, draw) : refuse('draw-state', { state: draw.state });
  });

/** Commits to a value of 256 random bits that its party keeps to itself until both have committed. */
export const commitToDraw = command({
  name: 'commit-to-draw',
  input: () => z.strictObject({ draw: drawId, commitment: digest }),
  subjects: ({ draw }) => [draw],
  decide: ({ draw: id, commitment }, situation) =>
    asParty(situation, id, {
      state: 'commitments-awaited',
      act: (party) =>
        party.commitment === undefined
          ? record({ type: 'draw.committed.v1', data: { draw: id, party: party.person, commitment } })
          : refuse('already-committed'),
    }),
});

/** Reveals the value that was committed to, once both parties are bound. */
export const revealForDraw = command({
  name: 'reveal-for-draw',
  input: () => z.strictObject({ draw: drawId, value: digest }),
  subjects: ({ draw }) => [draw],
  hashed: ({ draw, value }, { head, subjects, person }) =>
    subjectOf(subjects, 'draw', draw) === undefined
      ? []
      : [commitmentText({ case: head.case, draw, party: person, value })],
  decide: ({ draw: id, value }, situation) =>
    asParty(situation, id, {
      state: 'reveals-awaited',
      act: ({ person: party, commitment, revealed }) => {
        if (revealed !== undefined) return refuse('already-revealed');
        const text = commitmentText({ case: situation.head.case, draw: id, party, value });
        if (situation.sha256(text) !== commitment) return refuse('commitment-broken');
        return record({ type: 'draw.revealed.v1', data: { draw: id, party, value } });
      },
    }),
});

/** Records who let the term to commit and reveal pass. */
export const lapseReveal = command({
  name: 'lapse-reveal',
  input: () => z.strictObject({ draw: drawId }),
  subjects: ({ draw }) => [draw],
  decide: ({ draw: id }, { subjects, now }) => {
    const draw = subjectOf(subjects, 'draw', id);
    if (draw?.revealBefore === undefined || !awaitsReveal(draw)) return refuse('nothing-to-lapse');
    if (now < draw.revealBefore) return refuse('term-running', { dueAt: draw.revealBefore });
    return record(...failuresOf(draw));
  },
});
