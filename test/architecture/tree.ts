import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const NOT_OURS = new Set(['node_modules', '.git', '.veedor', '.mutation', 'cdk.out', 'coverage', 'dist']);

/** Paths of our own files, relative to the project, that end in one of `extensions` (`.ts`). */
export const filesOf = (extensions: readonly string[], folder = ''): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesOf(extensions, path);
      return extensions.includes(extname(entry.name)) ? [path] : [];
    })
    .toSorted();

export const readOurs = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** A new folder with these files (path to text). Whoever asks for it removes it with `remove`. */
export const folderWith = (files: Readonly<Record<string, string>>): string => {
  const path = mkdtempSync(join(tmpdir(), 'veedor-architecture-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
};

export const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });
