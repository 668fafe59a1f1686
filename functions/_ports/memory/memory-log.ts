import type { LogMessage } from '../log-messages.ts';
import type { Log } from '../ports.ts';

/** A log that keeps what was said. */
export interface MemoryLog extends Log {
  readonly said: readonly { readonly message: LogMessage; readonly facts: Readonly<Record<string, string | number>> }[];
}

export const memoryLog = (): MemoryLog => {
  const said: { message: LogMessage; facts: Readonly<Record<string, string | number>> }[] = [];
  return { said, say: (message, facts = {}) => void said.push({ message, facts }) };
};
