import { benchAgenda } from './agenda.ts';
import { benchBundle } from './bundle.ts';
import { benchColdImports } from './cold-imports.ts';
import { benchCommands } from './commands.ts';
import { benchDocuments } from './documents.ts';
import { benchFlags } from './flags.ts';
import { benchImport } from './import.ts';
import { benchLag } from './lag.ts';
import { benchMatching } from './matching.ts';
import { benchObjects } from './objects.ts';
import { benchPages } from './pages.ts';
import { benchProjections } from './projections.ts';
import { benchPublicPages } from './public-pages.ts';
import { benchReports } from './reports.ts';
import { benchRoster } from './roster.ts';
import { benchUploads } from './uploads.ts';

/** `npm run bench`: prints what was counted and measured. Times compare only within one run, as ratios. */
const said: string[] = [];
const say = (line: string): void => {
  said.push(line);
  console.log(line);
};

await benchCommands(say);
benchMatching(say);
await benchAgenda(say);
await benchPublicPages(say);
await benchPages(say);
await benchRoster(say);
await benchImport(say);
benchColdImports(say);
benchFlags(say);
await benchReports(say);
await benchBundle(say);
await benchProjections(say);
await benchLag(say);
await benchObjects(say);
await benchDocuments(say);
await benchUploads(say);
process.exitCode = said.some((line) => line.includes('BROKEN')) ? 1 : 0;
