import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../../domain/languages.ts';
import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import { readOcds } from '../../domain/process/read-ocds.ts';
import { compare } from '../../domain/red-flags/compare.ts';
import type { Comparison } from '../../domain/red-flags/comparison.ts';
import { flagsOf } from '../../domain/red-flags/red-flags.ts';
import { systemCodeOf } from '../cannot-start.ts';
import { documentsAt } from './documents.ts';
import { count, emptySummary, paragraphOf, type Summary, summaryLines } from './tell.ts';

const USAGE = 'npm run flags -- FILE|FOLDER [--among FOLDER] [--language es|en|pt] [--json]';

/** What cannot be done, with what to do about it. */
class CannotTell extends Error {
  override readonly name = 'CannotTell';
}

interface Arguments {
  readonly path: string;
  /** Where the processes stand that those of `path` are compared with; `path` itself unless said. */
  readonly among: string;
  readonly language: Language;
  readonly json: boolean;
}

/**
 * `npm run flags -- FILE|FOLDER`: the red flags of every contracting process there. It reads twice: once to know what is usual, once to
 * tell each process. Exit status 0 when there was a process and every document could be read.
 */
export const runFlags = async (args: readonly string[], voice: Voice): Promise<0 | 1> => {
  try {
    return await tellFlags(readArguments(args), voice);
  } catch (error) {
    const code = systemCodeOf(error);
    if (!(error instanceof CannotTell) && code === undefined) throw error;
    voice.complain(error instanceof CannotTell ? error.message : `This cannot be read (${code}).\n${USAGE}`);
    return 1;
  }
};

/** What is told as it is found, and what cannot be read. */
export interface Voice {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

const SILENT: Voice['complain'] = () => undefined;

const tellFlags = async ({ path, among, language, json }: Arguments, { say, complain }: Voice): Promise<0 | 1> => {
  // What cannot be read is complained of once, where it is told.
  const comparison = await comparisonAmong(among, among === path ? SILENT : complain);
  const summary = emptySummary();
  for await (const { file, process: found } of processesAt(path, summary, complain)) {
    const flags = flagsOf(found, comparison);
    count(summary, flags);
    say(
      json
        ? JSON.stringify({ file, ocid: found.ocid, title: found.title, flags })
        : paragraphOf({ file, process: found, flags }, language),
    );
  }
  say(json ? JSON.stringify({ summary }) : summaryLines(summary, language));
  return summary.processes > 0 && summary.unreadable === 0 ? 0 : 1;
};

/** One process alone is no comparison: flags that need one say so. */
const comparisonAmong = async (path: string, complain: Voice['complain']): Promise<Comparison | undefined> => {
  const comparing = compare();
  let processes = 0;
  for await (const { process: found } of processesAt(path, emptySummary(), complain)) {
    processes += 1;
    comparing.add(found);
  }
  return processes > 1 ? comparing.finish() : undefined;
};

async function* processesAt(
  path: string,
  summary: Summary,
  complain: Voice['complain'],
): AsyncGenerator<{ readonly file: string; readonly process: ContractingProcess }> {
  for await (const found of documentsAt(path)) {
    summary.documents += 1;
    if ('problem' in found) {
      summary.unreadable += 1;
      complain(`${found.file}: ${found.problem === 'not-json' ? 'this is no JSON' : 'this is too large to read'}`);
      continue;
    }
    const { processes } = readOcds(found.document);
    if (processes.length === 0) summary.withoutProcess += 1;
    for (const each of processes) {
      summary.processes += 1;
      yield { file: found.file, process: each };
    }
  }
}

const readArguments = (args: readonly string[]): Arguments => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        among: { type: 'string' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const [path, ...others] = positionals;
    const language = LANGUAGES.find((known) => known === values.language);
    if (path === undefined || others.length > 0 || language === undefined) throw new CannotTell(USAGE);
    return { path, among: values.among ?? path, language, json: values.json };
  } catch (error) {
    if (error instanceof CannotTell) throw error;
    throw new CannotTell(`${error instanceof Error ? error.message : 'The arguments cannot be read.'}\n${USAGE}`);
  }
};
