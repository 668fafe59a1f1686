import { foldMilestones, judgeMilestones, NO_MILESTONES } from '../../domain/milestones/milestones.ts';
import { CASE, type ToldFact } from './cast.ts';
import { given } from './specification.ts';

/** What a milestone says of a case with these facts on record: its status, or that it does not apply, with its share where it has one. */
export const judged = (id: string, ...facts: readonly ToldFact[]): string => {
  const state = given(...facts).file.entries.reduce(foldMilestones, NO_MILESTONES);
  const judgement = judgeMilestones(CASE, state).find((milestone) => milestone.id === id)?.judgement;
  if (judgement === undefined) throw new Error(`There is no milestone ${id}.`);
  if (!judgement.applies) return 'does not apply';
  const { status, share } = judgement;
  return share === undefined ? status : `${status} ${share.numerator}/${share.denominator}`;
};
