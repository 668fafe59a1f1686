import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import { type OcdsReading, readOcds } from '../../domain/process/read-ocds.ts';

export const OCID = 'ocds-test00-0001';

/** A release with nothing wrong in it, and nothing in it but who it is about; `fields` say the rest. */
export const release = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ocid: OCID,
  id: 'release-1',
  date: '2026-03-01T12:00:00Z',
  tag: ['tender'],
  initiationType: 'tender',
  language: 'es',
  ...fields,
});

export const releasePackage = (...releases: readonly unknown[]): Record<string, unknown> => ({
  uri: 'https://example.org/package.json',
  version: '1.1',
  publishedDate: '2026-03-02T00:00:00Z',
  publisher: { name: 'Publisher' },
  releases,
});

export const recordPackage = (...records: readonly unknown[]): Record<string, unknown> => ({
  uri: 'https://example.org/records.json',
  version: '1.1',
  publishedDate: '2026-03-02T00:00:00Z',
  publisher: { name: 'Publisher' },
  records,
});

/** Code and place of every listed problem, in order: `code pointer`. */
export const problemsOf = ({ problems }: OcdsReading): readonly string[] =>
  problems.map(({ code, pointer }) => `${code} ${pointer}`);

/** The one process of a document, with what was wrong. */
export const readOne = (document: unknown): { process: ContractingProcess; problems: readonly string[] } => {
  const reading = readOcds(document);
  const [process] = reading.processes;
  if (process === undefined || reading.processes.length > 1) {
    throw new Error(`expected one process, read ${reading.processes.length}: ${problemsOf(reading).join(', ')}`);
  }
  return { process, problems: problemsOf(reading) };
};

/** What an RFC 6901 pointer points at, as a list of one; empty when it points at nothing. */
export const resolve = (document: unknown, pointer: string): readonly unknown[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<readonly unknown[]>((found, key) => found.flatMap((value) => step(value, key)), [document]);

const step = (value: unknown, key: string): readonly unknown[] => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
  return [Object.getOwnPropertyDescriptor(value, key)?.value];
};
