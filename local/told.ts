/** What a program has to say when it is over, and the status that it ends with: 0 only when all is well. */
export interface Told {
  readonly status: 0 | 1;
  readonly says?: string;
  /** What keeps it from its work, and what to do about it. */
  readonly complains?: string;
}

/** Says it, and ends with its status. */
export const endWith = ({ status, says, complains }: Told): void => {
  if (says !== undefined) console.log(says);
  if (complains !== undefined) console.error(complains);
  process.exitCode = status;
};
