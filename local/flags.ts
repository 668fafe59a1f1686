import { runFlags } from './flags/run.ts';

process.exitCode = await runFlags(process.argv.slice(2), { say: console.log, complain: console.error });
