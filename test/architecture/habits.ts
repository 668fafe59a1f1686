/** The habits of STYLE.md that a reader of text can check and no linter does. Each takes a file and says what is wrong. */

export interface OurFile {
  readonly path: string;
  readonly text: string;
}

const LINES_MAX = 400;

/** Folders are named for what the business does, never for kinds of code. */
const KINDS_OF_CODE = /^(common|constants|dtos|enums|helpers|interfaces|misc|models|shared|types|utils?)$/;

/** Where an object may live longer than a call: constructs, adapters, the one-machine system, and tests of all of them. */
const HOMES_OF_CLASSES = /^(infra|local|test)\/|^functions\/_ports\/|\.test\.ts$/;

const CODE = /\.(ts|mjs)$/;
const MARKER = /\b(TODO|FIXME|XXX|HACK)\b(?! #\d)/;
const LEFT_OUT = /\b(it|test|describe)(\.\w+)*\.(only|skip|todo)\b/;
const MACHINE = /(^|[\s"'`(=])\/(work|root|home|Users)\/|registry\.npmjs/;

const lineOf = (text: string, pattern: RegExp) => text.split('\n').findIndex((line) => pattern.test(line)) + 1;

const badLine = ({ path, text }: OurFile, { pattern, why }: { pattern: RegExp; why: string }) => {
  if (!CODE.test(path)) return [];
  const line = lineOf(text, pattern);
  return line === 0 ? [] : [`line ${line}: ${why}`];
};

const tooLong = ({ text }: OurFile) => {
  const lines = text.trimEnd().split('\n').length;
  return lines > LINES_MAX ? [`${lines} lines: at most ${LINES_MAX}`] : [];
};

const kindFolders = ({ path }: OurFile) =>
  path
    .split('/')
    .slice(0, -1)
    .filter((folder) => KINDS_OF_CODE.test(folder))
    .map((folder) => `folder ${folder}: named for a kind of code, not for what the business does`);

const strayClasses = ({ path, text }: OurFile) =>
  !CODE.test(path) || HOMES_OF_CLASSES.test(path)
    ? []
    : [...text.matchAll(/^(?:export )?(?:abstract )?class (\w+)(?: extends (\w+))?/gm)]
        .filter(([, , parent]) => !(parent ?? '').endsWith('Error'))
        .map(([, name]) => `class ${name}: only constructs, errors and adapters with a lifetime are classes`);

/** Everything wrong with a file of ours, in words. */
export const breachesOf = (file: OurFile): readonly string[] => [
  ...tooLong(file),
  ...kindFolders(file),
  ...strayClasses(file),
  ...badLine(file, { pattern: MARKER, why: 'a marker names its issue' }),
  ...badLine(file, { pattern: LEFT_OUT, why: 'no test is left out' }),
  ...badLine(file, { pattern: MACHINE, why: 'a path of one machine, or the host of a registry' }),
];
