import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { fileShape } from '../../domain/documents/file-shape.ts';
import { TIP_FILES_MAX } from '../../domain/documents/limits.ts';
import { byExtension, extensionIn, isCalled } from '../../domain/documents/media-types.ts';
import { TIP_LIMITS } from '../../domain/tips/send-tip.ts';
import type { Flaw, TipField } from '../../web/pages/tips/shown.ts';
import { FORM_FILES_BYTES_MAX, formOf } from '../_http/form-body.ts';
import { ProblemError } from '../_http/problem.ts';

/** A form as it came, or what is wrong with all of it. */
export const formIn = async (event: APIGatewayProxyEventV2): Promise<FormData | 'too-large' | 'unreadable'> => {
  try {
    return (await formOf(event)) ?? 'unreadable';
  } catch (error) {
    if (error instanceof ProblemError && error.word === 'body-too-large') return 'too-large';
    throw error;
  }
};

/** What was typed into a field, with the ends of lines as everybody else writes them. */
export const typedIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

/** As much as is given back of what is too long: nobody corrects a text in a page of megabytes. */
export const givenBack = (typed: string, lengthMax: number): string => typed.slice(0, GIVEN_BACK_TIMES * lengthMax);

const GIVEN_BACK_TIMES = 2;

/** Only what was typed: an empty field says nothing. */
export const unlessEmpty = <Name extends string>(
  name: Name,
  value: string,
): { readonly [Key in Name]?: string } | {} => (value.trim() === '' ? {} : { [name]: value });

export interface GivenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files of a form, each once, and what is wrong with them before anything of them is told. */
export const filesIn = async (
  form: FormData,
): Promise<{ readonly files: readonly GivenFile[]; readonly flaws: readonly Flaw[] }> => {
  const chosen = form.getAll('files').filter((each) => typeof each !== 'string');
  // A field without a file sends one that has neither a name nor anything in it.
  const named = chosen.filter(({ name, size }) => name !== '' || size > 0);
  // A form can name tens of thousands of files: so many are not even read.
  if (named.length > NAMED_MAX) return { files: [], flaws: [{ field: 'files', flaw: 'filesTooMany' }] };
  const all = await Promise.all(named.map(givenFile));
  const once = new Map(all.toReversed().map((file) => [file.sha256, file]));
  const files = all.filter((file) => once.get(file.sha256) === file);
  return { files, flaws: flawOfFiles(files).slice(0, 1) };
};

/** How many files a form may name, the same one more than once included. */
const NAMED_MAX = 10 * TIP_FILES_MAX;

const givenFile = async (file: File): Promise<GivenFile> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = file.name.normalize('NFC');
  return {
    name,
    mediaType: mediaTypeOf(name, file.type),
    sizeBytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
  };
};

/** What the browser says that it is; where it knows no better, what its name says. What it really is, its examination finds out. */
const mediaTypeOf = (name: string, told: string): string => {
  const bare = told.split(';')[0]?.trim().toLowerCase() ?? '';
  const byName = byExtension(extensionIn(name))?.mediaType;
  return bare === '' || bare === 'application/octet-stream' ? (byName ?? bare) : bare;
};

const fileAsked = z.strictObject(fileShape());

const flawOfFiles = (files: readonly GivenFile[]): readonly Flaw[] => {
  if (files.length > TIP_FILES_MAX) return [{ field: 'files', flaw: 'filesTooMany' }];
  const sum = files.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
  if (sum > FORM_FILES_BYTES_MAX) return [{ field: 'files', flaw: 'filesTooLarge' }];
  return files.flatMap(flawOfFile);
};

const flawOfFile = ({ bytes, ...file }: GivenFile): readonly Flaw[] => {
  const flaw = (word: Flaw['flaw']): readonly Flaw[] => [{ field: 'files', flaw: word, file: file.name }];
  if (bytes.byteLength === 0) return flaw('fileEmpty');
  const type = byExtension(extensionIn(file.name));
  if (type === undefined || !isCalled(type, file.mediaType)) return flaw('fileType');
  return fileAsked.safeParse(file).success ? [] : flaw('fileName');
};

/** What is wrong with what was typed, field by field, each once. */
export const flawsIn = (
  issues: readonly { readonly path: readonly PropertyKey[] }[],
  typed: Readonly<Partial<Record<TipField, string>>>,
): readonly Flaw[] => {
  const wrong = TYPED.filter((field) => issues.some(({ path }) => path[0] === field));
  return wrong.map((field) => {
    const value = (typed[field] ?? '').normalize('NFC').trim();
    if (value.length > TIP_LIMITS[field]) return { field, flaw: 'tooLong' };
    return { field, flaw: value === '' ? 'missing' : 'signs' };
  });
};

const TYPED = ['text', 'name', 'contact'] as const;
