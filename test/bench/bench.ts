import { benchColdImports } from './cold-imports.ts';
import { benchCommands } from './commands.ts';

/** `npm run bench`: prints what was counted and measured. Times compare only within one run, as ratios. */
let broken = false;
const say = (line: string): void => {
  broken ||= line.includes('BROKEN');
  console.log(line);
};

await benchCommands(say);
benchColdImports(say);
process.exitCode = broken ? 1 : 0;
