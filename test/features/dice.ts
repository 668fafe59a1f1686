/** Dice: whatever is chosen on a walk is chosen by the next roll of them. */
export interface Dice {
  /** A whole number from 0, below `sides`. */
  readonly roll: (sides: number) => number;
}

/** Park and Miller's generator of 1988: the same rolls for the same seed. */
export const diceOf = (seed: number): Dice => {
  let state = 1 + (seed % 2_147_483_646);
  return {
    roll: (sides) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % sides;
    },
  };
};

export const one = <T>(list: readonly T[], dice: Dice): T => {
  const chosen = list[dice.roll(list.length)];
  if (chosen === undefined) throw new Error('Nothing to choose from.');
  return chosen;
};
