/** What was started so far, so that it can be ended in the reverse order: all of it at the end, or when a later part cannot start. */
export interface StartedParts {
  add(end: () => Promise<void> | void): void;
  /** Ends everything that has not been ended yet. A part that fails to end does not keep the others from it. */
  end(): Promise<void>;
}

export const startedParts = (): StartedParts => {
  const ends: (() => Promise<void> | void)[] = [];
  return {
    add: (end) => void ends.push(end),
    end: async () => {
      const failures: unknown[] = [];
      for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
        try {
          await end();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
};
