import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEMPLATE } from './template.ts';

/** Lays a document out as a PDF: tagged, PDF/UA-1, the same bytes for the same input on every machine. */
export interface Printer {
  readonly print: (input: string) => Uint8Array;
}

/** The house has no compiler for this platform: nothing else stops working. */
export class NoCompiler extends Error {
  override readonly name = 'NoCompiler';
}

const STANDARD = 'ua-1';

/** Opens the compiler. Throws `NoCompiler` where there is none for this machine. */
export const openPrinter = async (): Promise<Printer> => {
  const { NodeCompiler } = await typst();
  const compiler = withoutFontsOfTheMachine((workspace) => NodeCompiler.create({ workspace }));
  return {
    print: (input) => {
      const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { report: input } });
      const document = compiled.result;
      if (document === null) throw new Error('The template of reports does not compile.');
      const bytes = compiler.pdf(document, { pdfStandard: STANDARD });
      // What was laid out is remembered for the next one, which is another.
      compiler.evictCache(0);
      return bytes;
    },
  };
};

const typst = async () => {
  try {
    return (await import('./typst.cjs')).default;
  } catch {
    throw new NoCompiler('There is no compiler of Typst for this platform.');
  }
};

/**
 * The compiler looks for fonts on the machine and prefers them to its own: another machine would make other bytes. It asks where they are
 * when it is made, and is told of a folder without any, which is also all the files that the template could read.
 */
const withoutFontsOfTheMachine = <T>(make: (workspace: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'veedor-print-'));
  const before = process.env['FONTCONFIG_FILE'];
  const config = join(folder, 'fonts.conf');
  try {
    writeFileSync(config, '<fontconfig><dir>/dev/null</dir></fontconfig>');
    process.env['FONTCONFIG_FILE'] = config;
    return make(folder);
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = before;
    rmSync(folder, { recursive: true, force: true });
  }
};
