import { LOG_MESSAGES, type LogMessage } from '../log-messages.ts';
import type { Log } from '../ports.ts';

export const LOG_LEVELS = ['info', 'warning', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Longest text of a fact, in characters: facts are ids and words. */
export const FACT_LENGTH_MAX = 200;

/** What is not a matter of course. Everything else is `info`. */
const SERIOUS: Partial<Record<LogMessage, LogLevel>> = {
  VEE002: 'error',
  VEE003: 'error',
  VEE008: 'error',
  VEE009: 'warning',
  VEE015: 'error',
  VEE016: 'error',
};

/** Says messages of the registry as one line of JSON each. `write` is where the line goes: the console, unless told otherwise. */
export const jsonLog = (level: LogLevel, write: (line: string) => void = console.log): Log => ({
  say: (message, facts = {}) => {
    const own = SERIOUS[message] ?? 'info';
    if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return;
    write(JSON.stringify({ level: own, code: message, message: LOG_MESSAGES[message], ...shortened(facts) }));
  },
});

const shortened = (facts: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' ? fact.slice(0, FACT_LENGTH_MAX) : fact,
    ]),
  );
