import { subjectId } from '../../events/shapes.ts';
import type { Decision, ProposedFact } from '../command.ts';
import { refuse } from '../refusals.ts';
import { type SubjectOf, type Subjects, subjectOf } from '../state.ts';

export type Draw = SubjectOf<'draw'>;

export const drawId = subjectId('draw');

/** Decides about a draw that is there. */
export const withDraw = (subjects: Subjects, id: string, decide: (draw: Draw) => Decision): Decision => {
  const found = subjectOf(subjects, 'draw', id);
  return found === undefined ? refuse('draw-unknown', { draw: id }) : decide(found);
};

export const awaitsReveal = ({ state }: Draw): boolean =>
  state === 'commitments-awaited' || state === 'reveals-awaited';

/**
 * Who let the term pass, as facts. Nobody can reveal before both committed, so where a commitment is missing only its party failed;
 * whoever did commit is not to blame.
 */
export const failuresOf = ({ id, parties }: Draw): readonly ProposedFact[] => {
  const uncommitted = parties.filter(({ commitment }) => commitment === undefined);
  const failed = uncommitted.length > 0 ? uncommitted : parties.filter(({ revealed }) => revealed === undefined);
  return failed.map(({ person, commitment }) => ({
    type: 'draw.reveal-failed.v1',
    data: { draw: id, party: person, committed: commitment !== undefined },
  }));
};
