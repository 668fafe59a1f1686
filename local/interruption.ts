/** As a shell reports a program that Ctrl-C ended. */
export const EXIT_INTERRUPTED = 130;

/** Calls whenever somebody asks this process to end. From then on it ends when it says so itself. */
export const onInterruption = (interrupted: () => void): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupted);
};
