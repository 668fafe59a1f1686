/** Runs one piece of work after another, never two at once. One that fails does not keep the next from its turn. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

export const oneAtATime = (): Lane => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};
