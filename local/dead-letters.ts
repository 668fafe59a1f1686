import { open, readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Instant } from '../events/shapes.ts';
import type { DataFolder } from './data-folder.ts';

export const DEAD_LETTERS_FILE = 'dead-letters.jsonl';

/** Something that a function could not handle, laid aside whole so that it can be tried again. */
export interface DeadLetter {
  readonly at: Instant;
  /** The function that failed on it. */
  readonly target: string;
  readonly event: unknown;
}

/** What one machine has in place of dead-letter queues. */
export interface DeadLetters {
  /** Returns when the letter is on disk. */
  layAside(letter: DeadLetter): Promise<void>;
  /** Tries each once more; those that `again` says false of stay. Says how many were taken and how many stay. */
  redrive(again: (letter: DeadLetter) => Promise<boolean>): Promise<{ taken: number; left: number }>;
}

const letter = z.strictObject({ at: z.string(), target: z.string(), event: z.unknown() });

/** The dead letters of a folder: one line of JSON each. */
export const deadLettersIn = (folder: DataFolder): DeadLetters => {
  const file = folder.file(DEAD_LETTERS_FILE);
  return {
    layAside: (lost) => appendLine(file, JSON.stringify(lost)),
    redrive: async (again) => {
      const lines = await linesOf(file);
      const left: string[] = [];
      for (const line of lines) {
        const read = letter.safeParse(jsonOf(line));
        // A line that a crash cut off has no letter in it; what it was about was not counted as delivered, and comes again.
        if (read.success && !(await again(read.data))) left.push(line);
      }
      if (lines.length > 0) await folder.replace(DEAD_LETTERS_FILE, left.map((line) => `${line}\n`).join(''));
      return { taken: lines.length - left.length, left: left.length };
    },
  };
};

const appendLine = async (path: string, line: string): Promise<void> => {
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(`${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
};

const linesOf = async (path: string): Promise<readonly string[]> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
