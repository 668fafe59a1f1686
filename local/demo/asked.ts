import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readOcds } from '../../domain/process/read-ocds.ts';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { type Chosen, chooseProcess } from './report.ts';

const EXAMPLES: Readonly<Record<InstrumentId, string>> = {
  'integrity-pact': 'integrity-pact-works.json',
  'oversight-committee': 'oversight-committee-school-meals.json',
};
const USAGE =
  'npm run demo -- [FILE] [--instrument integrity-pact|oversight-committee] [--profile PROFILE] [--ocid OCID] [--json]';

/** What stops a demo before it begins: with what to do about it. */
export class CannotWalk extends Error {
  override readonly name = 'CannotWalk';
}

interface Arguments {
  readonly file: string | undefined;
  readonly instrument: InstrumentId;
  readonly profile: string | undefined;
  readonly ocid: string | undefined;
  readonly json: boolean;
}

/** What a demo was asked for: the document, and the process of it that is walked. Throws `CannotWalk`. */
export interface Asked extends Omit<Arguments, 'file' | 'ocid'> {
  readonly document: unknown;
  readonly chosen: Chosen;
}

export const readAsked = async (args: readonly string[]): Promise<Asked> => {
  const { file, ocid, ...asked } = readArguments(args);
  const document = await readDocument(file ?? new URL(`../examples/${EXAMPLES[asked.instrument]}`, import.meta.url));
  const chosen = chooseProcess(readOcds(document), ocid);
  if ('error' in chosen) throw new CannotWalk(chosen.error);
  return { ...asked, document, chosen };
};

const readArguments = (args: readonly string[]): Arguments => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        instrument: { type: 'string' },
        profile: { type: 'string' },
        ocid: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const instrument = INSTRUMENTS.find((known) => known === (values.instrument ?? 'integrity-pact'));
    if (instrument === undefined || positionals.length > 1) throw new CannotWalk(USAGE);
    return { file: positionals[0], instrument, profile: values.profile, ocid: values.ocid, json: values.json };
  } catch (error) {
    if (error instanceof CannotWalk) throw error;
    throw new CannotWalk(`${error instanceof Error ? error.message : 'The arguments cannot be read.'}\n${USAGE}`);
  }
};

const readDocument = async (file: string | URL): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CannotWalk(`The file ${file} cannot be read.\n${USAGE}`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotWalk(`The file ${file} is not JSON. Give an OCDS 1.1 release, record or package.`);
  }
};
