import type { OcdsProblem } from '../../domain/process/ocds-problems.ts';
import { type RegisteredReading, readRegistered } from '../../domain/registry/read-registered.ts';
import { registration } from '../../domain/registry/registration.ts';
import { canonicalJson, sha256Hex } from '../../events/record.ts';
import { importLine, PROBLEMS_TOLD_MAX, type ProcessResult } from '../_http/import-operation.ts';
import { errorsOf } from '../_http/request.ts';
import { BadItem } from '../_ports/ports.ts';
import type { RegisteredProcess } from '../_ports/process-registry.ts';
import type { ImportApiPorts } from './import-api-ports.ts';

/** How often a process that others write at the same moment is decided again. */
const RACES_MAX = 5;

/** What becomes of the processes of one line: one result at least, whatever the line is. */
export const importLineOf = async (
  ports: ImportApiPorts,
  request: string,
  { line, text }: { line: number; text: string },
): Promise<readonly ProcessResult[]> => {
  const parsed = parsedJson(text);
  if (parsed === undefined) return [refusal(line, 'line-not-json')];
  const { data, error } = importLine.safeParse(parsed.value);
  if (data === undefined) return [{ ...refusal(line, 'line-unfit'), errors: errorsOf(error.issues) }];
  const reading = readRegistered(data.document, data.ocid);
  if (reading.processes.length === 0) {
    const { ocid } = data;
    return [{ ...refusal(line, 'process-unusable'), ...(ocid !== undefined && { ocid }), ...told(reading) }];
  }
  const [first, ...others] = reading.processes;
  // What belongs to no process of a document is told with the first of them.
  const whole = first && {
    ...first,
    problems: [...reading.problems, ...first.problems],
    problemsLeftOut: reading.problemsLeftOut + first.problemsLeftOut,
  };
  const sourceHash = await hashOf(data.document, text);
  const results: ProcessResult[] = [];
  for (const read of whole === undefined ? others : [whole, ...others]) {
    results.push({
      line,
      ...(await registered(ports, { read, request: `${request}:${line}`, source: data.source, sourceHash })),
    });
  }
  return results;
};

const parsedJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The parser's own message quotes the line, which must not travel any further.
    return undefined;
  }
};

/** Of the document as JSON writes it again; where it is nested deeper than that can be done, of the line. */
const hashOf = async (document: unknown, text: string): Promise<string> => {
  try {
    return await sha256Hex(JSON.stringify(document));
  } catch (error) {
    if (error instanceof RangeError) return sha256Hex(text);
    throw error;
  }
};

const refusal = (line: number, word: ProcessResult['refusal'] & string): ProcessResult => ({
  line,
  outcome: 'refused',
  refusal: word,
  problems: [],
  problemsLeftOut: 0,
});

const told = ({ problems, problemsLeftOut }: { problems: readonly OcdsProblem[]; problemsLeftOut: number }) => ({
  problems: problems.slice(0, PROBLEMS_TOLD_MAX).map(({ code, pointer }) => ({ code, pointer })),
  problemsLeftOut: problemsLeftOut + Math.max(0, problems.length - PROBLEMS_TOLD_MAX),
});

interface Registering {
  readonly read: RegisteredReading;
  readonly request: string;
  readonly source: string;
  readonly sourceHash: string;
}

/** One process that cannot be read must not stop the others: it has its result like them. */
const registered = async (ports: ImportApiPorts, registering: Registering): Promise<Omit<ProcessResult, 'line'>> => {
  try {
    return await register(ports, registering);
  } catch (error) {
    if (!(error instanceof BadItem)) throw error;
    const { read } = registering;
    return { ocid: read.facts.ocid, outcome: 'refused', refusal: 'registry-damaged', ...told(read) };
  }
};

const register = async (
  { registry, clock }: ImportApiPorts,
  { read, request, source, sourceHash }: Registering,
): Promise<Omit<ProcessResult, 'line'>> => {
  const { ocid } = read.facts;
  for (let race = 0; race < RACES_MAX; race += 1) {
    const known = await registry.find(ocid);
    if (known?.request === request) return replayed(known, read);
    const { outcome, facts, older } = registration(known?.facts, read);
    const result = { ocid, outcome, ...(older && { older }), ...told(read) };
    if (known !== undefined && outcome === 'unchanged') return { ...result, version: known.version };
    const now = clock.now();
    const next: RegisteredProcess = {
      facts,
      version: (known?.version ?? 0) + 1,
      hash: await sha256Hex(canonicalJson([known?.hash ?? null, facts])),
      ...(known !== undefined && { previousHash: known.hash }),
      source,
      sourceHash,
      importedAt: known?.importedAt ?? now,
      changedAt: now,
      request,
    };
    if (await registry.save(next)) return { ...result, version: next.version };
  }
  return { ocid, outcome: 'refused', refusal: 'lost-every-race', ...told(read) };
};

/** What this very line wrote before its answer was lost. */
const replayed = ({ version, facts }: RegisteredProcess, read: RegisteredReading): Omit<ProcessResult, 'line'> => ({
  ocid: facts.ocid,
  outcome: version === 1 ? 'imported' : 'updated',
  version,
  ...told(read),
});
