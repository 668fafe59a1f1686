import type { Entropy } from '../ports.ts';

const SALT_DIGITS = 32;

/** Salts that count up from `first`: never twice the same, and the same in every run. */
export const memoryEntropy = (first = 1): Entropy => {
  let next = first;
  return {
    salt: () => {
      const salt = next.toString(16).padStart(SALT_DIGITS, '0');
      next += 1;
      return salt;
    },
  };
};
